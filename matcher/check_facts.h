// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The checker's own view of what may go where and what it is worth. It shares
// no code with the solver, on purpose.

#ifndef TWINAID_MATCHER_CHECK_FACTS_H_
#define TWINAID_MATCHER_CHECK_FACTS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "matcher/instance.h"
#include "matcher/solution.h"

namespace twinaid::matcher {

// Needs or offers of one place, group and currency: positions in an order of
// records.
struct CheckCell {
  std::int32_t group = 0;
  std::int32_t currency = 0;
  std::int32_t begin = 0;
  std::int32_t end = 0;
};

// Facts of an instance that the checks ask again and again. Borrows the
// instance, which is valid. Thread-safe once built.
// Memory: 32 bytes a need, 4 an offer, 16 a cell.
class CheckFacts {
 public:
  explicit CheckFacts(const Instance& instance);

  const Instance& instance() const { return instance_; }
  std::int64_t PointsOf(NeedIndex need) const {
    return points_[static_cast<std::size_t>(need)];
  }
  // What a base unit of the need presses by the tier rule of the instance.
  UrgencyPrice PressureOf(NeedIndex need) const;
  // The weight of a tie of this worth by the tier rule of the instance.
  Weight WeighingOf(const PairValue& worth, const Tie& tie) const;

  // Cells of a place by group, then currency, without needs of nothing and
  // offers of nothing.
  std::span<const CheckCell> NeedCellsAt(PlaceIndex place) const {
    return CellsAt(need_cells_, need_cells_begin_, place);
  }
  std::span<const CheckCell> OfferCellsAt(PlaceIndex place) const {
    return CellsAt(offer_cells_, offer_cells_begin_, place);
  }
  // The needs of a cell, those that press most first, then by index.
  std::span<const NeedIndex> NeedsIn(const CheckCell& cell) const {
    return {need_order_.data() + cell.begin, need_order_.data() + cell.end};
  }
  // The offers of a cell, those ready last first, then by index.
  std::span<const OfferIndex> OffersIn(const CheckCell& cell) const {
    return {offer_order_.data() + cell.begin, offer_order_.data() + cell.end};
  }

  // Which items may serve a need, minimum quality and all: needs of one kind
  // are alike in that.
  std::int32_t KindOf(NeedIndex need) const {
    return kind_of_[static_cast<std::size_t>(need)];
  }
  bool Serves(ItemIndex item, std::int32_t kind) const;

  bool HasExclusions(NeedIndex need) const;
  bool AreExcluded(NeedIndex need, OfferIndex offer) const;

  // Percent; -1 where the offered item cannot stand in at all.
  std::int32_t QualityOf(NeedIndex need, OfferIndex offer) const;

  // What keeps the offer from the need over a tie; kStockUsedUp: nothing.
  UnmetReason Obstacle(NeedIndex need, OfferIndex offer,
                       std::int32_t transit_days) const;

 private:
  void FindPoints();
  void FindKinds();
  void OrderNeeds();
  void OrderOffers();

  static std::span<const CheckCell> CellsAt(
      const std::vector<CheckCell>& cells,
      const std::vector<std::int32_t>& begin, PlaceIndex place) {
    const auto at = static_cast<std::size_t>(place);
    return {cells.data() + begin[at], cells.data() + begin[at + 1]};
  }

  // Percent by the table alone; -1 if it has no such row.
  std::int32_t Listed(ItemIndex item, ItemIndex substitute) const;
  bool Takes(const Need& need, ItemIndex substitute) const;

  const Instance& instance_;
  std::vector<Substitute> table_;         // by item, substitute
  std::vector<std::int32_t> table_at_;    // by item
  std::vector<std::int32_t> item_place_;  // by item: among those of its group
  std::vector<std::pair<NeedIndex, OfferIndex>> excluded_;  // ascending
  std::vector<bool> has_exclusions_;                        // by need
  std::vector<std::int64_t> points_;                        // by need
  std::vector<std::int32_t> kind_of_;                       // by need
  std::vector<std::int32_t> kind_at_;  // by kind, into kind_items_
  std::vector<ItemIndex> kind_items_;  // ascending in a kind
  // By kind: the first 64 items of the group, as bits of their places in it.
  std::vector<std::uint64_t> kind_bits_;
  std::vector<NeedIndex> need_order_;
  std::vector<CheckCell> need_cells_;
  std::vector<std::int32_t> need_cells_begin_;  // by place
  std::vector<OfferIndex> offer_order_;
  std::vector<CheckCell> offer_cells_;
  std::vector<std::int32_t> offer_cells_begin_;  // by place
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_CHECK_FACTS_H_
