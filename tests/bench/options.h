// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What every benchmark program is told.
#ifndef TWINAID_TESTS_BENCH_OPTIONS_H_
#define TWINAID_TESTS_BENCH_OPTIONS_H_

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "tests/bench/scale.h"

namespace twinaid::bench {

struct Options {
  Scale scale = kTiny;
  int runs = 5;
  std::uint64_t seed = 1;
  bool peers = true;        // solvers of others that take seconds at the scale
  std::string write_graph;  // where to put the problem for other programs
  std::int32_t limit_seconds = 600;  // of a solver that may not end
};

// --scale tiny|s|m|l|world, --runs N, --seed N, --no-peers,
// --write-graph FILE, --limit SECONDS.
//
// INVALID_ARGUMENT  anything else
absl::StatusOr<Options> ParseOptions(int argc, char** argv);

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_OPTIONS_H_
