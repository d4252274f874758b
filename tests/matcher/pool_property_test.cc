// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Properties of the pool on many small instances.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <random>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "matcher/check_pool.h"
#include "matcher/closed_set.h"
#include "matcher/pool.h"
#include "tests/matcher/lemon_oracle.h"
#include "tests/matcher/pool_bytes.h"
#include "tests/matcher/pool_support.h"

namespace twinaid::matcher {
namespace {

constexpr Shape kLots = {5, 4, 10, 10, 16, true};
constexpr Shape kNoLots = {5, 4, 10, 10, 16, false};
constexpr Shape kWide = {8, 3, 40, 30, 40, true};

PoolResult Solved(const Instance& instance, PoolOrder order) {
  const absl::StatusOr<PoolResult> result = SolvePool(instance, order, 1);
  EXPECT_TRUE(result.ok()) << result.status();
  if (!result.ok()) return {};
  EXPECT_EQ(CheckPool(instance, order, *result), absl::OkStatus());
  return *result;
}

TEST(PoolProperty, IsProvedOnFiveThousandInstancesWithEveryFeature) {
  std::int64_t barred = 0;
  std::int64_t priced = 0;
  for (std::uint64_t seed = 1; seed <= 5000; ++seed) {
    SCOPED_TRACE(seed);
    const Instance instance = RandomPool(seed, seed % 5 == 0 ? kWide : kLots);
    for (const PoolOrder order : {PoolOrder::kByValue, PoolOrder::kFair}) {
      const PoolResult result = Solved(instance, order);
      if (HasFailure()) return;
      barred += static_cast<std::int64_t>(result.barred.size());
      for (const PoolPrice& price : result.prices) priced += price.points > 0;
    }
  }
  EXPECT_GT(barred, 1000);
  EXPECT_GT(priced, 1000);
}

TEST(PoolProperty, IsTheLexicographicOptimumUnitByUnit) {
  for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
    SCOPED_TRACE(seed);
    const Instance instance = RandomPool(seed, kNoLots);
    const auto arcs = ArcsOf(instance);
    for (const PoolOrder order : {PoolOrder::kByValue, PoolOrder::kFair}) {
      EXPECT_EQ(CoverageOf(instance, Solved(instance, order)),
                BestCoverage(instance, order, arcs));
    }
    if (HasFailure()) return;
  }
}

// Shipments are taken back and the flow is mended, never solved anew: what
// comes of it is what a solve without the barred arcs would have come to.
TEST(PoolProperty, IsTheLexicographicOptimumOverWhatIsNotBarred) {
  int mended = 0;
  for (std::uint64_t seed = 1; seed <= 4000; ++seed) {
    SCOPED_TRACE(seed);
    const Instance instance = RandomPool(seed, kLots);
    for (const PoolOrder order : {PoolOrder::kByValue, PoolOrder::kFair}) {
      const PoolResult result = Solved(instance, order);
      if (result.barred.empty()) continue;
      ++mended;
      auto arcs = ArcsOf(instance);
      for (std::size_t n = 0; n < arcs.size(); ++n) {
        std::erase_if(arcs[n], [&](OfferIndex o) {
          return std::binary_search(result.barred.begin(), result.barred.end(),
                                    BarredShipment{o, instance.needs[n].place});
        });
      }
      EXPECT_EQ(CoverageOf(instance, result),
                BestCoverage(instance, order, arcs));
    }
    if (HasFailure()) return;
  }
  EXPECT_GT(mended, 300);
}

TEST(PoolProperty, HasTheValueThatLemonFinds) {
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    SCOPED_TRACE(seed);
    Instance instance = RandomPool(seed, {8, 3, 40, 30, 40, false});
    instance.tiers = TierRule::kWeighted;
    const CheckFacts facts(instance);
    const auto arcs = ArcsOf(instance);
    std::vector<std::int64_t> stock, wanted;
    for (const Offer& offer : instance.offers) {
      stock.push_back(offer.base_units);
    }
    std::vector<OracleArc> oracle_arcs;
    for (std::size_t n = 0; n < instance.needs.size(); ++n) {
      wanted.push_back(instance.needs[n].base_units);
      for (const OfferIndex o : arcs[n]) {
        oracle_arcs.push_back(
            {o, static_cast<int>(n),
             -facts.PressureOf(static_cast<NeedIndex>(n)).points});
      }
    }
    Int128 value = 0;
    for (const Flow& flow : Solved(instance, PoolOrder::kByValue).flows) {
      value += Int128{flow.base_units} * facts.PressureOf(flow.need).points;
    }
    EXPECT_TRUE(value ==
                -LeastTransportCost(stock, wanted, oracle_arcs, false));
    if (HasFailure()) return;
  }
}

