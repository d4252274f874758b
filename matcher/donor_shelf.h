// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The offers of one donor, prepared once for all recipients.

#ifndef TWINAID_MATCHER_DONOR_SHELF_H_
#define TWINAID_MATCHER_DONOR_SHELF_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "matcher/instance.h"
#include "matcher/shelves.h"

namespace twinaid::matcher {

// Borrows the shelves. One thread at a time.
class DonorShelf {
 public:
  struct Cell {
    OfferCell shelf;
    Day earliest = 0;  // ready day of the first row
    Day latest = 0;    // and of the last
    // Where the first rows by day, from earliest to latest, are; -1: there are
    // more days than are worth a table, or more than one word.
    std::int32_t first_by_day = -1;
  };

  explicit DonorShelf(const Shelves& shelves);

  // Time O(rows of the donor + days of its cells).
  void SetDonor(PlaceIndex donor);

  const std::vector<Cell>& cells() const { return cells_; }  // by family

  // The rows of the cell that the class accepts: cell.words() words, good until
  // the next call. The cell is of the donor and of the family of the class.
  const RowWord* Accepted(const Cell& cell, ClassIndex acceptance) {
    Known& known = known_[static_cast<std::size_t>(acceptance)];
    if (known.serial != serial_) Find(cell, acceptance, known);
    return words_.data() + known.at;
  }

  // The rows of a cell of one word that are ready in time.
  RowWord Ready(const Cell& cell, Day deadline,
                std::int32_t transit_days) const {
    const std::int64_t day = std::int64_t{deadline} - transit_days;
    if (day >= cell.latest) return ~RowWord{0};
    if (day < cell.earliest) return 0;
    if (cell.first_by_day < 0) {
      return (RowWord{1} << shelves_.ReadyRows(cell.shelf, deadline,
                                               transit_days)) -
             1;
    }
    return by_day_[static_cast<std::size_t>(cell.first_by_day + day -
                                            cell.earliest)];
  }

 private:
  struct Known {
    std::int64_t serial = 0;
    std::size_t at = 0;  // in words_
  };

  void AddDays(Cell& cell);
  void Find(const Cell& cell, ClassIndex acceptance, Known& known);

  const Shelves& shelves_;
  std::int64_t serial_ = 0;   // of the donor
  std::vector<Known> known_;  // by class
  std::vector<Cell> cells_;
  std::vector<RowWord> words_;
  std::vector<RowWord> by_day_;
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_DONOR_SHELF_H_
