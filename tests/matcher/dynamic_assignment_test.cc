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
#include "tests/matcher/change_run.h"
#include "tests/matcher/changing_edges.h"
#include "tests/matcher/kept_proof.h"

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

class DynamicAssignmentTest : public testing::TestWithParam<ChangeRun> {};

TEST_P(DynamicAssignmentTest, IsProvenAfterEveryChange) {
  ExpectProvenAfterEveryChange(GetParam());
}

// Small is scale S (300 places, 600 links), Medium is M (5,000 and 25,000); L
// is in dynamic_assignment_long_test.cc.
INSTANTIATE_TEST_SUITE_P(
    Sizes, DynamicAssignmentTest,
    testing::Values(ChangeRun{"Tiny", 4, 2, 60, false, 5000, 1},
                    ChangeRun{"TinyTies", 5, 3, 1, true, 5000, 1},
                    ChangeRun{"ManyEqual", 12, 4, 1, false, 5000, 1},
                    ChangeRun{"Dense", 20, 15, 9, true, 2000, 1},
                    ChangeRun{"Small", 300, 2, 1000, true, 5000, 1},
                    ChangeRun{"Medium", 5000, 5, 1000, true, 5000, 100}),
    [](const auto& test_case) { return std::string(test_case.param.name); });

// The proof can fail, and says what the check of everything says: the edges
// have changed, and the assignment was not told.
TEST(KeptProofTest, FindsOutAnAssignmentThatWasNotToldOfAChange) {
  int found = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    ChangingEdges edges(random, 20, 2, 1000, true);
    const DynamicAssignment<Weight> dynamic(20, edges.All());
    KeptProof proof(edges, dynamic);
    ASSERT_TRUE(proof.FromScratch());
    const PlaceIndex place = Below(random, 20);
    edges.Change(random, place);
    const testing::AssertionResult kept = proof.AfterChangeOf(place);
    ASSERT_EQ(static_cast<bool>(kept),
              static_cast<bool>(KeptProof(edges, dynamic).FromScratch()));
    found += kept ? 0 : 1;
  }
  EXPECT_GT(found, 200);
}

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
