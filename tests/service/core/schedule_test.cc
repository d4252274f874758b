// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Rounds that start by themselves, rungs that open by waiting, third places.
#include "service/core/schedule.h"

#include <algorithm>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "service/core/patience.h"
#include "service/core/reports.h"
#include "tests/service/core/round_world.h"

namespace twinaid::core {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr absl::Duration kMinute = absl::Minutes(1);

class Schedule : public Rounds {
 protected:
  void Set(int every_hours, int after_minutes) {
    model::Scheme scheme = Default();
    scheme.round_every_hours = every_hours;
    scheme.round_after_minutes = after_minutes;
    Keep(scheme);
  }
  void Keep(const model::Scheme& scheme) {
    ASSERT_THAT(Do([&](Mutation& m) { return UpdateScheme(m, scheme, ""); }),
                IsOk());
  }
  // Rounds that one look started, each carried out.
  int Look(RoundSchedule& schedule) {
    started_.clear();
    EXPECT_THAT(schedule.StartDue(), IsOk());
    for (const model::RoundName& round : started_) {
      EXPECT_THAT(RunRound(work_, round, Never), IsOk());
    }
    return static_cast<int>(started_.size());
  }
  RoundSchedule NewSchedule() {
    return RoundSchedule(work_, [this](const model::RoundName& round) {
      started_.push_back(round);
    });
  }
  std::vector<model::RoundName> started_;
};

TEST_F(Schedule, NothingStartsUnlessTheSchemeSaysSo) {
  AddBoth();
  RoundSchedule schedule = NewSchedule();
  clock_.Advance(absl::Hours(1000));
  EXPECT_EQ(Look(schedule), 0);
}

TEST_F(Schedule, AnIntervalCountsFromTheLastRoundWhoeverBeganIt) {
  Set(24, 0);
  RoundSchedule schedule = NewSchedule();
  EXPECT_EQ(Look(schedule), 1) << "none has run so far";
  EXPECT_EQ(Events().back().principal, kSystemPrincipal);
  EXPECT_EQ(Look(schedule), 0);
  clock_.Advance(absl::Hours(23));
  Run();  // by hand
  clock_.Advance(absl::Hours(23));
  EXPECT_EQ(Look(schedule), 0);
  clock_.Advance(absl::Hours(1));
  EXPECT_EQ(Look(schedule), 1);
}

TEST_F(Schedule, ChangesSettleBeforeARoundBegins) {
  Set(0, 30);
  RoundSchedule schedule = NewSchedule();
  clock_.Advance(30 * kMinute);
  EXPECT_EQ(Look(schedule), 1) << "what is there already counts";
  clock_.Advance(absl::Hours(48));
  EXPECT_EQ(Look(schedule), 0) << "a round calls for no other";
  AddBoth();
  clock_.Advance(29 * kMinute);
  EXPECT_EQ(Look(schedule), 0);
  ASSERT_THAT(Add(NeedOf("san-antonio", "late", "gowns", 1)), IsOk());
  clock_.Advance(29 * kMinute);
  EXPECT_EQ(Look(schedule), 0) << "it has to be quiet";
  clock_.Advance(kMinute);
  EXPECT_EQ(Look(schedule), 1);
  EXPECT_THAT(Matches(), SizeIs(2));
  clock_.Advance(absl::Hours(48));
  EXPECT_EQ(Look(schedule), 0) << "its own proposals are no change";
  ASSERT_THAT(Decline(Matches()[0].id), IsOk());
  clock_.Advance(30 * kMinute);
  EXPECT_EQ(Look(schedule), 1) << "what was set free is offered again";
}

TEST_F(Schedule, GoesOnAfterARestart) {
  Set(24, 30);
  {
    RoundSchedule schedule = NewSchedule();
    ASSERT_EQ(Look(schedule), 1);
  }
  {
    RoundSchedule schedule = NewSchedule();
    clock_.Advance(absl::Hours(1));
    EXPECT_EQ(Look(schedule), 0);
  }
  AddBoth();
  RoundSchedule schedule = NewSchedule();
  EXPECT_EQ(Look(schedule), 0);
  clock_.Advance(30 * kMinute);
  EXPECT_EQ(Look(schedule), 1);
}

TEST_F(Schedule, WhatConcernsOtherPlacesIsNoChange) {
  model::Scheme scheme = Default();
  scheme.round_after_minutes = 10;
  scheme.participants = {PlaceNamed("san-antonio"), PlaceNamed("wuxi")};
  Keep(scheme);
  RoundSchedule schedule = NewSchedule();
  clock_.Advance(10 * kMinute);
  ASSERT_EQ(Look(schedule), 1);
  ASSERT_THAT(Add(NeedOf("zibo", "n", "gowns", 1)), IsOk());
  clock_.Advance(absl::Hours(1));
  EXPECT_EQ(Look(schedule), 0);
  ASSERT_THAT(Add(NeedOf("wuxi", "n", "gowns", 1)), IsOk());
  clock_.Advance(absl::Hours(1));
  EXPECT_EQ(Look(schedule), 1);
}

TEST_F(Schedule, ARunningRoundIsWaitedFor) {
  Set(1, 0);
  RoundSchedule schedule = NewSchedule();
  const auto running = Start(Round());
  ASSERT_THAT(running, IsOk());
  clock_.Advance(absl::Hours(2));
  EXPECT_EQ(Look(schedule), 0);
  ASSERT_THAT(RunRound(work_, running->name, Never), IsOk());
  EXPECT_EQ(Look(schedule), 1);
}

TEST_F(Schedule, AFailedRoundIsNoReasonForTheNext) {
  Set(0, 10);
  AddBoth();
  RoundSchedule schedule = NewSchedule();
  clock_.Advance(10 * kMinute);
  started_.clear();
  ASSERT_THAT(schedule.StartDue(), IsOk());
  ASSERT_THAT(started_, SizeIs(1));
  ASSERT_THAT(RunRound(work_, started_[0], [] { return true; }), IsOk());
  ASSERT_EQ(Now(started_[0]).state, model::RoundState::kFailed);
  clock_.Advance(absl::Hours(48));
  EXPECT_EQ(Look(schedule), 0);
}

TEST_F(Schedule, NorIsOneThatFailedAfterItHadWritten) {
  Set(0, 10);
  // More than one transaction takes.
  for (int i = 0; i < kProposalsPerChunk + 1; ++i) {
    ASSERT_THAT(
        Add(NeedOf("san-antonio", "n-" + std::to_string(i), "gowns", 1)),
        IsOk());
  }
  ASSERT_THAT(Add(OfferOf("wuxi", "o", "gowns", 1000)), IsOk());
  RoundSchedule schedule = NewSchedule();
  clock_.Advance(10 * kMinute);
  started_.clear();
  ASSERT_THAT(schedule.StartDue(), IsOk());
  ASSERT_THAT(started_, SizeIs(1));
  // Stopped as soon as something was proposed.
  ASSERT_THAT(RunRound(work_, started_[0],
                       [&] {
                         const auto types = TypesAfter(0);
                         return std::count(types.begin(), types.end(),
                                           "match.proposed") > 0;
                       }),
              IsOk());
  ASSERT_EQ(Now(started_[0]).state, model::RoundState::kFailed);
  ASSERT_THAT(TypesAfter(0), ::testing::Contains("pairing.ended"));
  clock_.Advance(absl::Hours(48));
  EXPECT_EQ(Look(schedule), 0);
}

// Zibo has no tie: it is helped over rung 4 only, once it has waited.
TEST_F(Schedule, RungsOpenByWaitingTime) {
  model::Scheme scheme = Default();
  scheme.policy.rungs = 4;
  scheme.policy.rung_wait_days = {0, 3, 7};
  scheme.policy.pool = model::Pool::kNone;
  Keep(scheme);
  ASSERT_THAT(Add(NeedOf("zibo", "n", "gowns", 5)), IsOk());
  ASSERT_THAT(Add(OfferOf("wuxi", "o", "gowns", 5)), IsOk());
  const auto run = [&] {
    NewRound round = Round();
    round.as_of = absl::ToCivilDay(clock_.Now(), absl::UTCTimeZone());
    const auto made = Start(round);
    EXPECT_THAT(made, IsOk());
    EXPECT_THAT(RunRound(work_, made->name, Never), IsOk());
    return made->name;
  };
  clock_.Advance(absl::Hours(24 * 6));
  const auto early = run();
  EXPECT_THAT(Matches(), IsEmpty());
  const auto unmet = Unmet(early);
  ASSERT_THAT(unmet, SizeIs(1));
  EXPECT_EQ(unmet[0].reason, model::UnmetReason::kWaitsForRung);
  clock_.Advance(absl::Hours(24));
  run();
  ASSERT_THAT(Matches(), SizeIs(1));
  EXPECT_EQ(Matches()[0].rung, 4);
}

TEST_F(Schedule, ThirdPlacesOnlyReceiveAndTheOthersOnlyGive) {
  model::Scheme scheme = Default();
  scheme.policy.rung_wait_days.clear();
  scheme.policy.rungs = 4;
  scheme.policy.pool = model::Pool::kFair;
  scheme.policy.donor_capacity = 3;
  scheme.policy.recipient_capacity = 3;
  scheme.participants = {PlaceNamed("san-antonio"), PlaceNamed("wuxi")};
  scheme.third_places = {PlaceNamed("zibo")};
  Keep(scheme);
  ASSERT_THAT(Add(NeedOf("zibo", "n", "gowns", 100)), IsOk());
  ASSERT_THAT(Add(NeedOf("wuxi", "n", "gowns", 100)), IsOk());
  ASSERT_THAT(Add(OfferOf("wuxi", "o", "gowns", 30)), IsOk());
  ASSERT_THAT(Add(OfferOf("san-antonio", "o", "gowns", 40)), IsOk());
  ASSERT_THAT(Add(OfferOf("zibo", "o", "gowns", 50)), IsOk());
  Run();
  ASSERT_THAT(Matches(), SizeIs(2));
  for (const model::Match& match : Matches()) {
    EXPECT_EQ(match.recipient_place(), PlaceNamed("zibo"));
  }
  EXPECT_EQ(Now(NeedOf("zibo", "n", "", 1).name).tallies.proposed,
            model::BaseUnits(70));
  // The two are sisters and serve zibo together; each sees its own part.
  const auto report = See([&](const View& v) {
    return ReportContributions(v, scheme.id, PlaceNamed("wuxi"));
  });
  ASSERT_THAT(report, IsOk());
  ASSERT_THAT(*report, SizeIs(1));
  EXPECT_THAT(report->at(0).together_with,
              ElementsAre(PlaceNamed("san-antonio")));
  EXPECT_EQ(report->at(0).recipient, PlaceNamed("zibo"));
  EXPECT_EQ(report->at(0).proposed, model::BaseUnits(30));

  scheme.policy.shape = model::Shape::kMutual;
  EXPECT_THAT(Do([&](Mutation& m) { return UpdateScheme(m, scheme, ""); }),
              Refused(kInvalid, "POLICY_NOT_SUPPORTED"));
}

// A third place that no participants name is asked to confirm by the scheme's
// days all the same.
TEST_F(Schedule, AThirdPlaceIsHeldToTheDaysOfItsScheme) {
  model::Scheme scheme = Default();
  scheme.confirm_days = 3;
  scheme.participants = {PlaceNamed("wuxi")};
  scheme.third_places = {PlaceNamed("zibo")};
  const Patience patience({scheme});
  EXPECT_EQ(patience.DaysOf(PlaceNamed("zibo")), 3);
  EXPECT_EQ(patience.DaysOf(PlaceNamed("wuxi")), 3);
  EXPECT_EQ(patience.DaysOf(PlaceNamed("jinan")), model::kDefaultConfirmDays);
}

// Two could help zibo equally well; the one that zibo helped returns it.
TEST_F(Schedule, HelpIsReturnedAmongEqualsWhereTheSchemePrefersIt) {
  model::Scheme scheme = Default();
  scheme.policy.rung_wait_days.clear();
  scheme.policy.rungs = 4;
  scheme.policy.pool = model::Pool::kNone;
  Keep(scheme);
  for (const char* place : {"san-antonio", "wuxi"}) {
    ASSERT_THAT(Add(OfferOf(place, "o", "gowns", 5)), IsOk());
  }
  ASSERT_THAT(Add(NeedOf("zibo", "n", "gowns", 5)), IsOk());
  const auto donor = [&] {
    const auto pairings = Pairings();
    EXPECT_THAT(pairings, SizeIs(1));
    const model::Pairing pairing = pairings.at(0);
    EXPECT_THAT(End(pairing.name), IsOk());
    return pairing;
  };
  Run();
  const model::Pairing plain = donor();
  EXPECT_FALSE(plain.returns_help);
  // The other one was helped by zibo.
  const std::string other =
      plain.donor == PlaceNamed("wuxi") ? "san-antonio" : "wuxi";
  ASSERT_THAT(Add(NeedOf(other, "old", "n95", 1)), IsOk());
  ASSERT_THAT(Add(OfferOf("zibo", "old", "n95", 1)), IsOk());
  NewMatch gift = ByHand(NeedOf(other, "old", "", 1).name,
                         OfferOf("zibo", "old", "", 1).name, 1);
  gift.origin = model::MatchOrigin::kRecorded;
  ASSERT_THAT(Add(gift), IsOk());
  scheme.policy.prefer_return = true;
  Keep(scheme);
  const std::size_t before = Pairings().size();
  Run();
  std::vector<model::Pairing> after = Pairings();
  ASSERT_EQ(after.size(), before + 1);
  std::erase_if(after, [](const auto& p) {
    return p.state == model::PairingState::kEnded;
  });
  ASSERT_THAT(after, SizeIs(1));
  EXPECT_EQ(after[0].donor, PlaceNamed(other));
  EXPECT_TRUE(after[0].returns_help);
}

}  // namespace
}  // namespace twinaid::core
