// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Pairing and allocation taken together, and the pool, against CBC on programs
// that know nothing of values of pairs, matchings or augmentation.
//
// CBC computes in doubles. The instances are such that every number it is told
// is exact (exact_instance.h), and every optimum an integer in units of
// kExactPoints: what it finds is that integer up to its tolerance, is required
// to be near it, and then compared exactly. What the pairs it chose are worth
// is added up in integers besides.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/status/status.h"
#include "matcher/certificate_check.h"
#include "matcher/check_pool.h"
#include "matcher/points.h"
#include "matcher/pool.h"
#include "matcher/solve.h"
#include "tests/bench/joint_model.h"
#include "tests/bench/peers/cbc.h"
#include "tests/matcher/exact_instance.h"
#include "tests/matcher/single_ties.h"

namespace twinaid::matcher {
namespace {

// In units of kExactPoints.
using TierValue = std::array<std::int64_t, kTiers>;

constexpr std::int32_t kLimitSeconds = 60;
constexpr double kTolerance = 0.01;

TierValue ValueOf(const PoolValue& points) {
  TierValue value{};
  for (std::size_t t = 0; t < value.size(); ++t) {
    value[t] = static_cast<std::int64_t>(points[t] / kExactPoints);
    EXPECT_TRUE(points[t] % kExactPoints == 0) << "not exact in tier " << t;
  }
  return value;
}

TierValue ValueOf(const std::vector<Edge>& edges) {
  PoolValue sum;
  for (const Edge& edge : edges) {
    for (std::size_t t = 0; t < kTiers; ++t) sum[t] += edge.value[t];
  }
  return ValueOf(sum);
}

TierValue ValueOf(const std::vector<Pair>& pairs) {
  PoolValue sum;
  for (const Pair& pair : pairs) {
    for (std::size_t t = 0; t < kTiers; ++t) sum[t] += pair.shipped[t];
  }
  return ValueOf(sum);
}

// What CBC says, as the integer that it must be.
std::int64_t Whole(const bench::LinearAnswer& answer) {
  EXPECT_TRUE(answer.optimal) << "CBC proved nothing";
  const double nearest = std::round(answer.objective);
  EXPECT_NEAR(answer.objective, nearest, kTolerance);
  return static_cast<std::int64_t>(nearest);
}

struct Optimum {
  TierValue value{};
  bench::LinearAnswer answer;  // of the last tier
};

// Maximises the first tier, then the second at the best of the first, and so
// on.
Optimum TierByTier(const bench::JointModel& joint) {
  bench::LinearModel model = joint.model;
  const double units = joint.points_per_worth / kExactPoints;
  Optimum optimum;
  for (std::size_t t = 0; t < kTiers; ++t) {
    const std::int32_t at_least = model.AddRow(0);
    for (std::size_t j = 0; j < joint.tier.size(); ++j) {
      const bool counts = joint.tier[j] == static_cast<std::int32_t>(t);
      const double worth = counts ? joint.model.objective[j] * units : 0;
      model.objective[j] = worth;
      if (counts) {
        model.Add(at_least, static_cast<std::int32_t>(j), -worth);
      }
    }
    optimum.answer = bench::SolveWithCbc(model, kLimitSeconds);
    optimum.value[t] = Whole(optimum.answer);
    model.bound.back() = -static_cast<double>(optimum.value[t]);
  }
  return optimum;
}

// The edges that CBC made pairs of.
std::vector<Edge> ChosenBy(const bench::JointModel& joint,
                           const bench::LinearAnswer& answer,
                           const Solution& solution) {
  std::vector<Edge> chosen;
  for (const Edge& edge : solution.edges) {
    const auto column = static_cast<std::size_t>(
        joint.pair_column[static_cast<std::size_t>(edge.tie)]);
    if (answer.values[column] > 0.5) chosen.push_back(edge);
  }
  return chosen;
}

// The most valuable pair of those that are left, until there is none.
std::vector<Edge> Greedy(const Solution& solution, std::int32_t places) {
  std::vector<Edge> edges = solution.edges;
  std::stable_sort(
      edges.begin(), edges.end(),
      [](const Edge& a, const Edge& b) { return b.value < a.value; });
  std::vector<bool> gives(static_cast<std::size_t>(places));
  std::vector<bool> takes(static_cast<std::size_t>(places));
  std::vector<Edge> chosen;
  for (const Edge& edge : edges) {
    const auto d = static_cast<std::size_t>(edge.donor);
    const auto r = static_cast<std::size_t>(edge.recipient);
    if (gives[d] || takes[r]) continue;
    gives[d] = takes[r] = true;
    chosen.push_back(edge);
  }
  return chosen;
}

Shape ShapeOf(std::uint64_t seed) {
  const int places = 4 + static_cast<int>(seed % 4);
  return {places, 4, 4 * places, 4 * places, 4 * places, false};
}

Solution Proven(const Instance& instance) {
  const absl::StatusOr<Solution> solution = Solve(instance);
  EXPECT_TRUE(solution.ok()) << solution.status();
  if (!solution.ok()) return {};
  EXPECT_EQ(CheckCertificate(instance, *solution), absl::OkStatus());
  return *solution;
}

TEST(JointOracle, CbcFindsTheSameValueByTier) {
  int with_pairs = 0;
  int greedy_is_worse = 0;
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const Instance instance = ExactInstance(seed, ShapeOf(seed));
    const Solution solution = Proven(instance);
    const bench::JointModel joint = bench::MakeJointModel(instance);
    const Optimum cbc = TierByTier(joint);
    EXPECT_EQ(ValueOf(solution.pairs), cbc.value);
    EXPECT_EQ(ValueOf(ChosenBy(joint, cbc.answer, solution)), cbc.value);
    with_pairs += solution.pairs.size() > 1;
    // The control: one that is not exact is told from CBC, and never better.
    const TierValue greedy = ValueOf(Greedy(solution, instance.places));
    EXPECT_LE(greedy, cbc.value);
    greedy_is_worse += greedy < cbc.value;
    if (HasFailure()) return;
  }
  EXPECT_GE(with_pairs, 60);
  EXPECT_GE(greedy_is_worse, 5);
}

TEST(JointOracle, CbcFindsTheSameValueWithWeightedTiers) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    Instance instance = ExactInstance(seed, ShapeOf(seed));
    instance.tiers = TierRule::kWeighted;
    const Solution solution = Proven(instance);
    bench::JointModel joint = bench::MakeJointModel(instance);
    for (double& worth : joint.model.objective) {
      worth *= joint.points_per_worth / kExactPoints;
    }
    const bench::LinearAnswer cbc =
        bench::SolveWithCbc(joint.model, kLimitSeconds);
    EXPECT_TRUE(solution.certificate.pairs_total[0] ==
                Int128{Whole(cbc)} * kExactPoints);
    Int128 chosen = 0;
    for (const Edge& edge : ChosenBy(joint, cbc, solution)) {
      chosen += WeightOf(instance, edge)[0];
    }
    EXPECT_TRUE(chosen == solution.certificate.pairs_total[0]);
    if (HasFailure()) return;
  }
}

TEST(JointOracle, CbcFindsTheSamePoolByValue) {
  int with_flows = 0;
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const Instance instance =
        WithSingleTies(ExactInstance(seed, ShapeOf(seed)));
    const absl::StatusOr<PoolResult> pool =
        SolvePool(instance, PoolOrder::kByValue, 1);
    ASSERT_TRUE(pool.ok()) << pool.status();
    ASSERT_EQ(CheckPool(instance, PoolOrder::kByValue, *pool),
              absl::OkStatus());
    EXPECT_EQ(ValueOf(pool->shipped),
              TierByTier(bench::MakePoolModel(instance)).value);
    with_flows += pool->flows.size() > 3;
    if (HasFailure()) return;
  }
  EXPECT_GE(with_flows, 60);
}

}  // namespace
}  // namespace twinaid::matcher
