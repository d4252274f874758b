// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Small instances that meet every rule of the model, from a seed.
#ifndef TWINAID_TESTS_MATCHER_RANDOM_INSTANCE_H_
#define TWINAID_TESTS_MATCHER_RANDOM_INSTANCE_H_

#include <cstdint>
#include <random>
#include <utility>
#include <vector>

#include "matcher/instance.h"

namespace twinaid::matcher {

struct Shape {
  int places = 5;
  int items = 4;
  int needs = 8;
  int offers = 8;
  int ties = 10;
  bool lots = true;
};

class RandomInstance {
 public:
  explicit RandomInstance(std::uint64_t seed) : random_(seed) {}

  Instance Make(const Shape& shape) {
    Instance instance;
    instance.places = shape.places;
    for (int i = 0; i < shape.items; ++i) {
      instance.items.push_back({i % 2, Below(3) + 1});
    }
    for (int i = 0; i < shape.items; ++i) {
      for (int j = 0; j < shape.items; ++j) {
        if (i == j || i % 2 != j % 2 || Below(3) == 0) continue;
        instance.substitutes.push_back({i, j, Small(101)});
      }
    }
    for (int i = 0; i < shape.offers; ++i) {
      instance.offers.push_back(MakeOffer(shape));
    }
    for (int i = 0; i < shape.needs; ++i) {
      instance.needs.push_back(MakeNeed(shape, i));
    }
    instance.item_lists = std::exchange(lists_, {});
    instance.exclusions = std::exchange(exclusions_, {});
    for (int i = 0; i < shape.ties; ++i) {
      Tie tie;
      tie.donor = Small(shape.places);
      tie.recipient = Small(shape.places);
      if (tie.donor == tie.recipient) continue;
      tie.transit_days = Small(4);
      tie.keep = Small(2);
      tie.affinity = Small(3);
      tie.tie = static_cast<std::int64_t>(random_() >> 24);
      instance.ties.push_back(tie);
    }
    return instance;
  }

 private:
  std::int64_t Below(std::int64_t n) {
    return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(n));
  }
  std::int32_t Small(std::int32_t n) {
    return static_cast<std::int32_t>(Below(n));
  }

  Offer MakeOffer(const Shape& shape) {
    Offer offer;
    offer.place = Small(shape.places);
    offer.item = Small(shape.items);
    offer.base_units = Below(8);
    offer.ready = Small(4);
    if (Below(4) == 0) offer.available_until = Small(5);
    if (Below(3) == 0) offer.expiry = 2 + Small(6);
    if (Below(6) == 0) offer.directed_to = Small(shape.places);
    if (shape.lots && Below(4) == 0) offer.min_lot = Below(5);
    offer.currency = Below(8) == 0 ? 1 : 0;
    return offer;
  }

  Need MakeNeed(const Shape& shape, NeedIndex index) {
    Need need;
    need.place = Small(shape.places);
    need.item = Small(shape.items);
    need.base_units = Below(10);
    need.tier = static_cast<std::int8_t>(Small(kTiers));
    need.criticality = static_cast<std::int8_t>(1 + Small(3));
    if (Below(3) == 0) need.deadline = Small(8);
    if (Below(2) != 0) need.min_quality = static_cast<std::int8_t>(Small(101));
    switch (Below(3)) {
      case 0:
        break;
      case 1:
        need.substitutes = SubstituteRule::kListed;
        break;
      default:
        need.substitutes = SubstituteRule::kOnly;
        need.accepted = static_cast<ItemListIndex>(lists_.size());
        lists_.push_back({Small(shape.items)});
    }
    need.currency = Below(8) == 0 ? 1 : 0;
    if (shape.offers > 0 && Below(6) == 0) {
      exclusions_.push_back({index, Small(shape.offers)});
    }
    return need;
  }

  std::mt19937_64 random_;
  std::vector<std::vector<ItemIndex>> lists_;
  std::vector<Exclusion> exclusions_;
};

}  // namespace twinaid::matcher

#endif  // TWINAID_TESTS_MATCHER_RANDOM_INSTANCE_H_
