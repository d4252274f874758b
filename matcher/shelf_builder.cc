// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/shelf_builder.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "absl/container/flat_hash_set.h"
#include "matcher/acceptance.h"
#include "matcher/points.h"

namespace twinaid::matcher {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

bool IsUsable(const Need& need) { return need.base_units > 0; }

// Whether it could serve somebody, wherever that is.
bool IsUsable(const Offer& offer) {
  return offer.base_units > 0 && offer.min_lot <= offer.base_units &&
         offer.ready <= offer.available_until && offer.ready <= offer.expiry;
}

// Positions of the usable records by place, then position.
struct Order {
  std::vector<std::int32_t> begin;  // by place
  std::vector<std::int32_t> record;
};

template <typename Record>
Order ByPlaceOf(const std::vector<Record>& records, std::int32_t places) {
  Order order;
  order.begin.assign(At(places) + 1, 0);
  for (const Record& record : records) {
    if (IsUsable(record)) ++order.begin[At(record.place) + 1];
  }
  for (std::size_t p = 1; p < order.begin.size(); ++p) {
    order.begin[p] += order.begin[p - 1];
  }
  order.record.resize(At(order.begin.back()));
  std::vector<std::int32_t> next = order.begin;
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (!IsUsable(records[i])) continue;
    order.record[At(next[At(records[i].place)]++)] =
        static_cast<std::int32_t>(i);
  }
  return order;
}

// Orders like the day, as an unsigned number.
std::uint32_t Unsigned(Day day) {
  return static_cast<std::uint32_t>(day) ^ (std::uint32_t{1} << 31);
}

// What a record is ordered by in its place.
struct SortKey {
  std::uint64_t first = 0;   // family, then what comes next
  std::uint64_t second = 0;  // what comes then
  std::int32_t record = 0;

  FamilyIndex family() const { return static_cast<FamilyIndex>(first >> 32); }

  friend bool operator<(const SortKey& a, const SortKey& b) {
    return std::tie(a.first, a.second, a.record) <
           std::tie(b.first, b.second, b.record);
  }
};

std::uint64_t Join(FamilyIndex family, std::uint32_t low) {
  return std::uint64_t{static_cast<std::uint32_t>(family)} << 32 | low;
}

// After the last key of the family that starts at `begin`.
std::size_t EndOfFamily(const std::vector<SortKey>& keys, std::size_t begin) {
  std::size_t end = begin;
  while (end < keys.size() && keys[end].family() == keys[begin].family()) ++end;
  return end;
}

}  // namespace

Families::Families(const Instance& instance)
    : instance_(instance), of_goods_(instance.items.size(), -1) {
  std::vector<bool> is_goods(instance.items.size(), false);
  absl::flat_hash_set<Key> money;
  const auto note = [&](const auto& record) {
    if (!IsUsable(record)) return;
    if (record.currency == 0) {
      is_goods[At(record.item)] = true;
    } else {
      money.insert({instance.items[At(record.item)].group, record.currency});
    }
  };
  for (const Offer& offer : instance.offers) note(offer);
  for (const Need& need : instance.needs) note(need);
  keys_.assign(money.begin(), money.end());
  for (std::size_t i = 0; i < is_goods.size(); ++i) {
    if (is_goods[i]) keys_.push_back({instance.items[i].group, 0});
  }
  std::sort(keys_.begin(), keys_.end());
  keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
  for (std::size_t i = 0; i < is_goods.size(); ++i) {
    if (is_goods[i]) of_goods_[i] = Find({instance.items[i].group, 0});
  }
}

FamilyIndex Families::Of(ItemIndex item, std::int32_t currency) const {
  if (currency == 0) return of_goods_[At(item)];
  return Find({instance_.items[At(item)].group, currency});
}

FamilyIndex Families::Find(const Key& key) const {
  return static_cast<FamilyIndex>(
      std::lower_bound(keys_.begin(), keys_.end(), key) - keys_.begin());
}

