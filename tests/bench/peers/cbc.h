// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// COIN-OR CBC.
#ifndef TWINAID_TESTS_BENCH_PEERS_CBC_H_
#define TWINAID_TESTS_BENCH_PEERS_CBC_H_

#include <cstdint>

#include "tests/bench/peers/linear_model.h"

namespace twinaid::bench {

// As CBC comes, on one thread, with no gap allowed; without integer columns it
// is CLP's choice of simplex.
LinearAnswer SolveWithCbc(const LinearModel& model, std::int32_t limit_seconds);

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_PEERS_CBC_H_
