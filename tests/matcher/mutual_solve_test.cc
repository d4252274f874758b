// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "matcher/certificate_check.h"
#include "matcher/points.h"
#include "matcher/solve.h"
#include "tests/matcher/mutual_ring.h"
#include "tests/matcher/random_instance.h"
#include "tests/support/status_matchers.h"

namespace twinaid::matcher {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

using Places = std::pair<PlaceIndex, PlaceIndex>;

// The best weight of each direction, of the edges of a solution.
std::map<Places, Weight> BestByDirection(const Instance& instance,
                                         const Solution& solution) {
  std::map<Places, Weight> best;
  for (const Edge& edge : solution.edges) {
    Weight& now = best[{edge.donor, edge.recipient}];
    now = std::max(now, WeightOf(instance, edge));
  }
  return best;
}

// The greatest weight that pairs of the places from `from` on can have.
Weight BestByTrying(const Instance& instance,
                    const std::map<Places, Weight>& best, PlaceIndex from,
                    std::vector<bool>& taken) {
  if (from == instance.places) return {};
  Weight most = BestByTrying(instance, best, from + 1, taken);
  if (taken[At(from)]) return most;
  for (PlaceIndex other = from + 1; other < instance.places; ++other) {
    if (taken[At(other)]) continue;
    const auto there = best.find({from, other});
    const auto back = best.find({other, from});
    const int ways = (there != best.end() ? 1 : 0) + (back != best.end());
    if (ways == 0) continue;
    if (ways == 1 && instance.shape == PairShape::kMutual) continue;
    Weight weight;
    if (there != best.end()) weight += there->second;
    if (back != best.end()) weight += back->second;
    taken[At(other)] = true;
    most =
        std::max(most, weight + BestByTrying(instance, best, from + 1, taken));
    taken[At(other)] = false;
  }
  return most;
}

Weight TotalOf(const Solution& solution) {
  Weight total;
  for (const Pair& pair : solution.pairs) total += pair.weight;
  return total;
}

TEST(MutualSolveTest, OfThreeInARingTwoHelpEachOther) {
  const Instance instance = Ring(3);
  const absl::StatusOr<Solution> solution = Solve(instance);
  ASSERT_THAT(solution, IsOk());
  EXPECT_THAT(CheckCertificate(instance, *solution), IsOk());
  // All ways are worth the same; the tie digit chooses the last two places.
  ASSERT_EQ(solution->pairs.size(), 2U);
  EXPECT_EQ(solution->pairs[0].donor, 0);
  EXPECT_EQ(solution->pairs[0].recipient, 2);
  EXPECT_EQ(solution->pairs[1].donor, 2);
  EXPECT_EQ(solution->pairs[1].recipient, 0);
  EXPECT_EQ(solution->certificate.odd_sets.size(), 1U);
}

TEST(MutualSolveTest, OfSevenInARingSixPair) {
  const Instance instance = Ring(7);
  const absl::StatusOr<Solution> solution = Solve(instance);
  ASSERT_THAT(solution, IsOk());
  EXPECT_EQ(solution->pairs.size(), 6U);
  EXPECT_THAT(CheckCertificate(instance, *solution), IsOk());
}

TEST(MutualSolveTest, HelpInOneDirectionCountsOnlyWhereItIsAllowed) {
  Instance instance = Ring(2);
  instance.offers[1].base_units = 0;
  absl::StatusOr<Solution> solution = Solve(instance);
  ASSERT_THAT(solution, IsOk());
  EXPECT_THAT(solution->pairs, testing::IsEmpty());
  EXPECT_THAT(CheckCertificate(instance, *solution), IsOk());
  instance.shape = PairShape::kMutualOneWay;
  solution = Solve(instance);
  ASSERT_THAT(solution, IsOk());
  ASSERT_EQ(solution->pairs.size(), 1U);
  EXPECT_EQ(solution->pairs[0].donor, 0);
  EXPECT_THAT(CheckCertificate(instance, *solution), IsOk());
}

TEST(MutualSolveTest, IsProvenAndAgreesWithTryingAllPairs) {
  int with_odd_sets = 0;
  for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    Shape shape;
    shape.places = 4 + static_cast<int>(seed % 5);
    shape.needs = shape.offers = 4 * shape.places;
    shape.ties = 5 * shape.places;
    Instance instance = RandomInstance(seed).Make(shape);
    instance.shape =
        seed % 2 == 0 ? PairShape::kMutual : PairShape::kMutualOneWay;
    if (seed % 3 == 0) instance.tiers = TierRule::kWeighted;
    const absl::StatusOr<Solution> solution = Solve(instance);
    ASSERT_THAT(solution, IsOk());
    ASSERT_THAT(CheckCertificate(instance, *solution), IsOk());
    std::vector<bool> taken(At(instance.places), false);
    ASSERT_EQ(
        TotalOf(*solution),
        BestByTrying(instance, BestByDirection(instance, *solution), 0, taken));
    if (!solution->certificate.odd_sets.empty()) ++with_odd_sets;
  }
  EXPECT_GT(with_odd_sets, 5) << "too few odd sets to say anything";
}

