// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// How large an instance is.
#ifndef TWINAID_TESTS_BENCH_SCALE_H_
#define TWINAID_TESTS_BENCH_SCALE_H_

#include <cstdint>

namespace twinaid::bench {

struct Scale {
  const char* name;
  std::int32_t places;
  std::int32_t links;
  std::int32_t needs;
  std::int32_t offers;
};

// Tiny is for the tests that keep the benchmarks building.
inline constexpr Scale kTiny = {"tiny", 40, 80, 400, 400};
inline constexpr Scale kSmall = {"s", 300, 600, 5'000, 5'000};
inline constexpr Scale kMedium = {"m", 5'000, 25'000, 200'000, 200'000};
inline constexpr Scale kLarge = {"l", 40'000, 200'000, 2'000'000, 2'000'000};
// The sister cities of data/, with needs and offers of the generator.
inline constexpr Scale kWorld = {"world", 21'133, 30'231, 200'000, 200'000};
inline constexpr Scale kScales[] = {kTiny, kSmall, kMedium, kLarge, kWorld};

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_SCALE_H_
