// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/fairness_text.h"

#include <gtest/gtest.h>

namespace twinaid::client {
namespace {

TEST(FairnessText, SaysNothingWhereTheRoundSaysNothing) {
  const v1::Fairness none;
  EXPECT_EQ(UnitsText(none, false), "");
  EXPECT_EQ(CriticalText(none, false), "");
  EXPECT_EQ(PerDonorText(none, false), "");
  EXPECT_EQ(PriceOfFairnessText(none, false), "");
  EXPECT_EQ(ExtraCapacityText({}, false), "");
}

TEST(FairnessText, TellsUnitByUnitAndMoneyInMajorUnits) {
  v1::Fairness fairness;
  v1::UnitCoverage* money = fairness.add_units();
  money->set_unit("CNY");
  money->set_needed(300'050);
  money->set_proposed(120'000);
  v1::UnitCoverage* kits = fairness.add_units();
  kits->set_unit("kit");
  kits->set_needed(10'000);
  kits->set_proposed(5);
  EXPECT_EQ(UnitsText(fairness, false),
            "1,200.00 CNY of 3,000.50 CNY; kit 5 of 10,000");
  EXPECT_EQ(UnitsText(fairness, true),
            "1,200.00 CNY / 3,000.50 CNY；kit 5 / 10,000");
}

TEST(FairnessText, TellsCriticalNeedsAndMatchesPerDonor) {
  v1::Fairness fairness;
  fairness.set_critical_needs(8);
  fairness.set_critical_without(3);
  fairness.set_most_matches_of_a_donor(4);
  fairness.set_matches_per_donor_permille(1'599);
  EXPECT_EQ(CriticalText(fairness, false),
            "3 of 8 critical needs without anything");
  EXPECT_EQ(PerDonorText(fairness, false), "1.5 on average, 4 at most");
  EXPECT_EQ(PerDonorText(fairness, true), "平均 1.5，最多 4");
}

TEST(FairnessText, ComparesOrdersOnlyWhereBothAreThere) {
  v1::Fairness fairness;
  fairness.mutable_fair()->set_needs_fully(2);
  EXPECT_EQ(PriceOfFairnessText(fairness, false), "");
  fairness.mutable_fair()->set_min_place_permille(125);
  fairness.mutable_by_value()->set_needs_fully(3);
  fairness.mutable_by_value()->set_needs_without(1);
  fairness.mutable_by_value()->set_median_place_permille(1000);
  EXPECT_EQ(PriceOfFairnessText(fairness, false),
            "fair: 2 needs whole, 0 with nothing, places least 12.5%, median "
            "0.0%; by value: 3 needs whole, 1 with nothing, places least 0.0%, "
            "median 100.0%");
}

TEST(FairnessText, TellsWhoStaysAloneAndWhatWouldHelp) {
  v1::ExtraCapacity extra;
  extra.set_recipients(7);
  extra.set_most_coverable(7);
  EXPECT_EQ(ExtraCapacityText(extra, false),
            "0 of 7 places stay without a partner at one to one; one to one "
            "could cover everybody");
  extra.set_most_coverable(5);
  extra.set_extra(2);
  extra.add_uncovered("places/a");
  extra.add_uncovered("places/b");
  extra.add_uncovered("places/c");
  for (const char* donor : {"places/us-oh", "places/us-tx"}) {
    v1::ExtraCapacity::More* more = extra.add_more();
    more->set_donor(donor);
    more->set_recipients(1);
  }
  EXPECT_EQ(ExtraCapacityText(extra, false),
            "3 of 7 places stay without a partner at one to one; 2 more "
            "recipients would cover everybody: us-oh +1, us-tx +1");
  EXPECT_EQ(ExtraCapacityText(extra, true),
            "一对一时 7 个地方中 3 个没有对口方；再增加 2 个受助名额即可全部"
            "覆盖：us-oh +1、us-tx +1");
}

}  // namespace
}  // namespace twinaid::client
