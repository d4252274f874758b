// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Minimum lots, by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>

#include "matcher/certificate_check.h"
#include "matcher/solve.h"
#include "tests/support/status_matchers.h"

namespace twinaid::matcher {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// Place 0 has two offers for the one need of place 1.
Instance TwoOffers(std::int64_t wanted, std::int64_t first, std::int64_t second,
                   std::int64_t lot_of_second) {
  Instance instance;
  instance.places = 2;
  instance.items = {{0, 1}};
  Need need;
  need.place = 1;
  need.base_units = wanted;
  instance.needs = {need};
  Offer offer;
  offer.base_units = first;
  instance.offers = {offer, offer};
  instance.offers[1].base_units = second;
  instance.offers[1].min_lot = lot_of_second;
  instance.ties = {{0, 1, 0, 0, 0, 0}};
  return instance;
}

TEST(LotTest, WhatShipsBelowItsLotIsLeftOutAndTheGapIsTold) {
  const Instance instance = TwoOffers(70, 60, 30, 20);
  const absl::StatusOr<Solution> solution = Solve(instance);
  ASSERT_THAT(solution, IsOk());
  EXPECT_THAT(CheckCertificate(instance, *solution), IsOk());
  ASSERT_THAT(solution->pairs, SizeIs(1));
  const Pair& pair = solution->pairs[0];
  EXPECT_THAT(pair.dropped_offers, ElementsAre(1));
  // 70 base units are the whole of the need and of its tier: 2^44 points.
  const std::int64_t points = (std::int64_t{1} << 44) / 70;
  EXPECT_EQ(pair.value[0], 70 * points);
  EXPECT_EQ(pair.shipped[0], 60 * points);
  ASSERT_THAT(solution->flows, SizeIs(1));
  EXPECT_EQ(solution->flows[0].offer, 0);
  EXPECT_EQ(solution->flows[0].base_units, 60);
  ASSERT_THAT(solution->unmet, SizeIs(1));
  EXPECT_EQ(solution->unmet[0].base_units, 10);
  // The first offer is used up, which is nearer to being met than a lot.
  EXPECT_EQ(solution->unmet[0].reason, UnmetReason::kStockUsedUp);
}

TEST(LotTest, ALotThatIsReachedIsKept) {
  const Instance instance = TwoOffers(80, 60, 30, 20);
  const absl::StatusOr<Solution> solution = Solve(instance);
  ASSERT_THAT(solution, IsOk());
  EXPECT_THAT(CheckCertificate(instance, *solution), IsOk());
  EXPECT_THAT(solution->pairs[0].dropped_offers, IsEmpty());
  EXPECT_THAT(solution->flows, SizeIs(2));
  EXPECT_THAT(solution->unmet, IsEmpty());
}

TEST(LotTest, WhatAnotherCanSendInsteadIsNotLost) {
  // What keeps least goes first: 60 of the first and 10 of the second, below
  // its lot. The third keeps longest and has no lot.
  Instance instance = TwoOffers(70, 60, 30, 20);
  instance.offers.push_back(instance.offers[0]);
  instance.offers[2].expiry = 1000;
  instance.offers[0].expiry = 10;
  instance.offers[1].expiry = 20;
  const absl::StatusOr<Solution> solution = Solve(instance);
  ASSERT_THAT(solution, IsOk());
  EXPECT_THAT(CheckCertificate(instance, *solution), IsOk());
  EXPECT_THAT(solution->pairs[0].dropped_offers, ElementsAre(1));
  EXPECT_EQ(solution->pairs[0].shipped, solution->pairs[0].value);
  EXPECT_THAT(solution->unmet, IsEmpty());
}

// The second ships 3 of its 10, the first 9 of its 12. Once the second is left
// out, the first stands in for it and reaches its own lot.
TEST(LotTest, TheSmallestPartOfALotIsLeftOutFirst) {
  Instance instance = TwoOffers(9, 12, 10, 10);
  instance.items = {{0, 1}, {0, 1}};
  instance.substitutes = {{1, 0, 50}};
  instance.offers[0].min_lot = 12;
  instance.offers[1].item = 1;
  Need other = instance.needs[0];
  other.item = 1;
  other.base_units = 3;
  other.substitutes = SubstituteRule::kListed;
  instance.needs.push_back(other);
  const absl::StatusOr<Solution> solution = Solve(instance);
  ASSERT_THAT(solution, IsOk());
  EXPECT_THAT(CheckCertificate(instance, *solution), IsOk());
  EXPECT_THAT(solution->pairs[0].dropped_offers, ElementsAre(1));
  EXPECT_THAT(solution->unmet, IsEmpty());
}

}  // namespace
}  // namespace twinaid::matcher
