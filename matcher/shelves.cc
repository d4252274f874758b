// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/shelves.h"

#include <algorithm>

namespace twinaid::matcher {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

// The first `rows` rows of the word, which may be more than it has or none.
RowWord FirstRows(std::int32_t rows) {
  if (rows <= 0) return 0;
  return rows >= kRowsPerWord ? ~RowWord{0} : (RowWord{1} << rows) - 1;
}

void Remove(OfferRowIndex row, const OfferCell& cell, std::span<RowWord> rows) {
  const std::size_t at = At(row - cell.begin);
  rows[at / kRowsPerWord] &= ~(RowWord{1} << at % kRowsPerWord);
}

}  // namespace

const OfferCell* Shelves::FindOfferCell(PlaceIndex place,
                                        FamilyIndex family) const {
  const std::span<const OfferCell> cells = OfferCells(place);
  const auto found =
      std::lower_bound(cells.begin(), cells.end(), family,
                       [](const OfferCell& cell, FamilyIndex wanted) {
                         return cell.family < wanted;
                       });
  return found != cells.end() && found->family == family ? &*found : nullptr;
}

void Shelves::Sendable(const OfferCell& cell, PlaceIndex recipient,
                       std::int32_t transit_days,
                       std::span<RowWord> rows) const {
  for (std::size_t w = 0; w < rows.size(); ++w) {
    rows[w] =
        FirstRows(cell.size() - static_cast<std::int32_t>(w) * kRowsPerWord);
  }
  TakeUnsendable(cell, recipient, transit_days, rows);
}

void Shelves::TakeUnsendable(const OfferCell& cell, PlaceIndex recipient,
                             std::int32_t transit_days,
                             std::span<RowWord> rows) const {
  if (cell.least_shelf_days < transit_days) {
    for (OfferRowIndex row = cell.begin; row < cell.end; ++row) {
      if (offers_[At(row)].shelf_days < transit_days) Remove(row, cell, rows);
    }
  }
  for (std::int32_t i = cell.directed_begin; i < cell.directed_end; ++i) {
    const DirectedRow& directed = directed_[At(i)];
    if (directed.recipient != recipient) Remove(directed.row, cell, rows);
  }
}

std::int32_t Shelves::ReadyRows(const OfferCell& cell, Day deadline,
                                std::int32_t transit_days) const {
  const std::int64_t latest = std::int64_t{deadline} - transit_days;
  const auto begin = offers_.begin() + cell.begin;
  const auto end = offers_.begin() + cell.end;
  if ((end - 1)->ready <= latest) return cell.size();
  return static_cast<std::int32_t>(
      std::partition_point(
          begin, end,
          [latest](const OfferRow& row) { return row.ready <= latest; }) -
      begin);
}

void Shelves::Accepted(const OfferCell& cell, ClassIndex acceptance,
                       std::span<RowWord> rows) const {
  std::fill(rows.begin(), rows.end(), RowWord{0});
  auto item = ItemsOf(acceptance).begin();
  const auto items_end = ItemsOf(acceptance).end();
  for (std::int32_t i = cell.items_begin; i < cell.items_end; ++i) {
    const ItemWord& entry = item_words_[At(i)];
    while (item != items_end && *item < entry.item) ++item;
    if (item == items_end) return;
    if (*item == entry.item) rows[At(entry.word)] |= entry.rows;
  }
}

void Shelves::TakeExcluded(const OfferCell& cell, NeedRowIndex need,
                           std::span<RowWord> rows) const {
  auto row = std::lower_bound(excluded_.begin(), excluded_.end(),
                              std::make_pair(need, cell.begin));
  for (; row != excluded_.end() && row->first == need && row->second < cell.end;
       ++row) {
    Remove(row->second, cell, rows);
  }
}

bool Shelves::Candidates(const OfferCell& cell, NeedRowIndex need,
                         PlaceIndex recipient, std::int32_t transit_days,
                         std::span<RowWord> rows) const {
  const NeedRow& row = needs_[At(need)];
  Accepted(cell, row.acceptance(), rows);
  const std::int32_t ready = ReadyRows(cell, row.deadline(), transit_days);
  for (std::size_t w = 0; w < rows.size(); ++w) {
    rows[w] &= FirstRows(ready - static_cast<std::int32_t>(w) * kRowsPerWord);
  }
  TakeUnsendable(cell, recipient, transit_days, rows);
  if (row.has_exclusions()) TakeExcluded(cell, need, rows);
  return std::any_of(rows.begin(), rows.end(),
                     [](RowWord word) { return word != 0; });
}

}  // namespace twinaid::matcher
