// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/arcs.h"

namespace twinaid::bench {

Arcs::Arcs(const matcher::Instance& instance, std::int32_t group)
    : compatibility_(instance),
      needs_(static_cast<std::size_t>(instance.places)),
      offers_(static_cast<std::size_t>(instance.places)) {
  const auto wanted = [&](matcher::ItemIndex item) {
    return group == kAllGroups ||
           instance.items[static_cast<std::size_t>(item)].group == group;
  };
  for (std::size_t i = 0; i < instance.needs.size(); ++i) {
    const matcher::Need& need = instance.needs[i];
    if (need.base_units == 0 || !wanted(need.item)) continue;
    needs_[static_cast<std::size_t>(need.place)].push_back(
        static_cast<matcher::NeedIndex>(i));
  }
  for (std::size_t i = 0; i < instance.offers.size(); ++i) {
    const matcher::Offer& offer = instance.offers[i];
    if (offer.base_units == 0 || !wanted(offer.item)) continue;
    offers_[static_cast<std::size_t>(offer.place)].push_back(
        static_cast<matcher::OfferIndex>(i));
  }
}

}  // namespace twinaid::bench
