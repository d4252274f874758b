// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/traffic/latencies.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace twinaid::bench {

void Latencies::Add(const Latencies& others) {
  times_.insert(times_.end(), others.times_.begin(), others.times_.end());
}

Nanoseconds Latencies::Percentile(double percent) const {
  if (times_.empty()) return 0;
  std::vector<Nanoseconds> times = times_;
  const double rank =
      std::ceil(percent * static_cast<double>(times.size()) / 100);
  const auto place = std::clamp<std::ptrdiff_t>(
      static_cast<std::ptrdiff_t>(rank) - 1, 0, std::ssize(times) - 1);
  std::nth_element(times.begin(), times.begin() + place, times.end());
  return times[static_cast<std::size_t>(place)];
}

}  // namespace twinaid::bench
