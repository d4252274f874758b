// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/random.h"

#include <algorithm>
#include <numeric>

#include "matcher/weight.h"

namespace twinaid::bench {
namespace {

constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15U;

std::uint64_t Mix(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31);
}

// Uniform below n, by the upper half of a product (Lemire 2019, without the
// correction of its bias).
std::int64_t Scale(std::uint64_t bits, std::int64_t n) {
  return static_cast<std::int64_t>(
      (static_cast<matcher::Int128>(bits >> 1) * n) >> 63);
}

}  // namespace

Random::Random(std::uint64_t seed, std::uint64_t stream)
    : state_(Mix(seed) + Mix(stream * kGolden)) {}

std::uint64_t Random::Next() {
  state_ += kGolden;
  return Mix(state_);
}

std::int32_t Random::Below(std::int32_t n) {
  return static_cast<std::int32_t>(Scale(Next(), n));
}

std::int32_t Random::Normal() {
  std::int32_t sum = -6 * 65536;
  for (int word = 0; word < 3; ++word) {
    for (std::uint64_t bits = Next(), part = 0; part < 4; ++part) {
      sum += static_cast<std::int32_t>((bits >> (16 * part)) & 0xFFFF);
    }
  }
  return sum;
}

std::int64_t PowerOfTwo(std::int64_t exponent) {
  const std::int64_t whole = exponent >> 16;  // rounds down below zero, too
  const std::int64_t line = 65536 + (exponent & 0xFFFF);
  return whole >= 0 ? line << whole
                    : line >> std::min<std::int64_t>(-whole, 62);
}

std::int64_t SquareRoot(std::int64_t square) {
  std::int64_t root = 0;
  for (std::int64_t bit = std::int64_t{1} << 31; bit > 0; bit >>= 1) {
    const std::int64_t more = root + bit;
    if (more <= square / more) root = more;
  }
  return root;
}

WeightedChoice::WeightedChoice(const std::vector<std::int64_t>& weights)
    : sums_(weights.size()) {
  std::partial_sum(weights.begin(), weights.end(), sums_.begin());
}

std::int32_t WeightedChoice::Draw(Random& random) const {
  const std::int64_t at = Scale(random.Next(), sums_.back());
  return static_cast<std::int32_t>(
      std::upper_bound(sums_.begin(), sums_.end(), at) - sums_.begin());
}

}  // namespace twinaid::bench
