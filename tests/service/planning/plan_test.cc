// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/planning/plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "service/model/errors.h"
#include "tests/service/planning/plan_text.h"
#include "tests/service/planning/small_world.h"
#include "tests/support/status_matchers.h"

namespace twinaid::planning {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

model::PlaceId P(const char* id) { return model::PlaceId::Trusted(id); }

// Wuxi and San Antonio are sisters; Wuxi has masks.
SmallWorld Sisters() {
  SmallWorld world;
  world.Place("wuxi").Place("san-antonio").Item("mask");
  world.Link("wuxi", "san-antonio");
  world.Need("san-antonio", "mask", 100).Offer("wuxi", "mask", 60);
  return world;
}

TEST(PlanTest, PairsSistersAndSaysWhatStaysUnmet) {
  const Plan plan = PlanOf(Sisters());
  ASSERT_THAT(plan.pairings, SizeIs(1));
  EXPECT_EQ(plan.pairings[0].donor, P("wuxi"));
  EXPECT_EQ(plan.pairings[0].link.value(), "wuxi-san-antonio");
  ASSERT_THAT(plan.matches, SizeIs(1));
  EXPECT_EQ(plan.matches[0].quantity.value(), 60);
  ASSERT_THAT(plan.unmet, SizeIs(1));
  EXPECT_EQ(plan.unmet[0].quantity.value(), 40);
  EXPECT_EQ(plan.unmet[0].reason, model::UnmetReason::kStockUsedUp);
  EXPECT_EQ(plan.coverage.needs_partly, 1);
  EXPECT_EQ(plan.coverage.min_place_permille, 600);
  EXPECT_EQ(plan.donors, 1);
}

TEST(PlanTest, GoodsFlowEitherWayOverOneLink) {
  SmallWorld world = Sisters();
  world.Item("suit");
  world.Need("wuxi", "suit", 5).Offer("san-antonio", "suit", 5);
  EXPECT_THAT(PlanOf(world).pairings, SizeIs(2));
}

TEST(PlanTest, FriendlyExchangesFillWhatSisterLinksLeave) {
  SmallWorld world = Sisters();
  world.Place("austin").Need("austin", "mask", 10);
  world.Place("suzhou").Offer("suzhou", "mask", 10);
  world.Link("suzhou", "austin", model::LinkKind::kFriendlyExchange);
  // A friendly tie to a place that has its counterpart already is of no use.
  world.Link("suzhou", "san-antonio", model::LinkKind::kFriendlyExchange);
  const Plan plan = PlanOf(world);
  ASSERT_THAT(plan.pairings, SizeIs(2));
  EXPECT_EQ(plan.pairings[0].donor, P("suzhou"));
  EXPECT_EQ(plan.pairings[0].recipient, P("austin"));
  EXPECT_EQ(plan.pairings[0].rung, 2);
  world.input.policy.rungs = 1;
  EXPECT_THAT(PlanOf(world).pairings, SizeIs(1));
}

TEST(PlanTest, SuspendedLinksDoNotCount) {
  SmallWorld world = Sisters();
  world.input.links[0].state = model::LinkState::kSuspended;
  const Plan plan = PlanOf(world);
  EXPECT_THAT(plan.pairings, IsEmpty());
  ASSERT_THAT(plan.unmet, SizeIs(1));
  EXPECT_EQ(plan.unmet[0].reason, model::UnmetReason::kNoTie);
}

TEST(PlanTest, ActivePairingsGetMoreAndKeepTheirSlots) {
  SmallWorld world = Sisters();
  world.Place("austin").Need("austin", "mask", 10, model::Urgency::kCritical);
  world.Link("wuxi", "austin");
  world.input.standing.push_back(
      {P("wuxi"), P("san-antonio"), 1, world.input.links[0].id, true});
  const Plan plan = PlanOf(world);
  ASSERT_THAT(plan.pairings, SizeIs(1));
  EXPECT_TRUE(plan.pairings[0].standing);
  EXPECT_EQ(plan.pairings[0].recipient, P("san-antonio"));
  EXPECT_EQ(plan.certificate[0].rung, 0);
  EXPECT_EQ(plan.unmet[0].need.parent, P("austin"));
  EXPECT_EQ(plan.unmet[0].reason, model::UnmetReason::kPlaceNotPaired);
}

TEST(PlanTest, ProposedPairingsOnlyHoldTheirSlots) {
  SmallWorld world = Sisters();
  world.input.standing.push_back(
      {P("wuxi"), P("san-antonio"), 1, world.input.links[0].id, false});
  const Plan plan = PlanOf(world);
  EXPECT_THAT(plan.matches, IsEmpty());
  ASSERT_THAT(plan.unmet, SizeIs(1));
  EXPECT_EQ(plan.unmet[0].reason, model::UnmetReason::kCounterpartPending);
}

TEST(PlanTest, WhatWasDeclinedTogetherIsNotPutTogether) {
  SmallWorld world = Sisters();
  world.input.declined.push_back(
      {world.input.needs[0].name, world.input.offers[0].name});
  const Plan plan = PlanOf(world);
  EXPECT_THAT(plan.matches, IsEmpty());
  EXPECT_EQ(plan.unmet[0].reason, model::UnmetReason::kDeclinedTogether);
}

TEST(PlanTest, PlacesApartAreNotPutTogetherEitherWayRound) {
  SmallWorld world = Sisters();
  const std::string item = world.input.items[0].id.value();
  const std::string donor = world.input.offers[0].name.parent.value();
  const std::string recipient = world.input.needs[0].name.parent.value();
  world.Need(donor, item, 3).Offer(recipient, item, 3);
  world.input.policy.pool = model::Pool::kFair;
  world.input.policy.rungs = 4;
  ASSERT_THAT(PlanOf(world).matches, SizeIs(2));
  const std::string hash = PlanOf(world).input_hash;

  world.input.apart.push_back({P(recipient.c_str()), P(donor.c_str())});
  const Plan plan = PlanOf(world);
  EXPECT_THAT(plan.matches, IsEmpty());
  ASSERT_THAT(plan.unmet, SizeIs(2));
  EXPECT_EQ(plan.unmet[0].reason, model::UnmetReason::kDeclinedTogether);
  EXPECT_EQ(plan.unmet[1].reason, model::UnmetReason::kDeclinedTogether);
  EXPECT_NE(plan.input_hash, hash);

  // A third place is not meant.
  world.Place("zibo").Link("zibo", recipient).Offer("zibo", item, 1);
  EXPECT_THAT(PlanOf(world).matches, SizeIs(1));
}

TEST(PlanTest, WhatNobodySpokeOfRestsAndIsSaidToWait) {
  SmallWorld world = Sisters();
  const auto spoken_on = [](int day) {
    return absl::FromCivil(absl::CivilSecond(2020, 2, day, 23, 59, 59),
                           absl::UTCTimeZone());
  };
  world.input.as_of = absl::CivilDay(2020, 2, 20);
  world.input.confirm_days = 10;
  world.input.needs[0].confirm_time = spoken_on(11);
  world.input.offers[0].confirm_time = spoken_on(11);
  const Plan fresh = PlanOf(world);
  ASSERT_THAT(fresh.matches, SizeIs(1));

  world.input.needs[0].confirm_time = spoken_on(10);
  const Plan rests = PlanOf(world);
  EXPECT_THAT(rests.matches, IsEmpty());
  ASSERT_THAT(rests.unmet, SizeIs(1));
  EXPECT_EQ(rests.unmet[0].reason, model::UnmetReason::kNotConfirmed);
  EXPECT_EQ(rests.unmet[0].quantity, world.input.needs[0].open_to_matching());
  EXPECT_EQ(rests.coverage.needs, 0);
  EXPECT_NE(rests.input_hash, fresh.input_hash);

  world.input.needs[0].confirm_time = spoken_on(11);
  world.input.offers[0].confirm_time = spoken_on(10);
  const Plan unoffered = PlanOf(world);
  EXPECT_THAT(unoffered.matches, IsEmpty());
  EXPECT_NE(unoffered.unmet.at(0).reason, model::UnmetReason::kNotConfirmed);

  world.input.confirm_days.reset();
  EXPECT_THAT(PlanOf(world).matches, SizeIs(1));
}

TEST(PlanTest, APlaceOfCapacityZeroTakesNoPartOnThatSide) {
  SmallWorld world = Sisters();
  world.input.places[0].donor_capacity = 0;
  EXPECT_THAT(PlanOf(world).pairings, IsEmpty());
  world.input.places[0].donor_capacity.reset();
  world.input.places[1].recipient_capacity = 0;
  EXPECT_THAT(PlanOf(world).pairings, IsEmpty());
}

TEST(PlanTest, OnlyParticipantsTakePart) {
  SmallWorld world = Sisters();
  world.input.participants = {P("wuxi")};
  const Plan plan = PlanOf(world);
  EXPECT_THAT(plan.pairings, IsEmpty());
  EXPECT_EQ(plan.coverage.needs, 0);
}

TEST(PlanTest, WhatIsProposedOrPromisedAlreadyIsNotPlannedAgain) {
  SmallWorld world = Sisters();
  world.input.needs[0].tallies.proposed = model::BaseUnits(30);
  world.input.needs[0].tallies.received = model::BaseUnits(50);
  world.input.offers[0].tallies.committed = model::BaseUnits(45);
  const Plan plan = PlanOf(world);
  ASSERT_THAT(plan.matches, SizeIs(1));
  EXPECT_EQ(plan.matches[0].quantity.value(), 15);
}

TEST(PlanTest, APairThatMinimumLotsLeaveEmptyIsNotMade) {
  SmallWorld world = Sisters();
  world.input.needs[0].total = model::BaseUnits(10);
  world.input.offers[0].min_lot = model::Units(20);
  const Plan plan = PlanOf(world);
  EXPECT_THAT(plan.pairings, IsEmpty());
  EXPECT_EQ(plan.unmet[0].reason, model::UnmetReason::kMinimumLot);
}

TEST(PlanTest, RefusesAPolicyThatIsNotServed) {
  SmallWorld world = Sisters();
  world.input.policy.rungs = 5;
  const absl::StatusOr<Plan> plan = MakePlan(world.input);
  EXPECT_THAT(plan, StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_EQ(model::ReasonOf(plan.status()), "POLICY_NOT_SUPPORTED");
}

TEST(PlanTest, RefusesARecordThatNamesNothing) {
  SmallWorld world = Sisters();
  world.input.needs[0].item = model::ItemId::Trusted("no-such-item");
  const absl::StatusOr<Plan> plan = MakePlan(world.input);
  EXPECT_EQ(model::ReasonOf(plan.status()), "REFERENCE_NOT_FOUND");
}

TEST(PlanTest, RefusesMoreThanTheEngineTakes) {
  SmallWorld world = Sisters();
  for (int i = 0; i < 9; ++i) {
    world.Need("san-antonio", "mask", model::kMaxBaseUnits);
  }
  const absl::StatusOr<Plan> plan = MakePlan(world.input);
  EXPECT_THAT(plan, StatusIs(absl::StatusCode::kResourceExhausted));
  EXPECT_EQ(model::ReasonOf(plan.status()), "INSTANCE_TOO_BIG");
}

TEST(PlanTest, TheInputHashKnowsEveryValueThatCanChangeThePlan) {
  const std::string before = PlanOf(Sisters()).input_hash;
  const std::vector<std::function<void(PlanInput&)>> changes = {
      [](PlanInput& i) { i.seed = 1; },
      [](PlanInput& i) { i.as_of += 1; },
      [](PlanInput& i) { i.policy.rungs = 1; },
      [](PlanInput& i) { i.links[0].transit_days = 1; },
      [](PlanInput& i) { i.needs[0].urgency = model::Urgency::kLow; },
      [](PlanInput& i) { i.needs[0].min_quality_percent = 1; },
      [](PlanInput& i) { i.needs[0].needed_by = i.as_of + 9; },
      [](PlanInput& i) { i.offers[0].tallies.proposed = model::BaseUnits(1); },
      [](PlanInput& i) { i.offers[0].lead_days = 1; },
      [](PlanInput& i) { i.offers[0].expires = i.as_of + 9; },
      [](PlanInput& i) { i.places[0].donor_capacity = 1; },
      [](PlanInput& i) {
        i.declined.push_back({i.needs[0].name, i.offers[0].name});
      },
  };
  for (std::size_t i = 0; i < changes.size(); ++i) {
    SCOPED_TRACE(i);
    SmallWorld world = Sisters();
    changes[i](world.input);
    EXPECT_NE(PlanOf(world).input_hash, before);
  }
}

}  // namespace
}  // namespace twinaid::planning
