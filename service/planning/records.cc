// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/planning/records.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <utility>

#include "service/model/common_errors.h"
#include "service/model/freshness.h"
#include "service/model/status_macros.h"

namespace twinaid::planning {
namespace {

template <typename Row>
std::vector<const Row*> InOrder(const std::vector<Row>& rows) {
  std::vector<const Row*> sorted;
  sorted.reserve(rows.size());
  for (const Row& row : rows) sorted.push_back(&row);
  std::sort(sorted.begin(), sorted.end(),
            [](const Row* a, const Row* b) { return a->key() < b->key(); });
  return sorted;
}

// The position of the row with the key; nullopt if there is none.
template <typename Row>
std::optional<std::int32_t> Find(const std::vector<const Row*>& sorted,
                                 const typename Row::Key& key) {
  const auto it = std::lower_bound(
      sorted.begin(), sorted.end(), key,
      [](const Row* row, const auto& k) { return row->key() < k; });
  if (it == sorted.end() || (*it)->key() != key) return std::nullopt;
  return static_cast<std::int32_t>(it - sorted.begin());
}

template <typename Row>
std::optional<std::int32_t> Find(const std::vector<Entry<Row>>& sorted,
                                 const typename Row::Key& key) {
  const auto it = std::lower_bound(sorted.begin(), sorted.end(), key,
                                   [](const Entry<Row>& entry, const auto& k) {
                                     return entry.row->key() < k;
                                   });
  if (it == sorted.end() || it->row->key() != key) return std::nullopt;
  return static_cast<std::int32_t>(it - sorted.begin());
}

// Items joined by substitutes, over any number of steps, are one group.
absl::StatusOr<std::vector<std::int32_t>> GroupItems(const Records& records) {
  std::vector<std::int32_t> parent(records.items.size());
  std::iota(parent.begin(), parent.end(), 0);
  const auto root = [&parent](std::int32_t i) {
    while (parent[static_cast<std::size_t>(i)] != i) {
      i = parent[static_cast<std::size_t>(i)] =
          parent[static_cast<std::size_t>(parent[static_cast<std::size_t>(i)])];
    }
    return i;
  };
  for (std::size_t i = 0; i < records.items.size(); ++i) {
    for (const model::Substitute& substitute : records.items[i]->substitutes) {
      TWINAID_ASSIGN_OR_RETURN(
          const std::int32_t other,
          records.ItemAt(substitute.item, "item.substitutes"));
      const std::int32_t a = root(static_cast<std::int32_t>(i));
      const std::int32_t b = root(other);
      parent[static_cast<std::size_t>(std::max(a, b))] = std::min(a, b);
    }
  }
  std::vector<std::int32_t> group(records.items.size());
  for (std::size_t i = 0; i < group.size(); ++i) {
    group[i] = root(static_cast<std::int32_t>(i));
  }
  return group;
}

// Currencies in the order of their codes, from 1; goods have 0.
class Currencies {
 public:
  explicit Currencies(const PlanInput& input) {
    std::set<std::string> codes;
    for (const model::Need& need : input.needs) codes.insert(need.currency);
    for (const model::Offer& offer : input.offers) codes.insert(offer.currency);
    codes.erase("");
    for (const std::string& code : codes) {
      const auto next = static_cast<std::int32_t>(number_.size()) + 1;
      number_.emplace(code, next);
    }
  }
  std::int32_t NumberOf(const std::string& code) const {
    return code.empty() ? 0 : number_.at(code);
  }

