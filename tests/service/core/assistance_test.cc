// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <optional>
#include <string>
#include <vector>

#include "tests/service/core/world.h"

namespace twinaid::core {
namespace {

using model::BaseUnits;
using model::MatchState;
using model::Side;
using ::testing::ElementsAre;

// A need of 100 gowns in San Antonio, an offer of 100 in Wuxi.
class Assistance : public World {
 protected:
  Assistance() {
    EXPECT_THAT(Add(NeedOf("san-antonio", "n", "gowns", 100)), IsOk());
    EXPECT_THAT(Add(OfferOf("wuxi", "o", "gowns", 100)), IsOk());
  }
  model::MatchId Propose(std::int64_t quantity) {
    const auto match = Add(ByHand(need_, offer_, quantity));
    EXPECT_THAT(match, IsOk());
    return match->id;
  }
  model::MatchId Accepted(std::int64_t quantity) {
    const model::MatchId id = Propose(quantity);
    EXPECT_THAT(Accept(id), IsOk());
    return id;
  }
  absl::StatusOr<model::Match> Close(const model::MatchId& id,
                                     model::Reason reason) {
    NewReceipt receipt;
    receipt.close = true;
    receipt.close_reason = reason;
    return Do([&](Mutation& m) { return ReceiveMatch(m, id, "", receipt); });
  }
  absl::StatusOr<model::Match> Cancel(const model::MatchId& id) {
    return Do([&](Mutation& m) {
      return CancelMatch(m, id, "", model::Reason::kCustoms, "");
    });
  }
  // A need or offer beside the two of the fixture, and their match by hand.
  absl::StatusOr<model::Match> Join(const model::Need& need,
                                    const model::Offer& offer) {
    EXPECT_THAT(Add(need), IsOk());
    EXPECT_THAT(Add(offer), IsOk());
    return Add(ByHand(need.name, offer.name, 1));
  }
  void ExpectNeed(std::int64_t proposed, std::int64_t committed,
                  std::int64_t in_transit, std::int64_t received) {
    const model::NeedTallies expected = {
        BaseUnits(proposed), BaseUnits(committed), BaseUnits(in_transit),
        BaseUnits(received)};
    EXPECT_EQ(Now(need_).tallies, expected);
  }
  void ExpectOffer(std::int64_t proposed, std::int64_t committed,
                   std::int64_t dispatched) {
    const model::OfferTallies expected = {
        BaseUnits(proposed), BaseUnits(committed), BaseUnits(dispatched)};
    EXPECT_EQ(Now(offer_).tallies, expected);
  }
  static model::Missing Part(std::int64_t quantity, model::Reason reason) {
    return {BaseUnits(quantity), reason, ""};
  }

