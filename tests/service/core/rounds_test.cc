// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "service/core/round_runner.h"
#include "tests/service/core/world.h"

namespace twinaid::core {
namespace {

using model::BaseUnits;
using model::MatchState;
using model::PairingState;
using model::RoundState;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

bool Never() { return false; }

class Rounds : public World {
 protected:
  Rounds() {
    EXPECT_THAT(Do([](Mutation& m) { return EnsureDefaultScheme(m); }), IsOk());
  }

  static NewRound Round(const std::string& id = "") {
    NewRound round;
    round.name = {model::SchemeId::Trusted(model::kDefaultSchemeId),
                  model::RoundId::Trusted(id)};
    round.as_of = absl::CivilDay(2020, 2, 10);
    return round;
  }
  absl::StatusOr<model::Round> Start(const NewRound& round) {
    return Do([&](Mutation& m) { return StartRound(m, round); });
  }
  model::Round Now(const model::RoundName& name) {
    return See([&](const View& v) { return GetRound(v, name); }).value();
  }
  using World::Now;
  // A round from start to end.
  model::Round Run(const Planner& planner = planning::MakePlan) {
    const auto round = Start(Round());
    EXPECT_THAT(round, IsOk());
    EXPECT_THAT(RunRound(work_, round->name, Never, planner), IsOk());
    return Now(round->name);
  }
  std::vector<model::Match> Matches() {
    return See([](const View& v) {
             return v.tx.matches().List(store::MatchQuery{}, std::nullopt, 0);
           })
        .value();
  }
  std::vector<model::Pairing> Pairings() {
    return See([](const View& v) {
             return v.tx.pairings().List(store::PairingQuery{}, std::nullopt,
                                         0);
           })
        .value();
  }
  std::vector<model::UnmetNeed> Unmet(const model::RoundName& round) {
    store::UnmetNeedQuery query;
    query.round = round;
    return See([&](const View& v) {
             return v.tx.unmet_needs().List(query, std::nullopt, 0);
           })
        .value();
  }
  // Wuxi offers 60 gowns, San Antonio needs 100.
  void AddBoth() {
    ASSERT_THAT(Add(NeedOf("san-antonio", "n", "gowns", 100)), IsOk());
    ASSERT_THAT(Add(OfferOf("wuxi", "o", "gowns", 60)), IsOk());
  }
  absl::StatusOr<model::Pairing> End(const model::PairingName& name) {
    return Do([&](Mutation& m) {
      return EndPairing(m, name, "", model::Reason::kOther, "");
    });
  }
};

TEST_F(Rounds, TheDefaultSchemeIsMadeOnce) {
  const std::size_t events = Events().size();
  EXPECT_THAT(Do([](Mutation& m) { return EnsureDefaultScheme(m); }), IsOk());
  EXPECT_EQ(Events().size(), events);
}

struct PolicyCase {
  const char* name;
  void (*change)(model::Policy&);
};

class Policies : public Rounds,
                 public ::testing::WithParamInterface<PolicyCase> {};

TEST_P(Policies, OutsideThisReleaseAreRefused) {
  model::Scheme scheme;
  scheme.title_en = "Other";
  GetParam().change(scheme.policy);
  EXPECT_THAT(Do([&](Mutation& m) { return CreateScheme(m, scheme); }),
              Refused(kInvalid, "POLICY_NOT_SUPPORTED"));
}

INSTANTIATE_TEST_SUITE_P(
    All, Policies,
    ::testing::Values(
        PolicyCase{"Mutual",
                   [](model::Policy& p) { p.shape = model::Shape::kMutual; }},
        PolicyCase{"TwoRecipientsADonor",
                   [](model::Policy& p) { p.donor_capacity = 2; }},
        PolicyCase{"TwoDonorsARecipient",
                   [](model::Policy& p) { p.recipient_capacity = 2; }},
        PolicyCase{"NoRung", [](model::Policy& p) { p.rungs = 0; }},
        PolicyCase{"ThreeRungs", [](model::Policy& p) { p.rungs = 3; }},
        PolicyCase{"Weighted",
                   [](model::Policy& p) { p.tiers = model::Tiers::kWeighted; }},
        PolicyCase{"PoolByValue",
                   [](model::Policy& p) { p.pool = model::Pool::kByValue; }},
        PolicyCase{"PoolFair",
                   [](model::Policy& p) { p.pool = model::Pool::kFair; }},
        PolicyCase{"KeepTies",
                   [](model::Policy& p) { p.keep = model::Keep::kTies; }}),
    [](const auto& param) { return param.param.name; });

TEST_F(Rounds, ASchemeRefusesParticipantsThatDoNotExist) {
  model::Scheme scheme;
  scheme.title_en = "Other";
  scheme.participants = {PlaceNamed("nowhere")};
  EXPECT_THAT(Do([&](Mutation& m) { return CreateScheme(m, scheme); }),
              Refused(kInvalid, "REFERENCE_NOT_FOUND"));
}

TEST_F(Rounds, OneRoundOfASchemeRunsAtATime) {
  ASSERT_THAT(Start(Round("a")), IsOk());
  EXPECT_THAT(Start(Round("b")), Refused(kPrecondition, "ROUND_RUNNING"));
  ASSERT_THAT(RunRound(work_, Round("a").name, Never), IsOk());
  EXPECT_THAT(Start(Round("a")), Refused(kExists, "ROUND_ALREADY_EXISTS"));
  EXPECT_THAT(Start(Round("b")), IsOk());
}

TEST_F(Rounds, ARoundOfAnUnknownSchemeIsRefused) {
  NewRound round = Round();
  round.name.parent = model::SchemeId::Trusted("other");
  EXPECT_THAT(Start(round), Refused(kMissing, "SCHEME_NOT_FOUND"));
}

TEST_F(Rounds, ARoundPairsSisterPlacesAndProvesIt) {
  AddBoth();
  const model::Round round = Run();
  EXPECT_EQ(round.state, RoundState::kSucceeded);
  EXPECT_EQ(round.failure, "");
  EXPECT_EQ(round.pairings, 1);
  EXPECT_EQ(round.matches, 1);
  EXPECT_EQ(round.donors, 1);
  EXPECT_EQ(round.finish_time, clock_.Now());
  EXPECT_THAT(round.input_hash, SizeIs(64));
  ASSERT_FALSE(round.certificate.empty());
  for (const model::StageCertificate& stage : round.certificate) {
    EXPECT_TRUE(stage.verified);
    EXPECT_EQ(stage.primal, stage.dual);
  }
  ASSERT_THAT(Pairings(), SizeIs(1));
  const model::Pairing pairing = Pairings()[0];
  EXPECT_EQ(pairing.state, PairingState::kProposed);
  EXPECT_EQ(pairing.donor, PlaceNamed("wuxi"));
  EXPECT_EQ(pairing.recipient, PlaceNamed("san-antonio"));
  EXPECT_EQ(pairing.link.value(), "lnk-1");
  ASSERT_THAT(Matches(), SizeIs(1));
  const model::Match match = Matches()[0];
  EXPECT_EQ(match.state, MatchState::kProposed);
  EXPECT_EQ(match.origin, model::MatchOrigin::kRound);
  EXPECT_EQ(match.quantity, BaseUnits(60));
  EXPECT_EQ(match.pairing, pairing.name);
  EXPECT_EQ(match.round, round.name);
  const std::vector<model::UnmetNeed> unmet = Unmet(round.name);
  ASSERT_THAT(unmet, SizeIs(1));
  EXPECT_EQ(unmet[0].quantity, BaseUnits(40));
  EXPECT_EQ(unmet[0].reason, model::UnmetReason::kStockUsedUp);
}

TEST_F(Rounds, EachStepOfARoundIsInTheLedger) {
  AddBoth();
  const std::size_t before = Events().size();
  Run();
  EXPECT_THAT(TypesAfter(before),
              ElementsAre("round.started", "pairing.proposed", "match.proposed",
                          "round.succeeded"));
  EXPECT_EQ(Events().back().principal, kSystemPrincipal);
}

TEST_F(Rounds, APairingIsActiveFromItsFirstAcceptedMatch) {
  AddBoth();
  Run();
  const model::MatchId id = Matches()[0].id;
  ASSERT_THAT(Accept(id, model::Side::kDonor), IsOk());
  EXPECT_EQ(Pairings()[0].state, PairingState::kProposed);
  ASSERT_THAT(Accept(id, model::Side::kRecipient), IsOk());
  EXPECT_EQ(Pairings()[0].state, PairingState::kActive);
}

TEST_F(Rounds, AnActivePairingGetsMoreUnderItsName) {
  AddBoth();
  Run();
  ASSERT_THAT(Accept(Matches()[0].id), IsOk());
  ASSERT_THAT(Add(OfferOf("wuxi", "more", "gowns", 10)), IsOk());
  const model::Round second = Run();
  EXPECT_EQ(second.pairings, 0);
  EXPECT_EQ(second.matches, 1);
  EXPECT_THAT(Pairings(), SizeIs(1));
  ASSERT_THAT(Matches(), SizeIs(2));
  EXPECT_EQ(Matches()[1].pairing, Matches()[0].pairing);
}

TEST_F(Rounds, UnansweredProposalsHoldTheirPairing) {
  AddBoth();
  Run();
  ASSERT_THAT(Add(OfferOf("wuxi", "more", "gowns", 10)), IsOk());
  const model::Round second = Run();
  EXPECT_EQ(second.matches, 0);
  ASSERT_THAT(Unmet(second.name), SizeIs(1));
  EXPECT_EQ(Unmet(second.name)[0].reason,
            model::UnmetReason::kCounterpartPending);
}

TEST_F(Rounds, ADeclinedPairIsNotPutTogetherAgain) {
  AddBoth();
  Run();
  ASSERT_THAT(Decline(Matches()[0].id), IsOk());
  EXPECT_EQ(Pairings()[0].state, PairingState::kEnded);
  const model::Round second = Run();
  EXPECT_EQ(second.matches, 0);
  ASSERT_THAT(Unmet(second.name), SizeIs(1));
  EXPECT_EQ(Unmet(second.name)[0].reason,
            model::UnmetReason::kDeclinedTogether);
  EXPECT_THAT(Add(ByHand(NeedOf("san-antonio", "n", "", 1).name,
                         OfferOf("wuxi", "o", "", 1).name, 1)),
              IsOk());
}

TEST_F(Rounds, EndPairingWithdrawsProposalsAndLeavesWhatIsAccepted) {
  AddBoth();
  ASSERT_THAT(Add(NeedOf("san-antonio", "second", "n95", 5)), IsOk());
  ASSERT_THAT(Add(OfferOf("wuxi", "second", "n95", 5)), IsOk());
  Run();
  ASSERT_THAT(Matches(), SizeIs(2));
  const model::MatchId accepted = Matches()[0].id;
  const model::MatchId open = Matches()[1].id;
  ASSERT_THAT(Accept(accepted), IsOk());
  const model::PairingName name = Pairings()[0].name;
  ASSERT_THAT(End(name), IsOk());
  EXPECT_EQ(Pairings()[0].state, PairingState::kEnded);
  EXPECT_EQ(Now(accepted).state, MatchState::kAccepted);
  EXPECT_EQ(Now(open).state, MatchState::kWithdrawn);
  EXPECT_THAT(End(name), Refused(kPrecondition, "PAIRING_ENDED"));
}

TEST_F(Rounds, EndPairingOfAProposedOneRecordsOneEnd) {
  AddBoth();
  Run();
  const std::size_t before = Events().size();
  ASSERT_THAT(End(Pairings()[0].name), IsOk());
  EXPECT_THAT(TypesAfter(before),
              ElementsAre("pairing.ended", "match.withdrawn"));
}

TEST_F(Rounds, ExplainPairingNamesTheRunnerUp) {
  ASSERT_THAT(Add(Sisters("lnk-2", "zibo", "san-antonio")), IsOk());
  AddBoth();
  ASSERT_THAT(Add(OfferOf("zibo", "o", "gowns", 50)), IsOk());
  Run();
  ASSERT_THAT(Pairings(), SizeIs(1));
  const auto why =
      See([&](const View& v) { return ExplainPairing(v, Pairings()[0].name); });
  ASSERT_THAT(why, IsOk());
  EXPECT_EQ(why->edge.donor, PlaceNamed("wuxi"));
  EXPECT_TRUE(why->edge.paired);
  EXPECT_EQ(why->edge.slack, model::TierPoints{});
  EXPECT_THAT(why->donor_alternatives, IsEmpty());
  ASSERT_THAT(why->recipient_alternatives, SizeIs(1));
  EXPECT_EQ(why->recipient_alternatives[0].donor, PlaceNamed("zibo"));
  EXPECT_FALSE(why->recipient_alternatives[0].paired);
  EXPECT_LT(why->recipient_alternatives[0].value, why->edge.value);
  EXPECT_GE(why->recipient_alternatives[0].slack, model::TierPoints{});
}

TEST_F(Rounds, PreviewRoundStoresNothing) {
  AddBoth();
  const std::size_t events = Events().size();
  const auto plan = See([](const View& v) { return PreviewRound(v, Round()); });
  ASSERT_THAT(plan, IsOk());
  EXPECT_TRUE(plan->verified());
  EXPECT_THAT(plan->matches, SizeIs(1));
  EXPECT_THAT(Matches(), IsEmpty());
  EXPECT_EQ(Events().size(), events);
}

TEST_F(Rounds, ALinkInUseByAPairingIsNotDeleted) {
  AddBoth();
  Run();
  EXPECT_THAT(Do([](Mutation& m) {
                return DeleteSisterLink(
                    m, model::SisterLinkId::Trusted("lnk-1"), "");
              }),
              Refused(kPrecondition, "IN_USE"));
}

TEST_F(Rounds, ARoundThatHasEndedIsNotRunAgain) {
  AddBoth();
  const model::Round round = Run();
  clock_.Advance(absl::Hours(1));
  EXPECT_THAT(RunRound(work_, round.name, Never),
              Refused(kPrecondition, "ROUND_NOT_RUNNING"));
  EXPECT_EQ(Now(round.name), round);
  EXPECT_THAT(Matches(), SizeIs(1));
}

TEST_F(Rounds, AnUnverifiedCertificateFailsTheRound) {
  AddBoth();
  const model::Round round = Run([](const planning::PlanInput& input) {
    auto plan = planning::MakePlan(input);
    plan->certificate.back().verified = false;
    return plan;
  });
  EXPECT_EQ(round.state, RoundState::kFailed);
  EXPECT_THAT(round.failure, ::testing::HasSubstr("proof"));
  EXPECT_THAT(Matches(), IsEmpty());
  EXPECT_THAT(Pairings(), IsEmpty());
  EXPECT_EQ(Events().back().type, "round.failed");
}

TEST_F(Rounds, AnErrorOfThePlannerFailsTheRound) {
  const model::Round round =
      Run([](const planning::PlanInput&) -> absl::StatusOr<planning::Plan> {
        return absl::ResourceExhaustedError("too big");
      });
  EXPECT_EQ(round.state, RoundState::kFailed);
  EXPECT_EQ(round.failure, "too big");
}

// What happens while the round plans, and why the proposal is stale then.
struct StaleCase {
  const char* name;
  std::function<absl::Status(Mutation&)> meanwhile;
  const char* why;
};

class StaleProposals : public Rounds,
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

TEST_F(Rounds, WritesMoreThanOneChunkAndStopsBetweenThem) {
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

TEST_F(Rounds, RoundsFoundRunningAtStartFail) {
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
  EXPECT_NE(Now(round->name).failure, "");
  EXPECT_EQ(Now(left->id).state, MatchState::kWithdrawn);
  EXPECT_EQ(Now(kOffer).available(), BaseUnits(60));
  EXPECT_THAT(Start(Round("next")), IsOk());
}

TEST_F(Rounds, WhatIsAcceptedSurvivesAFailedRound) {
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

TEST_F(Rounds, TheRunnerCarriesOutWhatIsQueued) {
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
    RoundRunner runner(work_, [](absl::string_view) {});
    runner.Enqueue(round->name);
    absl::MutexLock lock(&mutex);
    const auto ended = [&] { return last_seq >= done; };
    EXPECT_TRUE(
        mutex.AwaitWithTimeout(absl::Condition(&ended), absl::Seconds(60)));
  }
  store_.SetCommitListener(nullptr);
  EXPECT_EQ(Now(round->name).state, RoundState::kSucceeded);
}

TEST_F(Rounds, TheRunnerReportsWhatItCouldNotRecord) {
  absl::Mutex mutex;
  std::string said;
  {
    RoundRunner runner(work_, [&](absl::string_view text) {
      absl::MutexLock lock(&mutex);
      said = std::string(text);
    });
    runner.Enqueue(Round("unknown").name);
    absl::MutexLock lock(&mutex);
    const auto heard = [&] { return !said.empty(); };
    EXPECT_TRUE(
        mutex.AwaitWithTimeout(absl::Condition(&heard), absl::Seconds(60)));
  }
  EXPECT_THAT(said, ::testing::HasSubstr("rounds/unknown"));
}

}  // namespace
}  // namespace twinaid::core
