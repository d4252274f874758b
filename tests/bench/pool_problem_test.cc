// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/pool_problem.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <numeric>
#include <vector>

#include "tests/bench/generator.h"
#include "tests/bench/growing_flow.h"

namespace twinaid::bench {
namespace {

struct Served {
  std::int64_t worth = 0;
  std::vector<std::int64_t> covered;  // by need of the instance
};

// Serves the demands in their order, each as far as flows can grow.
Served ServeInOrder(const PoolProblem& problem, std::size_t needs) {
  const Transport& transport = problem.transport;
  std::vector<std::vector<std::size_t>> from(problem.needs.size());
  for (const Transport::Arc& arc : transport.arcs) {
    from[static_cast<std::size_t>(arc.need)].push_back(
        static_cast<std::size_t>(arc.offer));
  }
  Served served;
  served.covered.assign(needs, 0);
  GrowingFlow flow(transport.stock);
  for (const Demand& demand : transport.demands) {
    const auto need = static_cast<std::size_t>(demand.need);
    const std::int64_t grown = flow.Add(demand.units, from[need]);
    served.worth += grown * demand.worth;
    served.covered[static_cast<std::size_t>(problem.needs[need])] += grown;
  }
  return served;
}

TEST(PoolProblem, IsWorthMostWhenServedInOrder) {
  const matcher::Instance instance = Generate(kTiny, 1);
  for (const PoolOrder order : {PoolOrder::kValue, PoolOrder::kFair}) {
    for (std::int32_t group = 0; group < kGroups; ++group) {
      SCOPED_TRACE(group);
      const PoolProblem problem = MakePoolProblem(instance, group, order);
      ASSERT_FALSE(problem.transport.arcs.empty());
      const Served served = ServeInOrder(problem, instance.needs.size());
      EXPECT_GT(served.worth, 0);
      EXPECT_EQ(LemonTransport(problem.transport).optimum, served.worth);
      EXPECT_TRUE(problem.WorthOf(served.covered) == served.worth);
    }
  }
}

TEST(PoolProblem, HasEightBandsThatAddUpToTheNeed) {
  const matcher::Instance instance = Generate(kTiny, 1);
  const PoolProblem problem = MakePoolProblem(instance, 0, PoolOrder::kFair);
  std::vector<std::int64_t> units(problem.needs.size(), 0);
  std::vector<int> bands(problem.needs.size(), 0);
  for (const Demand& demand : problem.transport.demands) {
    units[static_cast<std::size_t>(demand.need)] += demand.units;
    ++bands[static_cast<std::size_t>(demand.need)];
  }
  for (std::size_t i = 0; i < units.size(); ++i) {
    const matcher::Need& need =
        instance.needs[static_cast<std::size_t>(problem.needs[i])];
    EXPECT_EQ(units[i], need.base_units);
    if (need.base_units < 8) continue;
    EXPECT_EQ(bands[i], 8);
  }
}

// What was covered before the pool began fills the first bands.
TEST(PoolProblem, LeavesOutBandsThatAreCovered) {
  matcher::Instance instance = Generate(kTiny, 1);
  for (matcher::Need& need : instance.needs) {
    need.whole_units = need.base_units;
    need.base_units -= need.base_units / 2;
  }
  const PoolProblem problem = MakePoolProblem(instance, 0, PoolOrder::kFair);
  std::vector<std::int64_t> units(problem.needs.size(), 0);
  std::vector<int> bands(problem.needs.size(), 0);
  for (const Demand& demand : problem.transport.demands) {
    units[static_cast<std::size_t>(demand.need)] += demand.units;
    ++bands[static_cast<std::size_t>(demand.need)];
  }
  for (std::size_t i = 0; i < units.size(); ++i) {
    const matcher::Need& need =
        instance.needs[static_cast<std::size_t>(problem.needs[i])];
    EXPECT_EQ(units[i], need.base_units);
    EXPECT_LE(bands[i], 5);
  }
}

}  // namespace
}  // namespace twinaid::bench
