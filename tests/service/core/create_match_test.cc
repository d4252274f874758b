// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <optional>
#include <string>

#include "tests/service/core/assistance_world.h"

namespace twinaid::core {
namespace {

using model::BaseUnits;
using model::MatchState;
using ::testing::ElementsAre;

class NewMatches : public Assistance {};

TEST_F(NewMatches, CreateMatchHoldsTheQuantityOnBothSides) {
  const auto match = Add(ByHand(need_, offer_, 40));
  ASSERT_THAT(match, IsOk());
  EXPECT_EQ(match->state, MatchState::kProposed);
  EXPECT_EQ(match->quality_percent, 100);
  ExpectNeed(40, 0, 0, 0);
  ExpectOffer(40, 0, 0);
  EXPECT_EQ(Events().back().type, "match.proposed");
  EXPECT_THAT(Events().back().places,
              ElementsAre(PlaceNamed("san-antonio"), PlaceNamed("wuxi")));
}

TEST_F(NewMatches, CreateMatchRefusesMoreThanIsOpenOrAvailable) {
  ASSERT_THAT(Add(OfferOf("wuxi", "more", "gowns", 500)), IsOk());
  ASSERT_THAT(Add(NeedOf("san-antonio", "more", "gowns", 500)), IsOk());
  EXPECT_THAT(Add(ByHand(need_, OfferOf("wuxi", "more", "gowns", 1).name, 101)),
              Refused(kPrecondition, "NOT_ENOUGH_OPEN"));
  EXPECT_THAT(
      Add(ByHand(NeedOf("san-antonio", "more", "gowns", 1).name, offer_, 101)),
      Refused(kPrecondition, "NOT_ENOUGH_AVAILABLE"));
  Propose(60);
  EXPECT_THAT(Add(ByHand(need_, offer_, 41)),
              Refused(kPrecondition, "NOT_ENOUGH_AVAILABLE"));
}

TEST_F(NewMatches, CreateMatchRefusesWhatDoesNotExistAndQuantitiesOutOfRange) {
  model::NeedName lost = need_;
  lost.child = model::NeedId::Trusted("lost");
  EXPECT_THAT(Add(ByHand(lost, offer_, 1)),
              Refused(kInvalid, "REFERENCE_NOT_FOUND"));
  EXPECT_THAT(Add(ByHand({}, offer_, 1)), Refused(kInvalid, "REQUIRED_FIELD"));
  for (const std::int64_t quantity :
       {std::int64_t{0}, std::int64_t{-1}, std::int64_t{100'000'000'000'000}}) {
    EXPECT_THAT(Add(ByHand(need_, offer_, quantity)),
                Refused(kInvalid, "OUT_OF_RANGE_VALUE"));
  }
}

TEST_F(NewMatches, CreateMatchRefusesAnIdThatIsTaken) {
  NewMatch match = ByHand(need_, offer_, 1);
  match.id = model::MatchId::Trusted("one");
  ASSERT_THAT(Add(match), IsOk());
  EXPECT_THAT(Add(match), Refused(kExists, "MATCH_ALREADY_EXISTS"));
  ExpectNeed(1, 0, 0, 0);
}

TEST_F(NewMatches, CreateMatchRefusesTheSamePlace) {
  EXPECT_THAT(
      Join(NeedOf("wuxi", "a", "gowns", 5), OfferOf("wuxi", "a", "gowns", 5)),
      Refused(kInvalid, "SAME_PLACE"));
}

TEST_F(NewMatches, CreateMatchTakesASubstituteOnlyWhereTheNeedDoes) {
  EXPECT_THAT(Join(NeedOf("san-antonio", "a", "masks", 5),
                   OfferOf("wuxi", "a", "n95", 5)),
              Refused(kInvalid, "ITEM_NOT_ACCEPTED"));
  model::Need any = NeedOf("san-antonio", "b", "masks", 5);
  any.substitutes = model::SubstitutePolicy::kAny;
  const auto match = Join(any, OfferOf("wuxi", "b", "n95", 5));
  ASSERT_THAT(match, IsOk());
  EXPECT_EQ(match->quality_percent, 90);
  EXPECT_EQ(match->need_item, ItemNamed("masks"));
  EXPECT_EQ(match->offer_item, ItemNamed("n95"));
}

TEST_F(NewMatches, CreateMatchTakesNoSubstituteTheOtherWayRound) {
  model::Need any = NeedOf("san-antonio", "a", "n95", 5);
  any.substitutes = model::SubstitutePolicy::kAny;
  EXPECT_THAT(Join(any, OfferOf("wuxi", "a", "masks", 5)),
              Refused(kInvalid, "ITEM_NOT_ACCEPTED"));
}

TEST_F(NewMatches, CreateMatchRefusesASubstituteBelowTheQualityAskedFor) {
  model::Need need = NeedOf("san-antonio", "a", "masks", 5);
  need.substitutes = model::SubstitutePolicy::kListed;
  need.listed_substitutes = {ItemNamed("n95")};
  need.min_quality_percent = 91;
  EXPECT_THAT(Join(need, OfferOf("wuxi", "a", "n95", 5)),
              Refused(kInvalid, "QUALITY_TOO_LOW"));
}

TEST_F(NewMatches, CreateMatchRefusesAnotherCurrency) {
  model::Offer dollars = OfferOf("wuxi", "a", "money", 5);
  dollars.currency = "USD";
  EXPECT_THAT(Join(NeedOf("san-antonio", "a", "money", 5), dollars),
              Refused(kInvalid, "CURRENCY_DIFFERS"));
}

TEST_F(NewMatches, CreateMatchRefusesAnOfferDirectedElsewhere) {
  model::Offer offer = OfferOf("wuxi", "a", "gowns", 5);
  offer.directed_to = PlaceNamed("zibo");
  EXPECT_THAT(Join(NeedOf("san-antonio", "a", "gowns", 5), offer),
              Refused(kInvalid, "DIRECTED_ELSEWHERE"));
}

// Two days to make ready and three on the way: ready on the 12th, there on the
// 15th of February.
struct DaysCase {
  const char* name;
  int until;            // day of February; 0: not said
  int needed;           // likewise
  int expires;          // likewise
  const char* refusal;  // "": taken
};

class MatchDays : public Assistance,
                  public ::testing::WithParamInterface<DaysCase> {
 protected:
  static std::optional<absl::CivilDay> Day(int day) {
    if (day == 0) return std::nullopt;
    return absl::CivilDay(2020, 2, day);
  }
};

TEST_P(MatchDays, AreCheckedToTheDay) {
  model::SisterLink link = Sisters("lnk-1", "wuxi", "san-antonio");
  link.transit_days = 3;
  ASSERT_THAT(Do([&](Mutation& m) { return UpdateSisterLink(m, link, ""); }),
              IsOk());
  model::Offer offer = OfferOf("wuxi", "a", "gowns", 5);
  offer.lead_days = 2;
  offer.available_until = Day(GetParam().until);
  offer.expires = Day(GetParam().expires);
  model::Need need = NeedOf("san-antonio", "a", "gowns", 5);
  need.needed_by = Day(GetParam().needed);
  const auto match = Join(need, offer);
  if (std::string(GetParam().refusal).empty()) {
    EXPECT_THAT(match, IsOk());
  } else {
    EXPECT_THAT(match, Refused(kInvalid, GetParam().refusal));
  }
}

INSTANTIATE_TEST_SUITE_P(
    Boundaries, MatchDays,
    ::testing::Values(
        DaysCase{"NothingSaid", 0, 0, 0, ""},
        DaysCase{"LastDayToLeave", 12, 0, 0, ""},
        DaysCase{"ADayTooLateToLeave", 11, 0, 0, "NOT_AVAILABLE_IN_TIME"},
        DaysCase{"LastDayToArrive", 0, 15, 0, ""},
        DaysCase{"ADayTooLateToArrive", 0, 14, 0, "ARRIVES_TOO_LATE"},
        DaysCase{"LastDayGood", 0, 0, 15, ""},
        DaysCase{"ADayTooOld", 0, 0, 14, "GOODS_EXPIRED"}),
    [](const auto& param) { return param.param.name; });

TEST_F(NewMatches, CreateMatchRefusesLessThanTheMinimumLotInBaseUnits) {
  model::Offer offer = OfferOf("wuxi", "a", "masks", 50);
  offer.min_lot = model::Units(2);
  ASSERT_THAT(Add(offer), IsOk());
  const model::Need need = NeedOf("san-antonio", "a", "masks", 50);
  ASSERT_THAT(Add(need), IsOk());
  EXPECT_THAT(Add(ByHand(need.name, offer.name, 19)),
              Refused(kPrecondition, "BELOW_MINIMUM_LOT"));
  EXPECT_THAT(Add(ByHand(need.name, offer.name, 20)), IsOk());
}

TEST_F(NewMatches, ARecordedMatchIsReceivedAtOnce) {
  NewMatch match = ByHand(need_, offer_, 30);
  match.origin = model::MatchOrigin::kRecorded;
  match.happened = clock_.Now() - absl::Hours(48);
  const auto made = Add(match);
  ASSERT_THAT(made, IsOk());
  EXPECT_EQ(made->state, MatchState::kReceived);
  EXPECT_EQ(made->received(), BaseUnits(30));
  EXPECT_EQ(made->receipts[0].time, *match.happened);
  ExpectNeed(0, 0, 0, 30);
  ExpectOffer(0, 0, 30);
  EXPECT_EQ(Events().back().type, "match.recorded");
}

TEST_F(NewMatches, ARecordedMatchIsNotOfTheFuture) {
  NewMatch match = ByHand(need_, offer_, 30);
  match.origin = model::MatchOrigin::kRecorded;
  match.happened = clock_.Now() + absl::Seconds(1);
  EXPECT_THAT(Add(match), Refused(kInvalid, "INVALID_VALUE"));
  match.origin = model::MatchOrigin::kManual;
  match.happened = clock_.Now();
  EXPECT_THAT(Add(match), Refused(kInvalid, "INVALID_VALUE"));
}

}  // namespace
}  // namespace twinaid::core
