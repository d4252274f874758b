// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What the programs begin with.
#ifndef TWINAID_TESTS_BENCH_PROBLEM_H_
#define TWINAID_TESTS_BENCH_PROBLEM_H_

#include "absl/status/statusor.h"
#include "matcher/instance.h"
#include "tests/bench/geography.h"
#include "tests/bench/options.h"
#include "tests/bench/report.h"

namespace twinaid::bench {

// The land of the scale: scattered, or the world of data/.
//
// NOT_FOUND, INVALID_ARGUMENT  as ReadWorld
absl::StatusOr<Geography> MakeLand(const Options& options);

// MakeLand with needs and offers on it.
absl::StatusOr<matcher::Instance> MakeProblem(const Options& options);

// The main function of a program: `run` reports what it measured. Returns 0, 1
// where something was not as required or `run` failed, 2 for bad options.
int RunProgram(int argc, char** argv,
               absl::Status (*run)(const Options&, Report&));

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_PROBLEM_H_
