// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Calls of which so many are always under way.
#ifndef TWINAID_TESTS_BENCH_TRAFFIC_CLOSED_LOOP_H_
#define TWINAID_TESTS_BENCH_TRAFFIC_CLOSED_LOOP_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "tests/bench/timing.h"
#include "tests/bench/traffic/call.h"
#include "tests/bench/traffic/latencies.h"

namespace twinaid::bench {

struct LoopOptions {
  std::string address;
  std::string token;
  int in_flight = 1;
  // Threads of the generator, each with a connection; no more than in_flight.
  int lines = 2;
  // Not counted at first, then counted.
  double warm_seconds = 0.2;
  double seconds = 1;
  // Ends earlier once this file is there; empty: it does not.
  std::string stop_file;
};

struct LoopResult {
  Latencies latencies;  // of the calls that ended while they were counted
  Nanoseconds took = 0;
  std::int64_t calls = 0;           // all that ended
  std::vector<std::string> faults;  // the first few of them
};

// Makes the next call of a line, 0 to lines - 1; null: there is none, and the
// line ends. Called by one thread a line.
using NextCall = std::function<std::unique_ptr<Call>(int line)>;

// A caller who has an answer asks again at once.
LoopResult RunClosedLoop(const LoopOptions& options, const NextCall& next);

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_TRAFFIC_CLOSED_LOOP_H_
