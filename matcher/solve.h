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
// Deterministic and thread-safe. Time, for a offers at the donor and b needs at
// the recipient of a tie: O(a b) for each of usually about a + b searches, for
// every tie; matching, O(n (m + n) log n) in the worst case for n places and m
// edges; flows with care, O(a b log(a b)) for each path, for pairs only.
absl::StatusOr<Solution> Solve(const Instance& instance);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_SOLVE_H_
