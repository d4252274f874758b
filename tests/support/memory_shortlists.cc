// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/memory_shortlists.h"

#include <algorithm>
#include <tuple>

namespace twinaid {
namespace {

template <typename R, typename KeyOf>
absl::Status InOrder(const MemoryTables& tables, const store::QueryOf<R>& query,
                     store::TakeSketch<R> take, KeyOf key_of) {
  std::vector<R> selected;
  for (const auto& [key, row] : tables.of<R>()) {
    if (query.Matches(row)) selected.push_back(row);
  }
  std::sort(selected.begin(), selected.end(),
            [&](const R& a, const R& b) { return key_of(a) < key_of(b); });
  for (const R& row : selected) {
    if (!take(store::SketchOf(row))) break;
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status MemoryShortlists::NeedsByItem(
    const store::NeedQuery& query, store::TakeSketch<model::Need> take) const {
  return InOrder<model::Need>(tables_, query, take, [](const auto& need) {
    return std::tuple(need.item, need.name);
  });
}

absl::Status MemoryShortlists::OffersByItem(
    const store::OfferQuery& query,
    store::TakeSketch<model::Offer> take) const {
  return InOrder<model::Offer>(tables_, query, take, [](const auto& offer) {
    return std::tuple(offer.item, offer.name);
  });
}

absl::StatusOr<store::OpenCounts> MemoryShortlists::CountOpen() const {
  store::OpenCounts counts;
  for (const auto& [name, need] : tables_.of<model::Need>()) {
    if (need.open_to_matching().value() > 0) ++counts.needs[need.urgency];
  }
  for (const auto& [name, offer] : tables_.of<model::Offer>()) {
    if (offer.available().value() > 0) ++counts.offers;
  }
  return counts;
}

absl::StatusOr<std::vector<model::PlaceId>> MemoryShortlists::ChildrenOf(
    const model::PlaceId& parent) const {
  std::vector<model::PlaceId> children;
  for (const auto& [id, place] : tables_.of<model::Place>()) {
    if (place.parent == parent) children.push_back(id);
  }
  return children;
}

absl::Status MemoryShortlists::NeedsByUrgency(
    const store::NeedQuery& query, store::TakeSketch<model::Need> take) const {
  return InOrder<model::Need>(tables_, query, take, [](const auto& need) {
    return std::tuple(need.urgency, !need.needed_by, need.needed_by, need.name);
  });
}

absl::Status MemoryShortlists::OffersBySize(
    const store::OfferQuery& query,
    store::TakeSketch<model::Offer> take) const {
  return InOrder<model::Offer>(tables_, query, take, [](const auto& offer) {
    return std::tuple(-offer.available().value(), offer.name);
  });
}

}  // namespace twinaid
