// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Needs and offers by place and family, laid out to be matched quickly.

#ifndef TWINAID_MATCHER_SHELVES_H_
#define TWINAID_MATCHER_SHELVES_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "matcher/instance.h"

namespace twinaid::matcher {

// A family: the items of one substitution group in one currency. Offers and
// needs of different families never meet. Numbered by group, then currency.
using FamilyIndex = std::int32_t;
// An acceptance class: a family and those of its items that may serve a need.
using ClassIndex = std::int32_t;
// Positions in Shelves::offers() and Shelves::needs().
using OfferRowIndex = std::int32_t;
using NeedRowIndex = std::int32_t;

// 64 rows of a cell; bit i of word w is row cell.begin + 64 w + i.
using RowWord = std::uint64_t;
inline constexpr std::int32_t kRowsPerWord = 64;

struct OfferRow {
  std::int64_t base_units = 0;
  Day ready = 0;
  // expiry - ready, at most 2^31 - 1: the goods are good on arrival if the
  // transit takes no longer.
  std::int32_t shelf_days = 0;
};

// The offers of one family at one place: rows by ready day, then index.
struct OfferCell {
  FamilyIndex family = 0;
  OfferRowIndex begin = 0;  // rows from begin to before end
  OfferRowIndex end = 0;
  std::int32_t least_shelf_days = 0;  // of all rows
  std::int32_t items_begin = 0;       // in Shelves::item_words()
  std::int32_t items_end = 0;
  std::int32_t directed_begin = 0;  // in Shelves::directed()
  std::int32_t directed_end = 0;

  std::int32_t size() const { return end - begin; }
  std::size_t words() const {
    return static_cast<std::size_t>((size() + kRowsPerWord - 1) / kRowsPerWord);
  }
};

// The rows of an item in one word of a cell. Those of a cell are ordered by
// item, then word; words without rows are left out.
struct ItemWord {
  ItemIndex item = 0;
  std::int32_t word = 0;
  RowWord rows = 0;
};

// An offer that is meant for one place.
struct DirectedRow {
  OfferRowIndex row = 0;
  PlaceIndex recipient = 0;
};

class NeedRow {
 public:
  NeedRow(std::int64_t base_units, std::int64_t points, Day deadline,
          std::int32_t tier, ClassIndex acceptance)
      : base_units_(base_units),
        points_(points),
        deadline_(deadline),
        packed_(static_cast<std::uint32_t>(acceptance) << 3 |
                static_cast<std::uint32_t>(tier) << 1) {}

  std::int64_t base_units() const { return base_units_; }
  std::int64_t points() const { return points_; }  // per base unit
  Day deadline() const { return deadline_; }
  std::int32_t tier() const {
    return static_cast<std::int32_t>(packed_ >> 1 & 3);
  }
  ClassIndex acceptance() const {
    return static_cast<ClassIndex>(packed_ >> 3);
  }
  // Whether it was declined together with an offer.
  bool has_exclusions() const { return (packed_ & 1) != 0; }
  void set_has_exclusions() { packed_ |= 1; }

 private:
  std::int64_t base_units_;
  std::int64_t points_;
  Day deadline_;
  std::uint32_t packed_;
};

// The needs of one family at one place: rows by urgency (UrgencyOf: the level,
// then points falling), then index.
struct NeedCell {
  FamilyIndex family = 0;
  NeedRowIndex begin = 0;  // rows from begin to before end
  NeedRowIndex end = 0;
};

// Offers that can serve nobody at all (no units, ready only after they are
// withdrawn or expired, a minimum lot above the units) and needs of nothing
// have no rows. Substitutes need no second look: the class of a need has its
// own item and those that rule, list, table and minimum quality admit.
//
// Copies what it needs: the instance may go once it is built. Thread-safe.
// Memory: 20 bytes an offer, 28 a need, 16 an item word, 44 a pair of cells.
class Shelves {
 public:
  // The instance is valid; `points` is PointsPerBaseUnit of it.
  // Time O(n log n) for n = all records together.
  Shelves(const Instance& instance, const std::vector<std::int64_t>& points);

