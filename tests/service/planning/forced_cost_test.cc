// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/planning/forced_cost.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "matcher/assignment.h"

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

std::optional<TierPoints> With(ForcedCost& costs,
                               const model::RoundEdge& edge) {
  return costs.With(edge.donor, edge.recipient);
}
std::optional<TierPoints> Without(ForcedCost& costs,
                                  const model::RoundEdge& edge) {
  return costs.Without(edge.donor, edge.recipient);
}

// By hand: a serves x with 10 or y with 8, b serves x only, with 5. Best is
// a with y and b with x, 13 in all.
TEST(ForcedCost, IsWhatTheWholeStageLoses) {
  const std::vector<model::RoundEdge> edges = {
      EdgeOf("a", "x", {10}), EdgeOf("a", "y", {8}), EdgeOf("b", "x", {5})};
  ForcedCost costs(edges, model::Tiers::kStrict);
  EXPECT_EQ(With(costs, edges[0]), (TierPoints{3}));
  EXPECT_EQ(With(costs, edges[1]), (TierPoints{0}));
  EXPECT_EQ(Without(costs, edges[1]), (TierPoints{3}));
  EXPECT_EQ(Without(costs, edges[2]), (TierPoints{3}));
  EXPECT_EQ(Without(costs, edges[0]), (TierPoints{0}));
}

TEST(ForcedCost, MayGainInALowerTierWhatItLosesInAHigherOne) {
  const std::vector<model::RoundEdge> edges = {EdgeOf("a", "x", {2, 0}),
                                               EdgeOf("a", "y", {1, 7})};
  ForcedCost costs(edges, model::Tiers::kStrict);
  EXPECT_EQ(With(costs, edges[1]), (TierPoints{1, -7}));
}

TEST(ForcedCost, AddsTiersUpWhereTheyAreWeighted) {
  const std::vector<model::RoundEdge> edges = {EdgeOf("a", "x", {1, 0, 0, 0}),
                                               EdgeOf("a", "y", {0, 9, 9, 9})};
  ForcedCost costs(edges, model::Tiers::kWeighted);
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
  ForcedCost costs(edges, model::Tiers::kStrict);
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

TEST(ForcedCost, IsUnknownOfWhatIsNoCandidate) {
  const std::vector<model::RoundEdge> edges = {
      EdgeOf("a", "x", {10}), EdgeOf("b", "y", {5}), EdgeOf("b", "x", {})};
  ForcedCost costs(edges, model::Tiers::kStrict);
  EXPECT_EQ(With(costs, EdgeOf("a", "y", {})), std::nullopt);
  EXPECT_EQ(With(costs, EdgeOf("z", "x", {})), std::nullopt);
  EXPECT_EQ(With(costs, edges[2]), std::nullopt) << "without value";
  EXPECT_EQ(Without(costs, EdgeOf("a", "z", {})), std::nullopt);
  EXPECT_EQ(Without(costs, EdgeOf("a", "y", {})), (TierPoints{}));
}

// Best totals by solving anew, over stages too large to try everything.
class LargerStages : public ::testing::TestWithParam<int> {
 protected:
  LargerStages() : random_(static_cast<std::uint32_t>(GetParam())) {
    const int places = 2 + Below(30);
    // From few points, so that many choices are equal, to all there are.
    const std::int64_t most = std::int64_t{1} << (1 + Below(44));
    std::uniform_int_distribution<std::int64_t> points(0, most);
    std::set<std::pair<int, int>> taken;
    for (int i = 0; i < 5 * places; ++i) {
      const int donor = Below(places);
      const int recipient = Below(places);
      if (!taken.emplace(donor, recipient).second) continue;
      edges_.push_back(
          EdgeOf(absl::StrCat("p-", donor), absl::StrCat("p-", recipient),
                 {points(random_), points(random_), 0, 1 + points(random_)}));
    }
  }
  int Below(int n) {
    return std::uniform_int_distribution<int>(0, n - 1)(random_);
  }
  // Of the edges that `takes` part.
  template <typename Takes>
  TierPoints Best(model::Tiers tiers, Takes takes) const {
    std::vector<matcher::WeightedEdge<matcher::Weight>> taken;
    std::map<std::string, matcher::PlaceIndex> index;
    const auto at = [&](const model::PlaceId& place) {
      return index
          .try_emplace(place.value(),
                       static_cast<matcher::PlaceIndex>(index.size()))
          .first->second;
    };
    for (const model::RoundEdge& edge : edges_) {
      if (!takes(edge)) continue;
      const matcher::PlaceIndex donor = at(edge.donor);
      taken.push_back({donor, at(edge.recipient), {}});
      const TierPoints value = Value(edge, tiers);
      std::copy(value.begin(), value.end(), taken.back().weight.digits.begin());
    }
    TierPoints total{};
    for (const std::int32_t e :
         matcher::Assign(static_cast<std::int32_t>(index.size()), taken)
             .edge_of_donor) {
      for (std::size_t i = 0; e >= 0 && i < total.size(); ++i) {
        total[i] += taken[static_cast<std::size_t>(e)].weight[i];
      }
    }
    return total;
  }
  static TierPoints Value(const model::RoundEdge& edge, model::Tiers tiers) {
    const TierPoints& v = edge.value;
    if (tiers == model::Tiers::kStrict) return v;
    return {1000 * v[0] + 100 * v[1] + 10 * v[2] + v[3]};
  }

  std::mt19937 random_;
  std::vector<model::RoundEdge> edges_;
};

TEST_P(LargerStages, AgreeWithSolvingAnew) {
  for (const model::Tiers tiers :
       {model::Tiers::kStrict, model::Tiers::kWeighted}) {
    SCOPED_TRACE(
        absl::StrCat("seed ", GetParam(), ", tiers ", static_cast<int>(tiers)));
    ForcedCost costs(edges_, tiers);
    const TierPoints best =
        Best(tiers, [](const model::RoundEdge&) { return true; });
    for (const model::RoundEdge& edge : edges_) {
      TierPoints with = Best(tiers, [&](const model::RoundEdge& other) {
        return other.donor != edge.donor && other.recipient != edge.recipient;
      });
      const TierPoints value = Value(edge, tiers);
      for (std::size_t i = 0; i < with.size(); ++i) with[i] += value[i];
      ASSERT_EQ(With(costs, edge), Less(best, with));
      const TierPoints without = Best(tiers, [&](const auto& other) {
        return other.donor != edge.donor || other.recipient != edge.recipient;
      });
      ASSERT_EQ(Without(costs, edge), Less(best, without));
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, LargerStages, ::testing::Range(1, 101));

}  // namespace
}  // namespace twinaid::planning
