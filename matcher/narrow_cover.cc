// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/narrow_cover.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <span>

namespace twinaid::matcher {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

RowWord BitOf(std::int32_t row) { return RowWord{1} << row; }
std::int32_t LastRow(RowWord rows) { return 63 - std::countl_zero(rows); }
std::int32_t FirstRow(RowWord rows) { return std::countr_zero(rows); }

}  // namespace

inline void NarrowCover::Know(std::int32_t row) {
  if ((known_ & BitOf(row)) != 0) return;
  known_ |= BitOf(row);
  log_.AddRow(row, rows_[row].base_units);
  reach_[At(row)] = 0;
}

void NarrowCover::Begin(const OfferCell& cell, PlaceIndex recipient,
                        std::int32_t transit_days) {
  if (cell.least_shelf_days >= transit_days &&
      cell.directed_begin == cell.directed_end) {
    stock_ = ~RowWord{0} >> (kRowsPerWord - cell.size());
  } else {
    shelves_.Sendable(cell, recipient, transit_days,
                      std::span<RowWord>(&stock_, 1));
  }
  live_ = stock_;
  known_ = 0;
  rows_ = shelves_.offers().data() + cell.begin;
  log_.Begin(cell.size());
  slot_rows_.clear();
}

void NarrowCover::Add(const DonorShelf::Cell& cell, const NeedCell& needs,
                      PlaceIndex recipient, std::int32_t transit_days,
                      PairValue& value) {
  Begin(cell.shelf, recipient, transit_days);
  const NeedRow* const begin = shelves_.needs().data();
  for (NeedRowIndex n = needs.begin; n < needs.end && stock_ != 0; ++n) {
    const NeedRow& need = begin[n];
    RowWord rows = *donor_.Accepted(cell, need.acceptance()) & live_;
    if (rows == 0) continue;
    rows &= donor_.Ready(cell, need.deadline(), transit_days);
    if (need.has_exclusions()) {
      shelves_.TakeExcluded(cell.shelf, n, std::span<RowWord>(&rows, 1));
    }
    if (rows == 0) continue;
    value[At(need.tier())] += Serve(rows, need.base_units()) * need.points();
  }
}

// Returns how much of it a need gets that these rows can serve.
std::int64_t NarrowCover::Serve(RowWord rows, std::int64_t wanted) {
  std::int64_t open = wanted;
  const std::int32_t slot = log_.AddSlot();
  slot_rows_.push_back(rows);
  for (RowWord usable = rows & stock_; usable != 0;) {
    const std::int32_t row = LastRow(usable);
    usable &= ~BitOf(row);
    Know(row);
    const std::int64_t amount = std::min(open, log_.Left(row));
    log_.Give(row, slot, amount);
    reach_[At(row)] |= rows;
    if (log_.Left(row) == 0) stock_ &= ~BitOf(row);
    open -= amount;
    if (open == 0) return wanted;
  }
  while (open > 0 && stock_ != 0 && MayBeFreed(rows)) {
    const std::int32_t row = Search(slot);
    if (row == GiftLog::kNone) break;
    open -= log_.Move(row, open);
    if (log_.Left(row) == 0) stock_ &= ~BitOf(row);
  }
  return wanted - open;
}

// Whether the takers of these rows may take from rows with stock, or the takers
// of those rows and so on. Gifts taken back still count, so it may say yes
// where there is no way, but never no where there is one. After no, what was
// reached is closed for good: nothing will ever lead out of it.
bool NarrowCover::MayBeFreed(RowWord rows) {
  RowWord reached = rows;
  for (RowWord fresh = rows; fresh != 0;) {
    const RowWord more = reach_[At(FirstRow(fresh))] & live_ & ~reached;
    if ((more & stock_) != 0) return true;
    reached |= more;
    fresh = (fresh & (fresh - 1)) | more;
  }
  live_ &= ~reached;
  return false;
}

// The nearest row with stock, breadth first; kNone: there is none, and what was
// reached is closed.
std::int32_t NarrowCover::Search(std::int32_t start) {
  log_.BeginSearch(start);
  queue_.assign(1, start);
  RowWord seen = 0;
  for (std::size_t head = 0; head < queue_.size(); ++head) {
    const std::int32_t slot = queue_[head];
    RowWord fresh = slot_rows_[At(slot)] & live_ & ~seen;
    if ((fresh & stock_) != 0) {
      const std::int32_t row = LastRow(fresh & stock_);
      Know(row);
      log_.ReachRow(row, slot);
      Widen(row, start);
      return row;
    }
    seen |= fresh;
    for (; fresh != 0; fresh &= fresh - 1) {
      const std::int32_t row = FirstRow(fresh);
      log_.ReachRow(row, slot);
      for (std::int32_t g = log_.FirstGift(row); g != GiftLog::kNone;) {
        const GiftLog::Gift& gift = log_.GiftAt(g);
        if (gift.base_units > 0 && !log_.Reached(gift.slot)) {
          log_.ReachSlot(gift.slot, g);
          queue_.push_back(gift.slot);
        }
        g = gift.next;
      }
    }
  }
  live_ &= ~seen;
  return GiftLog::kNone;
}

// Counts the gifts that the way to the row will make.
void NarrowCover::Widen(std::int32_t row, std::int32_t start) {
  while (true) {
    const std::int32_t slot = log_.ReachedFrom(row);
    reach_[At(row)] |= slot_rows_[At(slot)];
    if (slot == start) return;
    row = log_.GiftAt(log_.ReachedBy(slot)).row;
  }
}

}  // namespace twinaid::matcher
