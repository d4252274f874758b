// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/donor_shelf.h"

namespace twinaid::matcher {
namespace {

constexpr std::int64_t kMostDays = 64;

}  // namespace

DonorShelf::DonorShelf(const Shelves& shelves)
    : shelves_(shelves), known_(static_cast<std::size_t>(shelves.classes())) {}

void DonorShelf::SetDonor(PlaceIndex donor) {
  ++serial_;
  cells_.clear();
  words_.clear();
  by_day_.clear();
  for (const OfferCell& shelf : shelves_.OfferCells(donor)) {
    Cell& cell = cells_.emplace_back();
    cell.shelf = shelf;
    const OfferRow* const rows = shelves_.offers().data();
    cell.earliest = rows[shelf.begin].ready;
    cell.latest = rows[shelf.end - 1].ready;
    if (shelf.words() == 1 &&
        std::int64_t{cell.latest} - cell.earliest < kMostDays) {
      AddDays(cell);
    }
  }
}

void DonorShelf::AddDays(Cell& cell) {
  cell.first_by_day = static_cast<std::int32_t>(by_day_.size());
  const OfferRow* const rows = shelves_.offers().data() + cell.shelf.begin;
  std::int32_t ready = 0;
  // From the latest day on all rows are ready: it needs no entry.
  for (Day day = cell.earliest; day < cell.latest; ++day) {
    while (rows[ready].ready <= day) ++ready;
    by_day_.push_back((RowWord{1} << ready) - 1);
  }
}

void DonorShelf::Find(const Cell& cell, ClassIndex acceptance, Known& known) {
  known.serial = serial_;
  known.at = words_.size();
  words_.resize(words_.size() + cell.shelf.words());
  shelves_.Accepted(
      cell.shelf, acceptance,
      std::span<RowWord>(words_.data() + known.at, cell.shelf.words()));
}

}  // namespace twinaid::matcher
