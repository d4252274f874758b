// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/planning/forced_cost.h"

#include <algorithm>
#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"

namespace twinaid::planning {
namespace {

using model::TierPoints;

model::RoundEdge EdgeOf(const std::string& donor, const std::string& recipient,
                        TierPoints value) {
  model::RoundEdge edge;
  edge.donor = model::PlaceId::Trusted(donor);
  edge.recipient = model::PlaceId::Trusted(recipient);
  edge.value = value;
  return edge;
}

TierPoints With(const ForcedCost& costs, const model::RoundEdge& edge) {
  return costs.With(edge.donor, edge.recipient);
}
TierPoints Without(const ForcedCost& costs, const model::RoundEdge& edge) {
  return costs.Without(edge.donor, edge.recipient);
}

// By hand: a serves x with 10 or y with 8, b serves x only, with 5. Best is
// a with y and b with x, 13 in all.
TEST(ForcedCost, IsWhatTheWholeStageLoses) {
  const std::vector<model::RoundEdge> edges = {
      EdgeOf("a", "x", {10}), EdgeOf("a", "y", {8}), EdgeOf("b", "x", {5})};
  const ForcedCost costs(edges, model::Tiers::kStrict);
  EXPECT_EQ(With(costs, edges[0]), (TierPoints{3}));
  EXPECT_EQ(With(costs, edges[1]), (TierPoints{0}));
  EXPECT_EQ(Without(costs, edges[1]), (TierPoints{3}));
  EXPECT_EQ(Without(costs, edges[2]), (TierPoints{3}));
  EXPECT_EQ(Without(costs, edges[0]), (TierPoints{0}));
}

TEST(ForcedCost, MayGainInALowerTierWhatItLosesInAHigherOne) {
  const std::vector<model::RoundEdge> edges = {EdgeOf("a", "x", {2, 0}),
                                               EdgeOf("a", "y", {1, 7})};
  const ForcedCost costs(edges, model::Tiers::kStrict);
  EXPECT_EQ(With(costs, edges[1]), (TierPoints{1, -7}));
}

TEST(ForcedCost, AddsTiersUpWhereTheyAreWeighted) {
  const std::vector<model::RoundEdge> edges = {EdgeOf("a", "x", {1, 0, 0, 0}),
                                               EdgeOf("a", "y", {0, 9, 9, 9})};
  const ForcedCost costs(edges, model::Tiers::kWeighted);
  EXPECT_EQ(With(costs, edges[1]), (TierPoints{1}));
  EXPECT_EQ(Without(costs, edges[0]), (TierPoints{1}));
}

class RandomStages : public ::testing::TestWithParam<int> {};

// The best total by trying everything.
TierPoints BestOf(const std::vector<model::RoundEdge>& edges, std::size_t from,
                  std::set<model::PlaceId> gives,
                  std::set<model::PlaceId> takes) {
  if (from == edges.size()) return {};
  TierPoints best = BestOf(edges, from + 1, gives, takes);
  const model::RoundEdge& edge = edges[from];
  if (gives.contains(edge.donor) || takes.contains(edge.recipient)) return best;
  gives.insert(edge.donor);
  takes.insert(edge.recipient);
  TierPoints other = BestOf(edges, from + 1, gives, takes);
  for (std::size_t i = 0; i < other.size(); ++i) other[i] += edge.value[i];
  return std::max(best, other);
}

TierPoints Less(TierPoints a, const TierPoints& b) {
  for (std::size_t i = 0; i < a.size(); ++i) a[i] -= b[i];
  return a;
}

TEST_P(RandomStages, AgreeWithTryingEverything) {
  SCOPED_TRACE(absl::StrCat("seed ", GetParam()));
  std::mt19937 random(static_cast<std::uint32_t>(GetParam()));
  const auto below = [&](int n) {
    return std::uniform_int_distribution<int>(0, n - 1)(random);
  };
  std::vector<model::RoundEdge> edges;
  for (int d = 0; d < 4; ++d) {
    for (int r = 0; r < 4; ++r) {
      if (below(3) == 0) continue;
      // Few values, so that many choices are worth the same.
      edges.push_back(EdgeOf(absl::StrCat("d-", d), absl::StrCat("r-", r),
                             {below(3), below(3), 0, 1 + below(3)}));
    }
  }
  const TierPoints best = BestOf(edges, 0, {}, {});
  const ForcedCost costs(edges, model::Tiers::kStrict);
  for (const model::RoundEdge& edge : edges) {
    TierPoints forced = BestOf(edges, 0, {edge.donor}, {edge.recipient});
    for (std::size_t i = 0; i < forced.size(); ++i) {
      forced[i] += edge.value[i];
    }
    EXPECT_EQ(With(costs, edge), Less(best, forced));
    std::vector<model::RoundEdge> others = edges;
    std::erase_if(others, [&](const model::RoundEdge& other) {
      return other.donor == edge.donor && other.recipient == edge.recipient;
    });
    EXPECT_EQ(Without(costs, edge), Less(best, BestOf(others, 0, {}, {})));
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomStages, ::testing::Range(1, 41));

}  // namespace
}  // namespace twinaid::planning
