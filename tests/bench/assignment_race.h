// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// One assignment problem solved by the engine and by LEMON.
#ifndef TWINAID_TESTS_BENCH_ASSIGNMENT_RACE_H_
#define TWINAID_TESTS_BENCH_ASSIGNMENT_RACE_H_

#include <cstdint>
#include <string>

#include "tests/bench/edges.h"
#include "tests/bench/options.h"
#include "tests/bench/report.h"

namespace twinaid::bench {

// Reports the times of two steps, "<name>, vectors" and "<name>, one digit":
// ours and the check pass, and of the second those of LEMON with options.peers.
// Requires that the potentials of ours prove each optimum and that LEMON finds
// the same. Returns the optimum in one digit.
std::int64_t RaceAssignment(const AssignmentProblem& problem,
                            const std::string& name, const Options& options,
                            Report& report);

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_ASSIGNMENT_RACE_H_
