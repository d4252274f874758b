// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Instances that reach what small ones do not: cells of more than 64 offers,
// groups of more than 64 items, needs of one place in the hundreds.
#ifndef TWINAID_TESTS_MATCHER_WIDE_INSTANCE_H_
#define TWINAID_TESTS_MATCHER_WIDE_INSTANCE_H_

#include <cstdint>
#include <limits>
#include <random>
#include <vector>

#include "matcher/instance.h"

namespace twinaid::matcher {

// What one is made of; whatever the seed, all records are of three places, with
// a tie from each to each other.
struct WideShape {
  std::int32_t items = 40;
  std::int32_t groups = 2;
  std::int32_t needs = 120;
  std::int32_t offers = 240;
  TierRule tiers = TierRule::kStrict;
};

// Shapes that go round.
inline WideShape WideShapeOf(std::uint64_t seed) {
  WideShape shape;
  switch (seed % 4) {
    case 0:
      break;
    case 1:
      shape.items = 150;
      shape.groups = 1;
      break;
    case 2:
      shape.needs = 60;
      shape.offers = 500;
      shape.tiers = TierRule::kWeighted;
      break;
    default:
      shape.items = 3;
      shape.groups = 3;
      shape.needs = 300;
      shape.offers = 90;
  }
  return shape;
}

inline Instance WideInstance(std::uint64_t seed, const WideShape& shape) {
  std::mt19937_64 random(seed);
  const auto below = [&random](std::int32_t n) {
    return static_cast<std::int32_t>(random() % static_cast<std::uint64_t>(n));
  };
  Instance instance;
  instance.places = 3;
  instance.tiers = shape.tiers;
  for (std::int32_t i = 0; i < shape.items; ++i) {
    instance.items.push_back({i % shape.groups, 1});
  }
  for (std::int32_t i = 0; i < shape.items; ++i) {
    for (std::int32_t j = i % shape.groups; j < shape.items;
         j += shape.groups) {
      if (i == j || below(4) == 0) continue;
      instance.substitutes.push_back({i, j, below(101)});
    }
  }
  for (std::int32_t l = 0; l < 10; ++l) {
    auto& list = instance.item_lists.emplace_back();
    for (std::int32_t i = 0; i < 1 + shape.items / 3; ++i) {
      list.push_back(below(shape.items));
    }
  }
  for (std::int32_t o = 0; o < shape.offers; ++o) {
    Offer offer;
    offer.place = below(3);
    offer.item = below(shape.items);
    offer.base_units = below(20);
    // Days at both ends of the range must not overflow.
    offer.ready = below(40) == 0 ? std::numeric_limits<Day>::min() : below(90);
    if (below(6) == 0) offer.available_until = below(90);
    if (below(3) == 0) offer.expiry = below(120);
    if (below(10) == 0) offer.directed_to = below(3);
    if (below(5) == 0) offer.min_lot = below(20);
    if (below(10) == 0) offer.currency = 1 + below(2);
    instance.offers.push_back(offer);
  }
  for (std::int32_t n = 0; n < shape.needs; ++n) {
    Need need;
    need.place = below(3);
    need.item = below(shape.items);
    need.base_units = below(40);
    if (below(4) == 0) need.whole_units = need.base_units + 1 + below(40);
    if (below(2) == 0) need.deadline = below(100);
    need.tier = static_cast<std::int8_t>(below(kTiers));
    need.criticality = static_cast<std::int8_t>(1 + below(kMaxCriticality));
    need.min_quality = static_cast<std::int8_t>(below(101));
    need.substitutes = static_cast<SubstituteRule>(below(3));
    if (below(2) == 0) need.accepted = below(10);
    if (below(10) == 0) need.currency = 1 + below(2);
    instance.needs.push_back(need);
  }
  for (std::int32_t i = 0; i < shape.needs; ++i) {
    instance.exclusions.push_back({below(shape.needs), below(shape.offers)});
  }
  for (PlaceIndex a = 0; a < 3; ++a) {
    for (PlaceIndex b = 0; b < 3; ++b) {
      if (a != b) instance.ties.push_back({a, b, below(12), 0, 0, below(100)});
    }
  }
  return instance;
}

}  // namespace twinaid::matcher

#endif  // TWINAID_TESTS_MATCHER_WIDE_INSTANCE_H_