void ShelfBuilder::Build() {
  shelves_.families_ = static_cast<std::int32_t>(families_.size());
  AddOffers();
  AddNeeds();
  AddExclusions();
}

void ShelfBuilder::AddOffers() {
  const Order order = ByPlaceOf(instance_.offers, instance_.places);
  shelves_.offers_.reserve(order.record.size());
  shelves_.offer_index_.reserve(order.record.size());
  shelves_.offer_cell_begin_.reserve(order.begin.size());
  std::vector<SortKey> keys;
  std::vector<OfferIndex> offers;
  for (std::size_t p = 0; p + 1 < order.begin.size(); ++p) {
    shelves_.offer_cell_begin_.push_back(
        static_cast<std::int32_t>(shelves_.offer_cells_.size()));
    keys.clear();
    for (std::int32_t i = order.begin[p]; i < order.begin[p + 1]; ++i) {
      const std::int32_t record = order.record[At(i)];
      const Offer& offer = instance_.offers[At(record)];
      keys.push_back({Join(families_.Of(offer.item, offer.currency),
                           Unsigned(offer.ready)),
                      0, record});
    }
    std::sort(keys.begin(), keys.end());
    for (std::size_t i = 0; i < keys.size();) {
      const std::size_t end = EndOfFamily(keys, i);
      const FamilyIndex family = keys[i].family();
      offers.clear();
      for (; i < end; ++i) offers.push_back(keys[i].record);
      AddOfferCell(offers, family);
    }
  }
  shelves_.offer_cell_begin_.push_back(
      static_cast<std::int32_t>(shelves_.offer_cells_.size()));
  shelves_.offer_cells_.shrink_to_fit();
  shelves_.item_words_.shrink_to_fit();
  shelves_.directed_.shrink_to_fit();
}

void ShelfBuilder::AddOfferCell(const std::vector<OfferIndex>& offers,
                                FamilyIndex family) {
  OfferCell cell;
  cell.family = family;
  cell.begin = static_cast<OfferRowIndex>(shelves_.offers_.size());
  cell.directed_begin = static_cast<std::int32_t>(shelves_.directed_.size());
  cell.least_shelf_days = std::numeric_limits<std::int32_t>::max();
  for (const OfferIndex o : offers) {
    const Offer& offer = instance_.offers[At(o)];
    const auto row = static_cast<OfferRowIndex>(shelves_.offers_.size());
    const auto shelf_days = static_cast<std::int32_t>(
        std::min<std::int64_t>(std::int64_t{offer.expiry} - offer.ready,
                               std::numeric_limits<std::int32_t>::max()));
    cell.least_shelf_days = std::min(cell.least_shelf_days, shelf_days);
    shelves_.offers_.push_back({offer.base_units, offer.ready, shelf_days});
    shelves_.offer_index_.push_back(o);
    if (offer.directed_to != kNoPlace) {
      shelves_.directed_.push_back({row, offer.directed_to});
    }
  }
  cell.end = static_cast<OfferRowIndex>(shelves_.offers_.size());
  cell.directed_end = static_cast<std::int32_t>(shelves_.directed_.size());
  cell.items_begin = static_cast<std::int32_t>(shelves_.item_words_.size());
  AddItemWords(offers);
  cell.items_end = static_cast<std::int32_t>(shelves_.item_words_.size());
  shelves_.offer_cells_.push_back(cell);
}

void ShelfBuilder::AddItemWords(const std::vector<OfferIndex>& offers) {
  item_rows_.clear();
  for (std::size_t i = 0; i < offers.size(); ++i) {
    item_rows_.emplace_back(instance_.offers[At(offers[i])].item,
                            static_cast<std::int32_t>(i));
  }
  std::sort(item_rows_.begin(), item_rows_.end());
  ItemWord entry;
  for (const auto& [item, row] : item_rows_) {
    const std::int32_t word = row / kRowsPerWord;
    if (entry.rows != 0 && (entry.item != item || entry.word != word)) {
      shelves_.item_words_.push_back(entry);
      entry.rows = 0;
    }
    entry.item = item;
    entry.word = word;
    entry.rows |= RowWord{1} << row % kRowsPerWord;
  }
  shelves_.item_words_.push_back(entry);
}

