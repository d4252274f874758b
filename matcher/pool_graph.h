// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// One family of a pool: its offers, its needs, and which may serve which.

#ifndef TWINAID_MATCHER_POOL_GRAPH_H_
#define TWINAID_MATCHER_POOL_GRAPH_H_

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "matcher/instance.h"
#include "matcher/pool.h"
#include "matcher/shelves.h"

namespace twinaid::matcher {

// Donors of each place in the order in which they are asked: affinity falling,
// transit, donor.
class PoolTies {
 public:
  // Borrows the instance, which is valid.
  explicit PoolTies(const Instance& instance);

  // Whether no two ties join the same donor with the same recipient.
  bool AreSingle() const;
  // Indices of the ties to a recipient are at(begin(r)) to before
  // at(begin(r + 1)).
  std::size_t begin(PlaceIndex recipient) const {
    return begin_[static_cast<std::size_t>(recipient)];
  }
  const Tie& at(std::size_t i) const {
    return instance_.ties[static_cast<std::size_t>(order_[i])];
  }

 private:
  const Instance& instance_;
  std::vector<std::size_t> begin_;
  std::vector<TieIndex> order_;
};

// Offers and needs have positions of their own, in the order of their places;
// 64 offers of a place, or what is left of them, are a word. A need's row is
// the words with offers that may serve it, donors in the order of PoolTies.
class PoolGraph {
 public:
  // Borrows all; they must outlive it.
  // Time O(words of all needs), memory the same.
  PoolGraph(const Instance& instance, const Shelves& shelves,
            const PoolTies& ties, FamilyIndex family);

  struct OfferNode {
    OfferIndex index = 0;
    std::int32_t word = 0;
    std::int32_t bit = 0;
    ItemIndex item = 0;
    std::int64_t base_units = 0;
    std::int64_t min_lot = 0;
  };
  struct NeedNode {
    NeedIndex index = 0;
    PlaceIndex place = 0;
    ItemIndex item = 0;
    std::int64_t base_units = 0;
    std::int64_t points = 0;  // per base unit
  };

  std::int32_t offers() const {
    return static_cast<std::int32_t>(offers_.size());
  }
  std::int32_t needs() const {
    return static_cast<std::int32_t>(needs_.size());
  }
  std::size_t words() const { return word_begin_.size(); }
  const OfferNode& offer(std::int32_t o) const {
    return offers_[static_cast<std::size_t>(o)];
  }
  const NeedNode& need(std::int32_t n) const {
    return needs_[static_cast<std::size_t>(n)];
  }
  std::int32_t OfferAt(std::int32_t word, int bit) const {
    return word_begin_[static_cast<std::size_t>(word)] + bit;
  }

  // Row of need n: entries row_begin(n) to before row_begin(n + 1).
  std::size_t row_begin(std::int32_t n) const {
    return row_begin_[static_cast<std::size_t>(n)];
  }
  std::int32_t row_word(std::size_t i) const { return row_word_[i]; }
  RowWord row_offers(std::size_t i) const { return row_offers_[i]; }

  // Takes the offer out of the rows of all needs at the place.
  void Bar(std::int32_t offer, PlaceIndex recipient);

 private:
  void AddOffers();
  void AddNeeds();

  const Instance& instance_;
  const Shelves& shelves_;
  const PoolTies& ties_;
  const FamilyIndex family_;
  std::vector<OfferNode> offers_;
  std::vector<NeedNode> needs_;
  std::vector<std::int32_t> word_begin_;  // first offer, by word
  std::vector<std::int32_t> cell_word_;   // first word, by place; -1: no cell
  std::vector<std::size_t> row_begin_;
  std::vector<std::int32_t> row_word_;
  std::vector<RowWord> row_offers_;
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_POOL_GRAPH_H_
