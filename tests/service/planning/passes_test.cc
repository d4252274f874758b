// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Capacities, standing pairings and what is kept of them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/service/planning/plan_text.h"

namespace twinaid::planning {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

// Two donors, two recipients, all tied; a need is more than any donor has.
SmallWorld Square() {
  SmallWorld world;
  world.Place("d1").Place("d2").Place("r1").Place("r2").Item("mask");
  world.Link("d1", "r1").Link("d1", "r2").Link("d2", "r1").Link("d2", "r2");
  world.Need("r1", "mask", 100).Need("r2", "mask", 100);
  world.Offer("d1", "mask", 30).Offer("d2", "mask", 20);
  return world;
}

TEST(PassesTest, OneToOneIsTheDefault) {
  const Plan plan = PlanOf(Square());
  EXPECT_THAT(plan.pairings, SizeIs(2));
  EXPECT_NE(plan.pairings[0].recipient, plan.pairings[1].recipient);
}

TEST(PassesTest, ARecipientOfTwoGetsItsSecondDonorInASecondPass) {
  SmallWorld world = Square();
  world.input.needs.pop_back();  // r2 asks for nothing
  world.input.policy.recipient_capacity = 2;
  const Plan plan = PlanOf(world);
  EXPECT_THAT(PairsOf(plan), ElementsAre("d1>r1", "d2>r1"));
  ASSERT_THAT(plan.certificate, SizeIs(3));  // rung 1 twice, rung 2
  EXPECT_EQ(plan.certificate[0].pass, 1);
  EXPECT_EQ(plan.certificate[1].pass, 2);
  EXPECT_EQ(plan.pairings[0].stage, 0);  // the larger donor first
  EXPECT_EQ(plan.pairings[1].stage, 1);
}

TEST(PassesTest, ADonorOfTwoServesASecondWithWhatTheFirstLeaves) {
  SmallWorld world = Square();
  world.input.offers.pop_back();
  world.input.needs[0].total = model::BaseUnits(25);
  world.input.policy.donor_capacity = 2;
  const Plan plan = PlanOf(world);
  EXPECT_THAT(FlowsOf(plan), ElementsAre("d1>r1 25", "d1>r2 5"));
}

TEST(PassesTest, APlaceOverridesTheCapacityOfTheScheme) {
  SmallWorld world = Square();
  world.input.needs.pop_back();
  world.Capacities("r1", 1, 2);
  EXPECT_THAT(PairsOf(PlanOf(world)), ElementsAre("d1>r1", "d2>r1"));
  world.input.policy.recipient_capacity = 2;
  world.Capacities("r1", 1, 1);
  EXPECT_THAT(PairsOf(PlanOf(world)), ElementsAre("d1>r1"));
  world.Capacities("r1", 1, 0);
  EXPECT_THAT(PlanOf(world).pairings, IsEmpty());
}

TEST(PassesTest, TheSameTwoAreNeverPutTogetherTwice) {
  SmallWorld world = Square();
  world.input.policy.donor_capacity = world.input.policy.recipient_capacity = 9;
  world.input.policy.rungs = 4;
  const Plan plan = PlanOf(world);
  EXPECT_THAT(plan.pairings, SizeIs(2));  // neither donor has more to give
}

TEST(PassesTest, WhatMinimumLotsUndoGivesWayToTheNextBest) {
  SmallWorld world;
  world.Place("big").Place("small").Place("r").Item("mask");
  world.Link("big", "r").Link("small", "r");
  world.Need("r", "mask", 10)
      .Offer("big", "mask", 50)
      .Offer("small", "mask", 4);
  world.input.offers[0].min_lot = model::Units(20);
  const Plan plan = PlanOf(world);
  EXPECT_THAT(FlowsOf(plan), ElementsAre("small>r 4"));
  EXPECT_EQ(plan.certificate[0].pairs, 1);  // chosen, and not made
  EXPECT_EQ(plan.unmet[0].quantity.value(), 6);
}

TEST(PassesTest, StandingPairingsOfOneDonorAreServedOneAfterTheOther) {
  SmallWorld world = Square();
  world.Place("r3").Link("d1", "r3").Need("r3", "mask", 100);
  world.input.offers[0].total = model::BaseUnits(250);
  world.Standing("d1", "r1").Standing("d1", "r2").Standing("d1", "r3");
  const Plan plan = PlanOf(world);
  EXPECT_THAT(FlowsOf(plan),
              UnorderedElementsAre(::testing::StartsWith("d1>r1"),
                                   ::testing::StartsWith("d1>r2"),
                                   ::testing::StartsWith("d1>r3")));
  EXPECT_THAT(plan.pairings, SizeIs(3));
  for (const PlannedPairing& pairing : plan.pairings) {
    EXPECT_TRUE(pairing.standing);
  }
  ASSERT_THAT(plan.certificate, SizeIs(5));
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(plan.certificate[i].kind, model::StageKind::kStanding);
    EXPECT_EQ(plan.certificate[i].pass, i + 1);
  }
}

