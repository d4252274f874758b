// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/planning/mutual_forced_cost.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "service/planning/tier_worth.h"

namespace twinaid::planning {
namespace {

using model::TierPoints;

model::PlaceId Place(const std::string& id) {
  return model::PlaceId::Trusted(id);
}

model::RoundEdge EdgeOf(const std::string& donor, const std::string& recipient,
                        TierPoints value) {
  model::RoundEdge edge;
  edge.donor = Place(donor);
  edge.recipient = Place(recipient);
  edge.value = value;
  return edge;
}

model::Policy PolicyOf(bool allow_one_way,
                       model::Tiers tiers = model::Tiers::kStrict) {
  model::Policy policy;
  policy.shape = model::Shape::kMutual;
  policy.allow_one_way = allow_one_way;
  policy.tiers = tiers;
  return policy;
}

// By hand: a and b are worth 10 to each other, b and c 12, c and d 9. Best is
// a with b and c with d, 19 in all.
std::vector<model::RoundEdge> Chain() {
  return {EdgeOf("a", "b", {4}), EdgeOf("b", "a", {6}), EdgeOf("b", "c", {6}),
          EdgeOf("c", "b", {6}), EdgeOf("c", "d", {8}), EdgeOf("d", "c", {1})};
}

TEST(MutualForcedCost, IsWhatTheWholeStageLoses) {
  MutualForcedCost costs(Chain(), PolicyOf(false));
  EXPECT_EQ(costs.With(Place("b"), Place("c")), (TierPoints{7}));
  EXPECT_EQ(costs.With(Place("c"), Place("b")), (TierPoints{7}));
  EXPECT_EQ(costs.With(Place("a"), Place("b")), (TierPoints{0}));
  EXPECT_EQ(costs.Without(Place("a"), Place("b")), (TierPoints{7}));
  EXPECT_EQ(costs.Without(Place("d"), Place("c")), (TierPoints{7}));
  EXPECT_EQ(costs.Without(Place("b"), Place("c")), (TierPoints{0}));
}

// A triangle leaves one place over, whoever it is.
TEST(MutualForcedCost, KnowsOddCycles) {
  const std::vector<model::RoundEdge> edges = {
      EdgeOf("a", "b", {5}), EdgeOf("b", "c", {4}), EdgeOf("c", "a", {3})};
  MutualForcedCost costs(edges, PolicyOf(true));
  EXPECT_EQ(costs.With(Place("c"), Place("a")), (TierPoints{2}));
  EXPECT_EQ(costs.Without(Place("a"), Place("b")), (TierPoints{1}));
}

TEST(MutualForcedCost, IsUnknownOfWhatCannotBeAPair) {
  std::vector<model::RoundEdge> edges = Chain();
  edges.push_back(EdgeOf("d", "e", {50}));
  MutualForcedCost both(edges, PolicyOf(false));
  EXPECT_EQ(both.With(Place("d"), Place("e")), std::nullopt) << "one way";
  EXPECT_EQ(both.With(Place("a"), Place("c")), std::nullopt);
  EXPECT_EQ(both.Without(Place("a"), Place("z")), std::nullopt);
  MutualForcedCost either(edges, PolicyOf(true));
  EXPECT_EQ(either.With(Place("d"), Place("e")), (TierPoints{0}));
}

TEST(MutualForcedCost, AddsTiersUpWhereTheyAreWeighted) {
  const std::vector<model::RoundEdge> edges = {EdgeOf("a", "b", {1, 0, 0, 0}),
                                               EdgeOf("b", "c", {0, 9, 9, 9})};
  MutualForcedCost costs(edges, PolicyOf(true, model::Tiers::kWeighted));
  EXPECT_EQ(costs.With(Place("b"), Place("c")), (TierPoints{1}));
}

// The best total of pairs by trying everything.
using Pairs = std::map<std::pair<std::string, std::string>, TierPoints>;
TierPoints BestOf(const Pairs& pairs, Pairs::const_iterator from,
                  std::set<std::string> taken) {
  if (from == pairs.end()) return {};
  const auto& [ends, value] = *from;
  const TierPoints without = BestOf(pairs, std::next(from), taken);
  if (taken.contains(ends.first) || taken.contains(ends.second)) return without;
  taken.insert({ends.first, ends.second});
  TierPoints with = BestOf(pairs, std::next(from), taken);
  for (std::size_t i = 0; i < with.size(); ++i) with[i] += value[i];
  return std::max(with, without);
}
TierPoints BestOf(const Pairs& pairs, std::set<std::string> taken = {}) {
  return BestOf(pairs, pairs.begin(), std::move(taken));
}

TierPoints Less(TierPoints a, const TierPoints& b) {
  for (std::size_t i = 0; i < a.size(); ++i) a[i] -= b[i];
  return a;
}

class RandomMutualStages
    : public ::testing::TestWithParam<std::tuple<int, bool>> {};

TEST_P(RandomMutualStages, AgreeWithTryingEverything) {
  const auto [seed, one_way] = GetParam();
  SCOPED_TRACE(absl::StrCat("seed ", seed));
  std::mt19937 random(static_cast<std::uint32_t>(seed));
  const auto below = [&](int n) {
    return std::uniform_int_distribution<int>(0, n - 1)(random);
  };
  std::vector<model::RoundEdge> edges;
  std::map<std::pair<std::string, std::string>, int> ways;
  Pairs pairs;
  for (int i = 0; i < 14; ++i) {
    const std::string donor = absl::StrCat("p-", below(6));
    const std::string recipient = absl::StrCat("p-", below(6));
    const bool again = std::any_of(edges.begin(), edges.end(),
                                   [&](const model::RoundEdge& edge) {
                                     return edge.donor == Place(donor) &&
                                            edge.recipient == Place(recipient);
                                   });
    if (donor == recipient || again) continue;
    // Few values, so that many choices are worth the same.
    edges.push_back(
        EdgeOf(donor, recipient, {below(3), below(3), 0, 1 + below(3)}));
    const std::pair<std::string, std::string> ends =
        std::minmax(donor, recipient);
    ++ways[ends];
    for (std::size_t t = 0; t < 4; ++t) pairs[ends][t] += edges.back().value[t];
  }
  if (!one_way) {
    std::erase_if(pairs,
                  [&](const auto& pair) { return ways[pair.first] < 2; });
  }
  MutualForcedCost costs(edges, PolicyOf(one_way));
  const TierPoints best = BestOf(pairs);
  for (const auto& [ends, value] : pairs) {
    TierPoints forced = BestOf(pairs, {ends.first, ends.second});
    for (std::size_t t = 0; t < 4; ++t) forced[t] += value[t];
    EXPECT_EQ(costs.With(Place(ends.first), Place(ends.second)),
              Less(best, forced));
    Pairs others = pairs;
    others.erase(ends);
    EXPECT_EQ(costs.Without(Place(ends.second), Place(ends.first)),
              Less(best, BestOf(others)));
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomMutualStages,
                         ::testing::Combine(::testing::Range(1, 41),
                                            ::testing::Bool()));

}  // namespace
}  // namespace twinaid::planning