  const model::NeedName need_ = NeedOf("san-antonio", "n", "gowns", 1).name;
  const model::OfferName offer_ = OfferOf("wuxi", "o", "gowns", 1).name;
};

TEST_F(Assistance, CreateMatchHoldsTheQuantityOnBothSides) {
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

TEST_F(Assistance, CreateMatchRefusesMoreThanIsOpenOrAvailable) {
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

TEST_F(Assistance, CreateMatchRefusesWhatDoesNotExistAndQuantitiesOutOfRange) {
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

TEST_F(Assistance, CreateMatchRefusesAnIdThatIsTaken) {
  NewMatch match = ByHand(need_, offer_, 1);
  match.id = model::MatchId::Trusted("one");
  ASSERT_THAT(Add(match), IsOk());
  EXPECT_THAT(Add(match), Refused(kExists, "MATCH_ALREADY_EXISTS"));
  ExpectNeed(1, 0, 0, 0);
}

TEST_F(Assistance, CreateMatchRefusesTheSamePlace) {
  EXPECT_THAT(
      Join(NeedOf("wuxi", "a", "gowns", 5), OfferOf("wuxi", "a", "gowns", 5)),
      Refused(kInvalid, "SAME_PLACE"));
}

TEST_F(Assistance, CreateMatchTakesASubstituteOnlyWhereTheNeedDoes) {
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

TEST_F(Assistance, CreateMatchTakesNoSubstituteTheOtherWayRound) {
  model::Need any = NeedOf("san-antonio", "a", "n95", 5);
  any.substitutes = model::SubstitutePolicy::kAny;
  EXPECT_THAT(Join(any, OfferOf("wuxi", "a", "masks", 5)),
              Refused(kInvalid, "ITEM_NOT_ACCEPTED"));
}

TEST_F(Assistance, CreateMatchRefusesASubstituteBelowTheQualityAskedFor) {
  model::Need need = NeedOf("san-antonio", "a", "masks", 5);
  need.substitutes = model::SubstitutePolicy::kListed;
  need.listed_substitutes = {ItemNamed("n95")};
  need.min_quality_percent = 91;
  EXPECT_THAT(Join(need, OfferOf("wuxi", "a", "n95", 5)),
              Refused(kInvalid, "QUALITY_TOO_LOW"));
}

TEST_F(Assistance, CreateMatchRefusesAnotherCurrency) {
  model::Offer dollars = OfferOf("wuxi", "a", "money", 5);
  dollars.currency = "USD";
  EXPECT_THAT(Join(NeedOf("san-antonio", "a", "money", 5), dollars),
              Refused(kInvalid, "CURRENCY_DIFFERS"));
}

TEST_F(Assistance, CreateMatchRefusesAnOfferDirectedElsewhere) {
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

TEST_F(Assistance, CreateMatchRefusesLessThanTheMinimumLotInBaseUnits) {
  model::Offer offer = OfferOf("wuxi", "a", "masks", 50);
  offer.min_lot = model::Units(2);
  ASSERT_THAT(Add(offer), IsOk());
  const model::Need need = NeedOf("san-antonio", "a", "masks", 50);
  ASSERT_THAT(Add(need), IsOk());
  EXPECT_THAT(Add(ByHand(need.name, offer.name, 19)),
              Refused(kPrecondition, "BELOW_MINIMUM_LOT"));
  EXPECT_THAT(Add(ByHand(need.name, offer.name, 20)), IsOk());
}

TEST_F(Assistance, ARecordedMatchIsReceivedAtOnce) {
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

TEST_F(Assistance, ARecordedMatchIsNotOfTheFuture) {
  NewMatch match = ByHand(need_, offer_, 30);
  match.origin = model::MatchOrigin::kRecorded;
  match.happened = clock_.Now() + absl::Seconds(1);
  EXPECT_THAT(Add(match), Refused(kInvalid, "INVALID_VALUE"));
  match.origin = model::MatchOrigin::kManual;
  match.happened = clock_.Now();
  EXPECT_THAT(Add(match), Refused(kInvalid, "INVALID_VALUE"));
}

TEST_F(Assistance, OneSidesYesCommitsNothing) {
  const model::MatchId id = Propose(40);
  const auto match = Accept(id, Side::kDonor);
  ASSERT_THAT(match, IsOk());
  EXPECT_EQ(match->state, MatchState::kProposed);
  EXPECT_EQ(match->donor_decision.answer, model::Answer::kAccepted);
  EXPECT_EQ(match->recipient_decision.answer, model::Answer::kPending);
  ExpectNeed(40, 0, 0, 0);
}

TEST_F(Assistance, TheSecondSidesYesCommitsTheQuantity) {
  const model::MatchId id = Propose(40);
  ASSERT_THAT(Accept(id, Side::kRecipient), IsOk());
  const auto match = Accept(id, Side::kDonor);
  ASSERT_THAT(match, IsOk());
  EXPECT_EQ(match->state, MatchState::kAccepted);
  ExpectNeed(0, 40, 0, 0);
  ExpectOffer(0, 40, 0);
}

TEST_F(Assistance, AcceptingAgainChangesNothing) {
  const model::MatchId id = Accepted(40);
  const model::Match before = Now(id);
  const std::size_t events = Events().size();
  EXPECT_THAT(Accept(id), IsOkAndHolds(before));
  EXPECT_THAT(Accept(id, Side::kDonor), IsOkAndHolds(before));
  EXPECT_EQ(Events().size(), events);
}

TEST_F(Assistance, AnAnswerByTelephoneIsInTheLedger) {
  const model::MatchId id = Propose(40);
  const auto match = Do([&](Mutation& m) {
    return AcceptMatch(m, id, "", Side::kDonor, true, "Ms Li said yes");
  });
  ASSERT_THAT(match, IsOk());
  EXPECT_TRUE(match->donor_decision.by_telephone);
  EXPECT_EQ(match->donor_decision.principal, kLocalPrincipal);
  const model::Event event = Events().back();
  EXPECT_EQ(event.details.at("by_telephone"), "true");
  EXPECT_EQ(event.details.at("side"), "donor");
  EXPECT_EQ(event.details.at("note_sha256"),
            model::NoteDigest(event.details.at("note_salt"), "Ms Li said yes"));
}

TEST_F(Assistance, AcceptRefusesAStaleEtag) {
  const model::MatchId id = Propose(40);
  const std::string read = model::EtagOf(model::ToName(id), Now(id).meta);
  ASSERT_THAT(Accept(id, Side::kDonor), IsOk());
  EXPECT_THAT(Do([&](Mutation& m) {
                return AcceptMatch(m, id, read, Side::kRecipient, false, "");
              }),
              Refused(kAborted, "STALE_ETAG"));
}

TEST_F(Assistance, DeclineFreesTheQuantityAfterOneYesToo) {
  const model::MatchId id = Propose(40);
  ASSERT_THAT(Accept(id, Side::kDonor), IsOk());
  const auto match = Do([&](Mutation& m) {
    return DeclineMatch(m, id, "", Side::kDonor, false,
                        model::Reason::kPrefersOther, "");
  });
  ASSERT_THAT(match, IsOk());
  EXPECT_EQ(match->state, MatchState::kDeclined);
  EXPECT_EQ(match->end_reason, model::Reason::kPrefersOther);
  ExpectNeed(0, 0, 0, 0);
  ExpectOffer(0, 0, 0);
}

TEST_F(Assistance, WhatHasEndedTakesNoAnswer) {
  const model::MatchId id = Propose(40);
  ASSERT_THAT(Decline(id), IsOk());
  EXPECT_THAT(Accept(id), Refused(kPrecondition, "MATCH_WRONG_STATE"));
  EXPECT_THAT(Decline(id), Refused(kPrecondition, "MATCH_WRONG_STATE"));
  EXPECT_THAT(Cancel(id), Refused(kPrecondition, "MATCH_WRONG_STATE"));
  EXPECT_THAT(Send(id, 1), Refused(kPrecondition, "MATCH_WRONG_STATE"));
  EXPECT_THAT(Receive(id, 1), Refused(kPrecondition, "MATCH_WRONG_STATE"));
}

TEST_F(Assistance, DeclineIsRefusedOnceBothAccepted) {
  EXPECT_THAT(Decline(Accepted(40)),
              Refused(kPrecondition, "MATCH_WRONG_STATE"));
}

TEST_F(Assistance, CancelUndoesWhatWasAcceptedUntilSomethingIsSent) {
  const model::MatchId first = Accepted(40);
  ASSERT_THAT(Cancel(first), IsOk());
  EXPECT_EQ(Now(first).state, MatchState::kCancelled);
  ExpectNeed(0, 0, 0, 0);
  ExpectOffer(0, 0, 0);
  const model::MatchId second = Accepted(40);
  ASSERT_THAT(Send(second, 1), IsOk());
  EXPECT_THAT(Cancel(second), Refused(kPrecondition, "MATCH_WRONG_STATE"));
}

TEST_F(Assistance, NothingIsSentBeforeBothAccepted) {
  EXPECT_THAT(Send(Propose(40), 1),
              Refused(kPrecondition, "MATCH_WRONG_STATE"));
}

TEST_F(Assistance, SendsAndReceivesInParts) {
  const model::MatchId id = Accepted(40);
  EXPECT_EQ(Send(id, 25)->state, MatchState::kDispatched);
  ExpectNeed(0, 15, 25, 0);
  ExpectOffer(0, 15, 25);
  EXPECT_EQ(Receive(id, 20)->state, MatchState::kDispatched);
  ExpectNeed(0, 15, 5, 20);
  EXPECT_EQ(Send(id, 15)->state, MatchState::kDispatched);
  EXPECT_EQ(Receive(id, 20)->state, MatchState::kReceived);
  ExpectNeed(0, 0, 0, 40);
  ExpectOffer(0, 0, 40);
  EXPECT_EQ(Now(need_).outstanding(), BaseUnits(60));
}

TEST_F(Assistance, RefusesToSendMoreThanIsLeft) {
  const model::MatchId id = Accepted(40);
  EXPECT_THAT(Send(id, 41), Refused(kPrecondition, "DISPATCH_TOO_MUCH"));
  ASSERT_THAT(Send(id, 30), IsOk());
  EXPECT_THAT(Send(id, 11), Refused(kPrecondition, "DISPATCH_TOO_MUCH"));
  EXPECT_THAT(Send(id, 0), Refused(kInvalid, "OUT_OF_RANGE_VALUE"));
  EXPECT_THAT(Send(id, -1), Refused(kInvalid, "OUT_OF_RANGE_VALUE"));
}

TEST_F(Assistance, AFinalDispatchReturnsTheRest) {
  const model::MatchId id = Accepted(40);
  ASSERT_THAT(Send(id, 25, /*final=*/true), IsOk());
  ExpectNeed(0, 0, 25, 0);
  ExpectOffer(0, 0, 25);
  EXPECT_EQ(Receive(id, 25)->state, MatchState::kReceived);
  EXPECT_EQ(Now(offer_).available(), BaseUnits(75));
}

TEST_F(Assistance, AnEmptyFinalDispatchClosesWhatWasReceived) {
  const model::MatchId id = Accepted(40);
  EXPECT_THAT(Send(id, 0, /*final=*/true), Refused(kInvalid, "INVALID_VALUE"));
  ASSERT_THAT(Send(id, 25), IsOk());
  ASSERT_THAT(Receive(id, 25), IsOk());
  EXPECT_EQ(Send(id, 0, /*final=*/true)->state, MatchState::kReceived);
  ExpectNeed(0, 0, 0, 25);
  ExpectOffer(0, 0, 25);
}

TEST_F(Assistance, WhatIsMissingIsOpenAgainAndStaysGoneAtTheOffer) {
  const model::MatchId id = Accepted(100);
  ASSERT_THAT(Send(id, 100), IsOk());
  const auto match = Receive(id, 90,
                             {Part(6, model::Reason::kDamaged),
                              Part(4, model::Reason::kLostInTransit)});
  ASSERT_THAT(match, IsOk());
  EXPECT_EQ(match->state, MatchState::kReceived);
  EXPECT_EQ(match->missing(), BaseUnits(10));
  ExpectNeed(0, 0, 0, 90);
  EXPECT_EQ(Now(need_).open_to_matching(), BaseUnits(10));
  EXPECT_EQ(Now(offer_).available(), BaseUnits(0));
}

TEST_F(Assistance, AMatchOfWhichNothingArrivesIsLost) {
  const model::MatchId id = Accepted(40);
  ASSERT_THAT(Send(id, 40), IsOk());
  EXPECT_EQ(Receive(id, 0, {Part(40, model::Reason::kLostInTransit)})->state,
            MatchState::kLost);
  ExpectNeed(0, 0, 0, 0);
  ExpectOffer(0, 0, 40);
}

TEST_F(Assistance, RefusesToReceiveMoreThanIsOnItsWay) {
  const model::MatchId id = Accepted(40);
  ASSERT_THAT(Send(id, 30), IsOk());
  EXPECT_THAT(Receive(id, 31), Refused(kPrecondition, "RECEIVE_TOO_MUCH"));
  EXPECT_THAT(Receive(id, 30, {Part(1, model::Reason::kDamaged)}),
              Refused(kPrecondition, "RECEIVE_TOO_MUCH"));
  EXPECT_THAT(Receive(id, -1), Refused(kInvalid, "OUT_OF_RANGE_VALUE"));
  EXPECT_THAT(Receive(id, 0), Refused(kInvalid, "INVALID_VALUE"));
  EXPECT_THAT(Receive(id, 1, {Part(1, model::Reason::kNone)}),
              Refused(kInvalid, "REQUIRED_FIELD"));
  ExpectNeed(0, 10, 30, 0);
}

TEST_F(Assistance, TheRecipientClosesWhatIsStillUnderWay) {
  const model::MatchId id = Accepted(40);
  ASSERT_THAT(Send(id, 30), IsOk());
  ASSERT_THAT(Receive(id, 20), IsOk());
  EXPECT_THAT(Close(id, model::Reason::kNone),
              Refused(kInvalid, "REQUIRED_FIELD"));
  const auto match = Close(id, model::Reason::kCustoms);
  ASSERT_THAT(match, IsOk());
  EXPECT_EQ(match->state, MatchState::kReceived);
  EXPECT_EQ(match->end_reason, model::Reason::kCustoms);
  EXPECT_EQ(match->missing(), BaseUnits(10));
  ExpectNeed(0, 0, 0, 20);
  ExpectOffer(0, 0, 30);
  EXPECT_EQ(Now(offer_).available(), BaseUnits(70));
}

TEST_F(Assistance, ANeedIsFulfilledWhenAllIsReceived) {
  const model::MatchId id = Accepted(100);
  EXPECT_EQ(Now(need_).state(), model::NeedState::kCovered);
  ASSERT_THAT(Send(id, 100), IsOk());
  ASSERT_THAT(Receive(id, 100), IsOk());
  EXPECT_EQ(Now(need_).state(), model::NeedState::kFulfilled);
  EXPECT_EQ(Now(offer_).state(), model::OfferState::kExhausted);
}

TEST_F(Assistance, RefusesAMatchThatDoesNotExist) {
  const auto id = model::MatchId::Trusted("none");
  EXPECT_THAT(Accept(id), Refused(kMissing, "MATCH_NOT_FOUND"));
  EXPECT_THAT(Decline(id), Refused(kMissing, "MATCH_NOT_FOUND"));
  EXPECT_THAT(Send(id, 1), Refused(kMissing, "MATCH_NOT_FOUND"));
}

}  // namespace
}  // namespace twinaid::core