  std::int32_t families() const { return families_; }
  std::int32_t classes() const {
    return static_cast<std::int32_t>(class_begin_.size()) - 1;
  }

  // Cells of a place that are not empty, by family.
  std::span<const OfferCell> OfferCells(PlaceIndex place) const {
    return CellsOf(offer_cells_, offer_cell_begin_, place);
  }
  std::span<const NeedCell> NeedCells(PlaceIndex place) const {
    return CellsOf(need_cells_, need_cell_begin_, place);
  }
  // The cell of a family at a place; null if it is empty. Time O(log cells).
  const OfferCell* FindOfferCell(PlaceIndex place, FamilyIndex family) const;

  const std::vector<OfferRow>& offers() const { return offers_; }
  const std::vector<NeedRow>& needs() const { return needs_; }
  OfferIndex offer_index(OfferRowIndex row) const {
    return offer_index_[static_cast<std::size_t>(row)];
  }
  NeedIndex need_index(NeedRowIndex row) const {
    return need_index_[static_cast<std::size_t>(row)];
  }
  const std::vector<ItemWord>& item_words() const { return item_words_; }
  const std::vector<DirectedRow>& directed() const { return directed_; }

  // The items of a class, ascending.
  std::span<const ItemIndex> ItemsOf(ClassIndex acceptance) const {
    const auto at = static_cast<std::size_t>(acceptance);
    return {class_items_.data() + class_begin_[at],
            class_items_.data() + class_begin_[at + 1]};
  }

  // Rows of the cell that keep for the transit and are not meant for another
  // place. `rows` has cell.words() words.
  void Sendable(const OfferCell& cell, PlaceIndex recipient,
                std::int32_t transit_days, std::span<RowWord> rows) const;

  // How many rows, from the first, are ready in time to arrive by the deadline.
  // Time O(log cell).
  std::int32_t ReadyRows(const OfferCell& cell, Day deadline,
                         std::int32_t transit_days) const;

  // Rows of the class. `rows` has cell.words() words.
  // Time O(words + items of the class and the cell).
  void Accepted(const OfferCell& cell, ClassIndex acceptance,
                std::span<RowWord> rows) const;

  // Takes the rows declined together with the need out of `rows`.
  void TakeExcluded(const OfferCell& cell, NeedRowIndex need,
                    std::span<RowWord> rows) const;

  // Rows of the cell that can serve a need of `recipient` and of the same
  // family over a tie: all of the above. False if there are none.
  bool Candidates(const OfferCell& cell, NeedRowIndex need,
                  PlaceIndex recipient, std::int32_t transit_days,
                  std::span<RowWord> rows) const;

 private:
  friend class ShelfBuilder;

  void TakeUnsendable(const OfferCell& cell, PlaceIndex recipient,
                      std::int32_t transit_days, std::span<RowWord> rows) const;

  template <typename Cell>
  static std::span<const Cell> CellsOf(const std::vector<Cell>& cells,
                                       const std::vector<std::int32_t>& begin,
                                       PlaceIndex place) {
    const auto at = static_cast<std::size_t>(place);
    return {cells.data() + begin[at], cells.data() + begin[at + 1]};
  }

  std::int32_t families_ = 0;
  std::vector<std::int32_t> offer_cell_begin_;  // by place
  std::vector<OfferCell> offer_cells_;
  std::vector<OfferRow> offers_;
  std::vector<OfferIndex> offer_index_;  // by row
  std::vector<ItemWord> item_words_;
  std::vector<DirectedRow> directed_;          // by row
  std::vector<std::int32_t> need_cell_begin_;  // by place
  std::vector<NeedCell> need_cells_;
  std::vector<NeedRow> needs_;
  std::vector<NeedIndex> need_index_;      // by row
  std::vector<std::int32_t> class_begin_;  // by class
  std::vector<ItemIndex> class_items_;     // ascending in a class
  std::vector<std::pair<NeedRowIndex, OfferRowIndex>> excluded_;  // ascending
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_SHELVES_H_
