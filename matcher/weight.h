// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Values and weights of a pair: vectors of integers compared digit by digit,
// the first digit first, and added digit by digit.

#ifndef TWINAID_MATCHER_WEIGHT_H_
#define TWINAID_MATCHER_WEIGHT_H_

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>

namespace twinaid::matcher {

// __extension__, which keeps -Wpedantic quiet, takes a typedef only.
__extension__ typedef __int128 Int128;  // NOLINT(modernize-use-using)

template <typename Digit, std::size_t kSize>
struct DigitVector {
  std::array<Digit, kSize> digits{};

  Digit& operator[](std::size_t i) { return digits[i]; }
  const Digit& operator[](std::size_t i) const { return digits[i]; }

  DigitVector& operator+=(const DigitVector& other) {
    for (std::size_t i = 0; i < kSize; ++i) digits[i] += other.digits[i];
    return *this;
  }
  DigitVector& operator-=(const DigitVector& other) {
    for (std::size_t i = 0; i < kSize; ++i) digits[i] -= other.digits[i];
    return *this;
  }
  friend DigitVector operator+(DigitVector a, const DigitVector& b) {
    return a += b;
  }
  friend DigitVector operator-(DigitVector a, const DigitVector& b) {
    return a -= b;
  }
  friend bool operator==(const DigitVector& a, const DigitVector& b) {
    return a.digits == b.digits;
  }
  friend std::strong_ordering operator<=>(const DigitVector& a,
                                          const DigitVector& b) {
    for (std::size_t i = 0; i < kSize; ++i) {
      if (a.digits[i] != b.digits[i]) {
        return a.digits[i] < b.digits[i] ? std::strong_ordering::less
                                         : std::strong_ordering::greater;
      }
    }
    return std::strong_ordering::equal;
  }
};

// Points by tier, critical first: P0, P1, P2, P3. A tier of a place that is
// fully covered has about 2^44 points.
using PairValue = DigitVector<std::int64_t, 4>;

// P0, P1, P2, P3, keep, affinity, tie. Also a potential or a reduced cost, so
// that any digit but the first that differs from zero may be negative.
using Weight = DigitVector<std::int64_t, 7>;

// A sum of weights over all pairs of an instance.
using WeightTotal = DigitVector<Int128, 7>;

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_WEIGHT_H_
