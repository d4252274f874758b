// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The pool on any instance, with its proof as the judge.
#ifndef TWINAID_TESTS_FUZZ_TRY_POOL_H_
#define TWINAID_TESTS_FUZZ_TRY_POOL_H_

#include <functional>
#include <string>

#include "absl/status/statusor.h"
#include "matcher/instance.h"
#include "matcher/pool.h"

namespace twinaid::matcher {

using PoolSolver = std::function<absl::StatusOr<PoolResult>(
    const Instance& instance, PoolOrder order, int threads)>;

// Solves the instance in both orders with one and with two threads and has the
// answers judged. "" when
//  - what Validate refuses is refused just so, by the solver and by CheckPool;
//  - two ties from one donor to one recipient are INVALID_ARGUMENT; what
//    follows is then asked of the instance with single ties;
//  - everything else is answered, and CheckPool proves the answer;
//  - one and two threads give the same bytes;
//  - JudgeOrders has nothing against the two orders;
// else what went wrong. `solve` is SolvePool, except where a test wants to see
// that a worse one is found out.
std::string TryPool(const Instance& instance,
                    const PoolSolver& solve = &SolvePool);

// "" if both orders move equal units, or shipments are barred; else what is
// wrong. Follows from the two proofs: a second net.
std::string JudgeOrders(const PoolResult& by_value, const PoolResult& fair);

}  // namespace twinaid::matcher

#endif  // TWINAID_TESTS_FUZZ_TRY_POOL_H_