struct Tampering {
  std::string name;
  std::function<void(Solution&)> change;
};

class MutualTamperingTest : public testing::TestWithParam<Tampering> {};

TEST_P(MutualTamperingTest, IsRefused) {
  const Instance instance = Ring(5);
  absl::StatusOr<Solution> solution = Solve(instance);
  ASSERT_THAT(solution, IsOk());
  ASSERT_FALSE(solution->certificate.odd_sets.empty());
  ASSERT_THAT(CheckCertificate(instance, *solution), IsOk());
  GetParam().change(*solution);
  EXPECT_THAT(CheckCertificate(instance, *solution),
              StatusIs(absl::StatusCode::kDataLoss));
}

INSTANTIATE_TEST_SUITE_P(
    EveryField, MutualTamperingTest,
    testing::Values(
        Tampering{"OneDirectionLeftOut",
                  [](Solution& s) { s.pairs.erase(s.pairs.begin()); }},
        Tampering{"BothDirectionsLeftOut",
                  [](Solution& s) {
                    const PlaceIndex a = s.pairs[0].donor;
                    std::erase_if(s.pairs, [a](const Pair& pair) {
                      return pair.donor == a || pair.recipient == a;
                    });
                  }},
        Tampering{"PotentialByOne",
                  [](Solution& s) { ++s.certificate.mutual_potential[0][2]; }},
        Tampering{
            "PotentialMissing",
            [](Solution& s) { s.certificate.mutual_potential.pop_back(); }},
        Tampering{"OddSetMissing",
                  [](Solution& s) { s.certificate.odd_sets.clear(); }},
        Tampering{"OddSetByOne",
                  [](Solution& s) { ++s.certificate.odd_sets[0].dual[6]; }},
        Tampering{"OddSetOfOtherPlaces",
                  [](Solution& s) { s.certificate.set_places[0] = 99; }},
        Tampering{"PairsTotal",
                  [](Solution& s) { ++s.certificate.pairs_total[6]; }},
        Tampering{"PotentialsTotal",
                  [](Solution& s) { --s.certificate.potentials_total[2]; }},
        Tampering{"PotentialsOfSides",
                  [](Solution& s) {
                    s.certificate.donor_potential.assign(5, Weight{});
                    s.certificate.recipient_potential.assign(5, Weight{});
                  }},
        Tampering{"EdgeMissing", [](Solution& s) { s.edges.pop_back(); }},
        Tampering{"FlowByOne", [](Solution& s) { --s.flows[0].base_units; }}),
    [](const testing::TestParamInfo<Tampering>& tampering) {
      return tampering.param.name;
    });

}  // namespace
}  // namespace twinaid::matcher
