// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Pairs of any instance, with their certificate as the judge.
#ifndef TWINAID_TESTS_FUZZ_TRY_PAIRS_H_
#define TWINAID_TESTS_FUZZ_TRY_PAIRS_H_

#include <functional>
#include <string>

#include "absl/status/statusor.h"
#include "matcher/instance.h"
#include "matcher/solution.h"

namespace twinaid::matcher {

using PairSolver =
    std::function<absl::StatusOr<Solution>(const Instance& instance)>;

// Solve with its usual options.
absl::StatusOr<Solution> SolvePairs(const Instance& instance);

// Solves the instance and has the answer checked. "" when what Validate refuses
// is refused just so, and everything else is answered and proven; else what
// went wrong. `solve` is Solve, except where a test wants to see that a worse
// one is found out.
std::string TryPairs(const Instance& instance,
                     const PairSolver& solve = &SolvePairs);

}  // namespace twinaid::matcher

#endif  // TWINAID_TESTS_FUZZ_TRY_PAIRS_H_
