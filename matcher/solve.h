// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Pairs places one-to-one so that the most urgent needs are met best.

#ifndef TWINAID_MATCHER_SOLVE_H_
#define TWINAID_MATCHER_SOLVE_H_

#include "absl/status/statusor.h"
#include "matcher/instance.h"
#include "matcher/solution.h"

namespace twinaid::matcher {

struct SolveOptions {
  // Values of ties are found by this many threads; less than 1 is 1. The answer
  // is the same, byte for byte.
  int threads = 1;
};

// Returns the pairs of maximum total weight over the ties of the instance
// (counterpart shape: a place has at most one recipient and at most one donor,
// and may have both; mutual shapes: a place has at most one partner, which it
// helps and is helped by, and the weight is that of both directions), the goods
// that flow in each pair, what stays unmet and a certificate for
// CheckCertificate.
//
// The weight of a pair is its value by tier, then keep, affinity and tie,
// compared digit by digit. Pairs without value are never made.
//
// INVALID_ARGUMENT, RESOURCE_EXHAUSTED  as Validate
//
// Deterministic and thread-safe. Time: that of the values of all ties
// (pair_values.h), of the matching (assignment.h), and for pairs only of flows
// with care, O(a b log(a b)) a path for a offers and b needs. Memory, besides
// the instance and the solution: the shelves (shelves.h).
absl::StatusOr<Solution> Solve(const Instance& instance,
                               const SolveOptions& options = {});

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_SOLVE_H_
