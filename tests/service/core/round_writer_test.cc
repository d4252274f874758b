// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a round writes of a plan that a test made by hand: pairs both ways,
// several partners a place, matches from the pool, pairings that make room.
#include "service/core/round_writer.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "service/model/enum_names.h"
#include "tests/service/core/round_world.h"

namespace twinaid::core {
namespace {

using model::BaseUnits;
using model::MatchState;
using model::PairingState;
using model::RoundState;
using model::StageKind;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr char kOther[] = "other";

class HandMadePlans : public Rounds {
 protected:
  HandMadePlans() {
    plan_.certificate.push_back(
        {StageKind::kCounterpart, 1, 1, 0, 0, {"0"}, {"0"}, true, {}, {}});
    plan_.input_hash = std::string(64, 'a');
  }

  // A scheme of any policy, whether this release takes it or not.
  void AddScheme(const model::Policy& policy) {
    model::Scheme scheme;
    scheme.id = model::SchemeId::Trusted(kOther);
    scheme.title_en = "Other";
    scheme.policy = policy;
    ASSERT_THAT(Do([&](Mutation& m) { return m.tx.schemes().Insert(scheme); }),
                IsOk());
    scheme_ = scheme.id;
  }

  void Pair(const std::string& donor, const std::string& recipient,
            int pair = 0) {
    planning::PlannedPairing pairing;
    pairing.donor = PlaceNamed(donor);
    pairing.recipient = PlaceNamed(recipient);
    pairing.pair = pair;
    pairing.value = {7, 0, 0, 0};
    plan_.pairings.push_back(pairing);
    model::RoundEdge edge;
    edge.donor = pairing.donor;
    edge.recipient = pairing.recipient;
    edge.rung = 1;
    edge.paired = true;
    edge.value = pairing.value;
    plan_.edges.push_back(edge);
  }
  // Adds a need and an offer of `quantity` gowns, and the match of them.
  void Give(const std::string& donor, const std::string& recipient,
            const std::string& id, bool pooled = false, int rung = 1) {
    ASSERT_THAT(Add(NeedOf(recipient, id, "gowns", 10)), IsOk());
    ASSERT_THAT(Add(OfferOf(donor, id, "gowns", 10)), IsOk());
    planning::PlannedMatch match;
    match.need = NeedOf(recipient, id, "", 1).name;
    match.offer = OfferOf(donor, id, "", 1).name;
    match.need_item = match.offer_item = ItemNamed("gowns");
    match.quantity = BaseUnits(10);
    match.rung = rung;
    match.pooled = pooled;
    plan_.matches.push_back(match);
  }
  void Forget() {
    plan_.pairings.clear();
    plan_.edges.clear();
    plan_.matches.clear();
  }

  // Writes the plan as a round.
  model::Round Write(const std::function<void()>& meanwhile = [] {}) {
    NewRound round = Round();
    round.name.parent = scheme_;
    const auto started = Start(round);
    EXPECT_THAT(started, IsOk());
    EXPECT_THAT(RunRound(work_, started->name, Never,
                         [&](const planning::PlanInput&) {
                           meanwhile();
                           return plan_;
                         }),
                IsOk());
    clock_.Advance(absl::Minutes(1));
    return Now(started->name);
  }
  void AcceptAll() {
    for (const model::Match& match : Matches()) {
      if (match.state != MatchState::kProposed) continue;
      ASSERT_THAT(Accept(match.id), IsOk());
    }
  }
  // "donor>recipient state" of each pairing, by name.
  std::vector<std::string> Standing() {
    std::vector<std::string> texts;
    for (const model::Pairing& pairing : Pairings()) {
      texts.push_back(pairing.donor.value() + ">" + pairing.recipient.value() +
                      " " + std::string(model::WordOf(pairing.state)));
    }
    return texts;
  }

