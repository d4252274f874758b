// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/compatibility.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "service/core/rows.h"
#include "service/model/match_errors.h"

namespace twinaid::core {
namespace {

bool Accepts(const model::Need& need, const model::ItemId& item) {
  switch (need.substitutes) {
    case model::SubstitutePolicy::kNone:
      return false;
    case model::SubstitutePolicy::kAny:
      return true;
    case model::SubstitutePolicy::kListed:
      return std::find(need.listed_substitutes.begin(),
                       need.listed_substitutes.end(),
                       item) != need.listed_substitutes.end();
  }
  return false;
}

// Percent; nullopt: the item cannot stand in.
absl::StatusOr<std::optional<int>> QualityOf(const View& v,
                                             const model::Need& need,
                                             const model::ItemId& item) {
  if (need.item == item) return std::optional<int>(100);
  if (!Accepts(need, item)) return std::optional<int>();
  TWINAID_ASSIGN_OR_RETURN(const model::Item needed,
                           Require(v.tx.items(), need.item));
  for (const model::Substitute& substitute : needed.substitutes) {
    if (substitute.item == item) {
      return std::optional<int>(substitute.quality_percent);
    }
  }
  return std::optional<int>();
}

absl::StatusOr<int> TransitDays(const View& v, const model::PlaceId& a,
                                const model::PlaceId& b) {
  store::SisterLinkQuery query;
  query.place = a;
  query.state = model::LinkState::kActive;
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::SisterLink> links,
                           v.tx.sister_links().List(query, std::nullopt, 0));
  std::optional<int> days;
  for (const model::SisterLink& link : links) {
    if (link.place_a != b && link.place_b != b) continue;
    days = std::min(days.value_or(link.transit_days), link.transit_days);
  }
  return days.value_or(0);
}

}  // namespace

absl::StatusOr<int> CheckFit(const View& v, const model::Need& need,
                             const model::Offer& offer, absl::CivilDay today,
                             Days days) {
  const auto misfit = [&](model::Misfit why) {
    return model::DoesNotFit(offer.name, need.name, why);
  };
  if (need.name.parent == offer.name.parent) {
    return misfit(model::Misfit::kSamePlace);
  }
  TWINAID_ASSIGN_OR_RETURN(const std::optional<int> quality,
                           QualityOf(v, need, offer.item));
  if (!quality) return misfit(model::Misfit::kItem);
  if (need.currency != offer.currency) return misfit(model::Misfit::kCurrency);
  if (*quality < need.min_quality_percent) {
    return misfit(model::Misfit::kQuality);
  }
  if (!offer.directed_to.empty() && offer.directed_to != need.name.parent) {
    return misfit(model::Misfit::kDirected);
  }
  if (days == Days::kIgnore) return *quality;

  TWINAID_ASSIGN_OR_RETURN(const int transit,
                           TransitDays(v, offer.name.parent, need.name.parent));
  const absl::CivilDay ready =
      std::max(today, offer.available_from.value_or(today)) + offer.lead_days;
  const absl::CivilDay arrival = ready + transit;
  if (offer.available_until && ready > *offer.available_until) {
    return misfit(model::Misfit::kUnavailable);
  }
  if (need.needed_by && arrival > *need.needed_by) {
    return misfit(model::Misfit::kTooLate);
  }
  if (offer.expires && arrival > *offer.expires) {
    return misfit(model::Misfit::kGoodsExpired);
  }
  return *quality;
}

}  // namespace twinaid::core
