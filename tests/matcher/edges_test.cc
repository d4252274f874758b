// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/edges.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "matcher/allocation.h"
#include "matcher/compatibility.h"
#include "matcher/coverage.h"
#include "matcher/pair_graph.h"
#include "matcher/pair_graph_builder.h"
#include "matcher/points.h"
#include "matcher/solve.h"
#include "tests/matcher/judged_graph.h"
#include "tests/matcher/random_instance.h"
#include "tests/matcher/solution_bytes.h"
#include "tests/matcher/wide_instance.h"
#include "tests/support/status_matchers.h"

namespace twinaid::matcher {
namespace {

TEST(EdgesTest, AreTheTiesWithValueInOrder) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const Instance instance = RandomInstance(seed).Make({6, 4, 30, 30, 60});
    const std::vector<Edge> edges =
        MakeEdges(instance, Shelves(instance, PointsPerBaseUnit(instance)), 1);
    std::size_t with_value = 0;
    for (const Tie& tie : instance.ties) {
      if (!JudgedPairGraph(instance, tie).needs.empty()) ++with_value;
    }
    ASSERT_EQ(edges.size(), with_value);
    for (std::size_t e = 0; e < edges.size(); ++e) {
      const Edge& edge = edges[e];
      const Tie& tie = instance.ties[static_cast<std::size_t>(edge.tie)];
      ASSERT_EQ(edge.donor, tie.donor);
      ASSERT_EQ(edge.recipient, tie.recipient);
      ASSERT_EQ(edge.value,
                GraphCover().Of(JudgedPairGraph(instance, tie)).value);
      if (e == 0) continue;
      ASSERT_LT(std::tie(edges[e - 1].donor, edges[e - 1].recipient,
                         edges[e - 1].tie),
                std::tie(edge.donor, edge.recipient, edge.tie));
    }
  }
}