 private:
  std::map<std::string, std::int32_t> number_;
};

absl::Status TakeParticipants(const PlanInput& input, Records& records) {
  records.participates.assign(records.places.size(),
                              input.participants.empty());
  for (const model::PlaceId& id : input.participants) {
    TWINAID_ASSIGN_OR_RETURN(const std::int32_t place,
                             records.PlaceAt(id, "participants"));
    records.participates[static_cast<std::size_t>(place)] = true;
  }
  if (input.third_places.empty()) return absl::OkStatus();
  records.third.assign(records.places.size(), false);
  for (const model::PlaceId& id : input.third_places) {
    TWINAID_ASSIGN_OR_RETURN(const std::int32_t place,
                             records.PlaceAt(id, "third_places"));
    records.third[static_cast<std::size_t>(place)] = true;
    records.participates[static_cast<std::size_t>(place)] = true;
  }
  return absl::OkStatus();
}

// A place waits since its oldest need that takes part was posted.
void OpenRungs(const PlanInput& input, Records& records) {
  const model::Policy& policy = input.policy;
  records.open_rungs.assign(records.places.size(), policy.rungs);
  if (policy.rung_wait_days.empty()) return;
  std::vector<absl::civil_diff_t> waited(records.places.size(), 0);
  for (const auto& need : records.needs) {
    const absl::CivilDay posted =
        absl::ToCivilDay(need.row->meta.create_time, absl::UTCTimeZone());
    auto& days = waited[static_cast<std::size_t>(need.place)];
    days = std::max(days, input.as_of - posted);
  }
  for (std::size_t i = 0; i < records.places.size(); ++i) {
    int& last = records.open_rungs[i];
    while (last > 1 && waited[i] < policy.WaitDaysOf(last)) --last;
  }
}

absl::Status TakeHelp(const PlanInput& input, Records& records) {
  if (!input.policy.prefer_return) return absl::OkStatus();
  for (const HelpReceived& help : input.help) {
    Ends ends;
    TWINAID_ASSIGN_OR_RETURN(ends.first, records.PlaceAt(help.by, "help"));
    TWINAID_ASSIGN_OR_RETURN(ends.second, records.PlaceAt(help.from, "help"));
    records.helped.insert(ends);
  }
  return absl::OkStatus();
}

// Those of `rows` that take part, by name. `left` tells what a row has left.
template <typename Row, typename Left>
absl::StatusOr<std::vector<Entry<Row>>> TakeEntries(
    const std::vector<Row>& rows, const Records& records,
    const Currencies& currencies, absl::string_view field, Left left) {
  std::vector<Entry<Row>> entries;
  for (const Row* row : InOrder(rows)) {
    Entry<Row> entry;
    entry.row = row;
    TWINAID_ASSIGN_OR_RETURN(entry.place,
                             records.PlaceAt(row->name.parent, field));
    TWINAID_ASSIGN_OR_RETURN(entry.item, records.ItemAt(row->item, field));
    entry.currency = currencies.NumberOf(row->currency);
    const bool part =
        records.participates[static_cast<std::size_t>(entry.place)];
    if (part && left(*row).value() > 0) entries.push_back(entry);
  }
  return entries;
}

// The entries of each place, by its position.
template <typename Row>
std::map<std::int32_t, std::vector<std::int32_t>> ByPlace(
    const std::vector<Entry<Row>>& entries) {
  std::map<std::int32_t, std::vector<std::int32_t>> of;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    of[entries[i].place].push_back(static_cast<std::int32_t>(i));
  }
  return of;
}

// Places apart are all their needs and offers of the same kind declined.
absl::Status TakeApart(const PlanInput& input, Records& records) {
  if (input.apart.empty()) return absl::OkStatus();
  const auto needs_of = ByPlace(records.needs);
  const auto offers_of = ByPlace(records.offers);
  const auto decline = [&](std::int32_t recipient, std::int32_t donor) {
    const auto needs = needs_of.find(recipient);
    const auto offers = offers_of.find(donor);
    if (needs == needs_of.end() || offers == offers_of.end()) return;
    for (const std::int32_t need : needs->second) {
      for (const std::int32_t offer : offers->second) {
        const auto group_of = [&](std::int32_t item) {
          return records.group[static_cast<std::size_t>(item)];
        };
        const auto n = static_cast<std::size_t>(need);
        const auto o = static_cast<std::size_t>(offer);
        if (group_of(records.needs[n].item) !=
            group_of(records.offers[o].item)) {
          continue;
        }
        records.declined[n].push_back(offer);
      }
    }
  };
  for (const PlacesApart& apart : input.apart) {
    TWINAID_ASSIGN_OR_RETURN(const std::int32_t one,
                             records.PlaceAt(apart.one, "apart"));
    TWINAID_ASSIGN_OR_RETURN(const std::int32_t other,
                             records.PlaceAt(apart.other, "apart"));
    decline(one, other);
    decline(other, one);
  }
  return absl::OkStatus();
}

absl::Status TakeDeclined(const PlanInput& input, Records& records) {
  records.declined.resize(records.needs.size());
  TWINAID_RETURN_IF_ERROR(TakeApart(input, records));
  for (const DeclinedPair& pair : input.declined) {
    const auto need = Find(records.needs, pair.need);
    const auto offer = Find(records.offers, pair.offer);
    if (!need || !offer) continue;
    records.declined[static_cast<std::size_t>(*need)].push_back(*offer);
  }
  for (std::vector<std::int32_t>& offers : records.declined) {
    std::sort(offers.begin(), offers.end());
    offers.erase(std::unique(offers.begin(), offers.end()), offers.end());
  }
  return absl::OkStatus();
}

template <typename Row>
bool Rests(const PlanInput& input, const Row& row) {
  return input.confirm_days &&
         model::Rests(row.confirm_time, *input.confirm_days, input.as_of);
}

// Needs that would take part if they did not rest.
absl::Status TakeResting(const PlanInput& input, Records& records) {
  for (const model::Need* need : InOrder(input.needs)) {
    TWINAID_ASSIGN_OR_RETURN(const std::int32_t place,
                             records.PlaceAt(need->name.parent, "need"));
    if (records.participates[static_cast<std::size_t>(place)] &&
        need->open_to_matching().value() > 0 && Rests(input, *need)) {
      records.resting.push_back(need);
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::int32_t> Records::PlaceAt(const model::PlaceId& id,
                                              absl::string_view field) const {
  const auto at = Find(places, id);
  if (!at) return model::ReferenceNotFound(field, "place", model::ToName(id));
  return *at;
}

absl::StatusOr<std::int32_t> Records::ItemAt(const model::ItemId& id,
                                             absl::string_view field) const {
  const auto at = Find(items, id);
  if (!at) return model::ReferenceNotFound(field, "item", model::ToName(id));
  return *at;
}

absl::StatusOr<Records> MakeRecords(const PlanInput& input) {
  Records records;
  records.places = InOrder(input.places);
  records.items = InOrder(input.items);
  for (const model::SisterLink* link : InOrder(input.links)) {
    TWINAID_RETURN_IF_ERROR(
        records.PlaceAt(link->place_a, "sister_link.place_a").status());
    TWINAID_RETURN_IF_ERROR(
        records.PlaceAt(link->place_b, "sister_link.place_b").status());
    if (link->state == model::LinkState::kActive) records.links.push_back(link);
  }
  TWINAID_RETURN_IF_ERROR(TakeParticipants(input, records));
  TWINAID_ASSIGN_OR_RETURN(records.group, GroupItems(records));
  const Currencies currencies(input);
  TWINAID_ASSIGN_OR_RETURN(
      records.needs,
      TakeEntries(
          input.needs, records, currencies, "need", [&](const model::Need& n) {
            return Rests(input, n) ? model::BaseUnits(0) : n.open_to_matching();
          }));
  TWINAID_ASSIGN_OR_RETURN(
      records.offers, TakeEntries(input.offers, records, currencies, "offer",
                                  [&](const model::Offer& o) {
                                    return Rests(input, o) ? model::BaseUnits(0)
                                                           : o.available();
                                  }));
  TWINAID_RETURN_IF_ERROR(TakeResting(input, records));
  OpenRungs(input, records);
  TWINAID_RETURN_IF_ERROR(TakeHelp(input, records));
  TWINAID_RETURN_IF_ERROR(TakeDeclined(input, records));
  return records;
}

Remaining::Remaining(const Records& records, const model::Policy& policy)
    : donor_slots(records.places.size(), 0),
      recipient_slots(records.places.size(), 0) {
  for (const auto& need : records.needs) {
    needs.push_back(need.row->open_to_matching().value());
  }
  for (const auto& offer : records.offers) {
    offers.push_back(offer.row->available().value());
  }
  for (std::size_t i = 0; i < records.places.size(); ++i) {
    if (!records.participates[i]) continue;
    const model::Place& place = *records.places[i];
    donor_slots[i] = place.donor_capacity.value_or(policy.donor_capacity);
    recipient_slots[i] =
        place.recipient_capacity.value_or(policy.recipient_capacity);
    if (records.third.empty()) continue;
    (records.third[i] ? donor_slots : recipient_slots)[i] = 0;
  }
}

}  // namespace twinaid::planning
