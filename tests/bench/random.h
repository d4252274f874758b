// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Numbers from a seed, the same with every compiler and library: integers only,
// no std distribution.
#ifndef TWINAID_TESTS_BENCH_RANDOM_H_
#define TWINAID_TESTS_BENCH_RANDOM_H_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace twinaid::bench {

// SplitMix64 (Steele, Lea and Flood 2014). Not thread-safe.
class Random {
 public:
  // Different streams of one seed are independent of each other, so that one
  // part of an instance does not change when another draws more.
  Random(std::uint64_t seed, std::uint64_t stream);

  // All 64 bits.
  std::uint64_t Next();

  // 0 to n - 1, for n >= 1. The bias is below n / 2^64.
  std::int32_t Below(std::int32_t n);

  // True in `percent` of 100 cases.
  bool Chance(std::int32_t percent) { return Below(100) < percent; }

  // Nearly normal with mean 0 and deviation 65536: twelve uniform numbers of 16
  // bits, minus their mean. Within 6 * 65536 of 0.
  std::int32_t Normal();

 private:
  std::uint64_t state_;
};

// 65536 * 2^(exponent / 65536), where the powers between two whole ones are
// taken from the straight line. For exponents up to 30 * 65536.
std::int64_t PowerOfTwo(std::int64_t exponent);

// floor(sqrt(square)), for square >= 0.
std::int64_t SquareRoot(std::int64_t square);

// Draws positions with given weights. Time O(log n) a draw for n weights.
class WeightedChoice {
 public:
  // At least one weight is above zero, none is below, their sum is below 2^63.
  explicit WeightedChoice(const std::vector<std::int64_t>& weights);

  std::int32_t Draw(Random& random) const;

 private:
  std::vector<std::int64_t> sums_;
};

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_RANDOM_H_
