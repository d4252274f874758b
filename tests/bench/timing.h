// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Times of several runs. Plain enough for C++17, which LEMON needs.
#ifndef TWINAID_TESTS_BENCH_TIMING_H_
#define TWINAID_TESTS_BENCH_TIMING_H_

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace twinaid::bench {

using Nanoseconds = std::int64_t;

class Stopwatch {
 public:
  Nanoseconds Elapsed() const {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::steady_clock::now() - start_)
        .count();
  }

 private:
  std::chrono::steady_clock::time_point start_ =
      std::chrono::steady_clock::now();
};

// How long `work` takes.
template <typename Work>
Nanoseconds TimeOf(Work&& work) {
  const Stopwatch watch;
  work();
  return watch.Elapsed();
}

class Samples {
 public:
  void Add(Nanoseconds time) {
    times_.insert(std::upper_bound(times_.begin(), times_.end(), time), time);
  }

  // With at least one sample. The upper of two middle ones.
  Nanoseconds Median() const { return times_[times_.size() / 2]; }
  Nanoseconds Least() const { return times_.front(); }
  Nanoseconds Most() const { return times_.back(); }
  std::size_t size() const { return times_.size(); }

 private:
  std::vector<Nanoseconds> times_;  // ascending
};

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_TIMING_H_
