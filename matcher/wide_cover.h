// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The best coverage of a family by any number of offers.

#ifndef TWINAID_MATCHER_WIDE_COVER_H_
#define TWINAID_MATCHER_WIDE_COVER_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "matcher/donor_shelf.h"
#include "matcher/gift_log.h"
#include "matcher/shelves.h"
#include "matcher/weight.h"

namespace twinaid::matcher {

// As NarrowCover, with as many words as it takes; every need that falls short
// starts a search. Borrows all; one thread at a time.
//
// Memory O(offers + needs + words of needs with exclusions) of a cell: what a
// need accepts is put together anew from its class and its ready rows.
class WideCover {
 public:
  WideCover(const Shelves& shelves, DonorShelf& donor)
      : shelves_(shelves), donor_(donor) {}

  // As NarrowCover::Add.
  void Add(const DonorShelf::Cell& cell, const NeedCell& needs,
           PlaceIndex recipient, std::int32_t transit_days, PairValue& value);

 private:
  struct Slot {
    ClassIndex acceptance = 0;
    std::int32_t ready = 0;    // the first rows
    std::size_t excluded = 0;  // in excluded_, if it has exclusions
    bool has_exclusions = false;
  };

  void Begin(const OfferCell& cell, PlaceIndex recipient,
             std::int32_t transit_days);
  std::int32_t AddSlot(const DonorShelf::Cell& cell, NeedRowIndex n,
                       std::int32_t transit_days);
  RowWord RowsOf(const DonorShelf::Cell& cell, std::int32_t slot,
                 std::size_t word);
  std::int64_t Serve(const DonorShelf::Cell& cell, std::int32_t slot,
                     std::int64_t wanted);
  std::int32_t Search(const DonorShelf::Cell& cell, std::int32_t start);
  void TakeIfEmpty(std::int32_t row);

  const Shelves& shelves_;
  DonorShelf& donor_;
  std::size_t words_ = 0;
  std::int32_t rows_with_stock_ = 0;
  std::vector<RowWord> stock_;     // rows with something left
  std::vector<RowWord> live_;      // rows that are not closed
  std::vector<RowWord> seen_;      // by this search
  std::vector<RowWord> excluded_;  // rows that are not, by slot that has any
  std::vector<Slot> slots_;
  GiftLog log_;
  std::vector<std::int32_t> queue_;  // slots
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_WIDE_COVER_H_