  planning::Plan plan_;
  model::SchemeId scheme_ = model::SchemeId::Trusted(model::kDefaultSchemeId);
};

TEST_F(HandMadePlans, FairnessAndExtraCapacityAreKept) {
  plan_.fairness.critical_needs = 3;
  plan_.fairness.units = {{"piece", 10, 4}};
  plan_.fairness.fair = model::OrderFigures{{"12"}, 1, 2, 3, 4};
  plan_.extra_capacity = {
      2, 1, {PlaceNamed("zibo")}, 1, {{PlaceNamed("wuxi"), 1}}};
  const model::Round round = Write();
  EXPECT_EQ(round.state, RoundState::kSucceeded);
  EXPECT_EQ(round.fairness, plan_.fairness);
  EXPECT_EQ(round.extra_capacity, plan_.extra_capacity);
}

class StageKinds : public HandMadePlans,
                   public ::testing::WithParamInterface<StageKind> {};

TEST_P(StageKinds, AnUnverifiedStageFailsTheRoundAndKeepsNothing) {
  Pair("wuxi", "san-antonio");
  Give("wuxi", "san-antonio", "a");
  plan_.certificate.push_back(
      {GetParam(), 1, 2, 0, 0, {"1"}, {"1"}, true, {}, {}});
  plan_.certificate[0].verified = false;
  plan_.certificate[0].kind = GetParam();
  const model::Round round = Write();
  EXPECT_EQ(round.state, RoundState::kFailed);
  EXPECT_EQ(round.failure.reason, "CERTIFICATE_NOT_VERIFIED");
  EXPECT_EQ(round.input_hash, "");
  EXPECT_THAT(round.certificate, IsEmpty());
  EXPECT_THAT(Matches(), IsEmpty());
  EXPECT_THAT(Pairings(), IsEmpty());
  EXPECT_THAT(See([](const View& v) {
                return v.tx.round_edges().List({}, std::nullopt, 0);
              }),
              IsOkAndHolds(IsEmpty()));
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, StageKinds,
    ::testing::Values(StageKind::kStanding, StageKind::kCounterpart,
                      StageKind::kMutual, StageKind::kPool),
    [](const auto& param) { return std::string(model::WordOf(param.param)); });

TEST_F(HandMadePlans, AMatchFromThePoolHasNoPairing) {
  Give("wuxi", "san-antonio", "a", /*pooled=*/true);
  Give("zibo", "wuxi", "b", /*pooled=*/true, /*rung=*/4);
  const model::Round round = Write();
  EXPECT_THAT(round.stale, IsEmpty());
  EXPECT_EQ(round.matches, 2);
  EXPECT_EQ(round.pairings, 0);
  EXPECT_EQ(round.donors, 2);
  EXPECT_THAT(Pairings(), IsEmpty());
  ASSERT_THAT(Matches(), SizeIs(2));
  EXPECT_TRUE(Matches()[0].pairing.empty());
  EXPECT_EQ(Matches()[0].rung, 1);
  EXPECT_EQ(Matches()[1].rung, 4);
  AcceptAll();
  EXPECT_EQ(Matches()[0].state, MatchState::kAccepted);
}

TEST_F(HandMadePlans, AMatchFromThePoolIsStaleWithoutALinkOfItsRung) {
  Give("wuxi", "san-antonio", "a", true);
  Give("wuxi", "san-antonio", "b", true, 2);
  Give("wuxi", "san-antonio", "c", true, 3);
  const model::Round round = Write([&] {
    model::SisterLink link = Sisters("lnk-1", "wuxi", "san-antonio");
    link.kind = model::LinkKind::kFriendlyExchange;
    ASSERT_THAT(Do([&](Mutation& m) { return UpdateSisterLink(m, link, ""); }),
                IsOk());
  });
  EXPECT_EQ(round.matches, 2);
  ASSERT_THAT(round.stale, SizeIs(1));
  EXPECT_EQ(round.stale[0].need.child.value(), "a");
  EXPECT_EQ(round.stale[0].why, "NO_ACTIVE_TIE");
}

TEST_F(HandMadePlans, BothDirectionsOfAMutualPairShareAnId) {
  Pair("wuxi", "san-antonio", 1);
  Pair("san-antonio", "wuxi", 1);
  Pair("zibo", "zibo-2", 2);
  ASSERT_THAT(Add(City("zibo-2")), IsOk());
  Give("wuxi", "san-antonio", "a");
  Give("san-antonio", "wuxi", "b");
  Give("zibo", "zibo-2", "c");
  EXPECT_EQ(Write().pairings, 3);
  ASSERT_THAT(Pairings(), SizeIs(3));
  std::map<std::string, std::string> id_of;
  for (const model::Pairing& p : Pairings()) id_of[p.donor.value()] = p.pair_id;
  EXPECT_NE(id_of["wuxi"], "");
  EXPECT_EQ(id_of["wuxi"], id_of["san-antonio"]);
  EXPECT_NE(id_of["zibo"], "");
  EXPECT_NE(id_of["zibo"], id_of["wuxi"]);
}

TEST_F(HandMadePlans, AMutualPairEndsBothWays) {
  Pair("wuxi", "san-antonio", 1);
  Pair("san-antonio", "wuxi", 1);
  Give("wuxi", "san-antonio", "a");
  Give("san-antonio", "wuxi", "b");
  Write();
  AcceptAll();
  ASSERT_THAT(End(Pairings()[0].name), IsOk());
  EXPECT_EQ(Pairings()[0].state, PairingState::kEnded);
  EXPECT_EQ(Pairings()[1].state, PairingState::kEnded);
}

TEST_F(HandMadePlans, ADonorOfTwoSlotsGetsTwoPairings) {
  model::Policy policy;
  policy.donor_capacity = 2;
  AddScheme(policy);
  ASSERT_THAT(Add(City("jinan")), IsOk());
  Pair("wuxi", "san-antonio");
  Pair("wuxi", "zibo");
  Pair("wuxi", "jinan");
  Give("wuxi", "san-antonio", "a");
  Give("wuxi", "zibo", "b");
  Give("wuxi", "jinan", "c");
  const model::Round round = Write();
  EXPECT_EQ(round.pairings, 2);
  ASSERT_THAT(round.stale, SizeIs(1));
  EXPECT_EQ(round.stale[0].need.parent, PlaceNamed("jinan"));
  EXPECT_EQ(round.stale[0].why, "NO_FREE_SLOT");
}

TEST_F(HandMadePlans, ACapacityLoweredMeanwhileMakesAPairingStale) {
  Pair("wuxi", "san-antonio");
  Give("wuxi", "san-antonio", "a");
  for (const char* place : {"wuxi", "san-antonio"}) {
    const model::Round round = Write([&] {
      model::Place lowered = City(place);
      (place == std::string("wuxi") ? lowered.donor_capacity
                                    : lowered.recipient_capacity) = 0;
      ASSERT_THAT(Do([&](Mutation& m) { return UpdatePlace(m, lowered, ""); }),
                  IsOk());
    });
    EXPECT_EQ(round.matches, 0) << place;
    ASSERT_THAT(round.stale, SizeIs(1)) << place;
    EXPECT_EQ(round.stale[0].why, "NO_FREE_SLOT") << place;
    ASSERT_THAT(
        Do([&](Mutation& m) { return UpdatePlace(m, City(place), ""); }),
        IsOk());
  }
  EXPECT_EQ(Write().matches, 1);
}

TEST_F(HandMadePlans, WhatStandsFixedMakesNoRoom) {
  Pair("wuxi", "san-antonio");
  Give("wuxi", "san-antonio", "a");
  Write();
  AcceptAll();
  Forget();
  Pair("zibo", "san-antonio");
  Give("zibo", "san-antonio", "b");
  const model::Round second = Write();
  ASSERT_THAT(second.stale, SizeIs(1));
  EXPECT_EQ(second.stale[0].why, "NO_FREE_SLOT");
  EXPECT_THAT(Standing(), ElementsAre("wuxi>san-antonio active"));
}

TEST_F(HandMadePlans, WhereTiesOnlyAreKeptABetterPairDisplacesTheOld) {
  model::Policy policy;
  policy.keep = model::Keep::kTies;
  AddScheme(policy);
  Pair("wuxi", "san-antonio");
  Give("wuxi", "san-antonio", "a");
  Give("wuxi", "san-antonio", "open");
  Write();
  const model::MatchId accepted = Matches()[0].id;
  const model::MatchId open = Matches()[1].id;
  ASSERT_THAT(Accept(accepted), IsOk());
  Forget();
  Pair("zibo", "san-antonio");
  Give("zibo", "san-antonio", "b");
  const model::Round second = Write();
  EXPECT_THAT(second.stale, IsEmpty());
  EXPECT_EQ(second.pairings, 1);
  EXPECT_THAT(Standing(), ElementsAre("wuxi>san-antonio ended",
                                      "zibo>san-antonio proposed"));
  EXPECT_EQ(Now(accepted).state, MatchState::kAccepted)
      << "what is accepted goes on";
  EXPECT_EQ(Now(open).state, MatchState::kWithdrawn);
  EXPECT_EQ(Now(NeedOf("san-antonio", "open", "", 1).name).tallies.proposed,
            BaseUnits(0));
}

TEST_F(HandMadePlans, WhereTiesOnlyAreKeptTheOldOneChosenAgainStays) {
  model::Policy policy;
  policy.keep = model::Keep::kTies;
  AddScheme(policy);
  Pair("wuxi", "san-antonio");
  Give("wuxi", "san-antonio", "a");
  Write();
  AcceptAll();
  plan_.matches.clear();
  Give("wuxi", "san-antonio", "b");
  const model::Round second = Write();
  EXPECT_EQ(second.pairings, 0);
  EXPECT_EQ(second.matches, 1);
  EXPECT_THAT(Standing(), ElementsAre("wuxi>san-antonio active"));
}

TEST_F(HandMadePlans, AProposedPairingNeverMakesRoom) {
  model::Policy policy;
  policy.keep = model::Keep::kTies;
  AddScheme(policy);
  Pair("wuxi", "san-antonio");
  Give("wuxi", "san-antonio", "a");
  Write();
  Forget();
  Pair("zibo", "san-antonio");
  Give("zibo", "san-antonio", "b");
  const model::Round second = Write();
  ASSERT_THAT(second.stale, SizeIs(1));
  EXPECT_EQ(second.stale[0].why, "NO_FREE_SLOT");
  EXPECT_THAT(Standing(), ElementsAre("wuxi>san-antonio proposed"));
}

// The proposals of the displaced pairing hold stock of the very offer that the
// better pair needs next.
TEST_F(HandMadePlans, WhatADisplacedPairingGivesBackIsCountedOnce) {
  model::Policy policy;
  policy.keep = model::Keep::kTies;
  AddScheme(policy);
  Pair("wuxi", "san-antonio");
  Give("wuxi", "san-antonio", "a");
  Give("wuxi", "san-antonio", "b");
  Write();
  ASSERT_THAT(Accept(Matches()[0].id), IsOk());
  model::Offer more = Now(OfferOf("wuxi", "b", "", 1).name);
  more.quantity = model::Units(15);
  ASSERT_THAT(Do([&](Mutation& m) { return UpdateOffer(m, more, ""); }),
              IsOk());
  Forget();
  Pair("wuxi", "zibo");
  ASSERT_THAT(Add(NeedOf("zibo", "z", "gowns", 5)), IsOk());
  planning::PlannedMatch match;
  match.need = NeedOf("zibo", "z", "", 1).name;
  match.offer = more.name;
  match.need_item = match.offer_item = ItemNamed("gowns");
  match.quantity = BaseUnits(5);
  plan_.matches.push_back(match);
  EXPECT_EQ(Write().matches, 1);
  EXPECT_EQ(Now(more.name).tallies.proposed, BaseUnits(5));
  EXPECT_EQ(Now(more.name).available(), BaseUnits(10));
}

}  // namespace
}  // namespace twinaid::core
