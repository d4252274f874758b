// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The values of pairs by sets of offers against GraphCover, arc by arc.
#include "matcher/pair_values.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "matcher/coverage.h"
#include "matcher/points.h"
#include "tests/matcher/judged_graph.h"
#include "tests/matcher/random_instance.h"
#include "tests/matcher/wide_instance.h"

namespace twinaid::matcher {
namespace {

// Compares the value of every tie; returns how many have one.
std::size_t ExpectEqualValues(const Instance& instance) {
  const std::vector<std::int64_t> points = PointsPerBaseUnit(instance);
  const Shelves shelves(instance, points);
  PairValues values(shelves);
  std::size_t with_value = 0;
  for (const Tie& tie : instance.ties) {
    values.SetDonor(tie.donor);
    const PairValue value = values.Of(tie.recipient, tie.transit_days);
    const PairValue expected =
        GraphCover().Of(JudgedPairGraph(instance, tie)).value;
    EXPECT_EQ(value, expected) << tie.donor << " to " << tie.recipient;
    if (value != PairValue{}) ++with_value;
  }
  return with_value;
}

TEST(PairValuesTest, EqualThoseOfTheBestCoverageOnSmallInstances) {
  std::size_t with_value = 0;
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    Instance instance = RandomInstance(seed).Make({5, 6, 40, 40, 20});
    if (seed % 2 == 0) instance.tiers = TierRule::kWeighted;
    with_value += ExpectEqualValues(instance);
    if (HasFailure()) return;
  }
  EXPECT_GT(with_value, 10'000U) << "too few values to say anything";
}

// One word of offers that are short nearly everywhere, so that searches follow
// searches.
TEST(PairValuesTest, EqualThoseOfTheBestCoverageWhereStockIsShort) {
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    WideShape shape;
    shape.items = 2 + static_cast<std::int32_t>(seed % 20);
    shape.groups = 1;
    shape.needs = 60;
    shape.offers = 60;
    if (seed % 3 == 0) shape.tiers = TierRule::kWeighted;
    ExpectEqualValues(WideInstance(seed, shape));
    if (HasFailure()) return;
  }
}

TEST(PairValuesTest, EqualThoseOfTheBestCoverageInWideCells) {
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    ExpectEqualValues(WideInstance(seed, WideShapeOf(seed)));
    if (HasFailure()) return;
  }
}

// 63, 64 and 65 offers: the last bit of a word and the first of the next.
TEST(PairValuesTest, EqualThoseOfTheBestCoverageAtTheEndOfAWord) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    WideShape shape;
    shape.items = 5;
    shape.groups = 1;
    shape.needs = 90;
    shape.offers = 63 + static_cast<std::int32_t>(seed % 3);
    Instance instance = WideInstance(seed, shape);
    for (Offer& offer : instance.offers) {
      offer.place = 0;
      offer.base_units += 1;
      offer.min_lot = 0;
      offer.currency = 0;
      offer.available_until = kNoDay;
    }
    ExpectEqualValues(instance);
    if (HasFailure()) return;
  }
}

// The way to the stock leads over every offer: need i takes from offers i and
// i + 1, the last ready first, and the most urgent need fits offer 0 alone.
TEST(PairValuesTest, FollowALongChainToTheOnlyStock) {
  for (const std::int32_t length : {1, 5, 63, 64, 65, 200}) {
    SCOPED_TRACE(testing::Message() << "length " << length);
    Instance instance;
    instance.places = 2;
    for (std::int32_t i = 0; i <= length; ++i) {
      instance.items.push_back({0, 1});
      if (i > 0) instance.substitutes.push_back({i - 1, i, 50});
      Offer offer;
      offer.item = i;
      offer.base_units = 10;
      offer.ready = length - i;
      instance.offers.push_back(offer);
    }
    for (std::int32_t i = length - 1; i >= 0; --i) {
      Need need;
      need.place = 1;
      need.item = i;
      need.base_units = 10;
      need.substitutes = SubstituteRule::kListed;
      instance.needs.push_back(need);
    }
    Need last;
    last.place = 1;
    last.item = 0;
    last.base_units = 10;
    last.tier = 1;
    instance.needs.push_back(last);
    instance.ties = {{0, 1, 0, 0, 0, 0}};
    const std::vector<std::int64_t> points = PointsPerBaseUnit(instance);
    const Shelves shelves(instance, points);
    PairValues values(shelves);
    values.SetDonor(0);
    const PairValue value = values.Of(1, 0);
    EXPECT_EQ(value[1], 10 * points.back()) << "the last need gets all";
    EXPECT_EQ(ExpectEqualValues(instance), 1U);
  }
}

TEST(PairValuesTest, ForgetTheDonorBefore) {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const Instance instance = WideInstance(seed, WideShapeOf(seed));
    const Shelves shelves(instance, PointsPerBaseUnit(instance));
    PairValues kept(shelves);
    for (int turn = 0; turn < 2; ++turn) {
      for (const Tie& tie : instance.ties) {
        PairValues fresh(shelves);
        fresh.SetDonor(tie.donor);
        kept.SetDonor(tie.donor);
        ASSERT_EQ(kept.Of(tie.recipient, tie.transit_days),
                  fresh.Of(tie.recipient, tie.transit_days));
      }
    }
  }
}

}  // namespace
}  // namespace twinaid::matcher
