// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/families.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <vector>

#include "matcher/assignment.h"
#include "tests/bench/check_pass.h"
#include "tests/bench/edges.h"
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
    const AssignmentProblem problem = ProblemOf(family);
    const std::vector<PeerEdge> edges = PeerEdges(problem);
    matcher::Int128 total = 0;
    ASSERT_TRUE(ProvesOptimum(
        problem.digits, matcher::Assign(family.places, problem.digits), total));
    const auto optimum = static_cast<std::int64_t>(total);
    EXPECT_EQ(LemonNetworkSimplex(family.places, edges).optimum, optimum);
    EXPECT_EQ(LemonCostScaling(family.places, edges).optimum, optimum);
    EXPECT_EQ(LemonBipartiteMatching(family.places, edges).optimum, optimum);
  }
}

// Without this, a pass that proves everything would go unseen.
TEST(CheckPass, RejectsWhatIsNotTheOptimum) {
  const AssignmentProblem problem = ProblemOf(Chain(5));
  const auto right = matcher::Assign(problem.places, problem.digits);
  matcher::Int128 total = 0;
  ASSERT_TRUE(ProvesOptimum(problem.digits, right, total));
  for (std::size_t place = 0; place < 5; ++place) {
    auto wrong = right;
    ++wrong.donor_potential[place];
    EXPECT_FALSE(ProvesOptimum(problem.digits, wrong, total));
    wrong = right;
    --wrong.recipient_potential[place];
    EXPECT_FALSE(ProvesOptimum(problem.digits, wrong, total));
    wrong = right;
    wrong.edge_of_donor[place] = -1;
    EXPECT_FALSE(ProvesOptimum(problem.digits, wrong, total));
  }
}

}  // namespace
}  // namespace twinaid::bench