void ShelfBuilder::AddNeeds() {
  const Order order = ByPlaceOf(instance_.needs, instance_.places);
  Acceptance acceptance(instance_);
  shelves_.needs_.reserve(order.record.size());
  shelves_.need_index_.reserve(order.record.size());
  shelves_.need_cell_begin_.reserve(order.begin.size());
  std::vector<SortKey> keys;
  for (std::size_t p = 0; p + 1 < order.begin.size(); ++p) {
    shelves_.need_cell_begin_.push_back(
        static_cast<std::int32_t>(shelves_.need_cells_.size()));
    keys.clear();
    for (std::int32_t i = order.begin[p]; i < order.begin[p + 1]; ++i) {
      const std::int32_t record = order.record[At(i)];
      const Need& need = instance_.needs[At(record)];
      const UrgencyPrice urgency =
          UrgencyOf(instance_.tiers, need.tier, points_[At(record)]);
      keys.push_back({Join(families_.Of(need.item, need.currency),
                           static_cast<std::uint32_t>(urgency.tier)),
                      ~static_cast<std::uint64_t>(urgency.points), record});
    }
    std::sort(keys.begin(), keys.end());
    for (std::size_t i = 0; i < keys.size();) {
      const std::size_t end = EndOfFamily(keys, i);
      NeedCell cell;
      cell.family = keys[i].family();
      cell.begin = static_cast<NeedRowIndex>(shelves_.needs_.size());
      for (; i < end; ++i) {
        const NeedIndex n = keys[i].record;
        const Need& need = instance_.needs[At(n)];
        shelves_.needs_.push_back({need.base_units, points_[At(n)],
                                   need.deadline, need.tier,
                                   acceptance.ClassOf(need, cell.family)});
        shelves_.need_index_.push_back(n);
      }
      cell.end = static_cast<NeedRowIndex>(shelves_.needs_.size());
      shelves_.need_cells_.push_back(cell);
    }
  }
  shelves_.need_cell_begin_.push_back(
      static_cast<std::int32_t>(shelves_.need_cells_.size()));
  shelves_.need_cells_.shrink_to_fit();
  shelves_.class_begin_ = std::move(acceptance.begin);
  shelves_.class_items_ = std::move(acceptance.items);
}

void ShelfBuilder::AddExclusions() {
  if (instance_.exclusions.empty()) return;
  std::vector<OfferRowIndex> offer_row(instance_.offers.size(), -1);
  for (std::size_t row = 0; row < shelves_.offer_index_.size(); ++row) {
    offer_row[At(shelves_.offer_index_[row])] = static_cast<OfferRowIndex>(row);
  }
  std::vector<NeedRowIndex> need_row(instance_.needs.size(), -1);
  for (std::size_t row = 0; row < shelves_.need_index_.size(); ++row) {
    need_row[At(shelves_.need_index_[row])] = static_cast<NeedRowIndex>(row);
  }
  for (const Exclusion& exclusion : instance_.exclusions) {
    const NeedRowIndex need = need_row[At(exclusion.need)];
    const OfferRowIndex offer = offer_row[At(exclusion.offer)];
    if (need < 0 || offer < 0) continue;
    shelves_.excluded_.emplace_back(need, offer);
    shelves_.needs_[At(need)].set_has_exclusions();
  }
  std::sort(shelves_.excluded_.begin(), shelves_.excluded_.end());
}

Shelves::Shelves(const Instance& instance,
                 const std::vector<std::int64_t>& points) {
  ShelfBuilder(instance, points, *this).Build();
}

}  // namespace twinaid::matcher
