// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/solve.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <vector>

#include "matcher/certificate_check.h"
#include "matcher/points.h"
#include "tests/matcher/random_instance.h"
#include "tests/support/status_matchers.h"

namespace twinaid::matcher {
namespace {

using ::testing::SizeIs;

std::size_t At(std::int32_t i) { return static_cast<std::size_t>(i); }

// The best total over all choices of edges, one by one.
Weight BestByTrying(const Instance& instance, const Solution& solution,
                    std::size_t from, std::vector<bool>& gives,
                    std::vector<bool>& takes) {
  if (from == solution.edges.size()) return Weight{};
  Weight best = BestByTrying(instance, solution, from + 1, gives, takes);
  const Edge& edge = solution.edges[from];
  if (gives[At(edge.donor)] || takes[At(edge.recipient)]) return best;
  gives[At(edge.donor)] = takes[At(edge.recipient)] = true;
  best = std::max(best,
                  WeightOf(instance, edge) +
                      BestByTrying(instance, solution, from + 1, gives, takes));
  gives[At(edge.donor)] = takes[At(edge.recipient)] = false;
  return best;
}

Weight TotalOf(const Solution& solution) {
  Weight total;
  for (const Pair& pair : solution.pairs) total += pair.weight;
  return total;
}

// The greatest number of points by tier that one unit after the other can
// bring, over every way to send single units. For tiny pairs only.
PairValue BestUnitByUnit(std::vector<std::int64_t> stock,
                         std::vector<std::int64_t> open, std::size_t offer,
                         const std::vector<std::vector<bool>>& arc,
                         const std::vector<std::int64_t>& points,
                         const std::vector<std::int32_t>& tier) {
  while (offer < stock.size() && stock[offer] == 0) ++offer;
  if (offer == stock.size()) return PairValue{};
  --stock[offer];
  PairValue best = BestUnitByUnit(stock, open, offer, arc, points, tier);
  for (std::size_t n = 0; n < open.size(); ++n) {
    if (!arc[n][offer] || open[n] == 0) continue;
    --open[n];
    PairValue value = BestUnitByUnit(stock, open, offer, arc, points, tier);
    value[At(tier[n])] += points[n];
    best = std::max(best, value);
    ++open[n];
  }
  return best;
}

TEST(SolveTest, EverySolutionOfThousandsIsProvenAndEqualsTryingAllChoices) {
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const Instance instance = RandomInstance(seed).Make(Shape{});
    const absl::StatusOr<Solution> solution = Solve(instance);
    ASSERT_THAT(solution, IsOk());
    ASSERT_THAT(CheckCertificate(instance, *solution), IsOk());
    std::vector<bool> gives(At(instance.places), false);
    std::vector<bool> takes(At(instance.places), false);
    ASSERT_EQ(TotalOf(*solution),
              BestByTrying(instance, *solution, 0, gives, takes));
  }
}

TEST(SolveTest, ThePairValueIsTheBestOfAllWaysToSendEveryUnit) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    Instance instance;
    instance.places = 2;
    instance.items = {{0, 1}, {0, 1}, {0, 1}};
    instance.ties = {{0, 1, 0, 0, 0, 0}};
    std::mt19937_64 random(seed);
    for (int i = 0; i < 3; ++i) {
      Offer offer;
      offer.item = static_cast<ItemIndex>(random() % 3);
      offer.base_units = static_cast<std::int64_t>(random() % 4);
      instance.offers.push_back(offer);
      Need need;
      need.place = 1;
      need.item = static_cast<ItemIndex>(random() % 3);
      need.base_units = static_cast<std::int64_t>(random() % 4);
      need.tier = static_cast<std::int8_t>(random() % 2);
      need.criticality = static_cast<std::int8_t>(1 + random() % 2);
      need.substitutes = SubstituteRule::kListed;
      instance.needs.push_back(need);
      instance.substitutes.push_back(
          {static_cast<ItemIndex>(i), static_cast<ItemIndex>((i + 1) % 3), 50});
    }
    const absl::StatusOr<Solution> solution = Solve(instance);
    ASSERT_THAT(solution, IsOk());
    std::vector<std::int64_t> stock, open, points;
    std::vector<std::int32_t> tier;
    std::vector<std::vector<bool>> arc;
    for (const Offer& offer : instance.offers)
      stock.push_back(offer.base_units);
    for (std::size_t n = 0; n < 3; ++n) {
      const Need& need = instance.needs[n];
      open.push_back(need.base_units);
      tier.push_back(need.tier);
      std::int64_t weight = 0;
      for (const Need& other : instance.needs) {
        if (other.tier == need.tier && other.base_units > 0) {
          weight += other.criticality;
        }
      }
      points.push_back(need.base_units == 0
                           ? 0
                           : (std::int64_t{1} << 44) * need.criticality /
                                 (need.base_units * weight));
      arc.emplace_back();
      for (const Offer& offer : instance.offers) {
        arc.back().push_back(offer.item == need.item ||
                             offer.item == (need.item + 1) % 3);
      }
    }
    const PairValue best = BestUnitByUnit(stock, open, 0, arc, points, tier);
    const PairValue found =
        solution->edges.empty() ? PairValue{} : solution->edges[0].value;
    ASSERT_EQ(found, best);
  }
}

