// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Why needs stay unmet, whose stock they would need, and how evenly it falls.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/service/planning/plan_text.h"

namespace twinaid::planning {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// One donor, one recipient with three needs of falling urgency.
SmallWorld Scarce() {
  SmallWorld world;
  world.Place("d").Place("r").Item("mask").Link("d", "r");
  world.Need("r", "mask", 40, model::Urgency::kCritical);
  world.Need("r", "mask", 40, model::Urgency::kHigh);
  world.Need("r", "mask", 40, model::Urgency::kLow);
  world.Offer("d", "mask", 50).Offer("d", "mask", 10);
  return world;
}

TEST(ClosedOffersTest, AreThoseThatServeOthersInstead) {
  const Plan plan = PlanOf(Scarce());
  ASSERT_THAT(plan.unmet, SizeIs(2));
  for (const PlannedUnmet& unmet : plan.unmet) {
    EXPECT_EQ(unmet.reason, model::UnmetReason::kStockUsedUp);
    EXPECT_EQ(unmet.closed_offers, 2);
    ASSERT_THAT(unmet.closed, SizeIs(2));
    std::int64_t served = 0;
    for (const model::ClosedOffer& closed : unmet.closed) {
      std::int64_t given = 0;
      for (const auto& row : closed.serves) given += row.quantity.value();
      EXPECT_EQ(given, closed.available.value());  // nothing stayed at home
      served += given;
    }
    EXPECT_EQ(served, 60);
  }
}

TEST(ClosedOffersTest, ReachThroughASubstituteThatCouldGiveWay) {
  // The need for suits could have suits; those serve the need for gowns, which
  // takes gowns as well, of which there are too few.
  SmallWorld world;
  world.Place("d").Place("r").Item("suit").Item("gown").Link("d", "r");
  world.input.items[1].substitutes = {{model::ItemId::Trusted("suit"), 80, ""}};
  world.Need("r", "gown", 10, model::Urgency::kCritical);
  world.input.needs[0].substitutes = model::SubstitutePolicy::kAny;
  world.Need("r", "suit", 10, model::Urgency::kHigh);
  world.Offer("d", "suit", 5).Offer("d", "gown", 7);
  const Plan plan = PlanOf(world);
  ASSERT_THAT(plan.unmet, SizeIs(1));
  EXPECT_EQ(plan.unmet[0].quantity.value(), 8);
  ASSERT_THAT(plan.unmet[0].closed, SizeIs(2));
  EXPECT_EQ(plan.unmet[0].closed[0].offer.child.value(), "suit-0");
  EXPECT_EQ(plan.unmet[0].closed[1].offer.child.value(), "gown-1");
  EXPECT_THAT(plan.unmet[0].closed[1].serves, SizeIs(1));
}

TEST(ClosedOffersTest, AreCountedBeyondThoseThatAreTold) {
  SmallWorld world = Scarce();
  for (int i = 0; i < 30; ++i) world.Offer("d", "mask", 1);
  const Plan plan = PlanOf(world);
  ASSERT_THAT(plan.unmet, SizeIs(1));
  EXPECT_EQ(plan.unmet[0].closed_offers, 32);
  EXPECT_THAT(plan.unmet[0].closed, SizeIs(model::kMaxClosedOffers));
}

TEST(ClosedOffersTest, AreOfTheCounterpartAlone) {
  SmallWorld world = Scarce();
  world.Place("e").Link("e", "r").Offer("e", "mask", 10);
  const Plan plan = PlanOf(world);
  for (const PlannedUnmet& unmet : plan.unmet) {
    EXPECT_EQ(unmet.closed_offers, 2);
  }
}

TEST(ClosedOffersTest, AreNotToldForOtherReasons) {
  SmallWorld world = Scarce();
  world.input.links.clear();
  for (const PlannedUnmet& unmet : PlanOf(world).unmet) {
    EXPECT_EQ(unmet.reason, model::UnmetReason::kNoTie);
    EXPECT_EQ(unmet.closed_offers, 0);
    EXPECT_THAT(unmet.closed, IsEmpty());
  }
}

TEST(FairnessTest, CountsCriticalNeedsWithoutAnything) {
  SmallWorld world = Scarce();
  world.Place("s").Need("s", "mask", 5, model::Urgency::kCritical);
  const Plan plan = PlanOf(world);
  EXPECT_EQ(plan.fairness.critical_needs, 2);
  EXPECT_EQ(plan.fairness.critical_without, 1);
}

TEST(FairnessTest, CountsUnitsOfItemsAndMoney) {
  SmallWorld world = Scarce();
  world.Item("box").Item("fund");
  world.input.items[1].unit = "box";
  world.input.items[1].base_content = 50;
  world.input.items[2].unit = model::kCurrencyUnit;
  world.Need("r", "box", 120).Need("r", "fund", 500).Need("r", "fund", 70);
  world.input.needs[4].currency = "CNY";
  world.input.needs[5].currency = "USD";
  world.Offer("d", "box", 60).Offer("d", "fund", 100);
  world.input.offers.back().currency = "CNY";
  const Plan plan = PlanOf(world);
  EXPECT_THAT(plan.fairness.units,
              ElementsAre(model::UnitCoverage{"CNY", 500, 100},
                          model::UnitCoverage{"USD", 70, 0},
                          model::UnitCoverage{"box", 2, 1},
                          model::UnitCoverage{"piece", 120, 60}));
}

TEST(FairnessTest, CountsMatchesOfDonors) {
  SmallWorld world = Scarce();
  world.Place("e").Place("s").Link("e", "s");
  world.Need("s", "mask", 5).Offer("e", "mask", 5);
  const Plan plan = PlanOf(world);
  const auto of_d = static_cast<std::int64_t>(plan.matches.size()) - 1;
  EXPECT_EQ(plan.fairness.most_matches_of_a_donor, of_d);
  EXPECT_EQ(plan.fairness.matches_per_donor_permille, (of_d + 1) * 1000 / 2);
  EXPECT_FALSE(plan.fairness.by_value.has_value());
  EXPECT_FALSE(plan.fairness.fair.has_value());
}

TEST(FairnessTest, OfNothingIsNothing) {
  const Plan plan = PlanOf(SmallWorld());
  EXPECT_EQ(plan.fairness, model::Fairness{});
}

}  // namespace
}  // namespace twinaid::planning
