// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Mutual matchings against brute force and LEMON, from the start that is used
// and from one that leaves everything to the search.
#include "matcher/mutual.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "matcher/blossom_search.h"
#include "matcher/check_mutual.h"
#include "matcher/weight.h"
#include "tests/matcher/lemon_general_oracle.h"
#include "tests/matcher/mutual_graph.h"

namespace twinaid::matcher {
namespace {

template <typename W>
MutualMatching<W> MatchFromNothing(std::int32_t places,
                                   const std::vector<MutualEdge<W>>& edges) {
  MutualStart<W> start;
  start.edge_of_place.assign(static_cast<std::size_t>(places), -1);
  start.potential = FlatPotentials(places, edges);
  return CompleteMatching(places, edges, std::move(start));
}

std::int64_t LemonWeight(const MutualGraph& graph) {
  std::vector<OracleGeneralEdge> edges;
  edges.reserve(graph.edges.size());
  for (const auto& edge : graph.edges) {
    edges.push_back({edge.a, edge.b, edge.weight});
  }
  return LemonGeneralMatching(graph.places, edges).Run();
}

template <typename W>
std::vector<MutualEdge<W>> Weighed(const MutualGraph& graph,
                                   const std::function<W(std::int64_t)>& as) {
  std::vector<MutualEdge<W>> edges;
  edges.reserve(graph.edges.size());
  for (const auto& edge : graph.edges) {
    edges.push_back({edge.a, edge.b, as(edge.weight)});
  }
  return edges;
}

struct GraphCase {
  const char* name;
  int runs;
  std::function<MutualGraph(RandomMutualGraph&)> make;
};

class MutualTest : public testing::TestWithParam<GraphCase> {};

TEST_P(MutualTest, IsProvenAndWeighsWhatLemonFinds) {
  for (int seed = 1; seed <= GetParam().runs; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    RandomMutualGraph random(static_cast<std::uint64_t>(seed));
    const MutualGraph graph = GetParam().make(random);
    const std::int64_t expected =
        graph.places <= 10 ? BruteForceWeight(graph.places, graph.edges)
                           : LemonWeight(graph);
    const auto matching = MatchMutual(graph.places, graph.edges);
    ASSERT_EQ(CheckMutual(graph.places, graph.edges, matching), "");
    ASSERT_EQ(WeightOf(graph.edges, matching), expected);
    const auto hard = MatchFromNothing(graph.places, graph.edges);
    ASSERT_EQ(CheckMutual(graph.places, graph.edges, hard), "");
    ASSERT_EQ(WeightOf(graph.edges, hard), expected);
  }
}

// The same numbers as 128 bits, and spread over two digits in base 2^7, which
// carry nothing as long as sums stay below.
TEST_P(MutualTest, AgreesInEveryWidth) {
  for (int seed = 1; seed <= std::max(1, GetParam().runs / 10); ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    RandomMutualGraph random(static_cast<std::uint64_t>(seed));
    const MutualGraph graph = GetParam().make(random);
    const std::int64_t expected =
        WeightOf(graph.edges, MatchMutual(graph.places, graph.edges));

    const auto wide = Weighed<Int128>(
        graph, [](std::int64_t w) { return static_cast<Int128>(w) << 60; });
    const auto wide_matching = MatchMutual(graph.places, wide);
    EXPECT_EQ(CheckMutual(graph.places, wide, wide_matching), "");
    EXPECT_EQ(static_cast<std::int64_t>(WeightOf(wide, wide_matching) >> 60),
              expected);

    const auto digits = Weighed<Weight>(graph, [](std::int64_t w) {
      Weight weight;
      weight[2] = w;
      return weight;
    });
    for (const auto& matching : {MatchMutual(graph.places, digits),
                                 MatchFromNothing(graph.places, digits)}) {
      EXPECT_EQ(CheckMutual(graph.places, digits, matching), "");
      EXPECT_EQ(WeightOf(digits, matching)[2], expected);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(
    Graphs, MutualTest,
    testing::Values(
        GraphCase{"Tiny", 4000, [](auto& r) { return r.Sparse(5, 8, 1000); }},
        GraphCase{"TinyTies", 4000, [](auto& r) { return r.Sparse(9, 18, 3); }},
        GraphCase{"SmallDense", 1500,
                  [](auto& r) { return r.Sparse(10, 60, 100); }},
        GraphCase{"SmallCliques", 1500,
                  [](auto& r) { return r.Cliques(10, 20, 6); }},
        GraphCase{"SmallNested", 1500,
                  [](auto& r) { return r.Nested(9, 10, 5); }},
        GraphCase{"Sparse", 300,
                  [](auto& r) { return r.Sparse(100, 250, 1000000); }},
        GraphCase{"SparseTies", 300,
                  [](auto& r) { return r.Sparse(100, 250, 4); }},
        GraphCase{"AllEqual", 200,
                  [](auto& r) { return r.Sparse(151, 260, 1); }},
        GraphCase{"Dense", 100, [](auto& r) { return r.Sparse(61, 1200, 50); }},
        GraphCase{"Cliques", 300,
                  [](auto& r) { return r.Cliques(101, 1000, 30); }},
        GraphCase{"CliquesTies", 300,
                  [](auto& r) { return r.Cliques(101, 10, 1); }},
        GraphCase{"Nested", 150, [](auto& r) { return r.Nested(81, 100, 40); }},
        GraphCase{"NestedTies", 150,
                  [](auto& r) { return r.Nested(81, 3, 1); }},
        GraphCase{"Geometric", 100,
                  [](auto& r) { return r.Geometric(400, 2000, 100000); }}),
    [](const auto& test_case) { return test_case.param.name; });

TEST(MutualMatchingTest, NoEdgesGiveNoPairs) {
  const auto matching = MatchMutual<Weight>(3, {});
  EXPECT_EQ(matching.edge_of_place, std::vector<std::int32_t>(3, -1));
  EXPECT_EQ(matching.potential, std::vector<Weight>(3));
  EXPECT_TRUE(matching.odd_sets.empty());
  EXPECT_TRUE(MatchMutual<Weight>(0, {}).edge_of_place.empty());
}

TEST(MutualMatchingTest, ATriangleIsProvenByItsOddSet) {
  const std::vector<MutualEdge<std::int64_t>> edges = {
      {0, 1, 10}, {1, 2, 10}, {2, 0, 10}};
  const auto matching = MatchMutual(3, edges);
  EXPECT_EQ(WeightOf(edges, matching), 10);
  EXPECT_EQ(matching.potential, std::vector<std::int64_t>(3, 0));
  ASSERT_EQ(matching.odd_sets.size(), 1U);
  EXPECT_EQ(matching.odd_sets[0].first, 0);
  EXPECT_EQ(matching.odd_sets[0].size, 3);
  EXPECT_THAT(matching.set_places, testing::UnorderedElementsAre(0, 1, 2));
  EXPECT_EQ(matching.odd_sets[0].dual, 20);
}

// A lower digit never outweighs a higher one, however large.
TEST(MutualMatchingTest, DigitsAreComparedInOrder) {
  for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    RandomMutualGraph random(seed);
    const MutualGraph graph = random.Sparse(9, 20, 1);
    std::vector<MutualEdge<Weight>> edges;
    for (const auto& edge : graph.edges) {
      Weight weight;
      weight[0] = random.Below(3);
      weight[1] = random.Below(4) << 44;
      weight[3] = random.Below(3) << 40;
      weight[6] = 1 + random.Below(std::int64_t{1} << 40);
      edges.push_back({edge.a, edge.b, weight});
    }
    const Weight expected = BruteForceWeight(graph.places, edges);
    for (const auto& matching : {MatchMutual(graph.places, edges),
                                 MatchFromNothing(graph.places, edges)}) {
      ASSERT_EQ(CheckMutual(graph.places, edges, matching), "");
      ASSERT_EQ(WeightOf(edges, matching), expected);
    }
  }
}

// With a tie digit the heaviest matching is the only one.
TEST(MutualMatchingTest, TheOrderOfEdgesDoesNotMatter) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    RandomMutualGraph random(seed);
    const MutualGraph graph = random.Cliques(61, 3, 1);
    auto edges = Weighed<Weight>(graph, [&](std::int64_t w) {
      Weight weight;
      weight[1] = w;
      weight[6] = random.Below(std::int64_t{1} << 40);
      return weight;
    });
    const auto pairs = [&] {
      const auto matching = MatchMutual(graph.places, edges);
      EXPECT_EQ(CheckMutual(graph.places, edges, matching), "");
      std::set<std::pair<PlaceIndex, PlaceIndex>> result;
      for (const std::int32_t e : matching.edge_of_place) {
        if (e < 0) continue;
        const auto& edge = edges[static_cast<std::size_t>(e)];
        result.insert(std::minmax(edge.a, edge.b));
      }
      return result;
    };
    const auto before = pairs();
    std::mt19937_64 shuffling(seed);
    std::shuffle(edges.begin(), edges.end(), shuffling);
    for (auto& edge : edges) {
      if (shuffling() % 2 == 0) std::swap(edge.a, edge.b);
    }
    ASSERT_EQ(pairs(), before);
  }
}

}  // namespace
}  // namespace twinaid::matcher
