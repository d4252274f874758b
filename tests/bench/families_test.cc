// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/families.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <vector>

#include "matcher/assignment.h"
#include "tests/bench/check_pass.h"
#include "tests/bench/peers/lemon_flow.h"
#include "tests/bench/peers/lemon_matching.h"

namespace twinaid::bench {
namespace {

std::vector<Family> SmallFamilies() {
  const Geography land = ScatterPlaces(kTiny, 1);
  return {AllEqual(land),
          AllEqualButTie(land, 1),
          Chain(30),
          Star(30),
          CompleteBipartite(20, 1),
          Geometric(50, 1),
          FewRecipients(60, 5, 1)};
}

TEST(Families, HaveTheSameOptimumForAllSolvers) {
  for (const Family& family : SmallFamilies()) {
    SCOPED_TRACE(family.name);
    std::vector<matcher::WeightedEdge<matcher::Weight>> ours;
    std::vector<PeerEdge> theirs;
    for (const FamilyEdge& edge : family.edges) {
      ours.push_back({edge.donor, edge.recipient, {{OneDigit(edge)}}});
      theirs.push_back({edge.donor, edge.recipient, OneDigit(edge)});
    }
    matcher::WeightTotal total;
    ASSERT_TRUE(
        ProvesOptimum(ours, matcher::Assign(family.places, ours), total));
    const auto optimum = static_cast<std::int64_t>(total[0]);
    EXPECT_EQ(LemonNetworkSimplex(family.places, theirs).optimum, optimum);
    EXPECT_EQ(LemonCostScaling(family.places, theirs).optimum, optimum);
    EXPECT_EQ(LemonBipartiteMatching(family.places, theirs).optimum, optimum);
  }
}

// Without this, a pass that proves everything would go unseen.
TEST(CheckPass, RejectsWhatIsNotTheOptimum) {
  const Family family = Chain(5);
  std::vector<matcher::WeightedEdge<matcher::Weight>> edges;
  for (const FamilyEdge& edge : family.edges) {
    edges.push_back({edge.donor, edge.recipient, {{OneDigit(edge)}}});
  }
  const matcher::Assignment<matcher::Weight> right =
      matcher::Assign(family.places, edges);
  matcher::WeightTotal total;
  ASSERT_TRUE(ProvesOptimum(edges, right, total));
  for (std::size_t place = 0; place < 5; ++place) {
    matcher::Assignment wrong = right;
    ++wrong.donor_potential[place][0];
    EXPECT_FALSE(ProvesOptimum(edges, wrong, total));
    wrong = right;
    --wrong.recipient_potential[place][0];
    EXPECT_FALSE(ProvesOptimum(edges, wrong, total));
    wrong = right;
    wrong.edge_of_donor[place] = -1;
    EXPECT_FALSE(ProvesOptimum(edges, wrong, total));
  }
}

}  // namespace
}  // namespace twinaid::bench
