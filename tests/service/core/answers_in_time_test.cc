// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Answers, and what comes of none: lapses, declines that keep apart, and what
// lifts them.
#include <optional>
#include <string>

#include "gmock/gmock.h"
#include "service/core/apart.h"
#include "service/core/ticker.h"
#include "tests/service/core/answer_world.h"

namespace twinaid::core {
namespace {

using model::Apart;
using model::MatchState;
using model::PairingState;
using model::Side;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST_F(AnswersInTime, ComeWithinTheDaysOfTheSchemeOrTheProposalLapses) {
  LastAsLongAs(3, 3650);
  const model::MatchId id = Proposed();
  EXPECT_EQ(Now(id).answer_by, clock_.Now() + 3 * kDay);
  clock_.Advance(3 * kDay - absl::Microseconds(1));
  EXPECT_THAT(SweepDue(work_), IsOkAndHolds(0));
  EXPECT_EQ(Now(id).state, MatchState::kProposed);

  clock_.Advance(absl::Microseconds(1));
  EXPECT_THAT(SweepDue(work_), IsOkAndHolds(1));
  EXPECT_EQ(Now(id).state, MatchState::kLapsed);
  EXPECT_EQ(Now(need_).tallies.proposed, model::BaseUnits(0));
  EXPECT_EQ(Now(offer_).available(), model::BaseUnits(60));
  EXPECT_EQ(Pairings().at(0).state, PairingState::kEnded);
  EXPECT_EQ(Events().back().type, "pairing.ended");
  EXPECT_EQ(Events().at(Events().size() - 2).type, "match.lapsed");
  EXPECT_EQ(Events().back().principal, kSystemPrincipal);
  EXPECT_THAT(SweepDue(work_), IsOkAndHolds(0));
}

TEST_F(AnswersInTime, OfOneSideAreNotEnough) {
  const model::MatchId id = Proposed();
  ASSERT_THAT(Accept(id, Side::kDonor), IsOk());
  clock_.Advance(model::kDefaultAnswerDays * kDay);
  EXPECT_THAT(SweepDue(work_), IsOkAndHolds(1));
  EXPECT_EQ(Now(id).state, MatchState::kLapsed);
}

TEST_F(AnswersInTime, OfBothSidesStopTheClock) {
  const model::MatchId id = Proposed();
  ASSERT_THAT(Accept(id), IsOk());
  clock_.Advance(10 * model::kDefaultAnswerDays * kDay);
  EXPECT_THAT(SweepDue(work_), IsOkAndHolds(0));
  EXPECT_EQ(Now(id).state, MatchState::kAccepted);
}

TEST_F(AnswersInTime, AreWaitedForByHandAsInTheDefaultScheme) {
  LastAsLongAs(5, 14);
  AddBoth();
  const auto match = Add(ByHand(need_, offer_, 10));
  ASSERT_THAT(match, IsOk());
  EXPECT_EQ(match->answer_by, clock_.Now() + 5 * kDay);
  NewMatch gift = ByHand(need_, offer_, 10);
  gift.origin = model::MatchOrigin::kRecorded;
  const auto recorded = Add(gift);
  ASSERT_THAT(recorded, IsOk());
  EXPECT_EQ(recorded->answer_by, std::nullopt);
}

TEST_F(AnswersInTime, LapseInAsManyTransactionsAsItTakes) {
  ASSERT_THAT(Add(NeedOf("san-antonio", "n", "gowns", 1000)), IsOk());
  ASSERT_THAT(Add(OfferOf("wuxi", "o", "gowns", 1000)), IsOk());
  constexpr int kMany = 2 * kLapsesPerChunk + 1;
  for (int i = 0; i < kMany; ++i) {
    ASSERT_THAT(Add(ByHand(need_, offer_, 1)), IsOk());
  }
  clock_.Advance(model::kDefaultAnswerDays * kDay);
  EXPECT_THAT(SweepDue(work_), IsOkAndHolds(kMany));
  EXPECT_EQ(Now(offer_).available(), model::BaseUnits(1000));
}

// A lapsed pair waits until either side speaks of what it has posted.
struct Word {
  const char* name;
  absl::Status (*say)(Mutation& m, const model::Need& need,
                      const model::Offer& offer);
};
class WordOfASide : public AnswersInTime,
                    public ::testing::WithParamInterface<Word> {};

TEST_P(WordOfASide, LetsALapsedPairBeProposedAgain) {
  LastAsLongAs(7, 3650);
  const model::MatchId id = Proposed();
  clock_.Advance(7 * kDay);
  ASSERT_THAT(SweepDue(work_), IsOkAndHolds(1));
  EXPECT_EQ(Now(id).keeps_apart, Apart::kNeedAndOffer);
  EXPECT_EQ(Again(), 0);

  const model::Need need = Now(need_);
  const model::Offer offer = Now(offer_);
  ASSERT_THAT(Do([&](Mutation& m) { return GetParam().say(m, need, offer); }),
              IsOk());
  EXPECT_EQ(Now(id).keeps_apart, Apart::kNobody);
  EXPECT_EQ(Now(id).state, MatchState::kLapsed);
  EXPECT_EQ(Again(), 1);
}

INSTANTIATE_TEST_SUITE_P(
    Every, WordOfASide,
    ::testing::Values(
        Word{"TheNeedIsConfirmed",
             [](Mutation& m, const model::Need& need, const model::Offer&) {
               return ConfirmNeed(m, need.name, "").status();
             }},
        Word{"TheOfferIsConfirmed",
             [](Mutation& m, const model::Need&, const model::Offer& offer) {
               return ConfirmOffer(m, offer.name, "").status();
             }},
        Word{"TheNeedIsChanged",
             [](Mutation& m, const model::Need& need, const model::Offer&) {
               model::Need changed = need;
               changed.urgency = model::Urgency::kCritical;
               return UpdateNeed(m, changed, "").status();
             }},
        Word{"TheOfferIsChanged",
             [](Mutation& m, const model::Need&, const model::Offer& offer) {
               model::Offer changed = offer;
               changed.lead_days = 2;
               return UpdateOffer(m, changed, "").status();
             }},
        Word{"TheOfferIsAdjusted",
             [](Mutation& m, const model::Need&, const model::Offer& offer) {
               Adjustment adjustment;
               adjustment.delta = model::Units(1);
               return AdjustOffer(m, offer.name, "", adjustment).status();
             }}),
    [](const auto& row) { return std::string(row.param.name); });

TEST_F(AnswersInTime, NoKeepsTheTwoApartUntilItsSideReconsiders) {
  const model::MatchId id = Proposed();
  ASSERT_THAT(DeclineAs(id, Side::kRecipient, model::Reason::kQuality), IsOk());
  EXPECT_EQ(Now(id).keeps_apart, Apart::kNeedAndOffer);
  EXPECT_EQ(Again(), 0);
  // A confirmation is no change of mind.
  ASSERT_THAT(Do([&](Mutation& m) { return ConfirmNeed(m, need_, ""); }),
              IsOk());
  EXPECT_EQ(Again(), 0);

  EXPECT_THAT(Reconsider(id, Side::kDonor),
              Refused(kPrecondition, "NOT_DECLINED_BY_SIDE"));
  ASSERT_THAT(Reconsider(id, Side::kRecipient), IsOk());
  EXPECT_EQ(Now(id).state, MatchState::kDeclined);
  EXPECT_EQ(Events().back().type, "match.reconsidered");
  const std::size_t events = Events().size();
  EXPECT_THAT(Reconsider(id, Side::kBoth), IsOk()) << "again changes nothing";
  EXPECT_THAT(TypesAfter(events), IsEmpty());
  EXPECT_EQ(Again(), 1);
}

TEST_F(AnswersInTime, PreferringAnotherKeepsThePlacesApartInThatScheme) {
  const model::MatchId id = Proposed();
  ASSERT_THAT(Add(NeedOf("wuxi", "back", "masks", 5)), IsOk());
  ASSERT_THAT(Add(OfferOf("san-antonio", "back", "masks", 5)), IsOk());
  ASSERT_THAT(Add(NeedOf("san-antonio", "other", "n95", 5)), IsOk());
  ASSERT_THAT(Add(OfferOf("wuxi", "other", "n95", 5)), IsOk());
  ASSERT_THAT(DeclineAs(id, Side::kDonor, model::Reason::kPrefersOther),
              IsOk());
  EXPECT_EQ(Now(id).keeps_apart, Apart::kPlaces);
  EXPECT_EQ(Pairings().at(0).state, PairingState::kEnded);

  EXPECT_EQ(Again(), 0) << "neither way round, whatever the goods";
  const auto unmet =
      Unmet({model::SchemeId::Trusted(model::kDefaultSchemeId),
             See([](const View& v) {
               return v.tx.rounds().List(store::RoundQuery{}, std::nullopt, 0);
             })
                 ->back()
                 .name.child});
  ASSERT_THAT(unmet, SizeIs(3));
  for (const model::UnmetNeed& row : unmet) {
    EXPECT_EQ(row.reason, model::UnmetReason::kDeclinedTogether)
        << row.need.ToString();
  }

  // Another scheme puts them together, but not what was declined.
  model::Scheme other;
  other.id = model::SchemeId::Trusted("other");
  other.title_en = "Other";
  ASSERT_THAT(Do([&](Mutation& m) { return CreateScheme(m, other); }), IsOk());
  NewRound round = Round();
  round.name.parent = other.id;
  const auto started = Start(round);
  ASSERT_THAT(started, IsOk());
  ASSERT_THAT(RunRound(work_, started->name, Never), IsOk());
  EXPECT_EQ(Now(started->name).matches, 2);

  ASSERT_THAT(Reconsider(id, Side::kDonor), IsOk());
  EXPECT_EQ(Again(), 1);
}

TEST_F(AnswersInTime, PreferringAnotherLeavesWhatIsAcceptedOnThePairing) {
  AddBoth();
  ASSERT_THAT(Add(NeedOf("san-antonio", "second", "n95", 5)), IsOk());
  ASSERT_THAT(Add(OfferOf("wuxi", "second", "n95", 5)), IsOk());
  Run();
  const std::vector<model::Match> matches = Matches();
  ASSERT_THAT(matches, SizeIs(2));
  ASSERT_THAT(Accept(matches[0].id), IsOk());
  ASSERT_THAT(
      DeclineAs(matches[1].id, Side::kRecipient, model::Reason::kPrefersOther),
      IsOk());
  EXPECT_EQ(Pairings().at(0).state, PairingState::kEnded);
  EXPECT_EQ(Now(matches[0].id).state, MatchState::kAccepted);
  EXPECT_THAT(Send(matches[0].id, 1), IsOk());
}

TEST_F(AnswersInTime, ByHandPreferringAnotherCountsInEveryScheme) {
  AddBoth();
  const auto match = Add(ByHand(need_, offer_, 10));
  ASSERT_THAT(match, IsOk());
  ASSERT_THAT(
      DeclineAs(match->id, Side::kRecipient, model::Reason::kPrefersOther),
      IsOk());
  ASSERT_THAT(Add(NeedOf("san-antonio", "second", "n95", 5)), IsOk());
  ASSERT_THAT(Add(OfferOf("wuxi", "second", "n95", 5)), IsOk());
  EXPECT_EQ(Again(), 0);
  const auto declined = See([&](const View& v) {
    return AreApart(v, NeedOf("san-antonio", "second", "", 1).name,
                    OfferOf("wuxi", "second", "", 1).name,
                    model::SchemeId::Trusted("any"));
  });
  EXPECT_THAT(declined, IsOkAndHolds(true));
}

TEST_F(AnswersInTime, WithdrawTakesAProposalBackAndKeepsNothingApart) {
  const model::MatchId id = Proposed();
  ASSERT_THAT(Accept(id, Side::kDonor), IsOk());
  const auto withdrawn = Withdraw(id);
  ASSERT_THAT(withdrawn, IsOk());
  EXPECT_EQ(withdrawn->state, MatchState::kWithdrawn);
  EXPECT_EQ(withdrawn->end_reason, model::Reason::kDuplicate);
  EXPECT_EQ(Now(offer_).available(), model::BaseUnits(60));
  EXPECT_EQ(Again(), 1);
}

// A need or an offer that nobody spoke of for confirm_days rests.
TEST_F(AnswersInTime, NothingRestsBeforeItsDayAndEverythingAfterIt) {
  AddBoth();
  clock_.Advance(13 * kDay);
  ASSERT_THAT(Do([&](Mutation& m) { return ConfirmOffer(m, offer_, ""); }),
              IsOk());
  EXPECT_EQ(Now(offer_).confirm_time, clock_.Now());
  EXPECT_EQ(Again(), 1);
  ASSERT_THAT(Withdraw(Matches().back().id), IsOk());
  clock_.Advance(kDay);
  EXPECT_EQ(Again(), 0);
  const auto rounds = See([](const View& v) {
    return v.tx.rounds().List(store::RoundQuery{}, std::nullopt, 0);
  });
  const auto unmet = Unmet(rounds->back().name);
  ASSERT_THAT(unmet, SizeIs(1));
  EXPECT_EQ(unmet[0].reason, model::UnmetReason::kNotConfirmed);
  EXPECT_EQ(unmet[0].quantity, model::BaseUnits(100));

  ASSERT_THAT(Do([&](Mutation& m) { return ConfirmNeed(m, need_, ""); }),
              IsOk());
  EXPECT_EQ(Events().back().type, "need.confirmed");
  EXPECT_EQ(Again(), 1);
}

TEST_F(AnswersInTime, ConfirmingSpoilsNobodysEdit) {
  AddBoth();
  const model::Need before = Now(need_);
  clock_.Advance(kDay);
  ASSERT_THAT(Do([&](Mutation& m) { return ConfirmNeed(m, need_, ""); }),
              IsOk());
  EXPECT_EQ(model::EtagOf(need_.ToString(), before.meta),
            model::EtagOf(need_.ToString(), Now(need_).meta));
}

TEST_F(AnswersInTime, WhatIsClosedIsNotConfirmed) {
  AddBoth();
  ASSERT_THAT(Do([&](Mutation& m) {
                return WithdrawNeed(m, need_, "", model::Reason::kOther, "");
              }),
              IsOk());
  ASSERT_THAT(Do([&](Mutation& m) {
                return WithdrawOffer(m, offer_, "", model::Reason::kOther, "");
              }),
              IsOk());
  EXPECT_THAT(Do([&](Mutation& m) { return ConfirmNeed(m, need_, ""); }),
              Refused(kPrecondition, "NEED_CLOSED"));
  EXPECT_THAT(Do([&](Mutation& m) { return ConfirmOffer(m, offer_, ""); }),
              Refused(kPrecondition, "OFFER_CLOSED"));
}

TEST_F(AnswersInTime, TheSweepExpiresWhatIsPastItsDayToo) {
  model::Need need = NeedOf("san-antonio", "n", "gowns", 10);
  need.needed_by = absl::CivilDay(2020, 2, 11);
  ASSERT_THAT(Add(need), IsOk());
  clock_.Advance(kDay);
  EXPECT_THAT(SweepDue(work_), IsOkAndHolds(0));
  clock_.Advance(kDay);
  EXPECT_THAT(SweepDue(work_), IsOkAndHolds(1));
  EXPECT_EQ(Now(need.name).closed, model::Closed::kExpired);
}

TEST_F(AnswersInTime, TheClockRunningBackLapsesNothing) {
  const model::MatchId id = Proposed();
  clock_.Set(clock_.Now() - absl::Hours(24 * 365 * 50));
  EXPECT_THAT(SweepDue(work_), IsOkAndHolds(0));
  EXPECT_EQ(Now(id).state, MatchState::kProposed);
}

TEST_F(AnswersInTime, TheSweeperSweepsFromItsStart) {
  const model::MatchId id = Proposed();
  clock_.Advance(model::kDefaultAnswerDays * kDay);
  {
    Ticker sweeper(
        absl::Hours(1), [this] { return SweepDue(work_).status(); },
        [](const absl::Status&) {});
  }
  EXPECT_EQ(Now(id).state, MatchState::kLapsed);
}

}  // namespace
}  // namespace twinaid::core
