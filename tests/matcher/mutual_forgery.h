// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Forgeries of the proof of a mutual matching, to be found by CheckMutual.
#ifndef TWINAID_TESTS_MATCHER_MUTUAL_FORGERY_H_
#define TWINAID_TESTS_MATCHER_MUTUAL_FORGERY_H_

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "matcher/check_mutual.h"
#include "matcher/mutual.h"
#include "tests/matcher/mutual_graph.h"

namespace twinaid::matcher {

using MutualEdges = std::vector<MutualEdge<std::int64_t>>;
using MutualProof = MutualMatching<std::int64_t>;

inline std::size_t At(std::int32_t index) {
  return static_cast<std::size_t>(index);
}

// Changes edges or matching; says whether there was what it needs.
struct MutualForgery {
  const char* name;
  const char* message;  // part of the fault; "" where several can be first
  bool (*forge)(MutualEdges& edges, MutualProof& matching);
};

// Forges proofs of graphs with odd sets until 25 were changed, and expects each
// to be refused with the message.
inline void ExpectFoundOut(const MutualForgery& forgery) {
  int forged = 0;
  for (std::uint64_t seed = 1; seed <= 4000 && forged < 25; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    RandomMutualGraph random(seed);
    MutualGraph graph =
        seed % 2 == 0 ? random.Nested(27, 10, 4) : random.Cliques(21, 6, 2);
    MutualProof matching = MatchMutual(graph.places, graph.edges);
    ASSERT_EQ(CheckMutual(graph.places, graph.edges, matching), "");
    if (!forgery.forge(graph.edges, matching)) continue;
    ++forged;
    const std::string fault = CheckMutual(graph.places, graph.edges, matching);
    ASSERT_NE(fault, "");
    ASSERT_THAT(fault, testing::HasSubstr(forgery.message));
  }
  EXPECT_EQ(forged, 25) << "too few graphs have what this forgery needs";
}

}  // namespace twinaid::matcher

#endif  // TWINAID_TESTS_MATCHER_MUTUAL_FORGERY_H_
