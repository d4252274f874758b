// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Puts the needs and offers of an instance on shelves.

#ifndef TWINAID_MATCHER_SHELF_BUILDER_H_
#define TWINAID_MATCHER_SHELF_BUILDER_H_

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "matcher/instance.h"
#include "matcher/shelves.h"

namespace twinaid::matcher {

// The families of an instance that have usable records.
class Families {
 public:
  explicit Families(const Instance& instance);
  FamilyIndex Of(ItemIndex item, std::int32_t currency) const;
  std::size_t size() const { return keys_.size(); }

 private:
  using Key = std::pair<std::int32_t, std::int32_t>;  // group, currency

  FamilyIndex Find(const Key& key) const;

  const Instance& instance_;
  std::vector<Key> keys_;              // ascending
  std::vector<FamilyIndex> of_goods_;  // by item, without a currency; or -1
};

// Fills empty shelves. Borrows all; used once.
class ShelfBuilder {
 public:
  ShelfBuilder(const Instance& instance,
               const std::vector<std::int64_t>& points, Shelves& shelves)
      : instance_(instance),
        points_(points),
        families_(instance),
        shelves_(shelves) {}

  void Build();

 private:
  void AddOffers();
  void AddOfferCell(const std::vector<OfferIndex>& offers, FamilyIndex family);
  void AddItemWords(const std::vector<OfferIndex>& offers);
  void AddNeeds();
  void AddExclusions();

  const Instance& instance_;
  const std::vector<std::int64_t>& points_;
  const Families families_;
  Shelves& shelves_;
  std::vector<std::pair<ItemIndex, std::int32_t>> item_rows_;  // of one cell
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_SHELF_BUILDER_H_
