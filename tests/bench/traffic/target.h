// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What is called, and by what names.
#ifndef TWINAID_TESTS_BENCH_TRAFFIC_TARGET_H_
#define TWINAID_TESTS_BENCH_TRAFFIC_TARGET_H_

#include <cstdint>
#include <string>

#include "tests/bench/traffic/closed_loop.h"
#include "tests/bench/traffic/traffic_store.h"

namespace twinaid::bench {

struct Target {
  LoopOptions loop;
  Traffic traffic;               // what the server was filled with
  std::string tag;               // of the names that are made, new in each run
  std::uint64_t seed = 1;        // of what is asked for
  std::int32_t first_match = 0;  // that nobody accepted yet
  // Nothing is kept there: no answer is asked for again.
  bool echo = false;
};

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_TRAFFIC_TARGET_H_
