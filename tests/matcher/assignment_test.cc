// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The assignment against LEMON. Digits are small enough here for a weight to be
// one number in base 256, whose order and sums are those of the vectors.
#include "matcher/assignment.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

#include "tests/matcher/lemon_oracle.h"

namespace twinaid::matcher {
namespace {

constexpr std::int64_t kBase = 256;

std::int64_t AsNumber(const Weight& weight) {
  std::int64_t number = 0;
  for (const std::int64_t digit : weight.digits)
    number = number * kBase + digit;
  return number;
}

// Every digit at most `top`; the first is never zero, like a pair's value.
std::vector<WeightedEdge<Weight>> RandomEdges(std::mt19937_64& random,
                                              int places, int edges,
                                              std::uint64_t top) {
  std::vector<WeightedEdge<Weight>> result;
  const auto below = [&random](std::uint64_t n) {
    return static_cast<std::int32_t>(random() % n);
  };
  for (int i = 0; i < edges; ++i) {
    WeightedEdge<Weight> edge;
    edge.donor = below(static_cast<std::uint64_t>(places));
    edge.recipient = below(static_cast<std::uint64_t>(places));
    for (std::int64_t& digit : edge.weight.digits) digit = below(top + 1);
    if (edge.weight == Weight{}) edge.weight[3] = 1;
    result.push_back(edge);
  }
  return result;
}

// Checks that the potentials prove the matching; returns its weight.
Weight ProvenTotal(int places, const std::vector<WeightedEdge<Weight>>& edges,
                   const Assignment<Weight>& assignment) {
  Weight total, potentials;
  std::vector<int> taken(static_cast<std::size_t>(places), 0);
  for (int p = 0; p < places; ++p) {
    const auto at = static_cast<std::size_t>(p);
    EXPECT_GE(assignment.donor_potential[at], Weight{});
    EXPECT_GE(assignment.recipient_potential[at], Weight{});
    potentials += assignment.donor_potential[at];
    potentials += assignment.recipient_potential[at];
    const std::int32_t e = assignment.edge_of_donor[at];
    if (e < 0) continue;
    const WeightedEdge<Weight>& edge = edges[static_cast<std::size_t>(e)];
    EXPECT_EQ(edge.donor, p);
    EXPECT_EQ(taken[static_cast<std::size_t>(edge.recipient)]++, 0);
    total += edge.weight;
  }
  for (const WeightedEdge<Weight>& edge : edges) {
    EXPECT_GE(
        assignment.donor_potential[static_cast<std::size_t>(edge.donor)] +
            assignment
                .recipient_potential[static_cast<std::size_t>(edge.recipient)],
        edge.weight);
  }
  EXPECT_EQ(total, potentials);
  return total;
}

struct GraphCase {
  const char* name;
  int places;
  int edges;
  std::uint64_t top;  // greatest digit
  int runs;
};

class AssignmentTest : public testing::TestWithParam<GraphCase> {};

TEST_P(AssignmentTest, WeighsWhatLemonFindsAndIsProven) {
  const GraphCase& graph = GetParam();
  for (int seed = 1; seed <= graph.runs; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    const std::vector<WeightedEdge<Weight>> edges =
        RandomEdges(random, graph.places, graph.edges, graph.top);
    const Weight total =
        ProvenTotal(graph.places, edges, Assign(graph.places, edges));
    std::vector<OracleEdge> copy;
    for (const WeightedEdge<Weight>& edge : edges) {
      copy.push_back({edge.donor, edge.recipient, AsNumber(edge.weight)});
    }
    ASSERT_EQ(AsNumber(total),
              GreatestMatchingWeight(graph.places, graph.places, copy));
    ASSERT_FALSE(HasFailure());
  }
}

// places * top stays below kBase, so that no digit of a sum carries over.
INSTANTIATE_TEST_SUITE_P(
    Graphs, AssignmentTest,
    testing::Values(GraphCase{"Tiny", 4, 8, 60, 3000},
                    GraphCase{"Sparse", 20, 30, 12, 2000},
                    GraphCase{"Dense", 20, 200, 12, 500},
                    GraphCase{"ManyEqual", 30, 150, 1, 1000},
                    GraphCase{"AllEqual", 60, 240, 0, 300},
                    GraphCase{"Wide", 120, 600, 2, 100}),
    [](const auto& test_case) { return test_case.param.name; });

TEST(AssignmentTest, NoEdgesGiveNoPairsAndNoPrices) {
  const Assignment<Weight> assignment = Assign<Weight>(3, {});
  EXPECT_EQ(assignment.edge_of_donor, std::vector<std::int32_t>(3, -1));
  EXPECT_EQ(assignment.donor_potential, std::vector<Weight>(3));
  EXPECT_EQ(assignment.recipient_potential, std::vector<Weight>(3));
}

}  // namespace
}  // namespace twinaid::matcher
