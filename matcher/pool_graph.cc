// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/pool_graph.h"

#include <algorithm>
#include <tuple>

namespace twinaid::matcher {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

}  // namespace

PoolTies::PoolTies(const Instance& instance)
    : instance_(instance), begin_(At(instance.places) + 1) {
  for (const Tie& tie : instance.ties) ++begin_[At(tie.recipient) + 1];
  for (std::size_t r = 1; r < begin_.size(); ++r) begin_[r] += begin_[r - 1];
  std::vector<std::size_t> next(begin_.begin(), begin_.end() - 1);
  order_.resize(instance.ties.size());
  for (std::size_t t = 0; t < instance.ties.size(); ++t) {
    order_[next[At(instance.ties[t].recipient)]++] = static_cast<TieIndex>(t);
  }
  const auto asked_first = [&](TieIndex a, TieIndex b) {
    const Tie& x = instance.ties[At(a)];
    const Tie& y = instance.ties[At(b)];
    return std::make_tuple(-x.affinity, x.transit_days, x.donor) <
           std::make_tuple(-y.affinity, y.transit_days, y.donor);
  };
  for (std::size_t r = 0; r + 1 < begin_.size(); ++r) {
    std::sort(order_.begin() + static_cast<std::ptrdiff_t>(begin_[r]),
              order_.begin() + static_cast<std::ptrdiff_t>(begin_[r + 1]),
              asked_first);
  }
}

bool PoolTies::AreSingle() const {
  std::vector<PlaceIndex> last(begin_.size(), kNoPlace);
  for (PlaceIndex r = 0; r < instance_.places; ++r) {
    for (std::size_t i = begin(r); i < begin(r + 1); ++i) {
      PlaceIndex& seen = last[At(at(i).donor)];
      if (seen == r) return false;
      seen = r;
    }
  }
  return true;
}

PoolGraph::PoolGraph(const Instance& instance, const Shelves& shelves,
                     const PoolTies& ties, FamilyIndex family)
    : instance_(instance), shelves_(shelves), ties_(ties), family_(family) {
  AddOffers();
  AddNeeds();
}

void PoolGraph::AddOffers() {
  cell_word_.assign(At(instance_.places), -1);
  for (PlaceIndex place = 0; place < instance_.places; ++place) {
    const OfferCell* cell = shelves_.FindOfferCell(place, family_);
    if (cell == nullptr) continue;
    cell_word_[At(place)] = static_cast<std::int32_t>(word_begin_.size());
    for (OfferRowIndex row = cell->begin; row < cell->end; ++row) {
      const std::int32_t bit = (row - cell->begin) % kRowsPerWord;
      if (bit == 0) word_begin_.push_back(offers());
      const OfferIndex index = shelves_.offer_index(row);
      const Offer& offer = instance_.offers[At(index)];
      offers_.push_back({index,
                         static_cast<std::int32_t>(word_begin_.size()) - 1, bit,
                         offer.item, offer.base_units, offer.min_lot});
    }
  }
}

void PoolGraph::AddNeeds() {
  std::vector<std::pair<const OfferCell*, std::int32_t>> donors;
  std::vector<RowWord> words;
  for (PlaceIndex place = 0; place < instance_.places; ++place) {
    const NeedCell* cell = nullptr;
    for (const NeedCell& other : shelves_.NeedCells(place)) {
      if (other.family == family_) cell = &other;
    }
    if (cell == nullptr) continue;
    donors.clear();
    for (std::size_t i = ties_.begin(place); i < ties_.begin(place + 1); ++i) {
      const Tie& tie = ties_.at(i);
      if (cell_word_[At(tie.donor)] < 0) continue;
      donors.emplace_back(shelves_.FindOfferCell(tie.donor, family_),
                          tie.transit_days);
    }
    for (NeedRowIndex row = cell->begin; row < cell->end; ++row) {
      const NeedIndex index = shelves_.need_index(row);
      const Need& need = instance_.needs[At(index)];
      needs_.push_back({index, place, need.item, need.base_units,
                        shelves_.needs()[At(row)].points()});
      row_begin_.push_back(row_word_.size());
      for (const auto& [donor, transit_days] : donors) {
        words.resize(donor->words());
        if (!shelves_.Candidates(*donor, row, place, transit_days, words)) {
          continue;
        }
        // All offers of the family come in the order of the shelves' rows.
        const std::int32_t first = cell_word_[At(
            instance_.offers[At(shelves_.offer_index(donor->begin))].place)];
        for (std::size_t w = 0; w < words.size(); ++w) {
          if (words[w] == 0) continue;
          row_word_.push_back(first + static_cast<std::int32_t>(w));
          row_offers_.push_back(words[w]);
        }
      }
    }
  }
  row_begin_.push_back(row_word_.size());
}

void PoolGraph::Bar(std::int32_t o, PlaceIndex recipient) {
  const auto first =
      std::lower_bound(needs_.begin(), needs_.end(), recipient,
                       [](const NeedNode& need, PlaceIndex place) {
                         return need.place < place;
                       });
  const RowWord others = ~(RowWord{1} << offer(o).bit);
  for (auto need = first; need != needs_.end() && need->place == recipient;
       ++need) {
    const auto n = static_cast<std::int32_t>(need - needs_.begin());
    for (std::size_t i = row_begin(n); i < row_begin(n + 1); ++i) {
      if (row_word_[i] == offer(o).word) row_offers_[i] &= others;
    }
  }
}

}  // namespace twinaid::matcher
