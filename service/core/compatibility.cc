// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/compatibility.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "service/core/rows.h"

namespace twinaid::core {
namespace {

// Percent; nullopt: the item cannot stand in.
std::optional<int> QualityOf(const model::Need& need, const model::Item& needed,
                             const model::ItemId& item) {
  if (need.item == item) return 100;
  if (!Accepts(need, item)) return std::nullopt;
  for (const model::Substitute& substitute : needed.substitutes) {
    if (substitute.item == item) return substitute.quality_percent;
  }
  return std::nullopt;
}

// What the days of the two say against the arrival.
std::optional<model::Misfit> JudgeDays(const model::Need& need,
                                       const model::Offer& offer,
                                       absl::CivilDay ready,
                                       absl::CivilDay arrival) {
  if (offer.available_until && ready > *offer.available_until) {
    return model::Misfit::kUnavailable;
  }
  if (need.needed_by && arrival > *need.needed_by) {
    return model::Misfit::kTooLate;
  }
  if (offer.expires && arrival > *offer.expires) {
    return model::Misfit::kGoodsExpired;
  }
  return std::nullopt;
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

Fit JudgeFit(const model::Need& need, const model::Item& needed,
             const model::Offer& offer, int transit_days, absl::CivilDay today,
             Days days) {
  Fit fit;
  const auto misfit = [&](model::Misfit why) {
    fit.misfit = why;
    return fit;
  };
  if (need.name.parent == offer.name.parent) {
    return misfit(model::Misfit::kSamePlace);
  }
  const std::optional<int> quality = QualityOf(need, needed, offer.item);
  if (!quality) return misfit(model::Misfit::kItem);
  fit.quality_percent = *quality;
  if (need.currency != offer.currency) return misfit(model::Misfit::kCurrency);
  if (*quality < need.min_quality_percent) {
    return misfit(model::Misfit::kQuality);
  }
  if (!offer.directed_to.empty() && offer.directed_to != need.name.parent) {
    return misfit(model::Misfit::kDirected);
  }
  if (days == Days::kIgnore) return fit;
  const absl::CivilDay ready =
      std::max(today, offer.available_from.value_or(today)) + offer.lead_days;
  fit.arrival = ready + transit_days;
  fit.misfit = JudgeDays(need, offer, ready, fit.arrival);
  return fit;
}

absl::StatusOr<int> CheckFit(const View& v, const model::Need& need,
                             const model::Offer& offer, absl::CivilDay today,
                             Days days) {
  TWINAID_ASSIGN_OR_RETURN(const model::Item needed,
                           Require(v.tx.items(), need.item));
  int transit_days = 0;
  if (days == Days::kCheck) {
    TWINAID_ASSIGN_OR_RETURN(
        transit_days, TransitDays(v, offer.name.parent, need.name.parent));
  }
  const Fit fit = JudgeFit(need, needed, offer, transit_days, today, days);
  if (fit.misfit) {
    return model::DoesNotFit(offer.name, need.name, *fit.misfit);
  }
  return fit.quality_percent;
}

}  // namespace twinaid::core