// Enough ties for several blocks.
TEST(EdgesTest, TheNumberOfThreadsDecidesNothing) {
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const Instance instance =
        RandomInstance(seed).Make({200, 12, 3000, 3000, 12'000});
    const absl::StatusOr<Solution> one = Solve(instance);
    ASSERT_THAT(one, IsOk());
    ASSERT_GT(one->edges.size(), 5000U);
    for (const int threads : {-1, 2, 3, 8}) {
      SCOPED_TRACE(testing::Message() << threads << " threads");
      SolveOptions options;
      options.threads = threads;
      const absl::StatusOr<Solution> many = Solve(instance, options);
      ASSERT_THAT(many, IsOk());
      EXPECT_TRUE(SolutionBytes::Of(*many) == SolutionBytes::Of(*one));
    }
  }
}

void ExpectSameGraph(const PairGraph& graph, const PairGraph& expected) {
  ASSERT_EQ(graph.offers.size(), expected.offers.size());
  for (std::size_t o = 0; o < graph.offers.size(); ++o) {
    ASSERT_EQ(graph.offers[o].offer, expected.offers[o].offer);
    ASSERT_EQ(graph.offers[o].base_units, expected.offers[o].base_units);
    ASSERT_EQ(graph.offers[o].min_lot, expected.offers[o].min_lot);
    ASSERT_EQ(graph.offers[o].shelf_days, expected.offers[o].shelf_days);
  }
  ASSERT_EQ(graph.needs.size(), expected.needs.size());
  for (std::size_t n = 0; n < graph.needs.size(); ++n) {
    const PairNeed& a = graph.needs[n];
    const PairNeed& b = expected.needs[n];
    ASSERT_EQ(a.need, b.need);
    ASSERT_EQ(a.tier, b.tier);
    ASSERT_EQ(a.points, b.points);
    ASSERT_EQ(a.urgency.tier, b.urgency.tier);
    ASSERT_EQ(a.urgency.points, b.urgency.points);
    ASSERT_EQ(a.base_units, b.base_units);
    const std::span<const PairArc> arcs = graph.ArcsOf(a);
    ASSERT_EQ(arcs.size(), expected.ArcsOf(b).size());
    for (std::size_t k = 0; k < arcs.size(); ++k) {
      ASSERT_EQ(arcs[k].offer, expected.ArcsOf(b)[k].offer);
      ASSERT_EQ(arcs[k].quality_loss, expected.ArcsOf(b)[k].quality_loss);
    }
  }
}

Instance ManyOrWide(std::uint64_t seed) {
  return seed % 10 == 0 ? WideInstance(seed, WideShapeOf(seed / 10))
                        : RandomInstance(seed).Make({5, 6, 30, 30, 10});
}

TEST(PairGraphBuilderTest, MakesTheOneThatIsJudgedArcByArc) {
  for (std::uint64_t seed = 1; seed <= 600; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const Instance instance = ManyOrWide(seed);
    const Shelves shelves(instance, PointsPerBaseUnit(instance));
    const Compatibility compatibility(instance);
    PairGraphBuilder builder(instance, compatibility, shelves);
    PairGraph graph;
    const auto group_of = [&](const Need& need) {
      return instance.items[static_cast<std::size_t>(need.item)].group;
    };
    for (const Tie& tie : instance.ties) {
      std::size_t needs = 0;
      for (const NeedCell& cell : shelves.NeedCells(tie.recipient)) {
        const OfferCell* const offers =
            shelves.FindOfferCell(tie.donor, cell.family);
        if (offers == nullptr) continue;
        builder.Build(tie, cell, *offers, graph);
        const Need& first = instance.needs[static_cast<std::size_t>(
            shelves.need_index(cell.begin))];
        const auto is_like_first = [&](const Need& need) {
          return group_of(need) == group_of(first) &&
                 need.currency == first.currency;
        };
        ExpectSameGraph(graph, JudgedPairGraph(instance, tie, is_like_first));
        needs += graph.needs.size();
      }
      ASSERT_EQ(needs, JudgedPairGraph(instance, tie).needs.size());
    }
  }
}

std::string BytesOf(const Allocation& allocation) {
  Solution solution;
  Pair& pair = solution.pairs.emplace_back();
  pair.shipped = allocation.shipped;
  pair.dropped_offers = allocation.dropped_offers;
  pair.offer_prices = allocation.offer_prices;
  pair.need_prices = allocation.need_prices;
  solution.flows = allocation.flows;
  return SolutionBytes::Of(solution);
}

TEST(PairAllocatorTest, AllocatesTheWholeGraph) {
  std::size_t dropped = 0;
  for (std::uint64_t seed = 1; seed <= 600; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const Instance instance = ManyOrWide(seed);
    const Shelves shelves(instance, PointsPerBaseUnit(instance));
    const Compatibility compatibility(instance);
    PairAllocator allocator(instance, compatibility, shelves);
    for (const Tie& tie : instance.ties) {
      const Allocation whole = Allocate(JudgedPairGraph(instance, tie));
      const Allocation& parts = allocator.Of(tie);
      ASSERT_TRUE(BytesOf(parts) == BytesOf(whole));
      dropped += parts.dropped_offers.size();
    }
  }
  EXPECT_GT(dropped, 100U) << "too few lots to say anything";
}

TEST(ReducedCostTest, IsWhatPotentialsAreAboveTheWeight) {
  const Instance instance = RandomInstance(3).Make({8, 4, 40, 40, 60});
  const absl::StatusOr<Solution> solution = Solve(instance);
  ASSERT_THAT(solution, IsOk());
  ASSERT_FALSE(solution->pairs.empty());
  std::size_t chosen = 0;
  for (const Edge& edge : solution->edges) {
    const Weight slack = ReducedCost(instance, *solution, edge);
    EXPECT_GE(slack, Weight{});
    for (const Pair& pair : solution->pairs) {
      if (pair.tie != edge.tie) continue;
      EXPECT_EQ(slack, Weight{});
      EXPECT_EQ(pair.weight, WeightOf(instance, edge));
      ++chosen;
    }
  }
  EXPECT_EQ(chosen, solution->pairs.size());
}

}  // namespace
}  // namespace twinaid::matcher
