// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/wide_cover.h"

#include <algorithm>
#include <bit>
#include <span>

namespace twinaid::matcher {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

RowWord BitOf(std::int32_t row) { return RowWord{1} << row % kRowsPerWord; }
std::size_t WordOf(std::int32_t row) { return At(row / kRowsPerWord); }
std::int32_t RowOf(std::size_t word, int bit) {
  return static_cast<std::int32_t>(word) * kRowsPerWord + bit;
}
int LastBit(RowWord rows) { return 63 - std::countl_zero(rows); }

}  // namespace

void WideCover::Begin(const OfferCell& cell, PlaceIndex recipient,
                      std::int32_t transit_days) {
  words_ = cell.words();
  stock_.resize(words_);
  seen_.resize(words_);
  shelves_.Sendable(cell, recipient, transit_days, stock_);
  live_ = stock_;
  excluded_.clear();
  slots_.clear();
  rows_with_stock_ = 0;
  for (const RowWord word : stock_) rows_with_stock_ += std::popcount(word);
  log_.Begin(cell.size());
  const OfferRow* const rows = shelves_.offers().data() + cell.begin;
  for (std::int32_t row = 0; row < cell.size(); ++row) {
    log_.AddRow(row, rows[row].base_units);
  }
}

void WideCover::Add(const DonorShelf::Cell& cell, const NeedCell& needs,
                    PlaceIndex recipient, std::int32_t transit_days,
                    PairValue& value) {
  Begin(cell.shelf, recipient, transit_days);
  for (NeedRowIndex n = needs.begin; n < needs.end && rows_with_stock_ > 0;
       ++n) {
    const NeedRow& need = shelves_.needs()[At(n)];
    const std::int32_t slot = AddSlot(cell, n, transit_days);
    value[At(need.tier())] +=
        Serve(cell, slot, need.base_units()) * need.points();
  }
}

std::int32_t WideCover::AddSlot(const DonorShelf::Cell& cell, NeedRowIndex n,
                                std::int32_t transit_days) {
  const NeedRow& need = shelves_.needs()[At(n)];
  Slot slot;
  slot.acceptance = need.acceptance();
  slot.ready = shelves_.ReadyRows(cell.shelf, need.deadline(), transit_days);
  slot.has_exclusions = need.has_exclusions();
  if (slot.has_exclusions) {
    slot.excluded = excluded_.size();
    excluded_.resize(excluded_.size() + words_, ~RowWord{0});
    shelves_.TakeExcluded(
        cell.shelf, n,
        std::span<RowWord>(excluded_.data() + slot.excluded, words_));
  }
  slots_.push_back(slot);
  return log_.AddSlot();
}

// The rows of a word that can serve the need of the slot and are not closed.
RowWord WideCover::RowsOf(const DonorShelf::Cell& cell, std::int32_t slot,
                          std::size_t word) {
  const Slot& need = slots_[At(slot)];
  const std::int32_t ready =
      need.ready - static_cast<std::int32_t>(word) * kRowsPerWord;
  if (ready <= 0) return 0;
  RowWord rows = donor_.Accepted(cell, need.acceptance)[word] & live_[word];
  if (ready < kRowsPerWord) rows &= (RowWord{1} << ready) - 1;
  if (need.has_exclusions) rows &= excluded_[need.excluded + word];
  return rows;
}

void WideCover::TakeIfEmpty(std::int32_t row) {
  if (log_.Left(row) > 0) return;
  stock_[WordOf(row)] &= ~BitOf(row);
  --rows_with_stock_;
}

std::int64_t WideCover::Serve(const DonorShelf::Cell& cell, std::int32_t slot,
                              std::int64_t wanted) {
  std::int64_t open = wanted;
  for (std::size_t word = words_; word-- > 0;) {
    RowWord usable = RowsOf(cell, slot, word) & stock_[word];
    while (usable != 0) {
      const int bit = LastBit(usable);
      usable &= ~(RowWord{1} << bit);
      const std::int32_t row = RowOf(word, bit);
      const std::int64_t amount = std::min(open, log_.Left(row));
      log_.Give(row, slot, amount);
      TakeIfEmpty(row);
      open -= amount;
      if (open == 0) return wanted;
    }
  }
  while (open > 0 && rows_with_stock_ > 0) {
    const std::int32_t row = Search(cell, slot);
    if (row == GiftLog::kNone) break;
    open -= log_.Move(row, open);
    TakeIfEmpty(row);
  }
  return wanted - open;
}

// As NarrowCover::Search.
std::int32_t WideCover::Search(const DonorShelf::Cell& cell,
                               std::int32_t start) {
  log_.BeginSearch(start);
  queue_.assign(1, start);
  std::fill(seen_.begin(), seen_.end(), RowWord{0});
  for (std::size_t head = 0; head < queue_.size(); ++head) {
    const std::int32_t slot = queue_[head];
    for (std::size_t word = 0; word < words_; ++word) {
      RowWord fresh = RowsOf(cell, slot, word) & ~seen_[word];
      if ((fresh & stock_[word]) != 0) {
        const std::int32_t row = RowOf(word, LastBit(fresh & stock_[word]));
        log_.ReachRow(row, slot);
        return row;
      }
      seen_[word] |= fresh;
      for (; fresh != 0; fresh &= fresh - 1) {
        const std::int32_t row = RowOf(word, std::countr_zero(fresh));
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
  }
  for (std::size_t word = 0; word < words_; ++word) {
    live_[word] &= ~seen_[word];
  }
  return GiftLog::kNone;
}

}  // namespace twinaid::matcher
