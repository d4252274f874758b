// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What of a pool depends on the numbers of places, items, needs and offers, and
// what does not. "Relaxed" is with minimum lots left out of account.
//
//  1. Always: the relaxed price of every offer, and the relaxed value: by tier
//     with strict tiers, as one number with weighted ones (where needs of
//     different tiers can be equally urgent). They follow from which units can
//     be covered together, not from how the search went.
//  2. Without lots also the units moved, in both orders.
//  3. Where nothing is barred under either numbering and no two needs are
//     equally urgent, also the coverage of every need.
//  4. Not: which offer serves which need, and with it what falls below a lot
//     and is barred; among needs of equal urgency, who gets the last units.
//     There the lowest index decides, so records are numbered by id.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <set>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "matcher/check_facts.h"
#include "matcher/check_pool.h"
#include "matcher/pool.h"
#include "tests/matcher/pool_support.h"
#include "tests/matcher/renumbering.h"

namespace twinaid::matcher {
namespace {

constexpr Shape kSmall = {6, 4, 14, 12, 24, true};
constexpr Shape kWide = {10, 6, 60, 50, 60, true};

struct Both {
  PoolResult before;
  PoolResult after;  // under the numbers of before
};

Both SolvedTwice(const Instance& instance, const Renumbering& numbers,
                 PoolOrder order) {
  Both both;
  const auto before = SolvePool(instance, order, 1);
  const auto after = SolvePool(numbers.renumbered(), order, 1);
  EXPECT_TRUE(before.ok()) << before.status();
  EXPECT_TRUE(after.ok()) << after.status();
  if (!before.ok() || !after.ok()) return both;
  both.before = *before;
  both.after = numbers.Back(*after);
  // What comes back is proved for the instance itself: nothing was mixed up.
  EXPECT_EQ(CheckPool(instance, order, both.before), absl::OkStatus());
  EXPECT_EQ(CheckPool(instance, order, both.after), absl::OkStatus());
  return both;
}

const std::vector<PoolPrice>& RelaxedPrices(const PoolResult& result) {
  return result.relaxed_prices.empty() ? result.prices : result.relaxed_prices;
}

Int128 Weighted(const PoolValue& value) {
  Int128 sum = 0;
  for (std::size_t t = 0; t < kTiers; ++t) sum += value[t] * kTierWeights[t];
  return sum;
}

void ExpectSameRelaxed(const Instance& instance, const Both& both) {
  EXPECT_EQ(RelaxedPrices(both.before), RelaxedPrices(both.after));
  if (instance.tiers == TierRule::kStrict) {
    EXPECT_TRUE(both.before.relaxed == both.after.relaxed);
  } else {
    EXPECT_TRUE(Weighted(both.before.relaxed) == Weighted(both.after.relaxed));
  }
}

// Larger amounts, of which few are equal.
Instance WithSpreadAmounts(Instance instance, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const auto spread = [&](std::int64_t units) {
    return units == 0 ? 0
                      : 40 * units + static_cast<std::int64_t>(random() % 40);
  };
  for (Need& need : instance.needs) {
    need.base_units = spread(need.base_units);
    if (need.whole_units > 0) {
      need.whole_units =
          need.base_units + static_cast<std::int64_t>(random() % 400);
    }
  }
  for (Offer& offer : instance.offers) {
    offer.base_units = spread(offer.base_units);
    offer.min_lot *= 30;
  }
  return instance;
}

bool UrgenciesDiffer(const Instance& instance) {
  const CheckFacts facts(instance);
  std::set<std::pair<std::int32_t, std::int64_t>> seen;
  for (std::size_t n = 0; n < instance.needs.size(); ++n) {
    if (instance.needs[n].base_units == 0) continue;
    const UrgencyPrice urgency = facts.PressureOf(static_cast<NeedIndex>(n));
    if (!seen.emplace(urgency.tier, urgency.points).second) return false;
  }
  return true;
}

TEST(PoolRenumbering, LeavesRelaxedPricesAndValueWithEqualUrgenciesAndLots) {
  int differing = 0;
  int barred = 0;
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const Instance instance = RandomPool(seed, seed % 4 == 0 ? kWide : kSmall);
    const Renumbering numbers(instance, seed + 7'000'000);
    for (const PoolOrder order : {PoolOrder::kByValue, PoolOrder::kFair}) {
      const Both both = SolvedTwice(instance, numbers, order);
      ExpectSameRelaxed(instance, both);
      barred += both.before.barred.empty() ? 0 : 1;
      differing +=
          CoverageOf(instance, both.before) != CoverageOf(instance, both.after);
    }
    if (HasFailure()) return;
  }
  // Otherwise the instances would be too tame to say anything.
  EXPECT_GT(barred, 500);
  EXPECT_GT(differing, 100);
}

TEST(PoolRenumbering, LeavesUnitsInBothOrdersWithoutLots) {
  for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    Instance instance = RandomPool(seed, kWide);
    for (Offer& offer : instance.offers) offer.min_lot = 0;
    const Renumbering numbers(instance, seed + 8'000'000);
    const Both by_value = SolvedTwice(instance, numbers, PoolOrder::kByValue);
    const Both fair = SolvedTwice(instance, numbers, PoolOrder::kFair);
    ExpectSameRelaxed(instance, by_value);
    ExpectSameRelaxed(instance, fair);
    EXPECT_TRUE(by_value.before.units == by_value.after.units);
    EXPECT_TRUE(by_value.before.units == fair.before.units);
    EXPECT_TRUE(by_value.before.units == fair.after.units);
    if (HasFailure()) return;
  }
}

TEST(PoolRenumbering, LeavesEveryNeedsCoverageWhereUrgenciesDiffer) {
  int compared = 0;
  int with_lots = 0;
  int other_flows = 0;
  for (std::uint64_t seed = 1; seed <= 4000; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const Instance instance = WithSpreadAmounts(
        RandomPool(seed, seed % 4 == 0 ? kWide : kSmall), seed);
    if (!UrgenciesDiffer(instance)) continue;
    const Renumbering numbers(instance, seed + 9'000'000);
    for (const PoolOrder order : {PoolOrder::kByValue, PoolOrder::kFair}) {
      const Both both = SolvedTwice(instance, numbers, order);
      ExpectSameRelaxed(instance, both);
      // All of it by tier now, weighted or not.
      EXPECT_TRUE(both.before.relaxed == both.after.relaxed);
      if (!both.before.barred.empty() || !both.after.barred.empty()) continue;
      ++compared;
      EXPECT_EQ(CoverageOf(instance, both.before),
                CoverageOf(instance, both.after));
      EXPECT_EQ(both.before.prices, both.after.prices);
      EXPECT_TRUE(both.before.shipped == both.after.shipped);
      EXPECT_TRUE(both.before.units == both.after.units);
      with_lots +=
          std::any_of(both.before.flows.begin(), both.before.flows.end(),
                      [&](const Flow& flow) {
                        return instance.offers[At(flow.offer)].min_lot > 1;
                      });
      other_flows += both.before.flows.size() != both.after.flows.size();
    }
    if (HasFailure()) return;
  }
  EXPECT_GT(compared, 1000);
  EXPECT_GT(with_lots, 300);
  EXPECT_GT(other_flows, 10);
}

}  // namespace
}  // namespace twinaid::matcher
