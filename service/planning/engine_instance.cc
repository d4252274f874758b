// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/planning/engine_instance.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <utility>

#include "service/planning/plan_errors.h"

namespace twinaid::planning {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

matcher::Day DayOf(absl::CivilDay day) {
  return static_cast<matcher::Day>(day - absl::CivilDay(1970, 1, 1));
}
matcher::Day DayOf(const std::optional<absl::CivilDay>& day) {
  return day ? DayOf(*day) : matcher::kNoDay;
}

void AddItems(const Records& records, matcher::Instance& instance) {
  for (std::size_t i = 0; i < records.items.size(); ++i) {
    const model::Item& item = *records.items[i];
    instance.items.push_back({records.group[i], item.base_content});
    for (const model::Substitute& s : item.substitutes) {
      instance.substitutes.push_back({static_cast<std::int32_t>(i),
                                      records.ItemAt(s.item, "").value(),
                                      s.quality_percent});
    }
  }
}

matcher::SubstituteRule RuleOf(model::SubstitutePolicy policy) {
  switch (policy) {
    case model::SubstitutePolicy::kNone:
      return matcher::SubstituteRule::kNone;
    case model::SubstitutePolicy::kAny:
      return matcher::SubstituteRule::kListed;
    case model::SubstitutePolicy::kListed:
      return matcher::SubstituteRule::kOnly;
  }
  return matcher::SubstituteRule::kNone;
}

absl::StatusOr<matcher::Need> NeedOf(
    const Records& records, const Entry<model::Need>& entry, std::int64_t left,
    std::vector<std::vector<matcher::ItemIndex>>& lists) {
  const model::Need& row = *entry.row;
  matcher::Need need;
  need.place = entry.place;
  need.item = entry.item;
  need.base_units = left;
  need.whole_units = row.open_to_matching().value();
  need.tier =
      static_cast<std::int8_t>(static_cast<int>(row.urgency) -
                               static_cast<int>(model::Urgency::kCritical));
  need.deadline = DayOf(row.needed_by);
  need.min_quality = static_cast<std::int8_t>(row.min_quality_percent);
  need.substitutes = RuleOf(row.substitutes);
  if (!row.listed_substitutes.empty()) {
    need.accepted = static_cast<matcher::ItemListIndex>(lists.size());
    std::vector<matcher::ItemIndex>& accepted = lists.emplace_back();
    for (const model::ItemId& id : row.listed_substitutes) {
      auto item = records.ItemAt(id, "need.listed_substitutes");
      if (!item.ok()) return item.status();
      accepted.push_back(*item);
    }
  }
  need.currency = entry.currency;
  return need;
}

absl::StatusOr<matcher::Offer> OfferOf(const PlanInput& input,
                                       const Records& records,
                                       const Entry<model::Offer>& entry,
                                       std::int64_t left) {
  const model::Offer& row = *entry.row;
  matcher::Offer offer;
  offer.place = entry.place;
  offer.item = entry.item;
  offer.base_units = left;
  const absl::CivilDay from =
      std::max(input.as_of, row.available_from.value_or(input.as_of));
  offer.ready = DayOf(from + row.lead_days);
  offer.available_until = DayOf(row.available_until);
  offer.expiry = DayOf(row.expires);
  if (!row.directed_to.empty()) {
    auto place = records.PlaceAt(row.directed_to, "offer.directed_to");
    if (!place.ok()) return place.status();
    offer.directed_to = *place;
  }
  if (row.min_lot) {
    offer.min_lot =
        row.min_lot->value() * records.items[At(entry.item)]->base_content;
  }
  offer.currency = entry.currency;
  return offer;
}

}  // namespace

