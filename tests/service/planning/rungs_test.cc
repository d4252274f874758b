// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Each rung by hand on a tiny world.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/service/planning/plan_text.h"

namespace twinaid::planning {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// Wuxi lies in Jiangsu, San Antonio in Texas; the two above are sisters.
SmallWorld Parents() {
  SmallWorld world;
  world.Place("jiangsu").Place("texas").Place("wuxi").Place("san-antonio");
  world.Under("wuxi", "jiangsu").Under("san-antonio", "texas");
  world.Item("mask").Item("suit");
  world.Link("jiangsu", "texas", model::LinkKind::kSisterProvinceState);
  world.input.links[0].transit_days = 5;
  world.input.policy.rungs = 3;
  return world;
}

TEST(RungsTest, TheThirdJoinsPlacesWhoseParentsAreTied) {
  SmallWorld world = Parents();
  world.Need("san-antonio", "mask", 10).Offer("wuxi", "mask", 10);
  const Plan plan = PlanOf(world);
  ASSERT_THAT(PairsOf(plan), ElementsAre("wuxi>san-antonio"));
  EXPECT_EQ(plan.pairings[0].rung, 3);
  EXPECT_EQ(plan.pairings[0].link.value(), "jiangsu-texas");
  EXPECT_EQ(plan.matches[0].rung, 3);
  EXPECT_THAT(plan.certificate, SizeIs(3));
  world.input.policy.rungs = 2;
  const Plan without = PlanOf(world);
  EXPECT_THAT(without.pairings, IsEmpty());
  EXPECT_EQ(without.unmet[0].reason, model::UnmetReason::kNoTie);
}

TEST(RungsTest, TheThirdJoinsAPlaceWithTheTiedParentOfAnother) {
  SmallWorld world = Parents();
  world.Need("texas", "mask", 10).Offer("wuxi", "mask", 10);
  world.Need("wuxi", "suit", 10).Offer("texas", "suit", 10);
  EXPECT_THAT(PairsOf(PlanOf(world)), ElementsAre("texas>wuxi", "wuxi>texas"));
}

TEST(RungsTest, TheThirdTakesAsLongAsTheLinkOfTheParents) {
  SmallWorld world = Parents();
  world.Need("san-antonio", "mask", 10).Offer("wuxi", "mask", 10);
  world.input.needs[0].needed_by = world.input.as_of + 5;
  EXPECT_THAT(PlanOf(world).pairings, SizeIs(1));
  world.input.needs[0].needed_by = world.input.as_of + 4;
  const Plan late = PlanOf(world);
  EXPECT_THAT(late.pairings, IsEmpty());
  EXPECT_EQ(late.unmet[0].reason, model::UnmetReason::kTooLate);
}

TEST(RungsTest, ASuspendedLinkOfTheParentsJoinsNobody) {
  SmallWorld world = Parents();
  world.Need("san-antonio", "mask", 10).Offer("wuxi", "mask", 10);
  world.input.links[0].state = model::LinkState::kSuspended;
  const Plan plan = PlanOf(world);
  EXPECT_THAT(plan.pairings, IsEmpty());
  EXPECT_EQ(plan.unmet[0].reason, model::UnmetReason::kNoTie);
}

TEST(RungsTest, TheThirdDoesNotJoinPlacesOfTheSameParent) {
  SmallWorld world = Parents();
  world.Place("suzhou").Under("suzhou", "jiangsu");
  world.Need("suzhou", "mask", 10).Offer("wuxi", "mask", 10);
  const Plan plan = PlanOf(world);
  EXPECT_THAT(plan.pairings, IsEmpty());
  // Tied to Texas and San Antonio, which have nothing to give.
  EXPECT_EQ(plan.unmet[0].reason, model::UnmetReason::kNoOffer);
}

TEST(RungsTest, AClosePartnerIsFoundBeforeADistantOne) {
  SmallWorld world = Parents();
  world.Place("friend").Offer("friend", "mask", 1);
  world.Link("friend", "san-antonio");
  world.Need("san-antonio", "mask", 10).Offer("wuxi", "mask", 10);
  const Plan plan = PlanOf(world);
  EXPECT_THAT(PairsOf(plan), ElementsAre("friend>san-antonio"));
  EXPECT_EQ(plan.unmet[0].reason, model::UnmetReason::kStockUsedUp);
}

TEST(RungsTest, TheFourthJoinsAnyTwo) {
  SmallWorld world;
  world.Place("a").Place("b").Place("c").Item("mask").Item("suit");
  world.Need("b", "mask", 10).Offer("a", "mask", 10).Need("c", "suit", 5);
  world.input.policy.rungs = 4;
  const Plan plan = PlanOf(world);
  ASSERT_THAT(PairsOf(plan), ElementsAre("a>b"));
  EXPECT_EQ(plan.pairings[0].rung, 4);
  EXPECT_TRUE(plan.pairings[0].link.empty());
  ASSERT_THAT(plan.unmet, SizeIs(1));
  EXPECT_EQ(plan.unmet[0].reason, model::UnmetReason::kNoOffer);
}

TEST(RungsTest, TheFourthIsForParticipantsOnly) {
  SmallWorld world;
  world.Place("a").Place("b").Place("c").Item("mask");
  world.Need("b", "mask", 10).Offer("a", "mask", 10).Offer("c", "mask", 4);
  world.input.policy.rungs = 4;
  world.input.participants = {model::PlaceId::Trusted("b"),
                              model::PlaceId::Trusted("c")};
  EXPECT_THAT(FlowsOf(PlanOf(world)), ElementsAre("c>b 4"));
}

TEST(RungsTest, SisterLinksComeBeforeFriendlyExchangesAmongEquals) {
  // Both could come over rung 3; only the kind of the parents' link differs.
  SmallWorld world = Parents();
  world.Place("oblast").Place("kazan").Under("kazan", "oblast");
  world.Link("oblast", "texas", model::LinkKind::kFriendlyExchange);
  world.Need("san-antonio", "mask", 10);
  world.Offer("wuxi", "mask", 10).Offer("kazan", "mask", 10);
  for (int seed = 0; seed < 8; ++seed) {
    SCOPED_TRACE(seed);
    world.input.seed = seed;
    EXPECT_THAT(PairsOf(PlanOf(world)), ElementsAre("wuxi>san-antonio"));
  }
}

TEST(RungsTest, TheHashKnowsParentsOnlyWhereTheyCount) {
  SmallWorld world = Parents();
  SmallWorld other = Parents();
  other.Under("wuxi", "texas");
  EXPECT_NE(PlanOf(world).input_hash, PlanOf(other).input_hash);
  world.input.policy.rungs = other.input.policy.rungs = 2;
  EXPECT_EQ(PlanOf(world).input_hash, PlanOf(other).input_hash);
}

}  // namespace
}  // namespace twinaid::planning
