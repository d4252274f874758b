// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// GLPK.
#ifndef TWINAID_TESTS_BENCH_PEERS_GLPK_H_
#define TWINAID_TESTS_BENCH_PEERS_GLPK_H_

#include <cstdint>

#include "tests/bench/peers/linear_model.h"

namespace twinaid::bench {

// The primal simplex with presolving; where there are integer columns, then
// branch and cut with presolving and all its cuts, with no gap allowed.
LinearAnswer SolveWithGlpk(const LinearModel& model,
                           std::int32_t limit_seconds);

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_PEERS_GLPK_H_
