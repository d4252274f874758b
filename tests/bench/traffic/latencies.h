// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// How long calls took, each kept as it was.
#ifndef TWINAID_TESTS_BENCH_TRAFFIC_LATENCIES_H_
#define TWINAID_TESTS_BENCH_TRAFFIC_LATENCIES_H_

#include <cstddef>
#include <vector>

#include "tests/bench/timing.h"

namespace twinaid::bench {

// Not thread-safe. Eight bytes a call: percentiles are exact.
class Latencies {
 public:
  void Add(Nanoseconds time) { times_.push_back(time); }
  void Add(const Latencies& others);

  std::size_t size() const { return times_.size(); }
  // The least time that at least `percent` in a hundred do not exceed (nearest
  // rank), for 0 < percent <= 100; 0 where there is none. Time O(n).
  Nanoseconds Percentile(double percent) const;

 private:
  std::vector<Nanoseconds> times_;
};

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_TRAFFIC_LATENCIES_H_
