// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Every field of a pool, changed alone, is found by CheckPool.

#include <gtest/gtest.h>

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "matcher/check_pool.h"
#include "matcher/pool.h"
#include "tests/matcher/pool_support.h"

namespace twinaid::matcher {
namespace {

constexpr Shape kShape = {6, 3, 24, 20, 26, true};

class PoolForgery : public testing::TestWithParam<PoolOrder> {
 protected:
  // Calls forge(instance, result) on copies of proved results until it has
  // changed 40 of them (it says whether it did), and expects each to be found.
  void ExpectFound(
      const std::function<bool(const Instance&, PoolResult&)>& forge) {
    int forged = 0;
    for (std::uint64_t seed = 1; seed <= 2000 && forged < 40; ++seed) {
      SCOPED_TRACE(seed);
      const Instance instance = RandomPool(seed, kShape);
      auto result = SolvePool(instance, GetParam(), 1);
      ASSERT_TRUE(result.ok()) << result.status();
      ASSERT_EQ(CheckPool(instance, GetParam(), *result), absl::OkStatus());
      if (!forge(instance, *result)) continue;
      ++forged;
      EXPECT_EQ(CheckPool(instance, GetParam(), *result).code(),
                absl::StatusCode::kDataLoss);
    }
    EXPECT_EQ(forged, 40);
  }

  // The same for every flow of results.
  void ExpectFoundInFlows(const std::function<void(Flow&)>& forge) {
    for (const std::size_t at : {0, 1, 3}) {
      ExpectFound([&](const Instance&, PoolResult& result) {
        if (result.flows.size() <= at) return false;
        forge(result.flows[at]);
        return true;
      });
    }
  }

