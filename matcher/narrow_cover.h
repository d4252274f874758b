// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The best coverage of a family by at most 64 offers.

#ifndef TWINAID_MATCHER_NARROW_COVER_H_
#define TWINAID_MATCHER_NARROW_COVER_H_

#include <array>
#include <cstdint>
#include <vector>

#include "matcher/donor_shelf.h"
#include "matcher/gift_log.h"
#include "matcher/shelves.h"
#include "matcher/weight.h"

namespace twinaid::matcher {

// Serves needs in the order of urgency, each as far as augmenting paths reach,
// as GraphCover does; sets of offers are words. Borrows all; one thread at a
// time.
//
// A need takes first from the offers that are ready last, which serve the
// fewest others. Where that falls short, the offers that could be freed at all
// are
// collected: if none of them has stock they are closed for good, otherwise a
// breadth-first search finds the way.
class NarrowCover {
 public:
  NarrowCover(const Shelves& shelves, DonorShelf& donor)
      : shelves_(shelves), donor_(donor) {}

  // Adds the points of the best coverage of `needs`, which are of `recipient`
  // and of the family of the cell, to `value`.
  void Add(const DonorShelf::Cell& cell, const NeedCell& needs,
           PlaceIndex recipient, std::int32_t transit_days, PairValue& value);

 private:
  void Begin(const OfferCell& cell, PlaceIndex recipient,
             std::int32_t transit_days);
  std::int64_t Serve(RowWord rows, std::int64_t wanted);
  void Know(std::int32_t row);
  bool MayBeFreed(RowWord rows);
  std::int32_t Search(std::int32_t start);
  void Widen(std::int32_t row, std::int32_t start);

  const Shelves& shelves_;
  DonorShelf& donor_;
  const OfferRow* rows_ = nullptr;  // of the cell
  RowWord stock_ = 0;               // rows with something left
  RowWord live_ = 0;                // rows that are not closed
  RowWord known_ = 0;               // rows that gave something
  GiftLog log_;
  std::array<RowWord, kRowsPerWord> reach_{};  // by row: rows of its takers
  std::vector<RowWord> slot_rows_;             // by slot
  std::vector<std::int32_t> queue_;            // slots
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_NARROW_COVER_H_