TEST(SolveTest, BiggerInstancesAreProvenToo) {
  const Shape shape = {60, 12, 300, 300, 400, true};
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const Instance instance = RandomInstance(seed).Make(shape);
    const absl::StatusOr<Solution> solution = Solve(instance);
    ASSERT_THAT(solution, IsOk());
    EXPECT_THAT(CheckCertificate(instance, *solution), IsOk());
  }
}

TEST(SolveTest, TheOrderOfTiesAndSubstitutesDoesNotMatter) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const Instance instance = RandomInstance(seed).Make(Shape{});
    Instance turned = instance;
    std::reverse(turned.ties.begin(), turned.ties.end());
    std::reverse(turned.substitutes.begin(), turned.substitutes.end());
    const absl::StatusOr<Solution> a = Solve(instance);
    const absl::StatusOr<Solution> b = Solve(turned);
    ASSERT_THAT(a, IsOk());
    ASSERT_THAT(b, IsOk());
    ASSERT_EQ(a->flows.size(), b->flows.size());
    for (std::size_t i = 0; i < a->flows.size(); ++i) {
      EXPECT_EQ(a->flows[i].need, b->flows[i].need);
      EXPECT_EQ(a->flows[i].offer, b->flows[i].offer);
      EXPECT_EQ(a->flows[i].base_units, b->flows[i].base_units);
    }
  }
}

TEST(SolveTest, AnotherOfferNeverLowersTheTotalWithoutLots) {
  Shape shape;
  shape.lots = false;
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    Instance instance = RandomInstance(seed).Make(shape);
    const absl::StatusOr<Solution> before = Solve(instance);
    Offer more = instance.offers[0];
    more.base_units = 5;
    instance.offers.push_back(more);
    const absl::StatusOr<Solution> after = Solve(instance);
    ASSERT_THAT(before, IsOk());
    ASSERT_THAT(after, IsOk());
    PairValue low, high;
    for (const Pair& p : before->pairs) low += p.value;
    for (const Pair& p : after->pairs) high += p.value;
    EXPECT_LE(low, high);
  }
}

// Places 0 and 1 both want what place 2 has; 1 needs it more urgently.
TEST(SolveTest, ACriticalNeedIsNotGivenUpForAnyNumberOfLesserOnes) {
  Instance instance;
  instance.places = 3;
  instance.items = {{0, 1}};
  for (int i = 0; i < 9; ++i) {
    Need lesser;
    lesser.place = 0;
    lesser.tier = 1;
    lesser.base_units = 100;
    instance.needs.push_back(lesser);
  }
  Need critical;
  critical.place = 1;
  critical.base_units = 1000;
  instance.needs.push_back(critical);
  Offer offer;
  offer.place = 2;
  offer.base_units = 900;
  instance.offers = {offer};
  instance.ties = {{2, 0, 0, 0, 0, 0}, {2, 1, 0, 0, 0, 0}};
  const absl::StatusOr<Solution> solution = Solve(instance);
  ASSERT_THAT(solution, IsOk());
  ASSERT_THAT(solution->pairs, SizeIs(1));
  EXPECT_EQ(solution->pairs[0].recipient, 1);
  EXPECT_EQ(solution->unmet.back().base_units, 100);
  EXPECT_EQ(solution->unmet.back().reason, UnmetReason::kStockUsedUp);
  EXPECT_EQ(solution->unmet.front().reason, UnmetReason::kPlaceNotPaired);
}

TEST(SolveTest, TheBestQualityIsSentAndThenWhatKeepsLeast) {
  Instance instance;
  instance.places = 2;
  instance.items = {{0, 1}, {0, 1}};
  instance.substitutes = {{0, 1, 30}};
  instance.ties = {{0, 1, 2, 0, 0, 0}};
  Need need;
  need.place = 1;
  need.base_units = 10;
  need.substitutes = SubstituteRule::kListed;
  instance.needs = {need};
  Offer keeps, poor, soon;
  keeps.base_units = poor.base_units = soon.base_units = 10;
  poor.item = 1;
  soon.expiry = 5;
  instance.offers = {keeps, poor, soon};
  const absl::StatusOr<Solution> solution = Solve(instance);
  ASSERT_THAT(solution, IsOk());
  ASSERT_THAT(solution->flows, SizeIs(1));
  EXPECT_EQ(solution->flows[0].offer, 2);
  EXPECT_THAT(CheckCertificate(instance, *solution), IsOk());
}