TEST(PassesTest, AStandingPairingTakesOneSlotOfSeveral) {
  SmallWorld world = Square();
  world.input.offers[1].total = model::BaseUnits(0);
  world.input.offers[0].total = model::BaseUnits(150);
  world.Standing("d1", "r1").Capacities("d1", 2, 1);
  EXPECT_THAT(FlowsOf(PlanOf(world)), ElementsAre("d1>r1 100", "d1>r2 50"));
  world.Capacities("d1", 1, 1);
  EXPECT_THAT(FlowsOf(PlanOf(world)), ElementsAre("d1>r1 100"));
}

// d1 looks after r1; putting it with r2 instead would be worth more.
SmallWorld Contended() {
  SmallWorld world = Square();
  world.input.policy.keep = model::Keep::kTies;
  world.Standing("d1", "r1");
  return world;
}

TEST(KeepTest, AStandingPairingWinsAmongEquals) {
  for (int seed = 0; seed < 8; ++seed) {
    SCOPED_TRACE(seed);
    SmallWorld world = Contended();
    world.input.seed = seed;
    const Plan plan = PlanOf(world);
    EXPECT_THAT(PairsOf(plan), ElementsAre("d1>r1", "d2>r2"));
    EXPECT_TRUE(plan.pairings[0].standing);
    EXPECT_FALSE(plan.pairings[1].standing);
    EXPECT_EQ(plan.certificate[0].kind, model::StageKind::kCounterpart);
  }
}

TEST(KeepTest, AStandingPairingGivesWayToMoreValue) {
  SmallWorld world = Contended();
  world.input.needs[1].urgency = model::Urgency::kCritical;
  const Plan plan = PlanOf(world);
  EXPECT_THAT(PairsOf(plan), ElementsAre("d1>r2", "d2>r1"));
  world.input.policy.keep = model::Keep::kFixed;
  EXPECT_THAT(PairsOf(PlanOf(world)), ElementsAre("d1>r1", "d2>r2"));
}

TEST(KeepTest, APairingWhoseLinkIsSuspendedIsNoTie) {
  SmallWorld world = Contended();
  world.input.links[0].state = model::LinkState::kSuspended;
  world.input.standing[0].link = world.input.links[0].id;
  EXPECT_THAT(PairsOf(PlanOf(world)), ElementsAre("d1>r2", "d2>r1"));
}

TEST(KeepTest, APairingOnNoLinkIsATieByItself) {
  SmallWorld world = Contended();
  world.input.links.erase(world.input.links.begin());
  EXPECT_THAT(PairsOf(PlanOf(world)), ElementsAre("d1>r1", "d2>r2"));
}

TEST(KeepTest, ProposalsHoldTheirSlotsAllTheSame) {
  SmallWorld world = Contended();
  world.input.standing[0].active = false;
  const Plan plan = PlanOf(world);
  EXPECT_THAT(PairsOf(plan), ElementsAre("d2>r2"));
}

}  // namespace
}  // namespace twinaid::planning
