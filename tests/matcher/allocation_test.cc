// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The goods of one pair against LEMON's network simplex: best coverage with all
// tiers in one number, then least cost of care at that coverage.
#include "matcher/allocation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

#include "matcher/care.h"
#include "matcher/coverage.h"
#include "tests/matcher/lemon_oracle.h"

namespace twinaid::matcher {
namespace {

// Above the points of all needs of a tier together.
constexpr std::int64_t kTierBase = 4096;
// Above the days of all base units together.
constexpr std::int64_t kDaysBase = std::int64_t{1} << 30;

// 1 to 8 needs and offers, at most 20 base units each, points 1 to 9.
PairGraph RandomGraph(std::uint64_t seed, bool lots) {
  std::mt19937_64 random(seed);
  const auto below = [&random](std::uint64_t n) {
    return static_cast<std::int32_t>(random() % n);
  };
  PairGraph graph;
  const int offers = 1 + below(8);
  for (int o = 0; o < offers; ++o) {
    graph.offers.push_back(
        {o, 1 + below(20), lots ? below(12) : 0, /*shelf_days=*/below(5)});
  }
  const int needs = 1 + below(8);
  std::int32_t tier = 0;
  std::int64_t points = 9;
  for (int n = 0; n < needs; ++n) {
    // In the order that a PairGraph has: tier, points falling.
    if (tier < kTiers - 1 && below(3) == 0) {
      ++tier;
      points = 9;
    }
    points = std::max<std::int64_t>(1, points - below(3));
    PairNeed need;
    need.need = n;
    need.tier = tier;
    need.points = points;
    need.urgency = {tier, points};
    need.base_units = 1 + below(20);
    need.arcs_begin = graph.arcs.size();
    for (int o = 0; o < offers; ++o) {
      if (below(2) > 0) graph.arcs.push_back({o, below(4) * 25});
    }
    need.arcs_end = graph.arcs.size();
    if (need.arcs_end > need.arcs_begin) graph.needs.push_back(need);
  }
  return graph;
}

std::int64_t AsNumber(const PairValue& value) {
  std::int64_t number = 0;
  for (const std::int64_t digit : value.digits) {
    number = number * kTierBase + digit;
  }
  return number;
}

std::int64_t BestCoverageByLemon(const PairGraph& graph) {
  std::vector<std::int64_t> stock, wanted;
  for (const PairOffer& offer : graph.offers) stock.push_back(offer.base_units);
  std::vector<OracleArc> arcs;
  for (const PairNeed& need : graph.needs) {
    PairValue worth;
    worth[static_cast<std::size_t>(need.tier)] = need.points;
    for (const PairArc& arc : graph.ArcsOf(need)) {
      arcs.push_back(
          {arc.offer, static_cast<int>(wanted.size()), -AsNumber(worth)});
    }
    wanted.push_back(need.base_units);
  }
  return -LeastTransportCost(stock, wanted, arcs, /*exact=*/false);
}

std::int64_t AsNumber(const CareCost& cost) {
  return cost.quality_loss * kDaysBase + cost.shelf_days;
}

TEST(CoverageTest, IsWorthWhatLemonFinds) {
  for (std::uint64_t seed = 1; seed <= 5000; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const PairGraph graph = RandomGraph(seed, /*lots=*/false);
    ASSERT_EQ(AsNumber(GraphCover().Of(graph).value),
              BestCoverageByLemon(graph));
  }
}

TEST(CareTest, ReachesTheCoverageAtTheCostThatLemonFinds) {
  for (std::uint64_t seed = 1; seed <= 5000; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const PairGraph graph = RandomGraph(seed, /*lots=*/false);
    const std::vector<std::int64_t> covered = GraphCover().Of(graph).covered;
    const Care care = CareFlow().Of(graph, covered);
    std::vector<std::int64_t> stock, sent(graph.offers.size(), 0);
    for (const PairOffer& offer : graph.offers) {
      stock.push_back(offer.base_units);
    }
    std::vector<OracleArc> arcs;
    std::int64_t cost = 0;
    for (std::size_t n = 0; n < graph.needs.size(); ++n) {
      const PairNeed& need = graph.needs[n];
      std::int64_t got = 0;
      for (ArcIndex a = need.arcs_begin; a < need.arcs_end; ++a) {
        const auto o = static_cast<std::size_t>(graph.arcs[a].offer);
        const std::int64_t price = AsNumber(
            CareCost{graph.arcs[a].quality_loss, graph.offers[o].shelf_days});
        arcs.push_back({graph.arcs[a].offer, static_cast<int>(n), price});
        ASSERT_GE(care.flow[a], 0);
        got += care.flow[a];
        sent[o] += care.flow[a];
        cost += care.flow[a] * price;
      }
      ASSERT_EQ(got, covered[n]);
    }
    for (std::size_t o = 0; o < stock.size(); ++o) {
      ASSERT_GE(care.left[o], 0);
      ASSERT_EQ(sent[o] + care.left[o], stock[o]);
    }
    ASSERT_EQ(cost, LeastTransportCost(stock, covered, arcs, /*exact=*/true));
  }
}

// What a graph leaves behind in memory that is kept says nothing about the
// next.
TEST(GraphCoverTest, AndCareFlowForgetTheGraphBefore) {
  GraphCover cover;
  CareFlow flow;
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const PairGraph graph = RandomGraph(seed, /*lots=*/false);
    const Coverage& coverage = cover.Of(graph);
    const Coverage fresh = GraphCover().Of(graph);
    ASSERT_EQ(coverage.covered, fresh.covered);
    ASSERT_EQ(coverage.value, fresh.value);
    for (std::size_t o = 0; o < graph.offers.size(); ++o) {
      ASSERT_EQ(coverage.offer_urgency[o].tier, fresh.offer_urgency[o].tier);
      ASSERT_EQ(coverage.offer_urgency[o].points,
                fresh.offer_urgency[o].points);
    }
    const Care& care = flow.Of(graph, coverage.covered);
    const Care alone = CareFlow().Of(graph, coverage.covered);
    ASSERT_EQ(care.flow, alone.flow);
    ASSERT_EQ(care.left, alone.left);
    ASSERT_TRUE(care.need_price == alone.need_price);
    ASSERT_TRUE(care.offer_price == alone.offer_price);
  }
}

// As CareNumber is documented.
CareNumber NumberOf(const CareCost& cost) {
  return cost.quality_loss * (CareNumber{1} << 64) + cost.shelf_days;
}

TEST(CareNumberTest, GivesBackWhatItWasMadeOf) {
  constexpr std::int64_t kBig = std::int64_t{1} << 60;
  for (const std::int64_t loss :
       {-kBig, std::int64_t{-1}, std::int64_t{0}, std::int64_t{100}, kBig}) {
    for (const std::int64_t days : {-kBig, std::int64_t{-36525},
                                    std::int64_t{0}, std::int64_t{1}, kBig}) {
      const CareCost cost = ToCareCost(NumberOf({loss, days}));
      EXPECT_EQ(cost.quality_loss, loss);
      EXPECT_EQ(cost.shelf_days, days);
    }
  }
  EXPECT_LT(NumberOf({0, kBig}), NumberOf({1, -kBig}));
  EXPECT_LT(NumberOf({-1, kBig}), NumberOf({0, -kBig}));
}

TEST(AllocationTest, NeverShipsBelowALotAndIsBestForTheOffersItKeeps) {
  int dropped = 0;
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    PairGraph graph = RandomGraph(seed, /*lots=*/true);
    const Allocation allocation = Allocate(graph);
    std::vector<std::int64_t> sent(graph.offers.size(), 0);
    for (const Flow& flow : allocation.flows) {
      sent[static_cast<std::size_t>(flow.offer)] += flow.base_units;
    }
    for (std::size_t o = 0; o < sent.size(); ++o) {
      ASSERT_TRUE(sent[o] == 0 || sent[o] >= graph.offers[o].min_lot);
    }
    for (const OfferIndex o : allocation.dropped_offers) {
      ++dropped;
      ASSERT_EQ(sent[static_cast<std::size_t>(o)], 0);
      graph.offers[static_cast<std::size_t>(o)].base_units = 0;
    }
    ASSERT_EQ(AsNumber(allocation.shipped), BestCoverageByLemon(graph));
  }
  EXPECT_GT(dropped, 100) << "too few lots to say anything";
}

}  // namespace
}  // namespace twinaid::matcher
