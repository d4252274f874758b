// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Forged solutions of mutual shapes whose sums are made to fit, so that only
// the check that is meant can notice. Of the proof alone,
// mutual_forgery_test.cc.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "matcher/certificate_check.h"
#include "matcher/points.h"
#include "matcher/solve.h"
#include "tests/matcher/mutual_ring.h"
#include "tests/support/status_matchers.h"

namespace twinaid::matcher {
namespace {

using testing::HasSubstr;

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

Solution Solved(const Instance& instance) {
  absl::StatusOr<Solution> solution = Solve(instance);
  EXPECT_THAT(solution, IsOk());
  EXPECT_THAT(CheckCertificate(instance, *solution), IsOk());
  return *std::move(solution);
}

// Makes weights and both sums follow; prices that come to an odd number are
// rounded, which is a fault of its own.
void Restate(const Instance& instance, Solution& s) {
  Certificate& c = s.certificate;
  c.pairs_total = c.potentials_total = WeightTotal{};
  for (Pair& pair : s.pairs) {
    pair.weight =
        WeightOf(instance.tiers, pair.value, instance.ties[At(pair.tie)]);
  }
  for (std::size_t i = 0; i < 7; ++i) {
    for (const Pair& pair : s.pairs) c.pairs_total[i] += pair.weight[i];
    for (const Weight& y : c.mutual_potential) c.potentials_total[i] += y[i];
    for (const OddSet<Weight>& set : c.odd_sets) {
      c.potentials_total[i] += Int128{set.dual[i]} * (set.size / 2);
    }
    c.potentials_total[i] /= 2;
  }
}

void ExpectRefused(const Instance& instance, const Solution& solution,
                   const std::string& message) {
  EXPECT_THAT(CheckCertificate(instance, solution),
              StatusIs(absl::StatusCode::kDataLoss, HasSubstr(message)));
}

// All as another instance would have it that differs in tie digits alone: the
// pairs are equally good in every tier and only the last digit knows better.
TEST(MutualPairsForgery, PairsOfAnotherSeedWithTheProofOfThisOne) {
  for (const std::int32_t places : {3, 5, 7}) {
    SCOPED_TRACE(places);
    const Instance instance = Ring(places);
    Instance other = instance;
    for (Tie& tie : other.ties) tie.tie = 100 - 10 * tie.tie;
    const Solution proved = Solved(instance);
    Solution forged = Solved(other);
    forged.certificate = proved.certificate;
    Restate(instance, forged);
    ASSERT_NE(forged.pairs[0].recipient, proved.pairs[0].recipient);
    EXPECT_THAT(
        CheckCertificate(instance, forged),
        StatusIs(absl::StatusCode::kDataLoss,
                 testing::AnyOf(HasSubstr("weighs less than its prices"),
                                HasSubstr("no partner but a potential"))));
  }
}

TEST(MutualPairsForgery, ProofOfAnotherSeedWithItsPairs) {
  const Instance instance = Ring(5);
  Instance other = instance;
  for (Tie& tie : other.ties) tie.tie = 100 - 10 * tie.tie;
  Solution forged = Solved(other);
  Restate(instance, forged);
  ExpectRefused(instance, forged, "its prices");
}

TEST(MutualPairsForgery, ARingOfHelpInsteadOfPairs) {
  const Instance instance = Ring(3);
  Solution forged = Solved(instance);
  forged.pairs.clear();
  for (const Edge& edge : forged.edges) {
    if (edge.recipient != (edge.donor + 1) % 3) continue;
    Pair pair;
    pair.donor = edge.donor;
    pair.recipient = edge.recipient;
    pair.tie = edge.tie;
    pair.value = edge.value;
    forged.pairs.push_back(pair);
  }
  Restate(instance, forged);
  ExpectRefused(instance, forged, "has two partners");
}

TEST(MutualPairsForgery, HelpBackLeftOut) {
  const Instance instance = Ring(3);
  Solution forged = Solved(instance);
  forged.pairs.pop_back();
  Restate(instance, forged);
  ExpectRefused(instance, forged, "not paired over their best ties");
}

TEST(MutualPairsForgery, HelpInOneDirectionWhereBothAreAskedFor) {
  Instance instance = Ring(2);
  instance.offers[1].base_units = 0;
  instance.shape = PairShape::kMutualOneWay;
  const Solution forged = Solved(instance);
  ASSERT_EQ(forged.pairs.size(), 1U);
  instance.shape = PairShape::kMutual;
  ExpectRefused(instance, forged, "helps in one direction only");
}

TEST(MutualPairsForgery, ATieThatIsNotTheBestOfItsDirection) {
  Instance instance = Ring(3);
  Solution before = Solved(instance);
  Tie lighter = instance.ties[At(before.pairs[0].tie)];
  lighter.tie = 0;
  instance.ties.push_back(lighter);
  Solution forged = Solved(instance);
  forged.pairs[0].tie = static_cast<TieIndex>(instance.ties.size()) - 1;
  Restate(instance, forged);
  ExpectRefused(instance, forged, "not paired over their best ties");
}

TEST(MutualPairsForgery, AnUnchosenPairOfEdgesDropped) {
  const Instance instance = Ring(5);
  const Solution proved = Solved(instance);
  int dropped = 0;
  for (const Edge& edge : proved.edges) {
    const auto same = [&](const auto& other) {
      return std::minmax(other.donor, other.recipient) ==
             std::minmax(edge.donor, edge.recipient);
    };
    if (std::any_of(proved.pairs.begin(), proved.pairs.end(), same)) continue;
    ++dropped;
    Solution forged = proved;
    std::erase_if(forged.edges, same);
    ExpectRefused(instance, forged, "is no edge");
  }
  EXPECT_EQ(dropped, 6);
}

TEST(MutualPairsForgery, PricesWithSumsThatFit) {
  const Instance instance = Ring(5);
  const Solution proved = Solved(instance);
  ASSERT_EQ(proved.certificate.odd_sets.size(), 1U);
  for (std::size_t digit = 0; digit < 7; ++digit) {
    SCOPED_TRACE(digit);
    for (const std::int64_t step : {-2, -1, 1, 2}) {
      Solution forged = proved;
      forged.certificate.odd_sets[0].dual[digit] += step;
      Restate(instance, forged);
      ExpectRefused(instance, forged, "its prices");
      // From the set to its members: every pair inside weighs what it did.
      forged = proved;
      forged.certificate.odd_sets[0].dual[digit] -= 2 * step;
      for (const PlaceIndex place : forged.certificate.set_places) {
        forged.certificate.mutual_potential[At(place)][digit] += step;
      }
      Restate(instance, forged);
      EXPECT_THAT(CheckCertificate(instance, forged),
                  StatusIs(absl::StatusCode::kDataLoss));
    }
  }
}

TEST(MutualPairsForgery, PricesThatWereNotDoubled) {
  const Instance instance = Ring(5);
  Solution forged = Solved(instance);
  for (std::size_t digit = 0; digit < 7; ++digit) {
    for (Weight& y : forged.certificate.mutual_potential) y[digit] /= 2;
    forged.certificate.odd_sets[0].dual[digit] /= 2;
  }
  Restate(instance, forged);
  ExpectRefused(instance, forged, "weighs more than its prices");
}

TEST(MutualPairsForgery, BothSumsRaisedAlike) {
  const Instance instance = Ring(3);
  Solution forged = Solved(instance);
  ++forged.certificate.pairs_total[6];
  ++forged.certificate.potentials_total[6];
  ExpectRefused(instance, forged, "the sum of weights is another");
  --forged.certificate.pairs_total[6];
  ExpectRefused(instance, forged, "the sum of prices is another");
}

TEST(MutualPairsForgery, AProofOfTheOtherShape) {
  Instance instance = Ring(3);
  const Solution mutual = Solved(instance);
  instance.shape = PairShape::kCounterpart;
  ExpectRefused(instance, mutual, "prices of mutual pairs for counterparts");
  const Solution counterparts = Solved(instance);
  instance.shape = PairShape::kMutual;
  ExpectRefused(instance, counterparts, "potentials of sides for mutual pairs");
}

}  // namespace
}  // namespace twinaid::matcher
