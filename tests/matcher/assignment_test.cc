// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The assignment against LEMON. Digits are small enough here for a weight to be
// one number in base 256, whose order and sums are those of the vectors.
#include "matcher/assignment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

#include "tests/matcher/assignment_proof.h"
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
    const Assignment<Weight> assignment = Assign(graph.places, edges);
    ASSERT_TRUE(IsProvenOptimum(graph.places, edges, assignment));
    const Weight total = SumOfWeights(ChosenEdges(edges, assignment));
    std::vector<OracleEdge> copy;
    for (const WeightedEdge<Weight>& edge : edges) {
      copy.push_back({edge.donor, edge.recipient, AsNumber(edge.weight)});
    }
    ASSERT_EQ(AsNumber(total),
              GreatestMatchingWeight(graph.places, graph.places, copy));
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

// Base 2^16 in 128 bits, digits below 2^6, so that nothing carries over.
Int128 AsWideNumber(const Weight& weight) {
  Int128 number = 0;
  for (const std::int64_t digit : weight.digits)
    number = (number << 16) + digit;
  return number;
}

TEST(AssignmentNumbers, OfEveryKindFindTheSameSum) {
  for (int seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    const int places = 2 + Below(random, 20);
    std::vector<WeightedEdge<Weight>> vectors =
        RandomEdges(random, places, 3 * places, 5);
    // Digits that are small, but mostly different.
    for (std::size_t i = 0; i < vectors.size(); ++i) {
      Weight& weight = vectors[i].weight;
      weight = Weight{{{weight[0], weight[1], 0, 0, 0, 0, 0}}};
      weight[2 + i % 5] = static_cast<std::int64_t>(1 + i / 5);
    }
    std::vector<WeightedEdge<std::int64_t>> numbers;
    std::vector<WeightedEdge<Int128>> wide;
    for (const WeightedEdge<Weight>& edge : vectors) {
      numbers.push_back({edge.donor, edge.recipient, AsNumber(edge.weight)});
      wide.push_back({edge.donor, edge.recipient, AsWideNumber(edge.weight)});
    }
    const Assignment<Weight> by_vectors = Assign(places, vectors);
    const Assignment<std::int64_t> by_numbers = Assign(places, numbers);
    const Assignment<Int128> by_wide = Assign(places, wide);
    ASSERT_TRUE(IsProvenOptimum(places, vectors, by_vectors));
    ASSERT_TRUE(IsProvenOptimum(places, numbers, by_numbers));
    ASSERT_TRUE(IsProvenOptimum(places, wide, by_wide));
    const Weight total = SumOfWeights(ChosenEdges(vectors, by_vectors));
    ASSERT_EQ(SumOfWeights(ChosenEdges(numbers, by_numbers)), AsNumber(total));
    ASSERT_TRUE(SumOfWeights(ChosenEdges(wide, by_wide)) ==
                AsWideNumber(total));
  }
}

// All matchings, one donor after the other.
Weight BruteForce(const std::vector<WeightedEdge<Weight>>& edges,
                  std::size_t next, std::uint32_t given, std::uint32_t taken) {
  if (next == edges.size()) return Weight{};
  const WeightedEdge<Weight>& edge = edges[next];
  const Weight without = BruteForce(edges, next + 1, given, taken);
  const std::uint32_t donor = 1U << edge.donor;
  const std::uint32_t recipient = 1U << edge.recipient;
  if ((given & donor) != 0 || (taken & recipient) != 0) return without;
  return std::max(without,
                  edge.weight + BruteForce(edges, next + 1, given | donor,
                                           taken | recipient));
}

TEST(AssignmentSmall, IsTheBestByTryingEverything) {
  for (int seed = 1; seed <= 500; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    const int places = 2 + Below(random, 5);
    const std::vector<WeightedEdge<Weight>> edges =
        RandomEdges(random, places, Below(random, 13), 1 + random() % 3);
    const Assignment<Weight> assignment = Assign(places, edges);
    ASSERT_TRUE(IsProvenOptimum(places, edges, assignment));
    ASSERT_EQ(SumOfWeights(ChosenEdges(edges, assignment)),
              BruteForce(edges, 0, 0, 0));
  }
}

TEST(AssignmentOrder, DoesNotMatterWhereTheLastDigitsDiffer) {
  for (int seed = 1; seed <= 200; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    const int places = 2 + Below(random, 60);
    std::vector<WeightedEdge<Weight>> edges;
    for (int i = 0; i < 4 * places; ++i) {
      edges.push_back({Below(random, places), Below(random, places),
                       RandomWeight(random, Below(random, 3), true)});
    }
    const auto pairs = [places](const std::vector<WeightedEdge<Weight>>& all) {
      std::vector<std::pair<PlaceIndex, PlaceIndex>> result;
      for (const auto& edge : ChosenEdges(all, Assign(places, all))) {
        result.emplace_back(edge.donor, edge.recipient);
      }
      return result;
    };
    const auto before = pairs(edges);
    std::shuffle(edges.begin(), edges.end(), random);
    ASSERT_EQ(pairs(edges), before);
  }
}

TEST(AssignmentTest, NeverChoosesAnEdgeThatWeighsNothing) {
  const std::vector<WeightedEdge<Weight>> edges = {
      {0, 1, Weight{}},
      {1, 0, Weight{{{0, 0, 0, 0, 0, 0, -1}}}},
      {2, 2, Weight{{{-1, 5}}}},
      {3, 3, Weight{{{0, 0, 0, 0, 0, 0, 1}}}}};
  EXPECT_EQ(Assign(4, edges).edge_of_donor,
            (std::vector<std::int32_t>{-1, -1, -1, 3}));
}

TEST(AssignmentTest, NoEdgesGiveNoPairsAndNoPrices) {
  const Assignment<Weight> assignment = Assign<Weight>(3, {});
  EXPECT_EQ(assignment.edge_of_donor, std::vector<std::int32_t>(3, -1));
  EXPECT_EQ(assignment.donor_potential, std::vector<Weight>(3));
  EXPECT_EQ(assignment.recipient_potential, std::vector<Weight>(3));
}

}  // namespace
}  // namespace twinaid::matcher
