// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The edges of an assignment in the forms in which it is solved: with vectors
// and with one digit, by the engine and by others.
#ifndef TWINAID_TESTS_BENCH_EDGES_H_
#define TWINAID_TESTS_BENCH_EDGES_H_

#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "matcher/assignment.h"
#include "matcher/instance.h"
#include "matcher/weight.h"
#include "tests/bench/families.h"
#include "tests/bench/peers/peer.h"

namespace twinaid::bench {

struct AssignmentProblem {
  std::int32_t places = 0;
  std::vector<matcher::WeightedEdge<matcher::Weight>> vectors;
  std::vector<matcher::WeightedEdge<std::int64_t>> digits;  // the same edges
};

// The edges in one digit, as solvers of others take them.
std::vector<PeerEdge> PeerEdges(const AssignmentProblem& problem);

// Points of all tiers as 1000 : 100 : 10 : 1, divided so far that every solver
// can add up the whole: 1 to 2^30.
std::int64_t OneDigit(const matcher::PairValue& value);

// The edges of the instance with their weights, and OneDigit of their values.
//
// INVALID_ARGUMENT, RESOURCE_EXHAUSTED  as matcher::Validate
absl::StatusOr<AssignmentProblem> ProblemOf(const matcher::Instance& instance);

// The first digit is the weight and the last the tie; in one digit, OneDigit.
AssignmentProblem ProblemOf(const Family& family);

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_EDGES_H_
