// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Small instances on which a solver in floating point makes no rounding error
// in what it is told.
#ifndef TWINAID_TESTS_MATCHER_EXACT_INSTANCE_H_
#define TWINAID_TESTS_MATCHER_EXACT_INSTANCE_H_

#include <cstdint>
#include <map>
#include <random>
#include <utility>

#include "matcher/instance.h"
#include "tests/matcher/random_instance.h"

namespace twinaid::matcher {

// Points of a base unit of ExactInstance are multiples of this: 2^44 over
// amounts of at most 8 and criticalities of at most 32 together.
inline constexpr std::int64_t kExactPoints = std::int64_t{1} << 36;

// As RandomInstance, without minimum lots, with amounts of 0 or a power of two
// (needs to 8, offers to 16), and criticalities of a place and tier that sum to
// a power of two. So 2^44 * criticality / (amount * sum) leaves no remainder,
// points are multiples of kExactPoints, and shares of a need and parts of a
// stock are binary fractions: all of them are exact in a double, and so is any
// sum of points by tier over kExactPoints, an integer below 2^20.
inline Instance ExactInstance(std::uint64_t seed, Shape shape) {
  shape.lots = false;
  Instance instance = RandomInstance(seed).Make(shape);
  std::mt19937_64 random(seed + 2'000'000);
  const auto power = [&](std::uint64_t powers) {
    return std::int64_t{1} << random() % powers;
  };
  std::map<std::pair<PlaceIndex, std::int8_t>, int> criticalities;
  std::map<std::pair<PlaceIndex, std::int8_t>, Need*> last;
  for (Need& need : instance.needs) {
    if (need.base_units == 0) continue;
    need.base_units = power(4);
    need.criticality = 1;
    ++criticalities[{need.place, need.tier}];
    last[{need.place, need.tier}] = &need;
  }
  for (const auto& [cell, sum] : criticalities) {
    int whole = 1;
    while (whole < sum) whole *= 2;
    last[cell]->criticality = static_cast<std::int8_t>(1 + whole - sum);
  }
  for (Offer& offer : instance.offers) {
    if (offer.base_units > 0) offer.base_units = power(5);
  }
  return instance;
}

}  // namespace twinaid::matcher

#endif  // TWINAID_TESTS_MATCHER_EXACT_INSTANCE_H_
