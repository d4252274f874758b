// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/dynamic_assignment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "tests/matcher/assignment_proof.h"
#include "tests/matcher/changing_edges.h"

namespace twinaid::matcher {
namespace {

template <typename W>
std::vector<WeightedEdge<W>> FromScratch(
    int places, const std::vector<WeightedEdge<W>>& edges) {
  return ChosenEdges(edges, Assign(places, edges));
}

template <typename W>
testing::AssertionResult IsProven(int places,
                                  const std::vector<WeightedEdge<W>>& edges,
                                  const DynamicAssignment<W>& dynamic) {
  return IsProvenOptimum(places, edges, dynamic.ChosenEdges(),
                         dynamic.donor_potential(),
                         dynamic.recipient_potential());
}

struct Case {
  const char* name;
  int places;
  int degree;  // edges of a place on either side, on average
  int top;     // greatest digit
  bool tie;    // whether the last digit differs from edge to edge
  int changes;
  int every;  // changes from one solve from scratch to the next
};

class DynamicAssignmentTest : public testing::TestWithParam<Case> {};

TEST_P(DynamicAssignmentTest, EqualsASolveFromScratchAfterEveryChange) {
  const Case& c = GetParam();
  SCOPED_TRACE(testing::Message() << "seed " << c.places);
  std::mt19937_64 random(static_cast<std::uint64_t>(c.places));
  ChangingEdges edges(random, c.places, c.degree, c.top, c.tie);
  DynamicAssignment<Weight> dynamic(c.places, edges.All());
  for (int change = 1; change <= c.changes; ++change) {
    const PlaceIndex place = Below(random, c.places);
    edges.Change(random, place);
    dynamic.ReplacePlace(place, edges.OfDonor(place), edges.OfRecipient(place));
    if (change % c.every != 0) continue;
    const std::vector<WeightedEdge<Weight>> all = edges.All();
    ASSERT_TRUE(IsProven(c.places, all, dynamic)) << "change " << change;
    const auto scratch = FromScratch(c.places, all);
    const auto chosen = dynamic.ChosenEdges();
    ASSERT_EQ(SumOfWeights(chosen), SumOfWeights(scratch));
    if (!c.tie) continue;
    ASSERT_EQ(chosen.size(), scratch.size());
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      ASSERT_EQ(chosen[i].donor, scratch[i].donor);
      ASSERT_EQ(chosen[i].recipient, scratch[i].recipient);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(
    Sizes, DynamicAssignmentTest,
    testing::Values(Case{"Tiny", 4, 2, 60, false, 5000, 1},
                    Case{"TinyTies", 5, 3, 1, true, 5000, 1},
                    Case{"ManyEqual", 12, 4, 1, false, 5000, 1},
                    Case{"Dense", 20, 15, 9, true, 2000, 1},
                    Case{"Small", 300, 4, 1000, true, 5000, 20},
                    Case{"Medium", 5000, 10, 1000, true, 5000, 1000}),
    [](const auto& test_case) { return std::string(test_case.param.name); });

// By trying: the sum with the pair forced, and with it forbidden.
TEST(DynamicAssignmentQuestions, SayWhatAnotherChoiceCosts) {
  int asked = 0;
  int forbidden = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    const int places = 2 + Below(random, 9);
    const ChangingEdges edges(random, places, 3, 1 + Below(random, 50),
                              seed % 2 == 0);
    const std::vector<WeightedEdge<Weight>> all = edges.All();
    DynamicAssignment<Weight> dynamic(places, all);
    const auto before = dynamic.ChosenEdges();
    const Weight best = SumOfWeights(before);
    for (const WeightedEdge<Weight>& edge : all) {
      // The heaviest of parallel edges is the one that is forced.
      Weight forced = edge.weight;
      std::vector<WeightedEdge<Weight>> others, without;
      for (const WeightedEdge<Weight>& other : all) {
        const bool same =
            other.donor == edge.donor && other.recipient == edge.recipient;
        if (same) forced = std::max(forced, other.weight);
        if (!same) without.push_back(other);
        if (other.donor != edge.donor && other.recipient != edge.recipient) {
          others.push_back(other);
        }
      }
      ++asked;
      ASSERT_EQ(dynamic.LossIfChosen(edge.donor, edge.recipient),
                best - forced - SumOfWeights(FromScratch(places, others)));
      if (dynamic.RecipientOf(edge.donor) != edge.recipient) continue;
      ++forbidden;
      ASSERT_EQ(dynamic.LossWithout(edge.donor),
                best - SumOfWeights(FromScratch(places, without)));
    }
    // Nothing changed by asking.
    ASSERT_TRUE(IsProven(places, all, dynamic));
    const auto after = dynamic.ChosenEdges();
    ASSERT_EQ(after.size(), before.size());
    for (std::size_t i = 0; i < after.size(); ++i) {
      ASSERT_EQ(after[i].recipient, before[i].recipient);
    }
  }
  EXPECT_GT(asked, 1000);
  EXPECT_GT(forbidden, 500);
}

TEST(DynamicAssignmentQuestions, HaveNoAnswerWithoutAPair) {
  DynamicAssignment<std::int64_t> dynamic(3, {{0, 1, 5}});
  EXPECT_EQ(dynamic.LossIfChosen(1, 2), std::nullopt);
  EXPECT_EQ(dynamic.LossWithout(2), std::nullopt);
  EXPECT_EQ(dynamic.LossIfChosen(0, 1), 0);
  EXPECT_EQ(dynamic.LossWithout(0), 5);
  EXPECT_EQ(dynamic.RecipientOf(0), 1);
  EXPECT_EQ(dynamic.DonorOf(1), 0);
  EXPECT_EQ(dynamic.DonorOf(0), kNoPlace);
}

TEST(DynamicAssignment, HandlesAPlaceThatLosesAllAndGetsThemBack) {
  const std::vector<WeightedEdge<Int128>> edges = {
      {0, 1, 5}, {0, 2, 4}, {1, 0, 3}, {2, 1, 4}, {1, 2, 1}};
  DynamicAssignment<Int128> dynamic(3, edges);
  dynamic.ReplacePlace(1, {}, {});
  EXPECT_TRUE(IsProven<Int128>(3, {{0, 2, 4}}, dynamic));
  EXPECT_EQ(dynamic.ChosenEdges().size(), 1U);
  dynamic.ReplacePlace(1, {{1, 0, 3}, {1, 2, 1}}, {{0, 1, 5}, {2, 1, 4}});
  EXPECT_TRUE(IsProven(3, edges, dynamic));
  EXPECT_EQ(dynamic.ChosenEdges().size(), 3U);
}

TEST(DynamicAssignment, LeavesOutEdgesThatWeighNothing) {
  DynamicAssignment<std::int64_t> dynamic(2, {{0, 1, 0}, {1, 0, -3}});
  EXPECT_TRUE(dynamic.ChosenEdges().empty());
  dynamic.ReplacePlace(0, {{0, 1, -1}}, {{1, 0, 0}});
  EXPECT_TRUE(dynamic.ChosenEdges().empty());
  EXPECT_EQ(dynamic.LossIfChosen(0, 1), std::nullopt);
}

}  // namespace
}  // namespace twinaid::matcher
