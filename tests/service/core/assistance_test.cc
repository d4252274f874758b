// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <string>

#include "tests/service/core/assistance_world.h"

namespace twinaid::core {
namespace {

using model::BaseUnits;
using model::MatchState;
using model::Side;

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
  EXPECT_EQ(match->donor_decision.principal, "principals/local");
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
