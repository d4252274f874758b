// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Pairs places one-to-one so that the most urgent needs are met best.

#ifndef TWINAID_MATCHER_SOLVE_H_
#define TWINAID_MATCHER_SOLVE_H_

#include "absl/status/statusor.h"
#include "matcher/instance.h"
#include "matcher/solution.h"

namespace twinaid::matcher {

// Returns the pairs of maximum total weight over the ties of the instance
// (counterpart shape: a place has at most one recipient and at most one donor,
// and may have both), the goods that flow in each pair, what stays unmet and a
// certificate for CheckCertificate.
//
// The weight of a pair is its value by tier, then keep, affinity and tie,
// compared digit by digit. Pairs without value are never made.
//
// INVALID_ARGUMENT, RESOURCE_EXHAUSTED  as Validate
//
// Deterministic and thread-safe. Time: values, O(sum over ties of a * b / 64
// per search) for a offers and b needs of one item group at its two ends;
// matching, O(n (m + n) log n) in the worst case for n places and m edges.
absl::StatusOr<Solution> Solve(const Instance& instance);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_SOLVE_H_