TEST(PoolProperty, MovesTheSameNumberOfUnitsInBothOrders) {
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    SCOPED_TRACE(seed);
    const Instance instance = RandomPool(seed, {8, 3, 40, 30, 40, false});
    EXPECT_TRUE(Solved(instance, PoolOrder::kByValue).units ==
                Solved(instance, PoolOrder::kFair).units);
    if (HasFailure()) return;
  }
}

TEST(PoolProperty, RemovingANeedLeavesHigherTiersAsTheyAre) {
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    SCOPED_TRACE(seed);
    Instance instance = RandomPool(seed, kNoLots);
    instance.tiers = TierRule::kStrict;
    for (const PoolOrder order : {PoolOrder::kByValue, PoolOrder::kFair}) {
      const auto before = CoverageOf(instance, Solved(instance, order));
      const std::size_t removed = seed % instance.needs.size();
      Instance smaller = instance;
      smaller.needs[removed].base_units = 0;
      smaller.needs[removed].whole_units = 0;
      const auto after = CoverageOf(smaller, Solved(smaller, order));
      for (std::size_t n = 0; n < before.size(); ++n) {
        if (instance.needs[n].tier < instance.needs[removed].tier) {
          EXPECT_EQ(before[n], after[n]);
        }
      }
    }
    if (HasFailure()) return;
  }
}

TEST(PoolProperty, AddingAnOfferLowersNoNeedsCoverage) {
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    SCOPED_TRACE(seed);
    const Instance larger = RandomPool(seed, kNoLots);
    Instance instance = larger;
    instance.offers[seed % instance.offers.size()].base_units = 0;
    for (const PoolOrder order : {PoolOrder::kByValue, PoolOrder::kFair}) {
      const auto before = CoverageOf(instance, Solved(instance, order));
      const auto after = CoverageOf(larger, Solved(larger, order));
      for (std::size_t n = 0; n < before.size(); ++n) {
        EXPECT_GE(after[n], before[n]) << "need " << n;
      }
    }
    if (HasFailure()) return;
  }
}

TEST(PoolProperty, IsTheSameForAnyOrderOfTheInputAndAnyNumberOfThreads) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE(seed);
    const Instance instance = RandomPool(seed, kWide);
    Instance shuffled = instance;
    std::mt19937_64 random(seed);
    std::shuffle(shuffled.ties.begin(), shuffled.ties.end(), random);
    std::shuffle(shuffled.substitutes.begin(), shuffled.substitutes.end(),
                 random);
    std::shuffle(shuffled.exclusions.begin(), shuffled.exclusions.end(),
                 random);
    for (const PoolOrder order : {PoolOrder::kByValue, PoolOrder::kFair}) {
      const PoolResult one = Solved(instance, order);
      EXPECT_EQ(PoolBytes::Of(one), PoolBytes::Of(Solved(shuffled, order)));
      for (const int threads : {2, 7}) {
        const auto many = SolvePool(instance, order, threads);
        ASSERT_TRUE(many.ok()) << many.status();
        EXPECT_EQ(PoolBytes::Of(one), PoolBytes::Of(*many));
      }
    }
    if (HasFailure()) return;
  }
}

TEST(PoolProperty, ClosedSetsHoldNoStockAndNothingLessUrgent) {
  std::int64_t sets = 0;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE(seed);
    const Instance instance = RandomPool(seed, kWide);
    const CheckFacts facts(instance);
    const PoolResult result = Solved(instance, PoolOrder::kByValue);
    const auto covered = CoverageOf(instance, result);
    for (std::size_t i = 0; i < covered.size(); ++i) {
      if (covered[i] == instance.needs[i].base_units) continue;
      const auto n = static_cast<NeedIndex>(i);
      const auto closed = ClosedSet(instance, result, n);
      ASSERT_TRUE(closed.ok()) << closed.status();
      const UrgencyPrice own = facts.PressureOf(n);
      for (const ClosedOffer& offer : *closed) {
        ++sets;
        EXPECT_EQ(std::accumulate(offer.serves.begin(), offer.serves.end(),
                                  std::int64_t{0},
                                  [](std::int64_t sum, const Flow& flow) {
                                    return sum + flow.base_units;
                                  }),
                  instance.offers[At(offer.offer)].base_units);
        for (const Flow& flow : offer.serves) {
          const UrgencyPrice other = facts.PressureOf(flow.need);
          EXPECT_LE(std::make_pair(other.tier, -other.points),
                    std::make_pair(own.tier, -own.points));
        }
      }
    }
    if (HasFailure()) return;
  }
  EXPECT_GT(sets, 1000);
}

}  // namespace
}  // namespace twinaid::matcher