absl::StatusOr<EngineInstance> ToEngine(const PlanInput& input,
                                        const Records& records,
                                        const std::vector<PlaceTie>& ties,
                                        const Remaining& remaining,
                                        Scope scope) {
  EngineInstance stage;
  stage.instance.places = static_cast<std::int32_t>(records.places.size());
  stage.instance.tiers = input.policy.tiers == model::Tiers::kWeighted
                             ? matcher::TierRule::kWeighted
                             : matcher::TierRule::kStrict;
  AddItems(records, stage.instance);
  const bool all = scope == Scope::kAll;
  std::vector<bool> gives(records.places.size(), all);
  std::vector<bool> takes(records.places.size(), all);
  for (const PlaceTie& tie : ties) {
    gives[At(tie.donor)] = takes[At(tie.recipient)] = true;
    matcher::Tie row;
    row.donor = tie.donor;
    row.recipient = tie.recipient;
    row.transit_days = tie.transit_days;
    row.keep = tie.keep ? 1 : 0;
    row.affinity = tie.affinity;
    if (!all)
      row.tie = TieDigit(input.seed, records.places[At(tie.donor)]->id,
                         records.places[At(tie.recipient)]->id);
    stage.instance.ties.push_back(row);
  }
  std::map<std::int32_t, std::int32_t> offer_at;  // records to instance
  for (std::size_t i = 0; i < records.offers.size(); ++i) {
    const auto& entry = records.offers[i];
    if (!gives[At(entry.place)] || remaining.offers[i] == 0) continue;
    auto offer = OfferOf(input, records, entry, remaining.offers[i]);
    if (!offer.ok()) return offer.status();
    offer_at[static_cast<std::int32_t>(i)] =
        static_cast<std::int32_t>(stage.offers.size());
    stage.offers.push_back(static_cast<std::int32_t>(i));
    stage.instance.offers.push_back(*std::move(offer));
  }
  for (std::size_t i = 0; i < records.needs.size(); ++i) {
    const auto& entry = records.needs[i];
    // A need met by an earlier stage still has its part in the points.
    if (!takes[At(entry.place)]) continue;
    auto need =
        NeedOf(records, entry, remaining.needs[i], stage.instance.item_lists);
    if (!need.ok()) return need.status();
    for (const std::int32_t offer : records.declined[i]) {
      const auto it = offer_at.find(offer);
      if (it == offer_at.end()) continue;
      stage.instance.exclusions.push_back(
          {static_cast<std::int32_t>(stage.needs.size()), it->second});
    }
    stage.needs.push_back(static_cast<std::int32_t>(i));
    stage.instance.needs.push_back(*std::move(need));
  }
  return stage;
}

absl::Status Explain(const absl::Status& status) {
  if (absl::IsResourceExhausted(status)) {
    return InstanceTooBig(status.message());
  }
  if (absl::IsInvalidArgument(status)) {
    return InstanceNotValid(status.message());
  }
  return status;
}

std::string ToText(matcher::Int128 value) {
  const bool negative = value < 0;
  std::string text;
  do {
    const auto digit = static_cast<int>(value % 10);
    text.insert(text.begin(),
                static_cast<char>('0' + (digit < 0 ? -digit : digit)));
    value /= 10;
  } while (value != 0);
  if (negative) text.insert(text.begin(), '-');
  return text;
}

std::vector<std::string> ToTexts(const matcher::WeightTotal& total) {
  std::vector<std::string> texts;
  for (const matcher::Int128 digit : total.digits) {
    texts.push_back(ToText(digit));
  }
  return texts;
}

// The digits that stand for urgency.
model::TierPoints PointsOf(const matcher::Weight& weight) {
  return {weight[0], weight[1], weight[2], weight[3]};
}

model::UnmetReason ToModel(matcher::UnmetReason reason) {
  switch (reason) {
    case matcher::UnmetReason::kNoTie:
      return model::UnmetReason::kNoTie;
    case matcher::UnmetReason::kNoOffer:
      return model::UnmetReason::kNoOffer;
    case matcher::UnmetReason::kSubstituteNotAccepted:
      return model::UnmetReason::kSubstituteNotAccepted;
    case matcher::UnmetReason::kCurrency:
      return model::UnmetReason::kCurrency;
    case matcher::UnmetReason::kQuality:
      return model::UnmetReason::kQuality;
    case matcher::UnmetReason::kDirectedElsewhere:
      return model::UnmetReason::kDirectedElsewhere;
    case matcher::UnmetReason::kDeclinedTogether:
      return model::UnmetReason::kDeclinedTogether;
    case matcher::UnmetReason::kOfferWindow:
      return model::UnmetReason::kOfferWindow;
    case matcher::UnmetReason::kTooLate:
      return model::UnmetReason::kTooLate;
    case matcher::UnmetReason::kExpiresBeforeArrival:
      return model::UnmetReason::kExpiresBeforeArrival;
    case matcher::UnmetReason::kMinimumLot:
      return model::UnmetReason::kMinimumLot;
    case matcher::UnmetReason::kPlaceNotPaired:
      return model::UnmetReason::kPlaceNotPaired;
    case matcher::UnmetReason::kStockUsedUp:
      return model::UnmetReason::kStockUsedUp;
  }
  return model::UnmetReason::kNoTie;
}

}  // namespace twinaid::planning
