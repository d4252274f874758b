// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// One offer, one need, one tie: what may go where, to the day and the percent.
#include <gtest/gtest.h>

#include <cstdint>
#include <string>

#include "matcher/certificate_check.h"
#include "matcher/solve.h"
#include "tests/support/status_matchers.h"

namespace twinaid::matcher {
namespace {

constexpr ItemIndex kN95 = 0;
constexpr ItemIndex kSurgical = 1;
constexpr ItemIndex kCloth = 2;
constexpr ItemIndex kMoney = 3;

struct Case {
  const char* name;
  std::int64_t flows;  // base units
  void (*change)(Instance&, Need&, Offer&, Tie&);
};

class CompatibilityTest : public testing::TestWithParam<Case> {};

TEST_P(CompatibilityTest, LetsThroughWhatTheRulesLetThrough) {
  Instance instance;
  instance.places = 3;
  instance.items = {{0, 1}, {0, 1}, {0, 1}, {1, 1}};
  // A respirator stands in for a surgical mask, that for a cloth one.
  instance.substitutes = {{kSurgical, kN95, 90}, {kCloth, kSurgical, 80}};
  Need need;
  need.place = 1;
  need.base_units = 100;
  Offer offer;
  offer.place = 0;
  offer.base_units = 60;
  offer.ready = 10;
  Tie tie;
  tie.donor = 0;
  tie.recipient = 1;
  tie.transit_days = 5;
  GetParam().change(instance, need, offer, tie);
  instance.needs = {need};
  instance.offers = {offer};
  instance.ties = {tie};
  const absl::StatusOr<Solution> solution = Solve(instance);
  ASSERT_THAT(solution, IsOk());
  EXPECT_THAT(CheckCertificate(instance, *solution), IsOk());
  std::int64_t sum = 0;
  for (const Flow& flow : solution->flows) sum += flow.base_units;
  EXPECT_EQ(sum, GetParam().flows);
}

INSTANTIATE_TEST_SUITE_P(
    Rules, CompatibilityTest,
    testing::Values(Case{"TheSameItem", 60,
                         [](Instance&, Need&, Offer&, Tie&) {}},
                    Case{"NoMoreThanTheNeed", 40,
                         [](Instance&, Need& n, Offer&, Tie&) {
                           n.base_units = 40;
                         }},
                    Case{"AListedSubstitute", 60,
                         [](Instance&, Need& n, Offer&, Tie&) {
                           n.item = kSurgical;
                           n.substitutes = SubstituteRule::kListed;
                         }},
                    Case{"NoSubstituteUnlessAccepted", 0,
                         [](Instance&, Need& n, Offer&, Tie&) {
                           n.item = kSurgical;
                         }},
                    Case{"NeverTheOtherWayRound", 0,
                         [](Instance&, Need& n, Offer& o, Tie&) {
                           n.substitutes = SubstituteRule::kListed;
                           o.item = kSurgical;
                         }},
                    Case{"NeverByWayOfAThirdItem", 0,
                         [](Instance&, Need& n, Offer&, Tie&) {
                           n.item = kCloth;
                           n.substitutes = SubstituteRule::kListed;
                         }},
                    Case{"OneThatTheNeedNames", 60,
                         [](Instance& i, Need& n, Offer&, Tie&) {
                           n.item = kSurgical;
                           n.substitutes = SubstituteRule::kOnly;
                           i.item_lists = {{kCloth, kN95}};
                           n.accepted = 0;
                         }},
                    Case{"NotOneThatTheNeedDoesNotName", 0,
                         [](Instance& i, Need& n, Offer&, Tie&) {
                           n.item = kSurgical;
                           n.substitutes = SubstituteRule::kOnly;
                           i.item_lists = {{kCloth}};
                           n.accepted = 0;
                         }},
                    Case{"NotOneThatIsNamedButNotListed", 0,
                         [](Instance& i, Need& n, Offer&, Tie&) {
                           n.item = kCloth;
                           n.substitutes = SubstituteRule::kOnly;
                           i.item_lists = {{kN95}};
                           n.accepted = 0;
                         }},
                    Case{"OfJustTheQuality", 60,
                         [](Instance&, Need& n, Offer&, Tie&) {
                           n.item = kSurgical;
                           n.substitutes = SubstituteRule::kListed;
                           n.min_quality = 90;
                         }},
                    Case{"NotOfOnePercentLess", 0,
                         [](Instance&, Need& n, Offer&, Tie&) {
                           n.item = kSurgical;
                           n.substitutes = SubstituteRule::kListed;
                           n.min_quality = 91;
                         }},
                    Case{"NothingOfAnotherGroup", 0,
                         [](Instance&, Need&, Offer& o, Tie&) {
                           o.item = kMoney;
                         }},
                    Case{"TheSameCurrency", 60,
                         [](Instance&, Need& n, Offer& o, Tie&) {
                           n.item = o.item = kMoney;
                           n.currency = o.currency = 156;
                         }},
                    Case{"NotAnotherCurrency", 0,
                         [](Instance&, Need& n, Offer& o, Tie&) {
                           n.item = o.item = kMoney;
                           n.currency = 156;
                           o.currency = 840;
                         }},
                    Case{"DirectedHere", 60,
                         [](Instance&, Need&, Offer& o, Tie&) {
                           o.directed_to = 1;
                         }},
                    Case{"NotDirectedElsewhere", 0,
                         [](Instance&, Need&, Offer& o, Tie&) {
                           o.directed_to = 2;
                         }},
                    Case{"NotDeclinedBefore", 0,
                         [](Instance& i, Need&, Offer&, Tie&) {
                           i.exclusions = {{0, 0}};
                         }},
                    Case{"LeavesOnItsLastDay", 60,
                         [](Instance&, Need&, Offer& o, Tie&) {
                           o.available_until = 10;
                         }},
                    Case{"NotTheDayAfter", 0,
                         [](Instance&, Need&, Offer& o, Tie&) {
                           o.available_until = 9;
                         }},
                    Case{"ArrivesOnTheDeadline", 60,
                         [](Instance&, Need& n, Offer&, Tie&) {
                           n.deadline = 15;
                         }},
                    Case{"NotTheDayAfterTheDeadline", 0,
                         [](Instance&, Need& n, Offer&, Tie&) {
                           n.deadline = 14;
                         }},
                    Case{"ExpiresOnArrival", 60,
                         [](Instance&, Need&, Offer& o, Tie&) {
                           o.expiry = 15;
                         }},
                    Case{"NotTheDayBefore", 0,
                         [](Instance&, Need&, Offer& o, Tie&) {
                           o.expiry = 14;
                         }},
                    Case{"ADayFarAheadDoesNotWrapRound", 0,
                         [](Instance&, Need& n, Offer& o, Tie& tie) {
                           o.ready = kNoDay - 1;
                           tie.transit_days = kNoDay;
                           n.deadline = 1000;
                         }},
                    Case{"JustTheMinimumLot", 60,
                         [](Instance&, Need&, Offer& o, Tie&) {
                           o.min_lot = 60;
                         }},
                    Case{"NotBelowTheMinimumLot", 0,
                         [](Instance&, Need& n, Offer& o, Tie&) {
                           o.min_lot = 51;
                           n.base_units = 50;
                         }},
                    Case{"NotOverTheTieOfOthers", 0,
                         [](Instance&, Need&, Offer&, Tie& tie) {
                           tie.recipient = 2;
                         }},
                    Case{"NotAgainstTheTie", 0,
                         [](Instance&, Need&, Offer&, Tie& tie) {
                           tie.donor = 1;
                           tie.recipient = 0;
                         }}),
    [](const auto& test_case) { return std::string(test_case.param.name); });

}  // namespace
}  // namespace twinaid::matcher
