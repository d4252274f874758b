// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What the engine refuses to be asked, and what it can bear.
#include "matcher/instance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "matcher/certificate_check.h"
#include "matcher/solve.h"
#include "tests/support/status_matchers.h"

namespace twinaid::matcher {
namespace {

using ::testing::HasSubstr;

// Two places, one of everything, all valid.
Instance Valid() {
  Instance instance;
  instance.places = 2;
  instance.items = {{0, 1}, {0, 10}, {1, 1}};
  instance.substitutes = {{0, 1, 50}};
  Need need;
  need.place = 1;
  need.base_units = 10;
  Offer offer;
  offer.base_units = 10;
  instance.needs = {need};
  instance.offers = {offer};
  instance.ties = {{0, 1, 0, 0, 0, 0}};
  return instance;
}

struct BadCase {
  const char* name;
  const char* message;
  void (*change)(Instance&);
};

class InvalidInstanceTest : public testing::TestWithParam<BadCase> {};

TEST_P(InvalidInstanceTest, IsRefusedByEveryEntrance) {
  Instance instance = Valid();
  const absl::StatusOr<Solution> solution = Solve(instance);
  ASSERT_THAT(solution, IsOk());
  GetParam().change(instance);
  const auto refused = StatusIs(absl::StatusCode::kInvalidArgument,
                                HasSubstr(GetParam().message));
  EXPECT_THAT(Validate(instance), refused);
  EXPECT_THAT(Solve(instance), refused);
  EXPECT_THAT(CheckCertificate(instance, *solution), refused);
}

INSTANTIATE_TEST_SUITE_P(
    Faults, InvalidInstanceTest,
    testing::Values(
        BadCase{"Places", "places: below zero",
                [](Instance& i) { i.places = -1; }},
        BadCase{"ItemGroup", "item 1: group",
                [](Instance& i) { i.items[1].group = -1; }},
        BadCase{"NoContent", "item 1: base content",
                [](Instance& i) { i.items[1].base_content = 0; }},
        BadCase{
            "TooMuchContent", "item 1: base content",
            [](Instance& i) { i.items[1].base_content = kMaxBaseUnits + 1; }},
        BadCase{"SubstituteItem", "substitute 0: no such item",
                [](Instance& i) { i.substitutes[0].substitute = 3; }},
        BadCase{"SubstituteOfItself", "cannot substitute itself",
                [](Instance& i) { i.substitutes[0].substitute = 0; }},
        BadCase{"SubstituteOfAnotherGroup", "different groups",
                [](Instance& i) { i.substitutes[0].substitute = 2; }},
        BadCase{"SubstituteQuality", "quality outside",
                [](Instance& i) { i.substitutes[0].quality = 101; }},
        BadCase{"SubstituteTwice", "listed twice",
                [](Instance& i) {
                  i.substitutes.push_back({0, 1, 60});
                }},
        BadCase{"NeedPlace", "need 0: no such place",
                [](Instance& i) { i.needs[0].place = 2; }},
        BadCase{"NeedItem", "need 0: no such item",
                [](Instance& i) { i.needs[0].item = -1; }},
        BadCase{"NeedBelowZero", "need 0: base units",
                [](Instance& i) { i.needs[0].base_units = -1; }},
        BadCase{"NeedTooBig", "need 0: base units",
                [](Instance& i) { i.needs[0].base_units = kMaxBaseUnits + 1; }},
        BadCase{"Tier", "need 0: tier",
                [](Instance& i) { i.needs[0].tier = kTiers; }},
        BadCase{"NoCriticality", "need 0: criticality",
                [](Instance& i) { i.needs[0].criticality = 0; }},
        BadCase{"TooMuchCriticality", "need 0: criticality",
                [](Instance& i) { i.needs[0].criticality = 33; }},
        BadCase{"MinQuality", "need 0: minimum quality",
                [](Instance& i) { i.needs[0].min_quality = 101; }},
        BadCase{"NeedCurrency", "need 0: currency",
                [](Instance& i) { i.needs[0].currency = -1; }},
        BadCase{"AcceptedSubstitute", "item list 0: no such accepted",
                [](Instance& i) { i.item_lists = {{3}}; }},
        BadCase{"AcceptedList", "need 0: no such list",
                [](Instance& i) { i.needs[0].accepted = 0; }},
        BadCase{"ExcludedOffer", "exclusion 0: no such excluded",
                [](Instance& i) {
                  i.exclusions = {{0, 1}};
                }},
        BadCase{"ExcludedNeed", "exclusion 0: no such excluded",
                [](Instance& i) {
                  i.exclusions = {{-1, 0}};
                }},
        BadCase{"WholeBelowOpen", "need 0: whole units",
                [](Instance& i) {
                  i.needs[0].base_units = 2;
                  i.needs[0].whole_units = 1;
                }},
        BadCase{"OfferPlace", "offer 0: no such place",
                [](Instance& i) { i.offers[0].place = -1; }},
        BadCase{"OfferItem", "offer 0: no such item",
                [](Instance& i) { i.offers[0].item = 3; }},
        BadCase{
            "OfferTooBig", "offer 0: base units",
            [](Instance& i) { i.offers[0].base_units = 100'000'000'000'000; }},
        BadCase{"DirectedTo", "offer 0: directed to",
                [](Instance& i) { i.offers[0].directed_to = 2; }},
        BadCase{"MinLot", "offer 0: minimum lot",
                [](Instance& i) { i.offers[0].min_lot = -1; }},
        BadCase{"OfferCurrency", "offer 0: currency",
                [](Instance& i) { i.offers[0].currency = -1; }},
        BadCase{"TiePlace", "tie 0: no such place",
                [](Instance& i) { i.ties[0].recipient = 2; }},
        BadCase{"TieOfItself", "tie 0: a place cannot",
                [](Instance& i) { i.ties[0].recipient = 0; }},
        BadCase{"Transit", "tie 0: transit",
                [](Instance& i) { i.ties[0].transit_days = -1; }},
        BadCase{"Keep", "tie 0: keep", [](Instance& i) { i.ties[0].keep = 2; }},
        BadCase{"Affinity", "tie 0: affinity",
                [](Instance& i) { i.ties[0].affinity = kMaxAffinity + 1; }},
        BadCase{"TieDigit", "tie 0: tie digit",
                [](Instance& i) { i.ties[0].tie = kMaxTieDigit + 1; }}),
    [](const auto& test_case) { return std::string(test_case.param.name); });

TEST(InstanceTest, AnswersOneThatIsEmpty) {
  const absl::StatusOr<Solution> solution = Solve(Instance{});
  ASSERT_THAT(solution, IsOk());
  EXPECT_THAT(solution->pairs, testing::IsEmpty());
  EXPECT_THAT(CheckCertificate(Instance{}, *solution), IsOk());
}

TEST(InstanceTest, RefusesMorePlacesThanTheLimitByName) {
  Instance instance = Valid();
  instance.places = kMaxPlaces + 1;
  EXPECT_THAT(Solve(instance), StatusIs(absl::StatusCode::kResourceExhausted,
                                        HasSubstr("kMaxPlaces = 65536")));
}

TEST(InstanceTest, RefusesMoreBaseUnitsOfATierThanTheLimitByName) {
  Instance instance = Valid();
  instance.needs[0].base_units = kMaxBaseUnits;
  instance.needs.resize(9, instance.needs[0]);
  EXPECT_THAT(Solve(instance),
              StatusIs(absl::StatusCode::kResourceExhausted,
                       HasSubstr("kMaxBaseUnitsPerPlaceAndTier")));
  instance.needs[8].tier = 1;
  EXPECT_THAT(Solve(instance), IsOk());
}

// A chain of places in which every digit is as large as it can be, and to serve
// one more place moves all others on.
TEST(InstanceTest, BearsTheLargestNumbersOfAll) {
  constexpr std::int32_t kChain = 400;
  Instance instance;
  instance.places = kChain;
  instance.items = {{0, 1}};
  for (PlaceIndex p = 0; p < kChain; ++p) {
    for (std::int32_t tier = 0; tier < kTiers; ++tier) {
      for (int k = 0; k < 8; ++k) {
        Need need;
        need.place = p;
        need.base_units = kMaxBaseUnits - (k == 0 ? p : 0);
        need.tier = static_cast<std::int8_t>(tier);
        need.criticality = kMaxCriticality;
        instance.needs.push_back(need);
        Offer offer;
        offer.place = p;
        offer.base_units = kMaxBaseUnits - p % 7;
        offer.expiry = kNoDay - 1;
        instance.offers.push_back(offer);
      }
    }
  }
  for (PlaceIndex p = 0; p + 1 < kChain; ++p) {
    instance.ties.push_back({p, p + 1, 3, 1, kMaxAffinity, kMaxTieDigit - p});
    instance.ties.push_back({p + 1, p, 3, 0, 0, p});
  }
  const absl::StatusOr<Solution> solution = Solve(instance);
  ASSERT_THAT(solution, IsOk());
  EXPECT_THAT(CheckCertificate(instance, *solution), IsOk());
  EXPECT_GT(solution->certificate.pairs_total[0],
            Int128{1} << 44 << 8);  // hundreds of tiers fully covered
}

}  // namespace
}  // namespace twinaid::matcher
