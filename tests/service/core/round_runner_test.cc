// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "service/model/enum_names.h"
#include "service/model/errors.h"
#include "service/model/round_errors.h"
#include "service/planning/plan_errors.h"
#include "tests/service/core/round_world.h"
#include "tests/service/planning/erring_solvers.h"

namespace twinaid::core {
namespace {

using model::BaseUnits;
using model::MatchState;
using model::PairingState;
using model::RoundState;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Runs : public Rounds {};

TEST_F(Runs, ARoundThatHasEndedIsNotRunAgain) {
  AddBoth();
  const model::Round round = Run();
  clock_.Advance(absl::Hours(1));
  EXPECT_THAT(RunRound(work_, round.name, Never),
              Refused(kPrecondition, "ROUND_NOT_RUNNING"));
  EXPECT_EQ(Now(round.name), round);
  EXPECT_THAT(Matches(), SizeIs(1));
}

TEST_F(Runs, AnUnverifiedCertificateFailsTheRound) {
  AddBoth();
  const model::Round round = Run([](const planning::PlanInput& input) {
    auto plan = planning::MakePlan(input);
    plan->certificate.back().verified = false;
    return plan;
  });
  EXPECT_EQ(round.state, RoundState::kFailed);
  EXPECT_EQ(round.failure,
            model::FailureOf(model::CertificateNotVerified(round.name)));
  EXPECT_THAT(Matches(), IsEmpty());
  EXPECT_THAT(Pairings(), IsEmpty());
  EXPECT_EQ(Events().back().type, "round.failed");
}

// Goods over which every kind of stage has something to propose, with the
// policy of the case.
class ErringStage : public Rounds,
                    public ::testing::WithParamInterface<planning::ErringCase> {
 protected:
  ErringStage() {
    model::Scheme scheme = Default();
    scheme.policy = GetParam().world().input.policy;
    EXPECT_THAT(Do([&](Mutation& m) { return UpdateScheme(m, scheme, ""); }),
                IsOk());
    AddBoth();
    EXPECT_THAT(Add(OfferOf("san-antonio", "o", "masks", 10)), IsOk());
    EXPECT_THAT(Add(NeedOf("wuxi", "n", "masks", 10)), IsOk());
    if (GetParam().kind == model::StageKind::kPool) {
      // San Antonio's partner is Wuxi; Zibo has more.
      EXPECT_THAT(Add(Sisters("lnk-2", "zibo", "san-antonio")), IsOk());
      EXPECT_THAT(Add(OfferOf("zibo", "o", "gowns", 20)), IsOk());
    }
    if (GetParam().kind == model::StageKind::kStanding) {
      Run();
      for (const model::Match& match : Matches()) {
        EXPECT_THAT(Accept(match.id), IsOk());
      }
      EXPECT_THAT(Add(OfferOf("wuxi", "more", "gowns", 10)), IsOk());
    }
  }
};

TEST_P(ErringStage, FailsTheRoundAndKeepsNothing) {
  const auto matches = Matches();
  const auto pairings = Pairings();
  const auto edges = [this] {
    return See([](const View& v) {
      return v.tx.round_edges().List({}, std::nullopt, 0);
    });
  };
  const auto edges_before = edges();
  for (const planning::Error error : planning::kErrors) {
    SCOPED_TRACE(static_cast<int>(error));
    const model::Round round = Run([error](const planning::PlanInput& input) {
      return planning::MakePlanWith(input, planning::Erring(GetParam(), error));
    });
    EXPECT_EQ(round.state, RoundState::kFailed);
    EXPECT_EQ(round.failure.reason, "STAGE_NOT_PROVEN");
    EXPECT_THAT(
        round.failure.en,
        ::testing::HasSubstr("proof of stage " +
                             std::string(model::WordOf(GetParam().kind))));
    EXPECT_THAT(round.failure.zh, ::testing::HasSubstr(std::string(
                                      model::ChineseWordOf(GetParam().kind))));
    EXPECT_EQ(round.input_hash, "");
    EXPECT_THAT(round.certificate, IsEmpty());
    EXPECT_EQ(Matches(), matches);
    EXPECT_EQ(Pairings(), pairings);
    EXPECT_THAT(Unmet(round.name), IsEmpty());
    EXPECT_EQ(*edges(), *edges_before);
    EXPECT_EQ(Events().back().type, "round.failed");
  }
  // Without the error the same goods are proposed.
  EXPECT_EQ(Run().state, RoundState::kSucceeded);
  EXPECT_GT(Matches().size(), matches.size());
}

INSTANTIATE_TEST_SUITE_P(Kinds, ErringStage,
                         ::testing::ValuesIn(planning::ErringCases()),
                         planning::NameOf);

TEST_F(Runs, AnErrorOfThePlannerFailsTheRoundAndIsKeptInBothLanguages) {
  const absl::Status error = planning::InstanceTooBig("9 of 8 ties");
  const model::Round round =
      Run([&](const planning::PlanInput&) -> absl::StatusOr<planning::Plan> {
        return error;
      });
  EXPECT_EQ(round.state, RoundState::kFailed);
  EXPECT_EQ(round.failure, model::FailureOf(error));
  EXPECT_EQ(round.failure.reason, "INSTANCE_TOO_BIG");
}

// The log hears what nobody else is told, while the round still runs.
TEST_F(Runs, AFaultWithoutANameIsToldToTheLogOnly) {
  const auto started = Start(Round("r"));
  ASSERT_THAT(started, IsOk());
  std::vector<std::string> causes;
  ASSERT_THAT(
      RunRound(
          work_, started->name, Never,
          [](const planning::PlanInput&) -> absl::StatusOr<planning::Plan> {
            return absl::InternalError("SELECT secret");
          },
          [&](const model::RoundName& name, const absl::Status& error) {
            EXPECT_EQ(name, started->name);
            EXPECT_EQ(Now(name).state, RoundState::kRunning);
            causes.push_back(model::CauseOf(error));
          }),
      IsOk());
  EXPECT_THAT(causes, ::testing::ElementsAre("SELECT secret"));
  EXPECT_EQ(Now(started->name).state, RoundState::kFailed);
  EXPECT_EQ(Now(started->name).failure,
            model::FailureOf(model::RoundBroken(started->name, "")));
}

TEST_F(Runs, NothingIsToldOfARoundThatSucceeds) {
  AddBoth();
  const auto started = Start(Round("r"));
  ASSERT_THAT(started, IsOk());
  int heard = 0;
  ASSERT_THAT(
      RunRound(work_, started->name, Never, planning::MakePlan,
               [&](const model::RoundName&, const absl::Status&) { ++heard; }),
      IsOk());
  EXPECT_EQ(heard, 0);
}

// Days are judged by the day of the round, not by that of its writing.
TEST_F(Runs, ADayThatPassesWhileARoundRunsMakesNothingStale) {
  model::Need need = NeedOf("san-antonio", "n", "gowns", 100);
  need.needed_by = absl::CivilDay(2020, 2, 12);
  ASSERT_THAT(Add(need), IsOk());
  ASSERT_THAT(Add(OfferOf("wuxi", "o", "gowns", 60)), IsOk());
  const model::Round round = Run([this](const planning::PlanInput& input) {
    clock_.Advance(absl::Hours(240));
    return planning::MakePlan(input);
  });
  EXPECT_THAT(round.stale, IsEmpty());
  EXPECT_THAT(Matches(), SizeIs(1));
}

// What happens while the round plans, and why the proposal is stale then.
struct StaleCase {
  const char* name;
  std::function<absl::Status(Mutation&)> meanwhile;
  const char* why;
};

class StaleProposals : public Runs,
                       public ::testing::WithParamInterface<StaleCase> {};

TEST_P(StaleProposals, AreListedAndNotWritten) {
  AddBoth();
  const model::Round round = Run([&](const planning::PlanInput& input) {
    EXPECT_THAT(Do(GetParam().meanwhile), IsOk());
    return planning::MakePlan(input);
  });
  EXPECT_EQ(round.state, RoundState::kSucceeded);
  EXPECT_EQ(round.matches, 0);
  EXPECT_EQ(round.pairings, 0);
  ASSERT_THAT(round.stale, SizeIs(1));
  EXPECT_EQ(round.stale[0].why, GetParam().why);
  EXPECT_EQ(round.stale[0].quantity, BaseUnits(60));
  EXPECT_THAT(Pairings(), IsEmpty());
}

const model::NeedName kNeed = NeedOf("san-antonio", "n", "", 1).name;
const model::OfferName kOffer = OfferOf("wuxi", "o", "", 1).name;

INSTANTIATE_TEST_SUITE_P(
    Meanwhile, StaleProposals,
    ::testing::Values(
        StaleCase{"TheNeedWasWithdrawn",
                  [](Mutation& m) {
                    return WithdrawNeed(m, kNeed, "",
                                        model::Reason::kNoLongerNeeded, "")
                        .status();
                  },
                  "NEED_CLOSED"},
        StaleCase{"TheOfferWasWithdrawn",
                  [](Mutation& m) {
                    return WithdrawOffer(m, kOffer, "",
                                         model::Reason::kNoLongerAvailable, "")
                        .status();
                  },
                  "OFFER_CLOSED"},
        StaleCase{"TheStockShrank",
                  [](Mutation& m) {
                    Adjustment adjustment;
                    adjustment.quantity = model::Units(59);
                    return AdjustOffer(m, kOffer, "", adjustment).status();
                  },
                  "NOT_ENOUGH_AVAILABLE"},
        StaleCase{"TheNeedShrank",
                  [](Mutation& m) -> absl::Status {
                    auto need = GetNeed(m.view(), kNeed);
                    need->quantity = model::Units(59);
                    return UpdateNeed(m, *need, "").status();
                  },
                  "NOT_ENOUGH_OPEN"},
        StaleCase{"TheTieWasSuspended",
                  [](Mutation& m) {
                    model::SisterLink link =
                        Sisters("lnk-1", "wuxi", "san-antonio");
                    link.state = model::LinkState::kSuspended;
                    return UpdateSisterLink(m, link, "").status();
                  },
                  "NO_ACTIVE_TIE"},
        StaleCase{"TheTwoWereDeclined",
                  [](Mutation& m) -> absl::Status {
                    const auto match = CreateMatch(m, ByHand(kNeed, kOffer, 1));
                    return DeclineMatch(m, match->id, "", model::Side::kBoth,
                                        false, model::Reason::kDuplicate, "")
                        .status();
                  },
                  "DECLINED_BEFORE"}),
    [](const auto& param) { return param.param.name; });

TEST_F(Runs, WritesMoreThanOneChunkAndStopsBetweenThem) {
  constexpr int kNeeds = kProposalsPerChunk + 10;
  ASSERT_THAT(Add(OfferOf("wuxi", "o", "gowns", kNeeds)), IsOk());
  for (int i = 0; i < kNeeds; ++i) {
    ASSERT_THAT(Add(NeedOf("san-antonio", absl::StrCat("n-", i), "gowns", 1)),
                IsOk());
  }
  const auto first = Start(Round("first"));
  ASSERT_THAT(first, IsOk());
  // Asked before the plan, before the edges and before each chunk of
  // proposals: stops before the last.
  int asked = 0;
  const auto stop = [&asked] { return ++asked == 4; };
  ASSERT_THAT(RunRound(work_, first->name, stop), IsOk());
  EXPECT_EQ(Now(first->name).state, RoundState::kFailed);
  EXPECT_THAT(Matches(), SizeIs(kProposalsPerChunk));
  for (const model::Match& match : Matches()) {
    EXPECT_EQ(match.state, MatchState::kWithdrawn);
  }
  EXPECT_EQ(Pairings()[0].state, PairingState::kEnded);

  const model::Round second = Run();
  EXPECT_EQ(second.state, RoundState::kSucceeded);
  EXPECT_EQ(second.matches, kNeeds);
  EXPECT_EQ(second.pairings, 1);
}

TEST_F(Runs, RoundsFoundRunningAtStartFail) {
  AddBoth();
  const auto round = Start(Round("lost"));
  ASSERT_THAT(round, IsOk());
  // Cut off after its proposals were written.
  NewMatch match = ByHand(kNeed, kOffer, 5);
  match.origin = model::MatchOrigin::kRound;
  match.round = round->name;
  const auto left = Add(match);
  ASSERT_THAT(left, IsOk());
  ASSERT_THAT(FailInterruptedRounds(work_), IsOk());
  EXPECT_EQ(Now(round->name).state, RoundState::kFailed);
  EXPECT_EQ(Now(round->name).failure,
            model::FailureOf(model::RoundStopped(round->name)));
  EXPECT_EQ(Now(left->id).state, MatchState::kWithdrawn);
  EXPECT_EQ(Now(kOffer).available(), BaseUnits(60));
  EXPECT_THAT(Start(Round("next")), IsOk());
}

TEST_F(Runs, WhatIsAcceptedSurvivesAFailedRound) {
  AddBoth();
  const auto round = Start(Round("lost"));
  ASSERT_THAT(round, IsOk());
  NewMatch match = ByHand(kNeed, kOffer, 5);
  match.origin = model::MatchOrigin::kRound;
  match.round = round->name;
  const auto accepted = Add(match);
  ASSERT_THAT(accepted, IsOk());
  ASSERT_THAT(Accept(accepted->id), IsOk());
  ASSERT_THAT(FailInterruptedRounds(work_), IsOk());
  EXPECT_EQ(Now(accepted->id).state, MatchState::kAccepted);
}

TEST_F(Runs, TheRunnerCarriesOutWhatIsQueued) {
  AddBoth();
  const auto round = Start(Round());
  ASSERT_THAT(round, IsOk());
  absl::Mutex mutex;
  std::int64_t last_seq = 0;
  store_.SetCommitListener([&](std::int64_t seq) {
    absl::MutexLock lock(&mutex);
    last_seq = seq;
  });
  // round.started is the last event; pairing, match and success follow.
  const std::int64_t done = Events().back().seq + 3;
  {
    RoundRunner runner(work_,
                       [](const model::RoundName&, const absl::Status&) {});
    runner.Enqueue(round->name);
    absl::MutexLock lock(&mutex);
    const auto ended = [&] { return last_seq >= done; };
    EXPECT_TRUE(
        mutex.AwaitWithTimeout(absl::Condition(&ended), absl::Seconds(60)));
  }
  store_.SetCommitListener(nullptr);
  EXPECT_EQ(Now(round->name).state, RoundState::kSucceeded);
}

TEST_F(Runs, TheRunnerReportsWhatFailedARoundAndWhatItCouldNotRecord) {
  absl::Mutex mutex;
  std::vector<std::string> said;
  {
    RoundRunner runner(
        work_, [&](const model::RoundName& name, const absl::Status& error) {
          absl::MutexLock lock(&mutex);
          said.push_back(
              absl::StrCat(name.ToString(), " ", model::ReasonOf(error)));
        });
    runner.Enqueue(Round("unknown").name);
    absl::MutexLock lock(&mutex);
    const auto heard = [&] { return said.size() == 2; };
    EXPECT_TRUE(
        mutex.AwaitWithTimeout(absl::Condition(&heard), absl::Seconds(60)));
  }
  EXPECT_THAT(said, ::testing::ElementsAre(
                        "schemes/default/rounds/unknown ROUND_NOT_FOUND",
                        "schemes/default/rounds/unknown ROUND_NOT_FOUND"));
}

}  // namespace
}  // namespace twinaid::core
