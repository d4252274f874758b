// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <string>
#include <vector>

#include "tests/service/core/round_world.h"

namespace twinaid::core {
namespace {

using model::BaseUnits;
using model::MatchState;
using model::PairingState;
using model::RoundState;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST_F(Rounds, TheDefaultSchemeIsMadeOnce) {
  const std::size_t events = Events().size();
  EXPECT_THAT(Do([](Mutation& m) { return EnsureDefaultScheme(m); }), IsOk());
  EXPECT_EQ(Events().size(), events);
}

TEST_F(Rounds, TheDefaultSchemeOpensFourRungsByWaitingAndHasAFairPool) {
  model::Policy policy;
  policy.rungs = 4;
  policy.rung_wait_days = {0, 3, 7};
  policy.pool = model::Pool::kFair;
  EXPECT_EQ(Default().policy, policy);
}

TEST_F(Rounds, TheDefaultSchemeKeepsThePolicyItHas) {
  model::Scheme scheme = Default();
  scheme.policy.rungs = 4;
  scheme.policy.pool = model::Pool::kNone;
  ASSERT_THAT(Do([&](Mutation& m) { return UpdateScheme(m, scheme, ""); }),
              IsOk());
  EXPECT_THAT(Do([](Mutation& m) { return EnsureDefaultScheme(m); }), IsOk());
  EXPECT_EQ(Default().policy, scheme.policy);
}

struct PolicyCase {
  const char* name;
  void (*change)(model::Policy&);
};

class Policies : public Rounds,
                 public ::testing::WithParamInterface<PolicyCase> {};

TEST_P(Policies, ThatAreNotServedAreRefused) {
  model::Scheme scheme;
  scheme.title_en = "Other";
  GetParam().change(scheme.policy);
  EXPECT_THAT(Do([&](Mutation& m) { return CreateScheme(m, scheme); }),
              Refused(kInvalid, "POLICY_NOT_SUPPORTED"));
}

INSTANTIATE_TEST_SUITE_P(
    All, Policies,
    ::testing::Values(
        PolicyCase{"NoRecipientADonor",
                   [](model::Policy& p) { p.donor_capacity = 0; }},
        PolicyCase{"TooManyDonorsARecipient",
                   [](model::Policy& p) { p.recipient_capacity = 1001; }},
        PolicyCase{"NoRung", [](model::Policy& p) { p.rungs = 0; }},
        PolicyCase{"FiveRungs", [](model::Policy& p) { p.rungs = 5; }},
        PolicyCase{"OneWayWithoutMutual",
                   [](model::Policy& p) { p.allow_one_way = true; }}),
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
  EXPECT_EQ(round.failure, model::Failure{});
  EXPECT_EQ(round.pairings, 1);
  EXPECT_EQ(round.matches, 1);
  EXPECT_EQ(round.donors, 1);
  EXPECT_EQ(round.finish_time, clock_.Now());
  EXPECT_THAT(round.input_hash, SizeIs(64));
  ASSERT_FALSE(round.certificate.empty());
  for (const model::StageCertificate& stage : round.certificate) {
    EXPECT_TRUE(stage.verified);
    EXPECT_EQ(stage.primal, stage.dual);
    // The clock ticks at each reading.
    EXPECT_EQ(
        stage.check_time,
        absl::Milliseconds(stage.kind == model::StageKind::kPool ? 2 : 1));
    EXPECT_EQ(stage.solve_time, stage.check_time);
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
  model::Scheme scheme = Default();
  scheme.policy.pool = model::Pool::kNone;
  ASSERT_THAT(Do([&](Mutation& m) { return UpdateScheme(m, scheme, ""); }),
              IsOk());
  AddBoth();
  Run();
  ASSERT_THAT(Add(OfferOf("wuxi", "more", "gowns", 10)), IsOk());
  const model::Round second = Run();
  EXPECT_EQ(second.matches, 0);
  ASSERT_THAT(Unmet(second.name), SizeIs(1));
  EXPECT_EQ(Unmet(second.name)[0].reason,
            model::UnmetReason::kCounterpartPending);
}

TEST_F(Rounds, ThePoolDoesNotWaitForAnswersToAPairing) {
  AddBoth();
  Run();
  ASSERT_THAT(Add(OfferOf("wuxi", "more", "gowns", 10)), IsOk());
  const model::Round second = Run();
  EXPECT_EQ(second.pairings, 0);
  EXPECT_EQ(second.matches, 1);
  std::vector<model::Match> pooled;
  for (const model::Match& match : Matches()) {
    if (match.round == second.name) pooled.push_back(match);
  }
  ASSERT_THAT(pooled, SizeIs(1));
  EXPECT_EQ(pooled[0].quantity, BaseUnits(10));
  EXPECT_TRUE(pooled[0].pairing.empty());
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

TEST_F(Rounds, PreviewRoundStoresNothing) {
  AddBoth();
  const std::size_t events = Events().size();
  const auto plan = See([this](const View& v) {
    return PreviewRound(v, Round(), work_.stopwatch());
  });
  ASSERT_THAT(plan, IsOk());
  EXPECT_TRUE(plan->verified());
  EXPECT_EQ(plan->certificate[0].check_time, absl::Milliseconds(1));
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

}  // namespace
}  // namespace twinaid::core
