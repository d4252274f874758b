// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Places in a ring that can all help their two neighbours.
#ifndef TWINAID_TESTS_MATCHER_MUTUAL_RING_H_
#define TWINAID_TESTS_MATCHER_MUTUAL_RING_H_

#include <cstdint>
#include <utility>

#include "matcher/instance.h"

namespace twinaid::matcher {

// Every place has 10 of its own item and needs 10 of each other's.
inline Instance Ring(std::int32_t places) {
  Instance instance;
  instance.places = places;
  instance.shape = PairShape::kMutual;
  for (std::int32_t p = 0; p < places; ++p) {
    const std::int32_t next = (p + 1) % places;
    instance.items.push_back({p, 1});
    Offer offer;
    offer.place = p;
    offer.item = p;
    offer.base_units = 10;
    instance.offers.push_back(offer);
    for (const std::int32_t other : {next, (p + places - 1) % places}) {
      Need need;
      need.place = p;
      need.item = other;
      need.base_units = 10;
      instance.needs.push_back(need);
    }
    for (const auto& [a, b] : {std::pair{p, next}, std::pair{next, p}}) {
      Tie tie;
      tie.donor = a;
      tie.recipient = b;
      tie.tie = 1 + p;
      instance.ties.push_back(tie);
    }
  }
  return instance;
}

}  // namespace twinaid::matcher

#endif  // TWINAID_TESTS_MATCHER_MUTUAL_RING_H_
