// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/compatibility.h"

#include <algorithm>
#include <cstddef>

namespace twinaid::matcher {
namespace {

constexpr std::int32_t kOwnQuality = 100;

std::int64_t Arrival(const Offer& offer, std::int32_t transit_days) {
  return std::int64_t{offer.ready} + transit_days;
}

}  // namespace

Compatibility::Compatibility(const Instance& instance)
    : instance_(instance), first_(instance.items.size() + 1) {
  std::vector<Substitute> sorted = instance.substitutes;
  std::sort(sorted.begin(), sorted.end(),
            [](const Substitute& a, const Substitute& b) {
              return a.item != b.item ? a.item < b.item
                                      : a.substitute < b.substitute;
            });
  rows_.reserve(sorted.size());
  for (const Substitute& row : sorted) {
    ++first_[static_cast<std::size_t>(row.item) + 1];
    rows_.push_back({row.substitute, row.quality});
  }
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  excluded_.reserve(instance.exclusions.size());
  for (const Exclusion& row : instance.exclusions) {
    excluded_.emplace_back(row.need, row.offer);
  }
  std::sort(excluded_.begin(), excluded_.end());
}

bool Compatibility::Accepts(const Need& need, ItemIndex substitute) const {
  switch (need.substitutes) {
    case SubstituteRule::kNone:
      return false;
    case SubstituteRule::kListed:
      return true;
    case SubstituteRule::kOnly: {
      if (need.accepted == kNoList) return false;
      const std::vector<ItemIndex>& list =
          instance_.item_lists[static_cast<std::size_t>(need.accepted)];
      return std::find(list.begin(), list.end(), substitute) != list.end();
    }
  }
  return false;
}

bool Compatibility::Excluded(NeedIndex need, OfferIndex offer) const {
  return std::binary_search(excluded_.begin(), excluded_.end(),
                            std::make_pair(need, offer));
}

std::int32_t Compatibility::Quality(ItemIndex needed, ItemIndex offered) const {
  if (needed == offered) return kOwnQuality;
  const auto begin = rows_.begin() + first_[static_cast<std::size_t>(needed)];
  const auto end = rows_.begin() + first_[static_cast<std::size_t>(needed) + 1];
  const auto found = std::lower_bound(
      begin, end, offered,
      [](const Candidate& row, ItemIndex item) { return row.item < item; });
  return found != end && found->item == offered ? found->quality : -1;
}

UnmetReason Compatibility::Judge(NeedIndex need_index, OfferIndex offer_index,
                                 std::int32_t transit_days) const {
  const Need& need = instance_.needs[static_cast<std::size_t>(need_index)];
  const Offer& offer = instance_.offers[static_cast<std::size_t>(offer_index)];
  const std::int32_t group =
      instance_.items[static_cast<std::size_t>(need.item)].group;
  if (offer.base_units == 0 ||
      instance_.items[static_cast<std::size_t>(offer.item)].group != group) {
    return UnmetReason::kNoOffer;
  }
  const std::int32_t quality = Quality(need.item, offer.item);
  if (need.item != offer.item && (quality < 0 || !Accepts(need, offer.item))) {
    return UnmetReason::kSubstituteNotAccepted;
  }
  if (need.currency != offer.currency) return UnmetReason::kCurrency;
  if (quality < need.min_quality) return UnmetReason::kQuality;
  if (offer.directed_to != kNoPlace && offer.directed_to != need.place) {
    return UnmetReason::kDirectedElsewhere;
  }
  if (Excluded(need_index, offer_index)) {
    return UnmetReason::kDeclinedTogether;
  }
  if (offer.ready > offer.available_until) return UnmetReason::kOfferWindow;
  const std::int64_t arrival = Arrival(offer, transit_days);
  if (arrival > need.deadline) return UnmetReason::kTooLate;
  if (offer.expiry < arrival) return UnmetReason::kExpiresBeforeArrival;
  if (offer.base_units < offer.min_lot) return UnmetReason::kMinimumLot;
  return UnmetReason::kStockUsedUp;
}

}  // namespace twinaid::matcher
