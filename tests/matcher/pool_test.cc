// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/pool.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

#include "absl/status/status.h"
#include "matcher/check_pool.h"
#include "matcher/closed_set.h"
#include "matcher/instance.h"
#include "tests/matcher/pool_support.h"

namespace twinaid::matcher {
namespace {

// Places 0 and 1 give, 2 and 3 take; every donor reaches every recipient.
Instance TwoByTwo() {
  Instance instance;
  instance.places = 4;
  instance.items = {{0, 1}};
  for (const PlaceIndex donor : {0, 1}) {
    for (const PlaceIndex recipient : {2, 3}) {
      Tie tie;
      tie.donor = donor;
      tie.recipient = recipient;
      instance.ties.push_back(tie);
    }
  }
  return instance;
}

void AddOffer(Instance& instance, PlaceIndex place, std::int64_t units,
              std::int64_t min_lot = 0) {
  Offer offer;
  offer.place = place;
  offer.base_units = units;
  offer.min_lot = min_lot;
  instance.offers.push_back(offer);
}

void AddNeed(Instance& instance, PlaceIndex place, std::int64_t units,
             std::int8_t tier = 0) {
  Need need;
  need.place = place;
  need.base_units = units;
  need.tier = tier;
  instance.needs.push_back(need);
}

PoolResult Solved(const Instance& instance, PoolOrder order) {
  const absl::StatusOr<PoolResult> result = SolvePool(instance, order, 1);
  EXPECT_TRUE(result.ok()) << result.status();
  if (!result.ok()) return {};
  EXPECT_EQ(CheckPool(instance, order, *result), absl::OkStatus());
  return *result;
}

TEST(SolvePool, ServesANeedFromSeveralPlaces) {
  Instance instance = TwoByTwo();
  AddOffer(instance, 0, 3);
  AddOffer(instance, 1, 4);
  AddNeed(instance, 2, 6);
  const PoolResult result = Solved(instance, PoolOrder::kByValue);
  EXPECT_EQ(CoverageOf(instance, result), std::vector<std::int64_t>({6}));
  EXPECT_TRUE(result.units == 6);
}

TEST(SolvePool, TakesAnotherPathRatherThanLeaveANeedUnmet) {
  Instance instance = TwoByTwo();
  // Need 1 takes only from place 0, which need 0 is asked to leave.
  instance.ties.pop_back();
  AddOffer(instance, 0, 5);
  AddOffer(instance, 1, 5);
  AddNeed(instance, 2, 5, 0);
  AddNeed(instance, 3, 5, 1);
  instance.ties[0].affinity = 1;
  const PoolResult result = Solved(instance, PoolOrder::kByValue);
  EXPECT_EQ(CoverageOf(instance, result), std::vector<std::int64_t>({5, 5}));
}

TEST(SolvePool, GivesAllToTheFirstByValueAndAShareToEachInFairOrder) {
  Instance instance = TwoByTwo();
  AddOffer(instance, 0, 8);
  AddNeed(instance, 2, 8);
  AddNeed(instance, 3, 8);
  EXPECT_EQ(CoverageOf(instance, Solved(instance, PoolOrder::kByValue)),
            std::vector<std::int64_t>({8, 0}));
  EXPECT_EQ(CoverageOf(instance, Solved(instance, PoolOrder::kFair)),
            std::vector<std::int64_t>({4, 4}));
}

TEST(SolvePool, CountsWhatANeedGotBeforeAsItsFirstBands) {
  Instance instance = TwoByTwo();
  AddOffer(instance, 0, 4);
  AddNeed(instance, 2, 4);
  instance.needs[0].whole_units = 8;
  AddNeed(instance, 3, 8);
  EXPECT_EQ(CoverageOf(instance, Solved(instance, PoolOrder::kFair)),
            std::vector<std::int64_t>({0, 4}));
}

TEST(SolvePool, PricesAnOfferOnlyOnceItsStockIsUsedUp) {
  Instance instance = TwoByTwo();
  AddOffer(instance, 0, 8);
  AddNeed(instance, 2, 4);
  EXPECT_EQ(Solved(instance, PoolOrder::kByValue).prices[0], PoolPrice{});
  AddNeed(instance, 3, 8, 1);
  const PoolResult result = Solved(instance, PoolOrder::kByValue);
  EXPECT_EQ(result.prices[0], (PoolPrice{(std::int64_t{1} << 44) / 8, 1, 0}));
}

TEST(SolvePool, BarsShipmentsBelowTheirLotAndReportsTheGap) {
  Instance instance = TwoByTwo();
  AddOffer(instance, 0, 10, /*min_lot=*/5);
  AddNeed(instance, 2, 8);
  AddNeed(instance, 3, 2);
  const PoolResult result = Solved(instance, PoolOrder::kByValue);
  EXPECT_EQ(CoverageOf(instance, result), std::vector<std::int64_t>({8, 0}));
  EXPECT_EQ(result.barred, std::vector<BarredShipment>({{0, 3}}));
  EXPECT_TRUE(result.relaxed[0] - result.shipped[0] ==
              2 * ((std::int64_t{1} << 44) / 2));
}

TEST(SolvePool, CountsALotByPlaceNotByNeed) {
  Instance instance = TwoByTwo();
  AddOffer(instance, 0, 10, /*min_lot=*/5);
  AddNeed(instance, 2, 3);
  AddNeed(instance, 2, 2);
  EXPECT_EQ(CoverageOf(instance, Solved(instance, PoolOrder::kByValue)),
            std::vector<std::int64_t>({3, 2}));
}

TEST(SolvePool, RefusesTwoTiesFromOneDonorToOneRecipient) {
  Instance instance = TwoByTwo();
  instance.ties.push_back(instance.ties[1]);
  EXPECT_EQ(SolvePool(instance, PoolOrder::kFair, 1).status().code(),
            absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(CheckPool(instance, PoolOrder::kFair, {}).code(),
            absl::StatusCode::kInvalidArgument);
}

TEST(SolvePool, RefusesNoThreadsAndAnInvalidInstance) {
  Instance instance = TwoByTwo();
  EXPECT_EQ(SolvePool(instance, PoolOrder::kFair, 0).status().code(),
            absl::StatusCode::kInvalidArgument);
  instance.places = kMaxPlaces + 1;
  EXPECT_EQ(SolvePool(instance, PoolOrder::kFair, 1).status().code(),
            absl::StatusCode::kResourceExhausted);
}

TEST(ClosedSet, NamesWhoHasWhatANeedCouldHaveHad) {
  Instance instance = TwoByTwo();
  // Only place 0 reaches place 3; both reach place 2.
  instance.ties.pop_back();
  AddOffer(instance, 0, 5);
  AddOffer(instance, 1, 5);
  AddNeed(instance, 2, 10, 0);
  AddNeed(instance, 3, 5, 1);
  const PoolResult result = Solved(instance, PoolOrder::kByValue);
  const auto closed = ClosedSet(instance, result, 1);
  ASSERT_TRUE(closed.ok()) << closed.status();
  ASSERT_EQ(closed->size(), 2u);
  EXPECT_TRUE((*closed)[0].direct);
  EXPECT_FALSE((*closed)[1].direct);
  for (const ClosedOffer& offer : *closed) {
    ASSERT_EQ(offer.serves.size(), 1u);
    EXPECT_EQ(offer.serves[0].need, 0);
    EXPECT_EQ(offer.serves[0].base_units, 5);
  }
  EXPECT_EQ(ClosedSet(instance, result, 0).status().code(),
            absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(ClosedSet(instance, result, 2).status().code(),
            absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace twinaid::matcher
