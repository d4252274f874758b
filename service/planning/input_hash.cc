// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/planning/input_hash.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "service/model/sha256.h"

namespace twinaid::planning {
namespace {

// Values one after the other, each with its length before it, so that no two
// inputs have the same text.
class Canonical {
 public:
  Canonical& Add(absl::string_view text) {
    absl::StrAppend(&text_, text.size(), ":", text, ";");
    return *this;
  }
  Canonical& Add(std::int64_t number) { return Add(absl::StrCat(number)); }
  Canonical& Add(const std::optional<absl::CivilDay>& day) {
    return Add(day ? absl::FormatCivilTime(*day) : std::string());
  }
  Canonical& Section(absl::string_view name, std::size_t rows) {
    return Add(name).Add(static_cast<std::int64_t>(rows));
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

void AddPlaces(const Records& records, bool by_parents, Canonical& out) {
  out.Section("places", records.places.size());
  for (std::size_t i = 0; i < records.places.size(); ++i) {
    const model::Place& place = *records.places[i];
    out.Add(place.id.value()).Add(records.participates[i] ? 1 : 0);
    out.Add(place.donor_capacity.value_or(-1));
    out.Add(place.recipient_capacity.value_or(-1));
    if (by_parents) out.Add(place.parent.value());
  }
}

void AddLinks(const Records& records, Canonical& out) {
  out.Section("links", records.links.size());
  for (const model::SisterLink* link : records.links) {
    out.Add(link->id.value());
    out.Add(link->place_a.value()).Add(link->place_b.value());
    out.Add(static_cast<int>(link->kind)).Add(link->transit_days);
  }
}

void AddItems(const Records& records, Canonical& out) {
  out.Section("items", records.items.size());
  for (const model::Item* item : records.items) {
    out.Add(item->id.value()).Add(item->base_content);
    std::vector<const model::Substitute*> substitutes;
    for (const auto& s : item->substitutes) substitutes.push_back(&s);
    std::sort(substitutes.begin(), substitutes.end(),
              [](const auto* a, const auto* b) { return a->item < b->item; });
    out.Section("substitutes", substitutes.size());
    for (const auto* s : substitutes) {
      out.Add(s->item.value()).Add(s->quality_percent);
    }
  }
}

void AddNeeds(const Records& records, Canonical& out) {
  out.Section("needs", records.needs.size());
  for (std::size_t i = 0; i < records.needs.size(); ++i) {
    const model::Need& need = *records.needs[i].row;
    out.Add(need.name.ToString()).Add(need.item.value());
    out.Add(need.open_to_matching().value());
    out.Add(static_cast<int>(need.urgency)).Add(need.needed_by);
    out.Add(static_cast<int>(need.substitutes));
    std::vector<model::ItemId> listed = need.listed_substitutes;
    std::sort(listed.begin(), listed.end());
    out.Section("listed", listed.size());
    for (const model::ItemId& item : listed) out.Add(item.value());
    out.Add(need.min_quality_percent).Add(need.currency);
    out.Section("declined", records.declined[i].size());
    for (const std::int32_t offer : records.declined[i]) {
      out.Add(offer);
    }
  }
}

// Nothing where nobody rests.
void AddResting(const Records& records, Canonical& out) {
  if (records.resting.empty()) return;
  out.Section("resting", records.resting.size());
  for (const model::Need* need : records.resting) {
    out.Add(need->name.ToString()).Add(need->open_to_matching().value());
  }
}

void AddOffers(const Records& records, Canonical& out) {
  out.Section("offers", records.offers.size());
  for (const auto& entry : records.offers) {
    const model::Offer& offer = *entry.row;
    out.Add(offer.name.ToString()).Add(offer.item.value());
    out.Add(offer.available().value()).Add(offer.available_from);
    out.Add(offer.available_until).Add(offer.expires);
    out.Add(offer.min_lot ? offer.min_lot->value() : 0).Add(offer.lead_days);
    out.Add(offer.directed_to.value()).Add(offer.currency);
  }
}

void AddStanding(const PlanInput& input, Canonical& out) {
  std::vector<std::string> rows;
  for (const StandingPairing& pairing : input.standing) {
    Canonical row;
    row.Add(pairing.donor.value()).Add(pairing.recipient.value());
    row.Add(pairing.rung).Add(pairing.link.value()).Add(pairing.active ? 1 : 0);
    rows.push_back(row.text());
  }
  std::sort(rows.begin(), rows.end());
  out.Section("standing", rows.size());
  for (const std::string& row : rows) out.Add(row);
}

void AddPolicy(const PlanInput& input, Canonical& out) {
  const model::Policy& policy = input.policy;
  out.Add("policy").Add(static_cast<int>(policy.shape));
  out.Add(policy.donor_capacity).Add(policy.recipient_capacity);
  out.Add(policy.rungs).Add(static_cast<int>(policy.tiers));
  out.Add(static_cast<int>(policy.pool)).Add(static_cast<int>(policy.keep));
  out.Add(policy.allow_one_way ? 1 : 0);
  out.Add(input.seed).Add(std::optional<absl::CivilDay>(input.as_of));
}

// Nothing where the scheme asks for none of it.
void AddSchemeOptions(const PlanInput& input, const Records& records,
                      Canonical& out) {
  if (!input.policy.rung_wait_days.empty()) {
    out.Section("open_rungs", records.open_rungs.size());
    for (const int rungs : records.open_rungs) out.Add(rungs);
  }
  if (!records.third.empty()) {
    out.Section("third", records.third.size());
    for (const bool third : records.third) out.Add(third ? 1 : 0);
  }
  if (input.policy.prefer_return) {
    out.Section("helped", records.helped.size());
    for (const Ends& ends : records.helped)
      out.Add(ends.first).Add(ends.second);
  }
}

}  // namespace

std::string InputHash(const PlanInput& input, const Records& records) {
  Canonical out;
  // Only from rung 3 on does it matter who is whose parent.
  AddPlaces(records, input.policy.rungs >= 3, out);
  AddLinks(records, out);
  AddItems(records, out);
  AddNeeds(records, out);
  AddResting(records, out);
  AddOffers(records, out);
  AddStanding(input, out);
  AddPolicy(input, out);
  AddSchemeOptions(input, records, out);
  return model::Sha256Hex(out.text());
}

}  // namespace twinaid::planning