TEST(SolveTest, MoreThanTheLimitsIsRefusedByName) {
  Instance instance;
  instance.places = 2;
  instance.items = {{0, 1}};
  Need need;
  need.place = 1;
  need.base_units = kMaxBaseUnits;
  instance.needs.assign(9, need);
  EXPECT_THAT(Solve(instance), StatusIs(absl::StatusCode::kResourceExhausted));
  instance.needs.assign(1, need);
  instance.needs[0].base_units = kMaxBaseUnits + 1;
  EXPECT_FALSE(Solve(instance).ok());
  instance.needs[0].base_units = -1;
  EXPECT_THAT(Solve(instance), StatusIs(absl::StatusCode::kInvalidArgument));
}

struct ReasonCase {
  const char* name;
  UnmetReason reason;
  void (*change)(Instance&);
};

class UnmetReasonTest : public testing::TestWithParam<ReasonCase> {};

TEST_P(UnmetReasonTest, IsTheOneThatKeepsTheOfferFromTheNeed) {
  Instance instance;
  instance.places = 3;
  instance.items = {{0, 1}, {0, 1}, {1, 1}};
  instance.substitutes = {{0, 1, 40}};
  instance.ties = {{0, 1, 2, 0, 0, 0}};
  Need need;
  need.place = 1;
  need.base_units = 10;
  Offer offer;
  offer.base_units = 10;
  instance.needs = {need};
  instance.offers = {offer};
  GetParam().change(instance);
  const absl::StatusOr<Solution> solution = Solve(instance);
  ASSERT_THAT(solution, IsOk());
  ASSERT_THAT(solution->unmet, testing::Not(testing::IsEmpty()));
  EXPECT_EQ(solution->unmet[0].reason, GetParam().reason);
  EXPECT_THAT(CheckCertificate(instance, *solution), IsOk());
}

INSTANTIATE_TEST_SUITE_P(
    All, UnmetReasonTest,
    testing::Values(
        ReasonCase{"NoTie", UnmetReason::kNoTie,
                   [](Instance& i) { i.ties.clear(); }},
        ReasonCase{"NoOffer", UnmetReason::kNoOffer,
                   [](Instance& i) { i.offers[0].item = 2; }},
        ReasonCase{"SubstituteNotAccepted", UnmetReason::kSubstituteNotAccepted,
                   [](Instance& i) { i.offers[0].item = 1; }},
        ReasonCase{"Currency", UnmetReason::kCurrency,
                   [](Instance& i) { i.offers[0].currency = 1; }},
        ReasonCase{"Quality", UnmetReason::kQuality,
                   [](Instance& i) {
                     i.offers[0].item = 1;
                     i.needs[0].substitutes = SubstituteRule::kListed;
                     i.needs[0].min_quality = 41;
                   }},
        ReasonCase{"DirectedElsewhere", UnmetReason::kDirectedElsewhere,
                   [](Instance& i) { i.offers[0].directed_to = 2; }},
        ReasonCase{"DeclinedTogether", UnmetReason::kDeclinedTogether,
                   [](Instance& i) {
                     i.exclusions = {{0, 0}};
                   }},
        ReasonCase{"OfferWindow", UnmetReason::kOfferWindow,
                   [](Instance& i) {
                     i.offers[0].ready = 5;
                     i.offers[0].available_until = 4;
                   }},
        ReasonCase{"TooLate", UnmetReason::kTooLate,
                   [](Instance& i) { i.needs[0].deadline = 1; }},
        ReasonCase{"ExpiresBeforeArrival", UnmetReason::kExpiresBeforeArrival,
                   [](Instance& i) { i.offers[0].expiry = 1; }},
        ReasonCase{"MinimumLotAboveStock", UnmetReason::kMinimumLot,
                   [](Instance& i) { i.offers[0].min_lot = 11; }},
        ReasonCase{"MinimumLotAboveNeed", UnmetReason::kMinimumLot,
                   [](Instance& i) {
                     i.offers[0].min_lot = 10;
                     i.needs[0].base_units = 9;
                   }},
        ReasonCase{"PlaceNotPaired", UnmetReason::kPlaceNotPaired,
                   [](Instance& i) {
                     i.needs[0].tier = 1;
                     Need urgent = i.needs[0];
                     urgent.place = 2;
                     urgent.tier = 0;
                     i.needs.push_back(urgent);
                     i.ties.push_back({0, 2, 0, 0, 0, 0});
                   }},
        ReasonCase{"StockUsedUp", UnmetReason::kStockUsedUp,
                   [](Instance& i) { i.needs[0].base_units = 11; }}),
    [](const auto& test_case) { return test_case.param.name; });

}  // namespace
}  // namespace twinaid::matcher