  // The same for every price.
  void ExpectFoundInPrices(const std::function<void(PoolPrice&)>& forge) {
    for (const int skipped : {0, 1, 2}) {
      ExpectFound([&](const Instance&, PoolResult& result) {
        int left = skipped;
        for (PoolPrice& price : result.prices) {
          if (price.points == 0 || left-- > 0) continue;
          forge(price);
          return true;
        }
        return false;
      });
    }
  }
};

TEST_P(PoolForgery, FlowWithAnotherAmount) {
  ExpectFoundInFlows([](Flow& flow) { ++flow.base_units; });
  ExpectFoundInFlows([](Flow& flow) { --flow.base_units; });
  ExpectFoundInFlows([](Flow& flow) { flow.base_units = -flow.base_units; });
}

TEST_P(PoolForgery, FlowWithOtherEnds) {
  ExpectFoundInFlows([](Flow& flow) { ++flow.need; });
  ExpectFoundInFlows([](Flow& flow) { ++flow.offer; });
  ExpectFoundInFlows([](Flow& flow) { flow.need = -1; });
  ExpectFoundInFlows([](Flow& flow) { flow.offer = 1 << 20; });
}

TEST_P(PoolForgery, FlowWithAnotherQuality) {
  ExpectFoundInFlows([](Flow& flow) { --flow.quality; });
}

TEST_P(PoolForgery, FlowLeftOutOrTwice) {
  ExpectFound([](const Instance&, PoolResult& result) {
    if (result.flows.empty()) return false;
    result.flows.pop_back();
    return true;
  });
  ExpectFound([](const Instance&, PoolResult& result) {
    if (result.flows.empty()) return false;
    result.flows.push_back(result.flows.back());
    return true;
  });
}

// With the sums made to fit: only the prices can tell.
TEST_P(PoolForgery, LessIsShippedAndTheSumsFit) {
  ExpectFound([](const Instance& instance, PoolResult& result) {
    if (result.flows.empty()) return false;
    const CheckFacts facts(instance);
    const Flow flow = result.flows.back();
    result.flows.pop_back();
    result.units -= flow.base_units;
    const Int128 points = Int128{flow.base_units} * facts.PointsOf(flow.need);
    const std::size_t tier = At(instance.needs[At(flow.need)].tier);
    result.shipped[tier] -= points;
    if (result.barred.empty()) result.relaxed[tier] -= points;
    return true;
  });
}

TEST_P(PoolForgery, UnitsOrValue) {
  ExpectFound([](const Instance&, PoolResult& result) {
    ++result.units;
    return true;
  });
  for (const std::size_t tier : {0, 1, 2, 3}) {
    ExpectFound([tier](const Instance&, PoolResult& result) {
      ++result.shipped[tier];
      return true;
    });
    ExpectFound([tier](const Instance&, PoolResult& result) {
      --result.relaxed[tier];
      return true;
    });
    ExpectFound([tier](const Instance&, PoolResult& result) {
      if (result.barred.empty()) return false;
      ++result.relaxed[tier];
      return true;
    });
  }
}

TEST_P(PoolForgery, PriceOfOtherPoints) {
  ExpectFoundInPrices([](PoolPrice& price) { ++price.points; });
  ExpectFoundInPrices([](PoolPrice& price) { --price.points; });
  ExpectFoundInPrices([](PoolPrice& price) { price.points = 0; });
  ExpectFoundInPrices([](PoolPrice& price) { price = PoolPrice{}; });
}

TEST_P(PoolForgery, PriceOfAnotherTierOrBand) {
  ExpectFoundInPrices([](PoolPrice& price) { ++price.tier; });
  ExpectFoundInPrices([](PoolPrice& price) { --price.tier; });
  ExpectFoundInPrices([](PoolPrice& price) { ++price.band; });
  ExpectFoundInPrices([](PoolPrice& price) { --price.band; });
}

TEST_P(PoolForgery, PriceWhereStockIsLeft) {
  ExpectFound([](const Instance& instance, PoolResult& result) {
    for (std::size_t o = 0; o < result.prices.size(); ++o) {
      if (result.prices[o].points != 0 || instance.offers[o].base_units == 0) {
        continue;
      }
      result.prices[o] = {
          1, 3,
          static_cast<std::int8_t>(GetParam() == PoolOrder::kFair ? 8 : 0)};
      return true;
    }
    return false;
  });
}

TEST_P(PoolForgery, PricesOfTwoOffersSwapped) {
  ExpectFound([](const Instance&, PoolResult& result) {
    for (std::size_t o = 1; o < result.prices.size(); ++o) {
      if (result.prices[o] == result.prices[0]) continue;
      std::swap(result.prices[0], result.prices[o]);
      return true;
    }
    return false;
  });
}

TEST_P(PoolForgery, TooFewOrTooManyPrices) {
  ExpectFound([](const Instance&, PoolResult& result) {
    result.prices.pop_back();
    return true;
  });
  ExpectFound([](const Instance& instance, PoolResult& result) {
    if (!result.barred.empty()) return false;
    result.relaxed_prices.resize(instance.offers.size());
    return true;
  });
  ExpectFound([](const Instance&, PoolResult& result) {
    if (result.barred.empty()) return false;
    result.relaxed_prices.clear();
    return true;
  });
}

TEST_P(PoolForgery, RelaxedPriceThatIsNone) {
  ExpectFound([](const Instance&, PoolResult& result) {
    for (PoolPrice& price : result.relaxed_prices) {
      if (price.points == 0) continue;
      price = {};
      return true;
    }
    return false;
  });
}

TEST_P(PoolForgery, BarredShipments) {
  ExpectFound([](const Instance&, PoolResult& result) {
    if (result.barred.empty()) return false;
    result.barred.push_back(result.barred.back());
    return true;
  });
  ExpectFound([](const Instance&, PoolResult& result) {
    if (result.barred.empty()) return false;
    result.barred.back().recipient = -1;
    return true;
  });
  ExpectFound([](const Instance& instance, PoolResult& result) {
    for (const Flow& flow : result.flows) {
      // What flows cannot be barred.
      result.barred = {{flow.offer, instance.needs[At(flow.need)].place}};
      result.relaxed_prices = result.prices;
      return true;
    }
    return false;
  });
}

TEST_P(PoolForgery, ShipmentBelowItsLot) {
  int forged = 0;
  for (std::uint64_t seed = 1; seed <= 2000 && forged < 40; ++seed) {
    SCOPED_TRACE(seed);
    Instance instance = RandomPool(seed, kShape);
    auto result = SolvePool(instance, GetParam(), 1);
    ASSERT_TRUE(result.ok()) << result.status();
    // The instance is changed instead: a lot just above what is shipped.
    for (const Flow& flow : result->flows) {
      Offer& offer = instance.offers[At(flow.offer)];
      std::int64_t shipped = 0;
      for (const Flow& other : result->flows) {
        if (other.offer == flow.offer &&
            instance.needs[At(other.need)].place ==
                instance.needs[At(flow.need)].place) {
          shipped += other.base_units;
        }
      }
      if (shipped == offer.base_units) continue;
      offer.min_lot = shipped + 1;
      ++forged;
      EXPECT_EQ(CheckPool(instance, GetParam(), *result).code(),
                absl::StatusCode::kDataLoss);
      break;
    }
  }
  EXPECT_EQ(forged, 40);
}

INSTANTIATE_TEST_SUITE_P(Orders, PoolForgery,
                         testing::Values(PoolOrder::kByValue, PoolOrder::kFair),
                         [](const auto& param) {
                           return param.param == PoolOrder::kFair ? "Fair"
                                                                  : "ByValue";
                         });

}  // namespace
}  // namespace twinaid::matcher
