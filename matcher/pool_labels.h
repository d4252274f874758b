// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Lower bounds of the distances to stock in a family of the pool.

#ifndef TWINAID_MATCHER_POOL_LABELS_H_
#define TWINAID_MATCHER_POOL_LABELS_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "matcher/pool_graph.h"

namespace twinaid::matcher {

// An offer with stock is at distance 0, one without at the least distance of
// the needs it serves; a need is one further than the nearest offer that may
// serve it. Bounds only rise; kClosed is for good. Offers of a word at one
// distance are found by mask.
class PoolLabels {
 public:
  using Distance = std::int32_t;
  static constexpr Distance kClosed = std::numeric_limits<Distance>::max();

  // All offers have stock. Borrows the graph.
  explicit PoolLabels(const PoolGraph& graph)
      : graph_(graph),
        words_(graph.words()),
        open_(graph.words(), 0),
        offer_(static_cast<std::size_t>(graph.offers()), 0),
        need_(static_cast<std::size_t>(graph.needs()), 1) {
    for (std::int32_t o = 0; o < graph.offers(); ++o) {
      MaskOf(graph.offer(o).word, 0) |= BitOf(o);
      open_[static_cast<std::size_t>(graph.offer(o).word)] |= BitOf(o);
    }
  }

  // As if new, except that only offers with something left have stock.
  void Reset(const std::vector<std::int64_t>& left) {
    std::fill(words_.begin(), words_.end(), Word{});
    std::fill(need_.begin(), need_.end(), 1);
    for (std::int32_t o = 0; o < graph_.offers(); ++o) {
      const Distance distance = left[static_cast<std::size_t>(o)] > 0 ? 0 : 1;
      MaskOf(graph_.offer(o).word, distance) |= BitOf(o);
      open_[static_cast<std::size_t>(graph_.offer(o).word)] |= BitOf(o);
      offer_[static_cast<std::size_t>(o)] = distance;
    }
  }

  Distance need(std::int32_t n) const {
    return need_[static_cast<std::size_t>(n)];
  }
  Distance offer(std::int32_t o) const {
    return offer_[static_cast<std::size_t>(o)];
  }
  void RaiseNeed(std::int32_t n, Distance to) {
    need_[static_cast<std::size_t>(n)] = to;
  }
  void RaiseOffer(std::int32_t o, Distance to) {
    const std::int32_t word = graph_.offer(o).word;
    MaskOf(word, offer(o)) &= ~BitOf(o);
    if (to == kClosed) {
      open_[static_cast<std::size_t>(word)] &= ~BitOf(o);
    } else {
      MaskOf(word, to) |= BitOf(o);
    }
    offer_[static_cast<std::size_t>(o)] = to;
  }

  // Raises those of the offers of a word that are below `to`, and calls
  // raised(o) for each.
  template <typename Raised>
  void RaiseOffers(std::int32_t word, RowWord offers, Distance to,
                   Raised raised) {
    Word& masks = words_[static_cast<std::size_t>(word)];
    RowWord below = 0;
    for (std::size_t slot = 0; slot < Slot(to); ++slot) {
      below |= masks.at[slot] & offers;
      masks.at[slot] &= ~offers;
    }
    if (to > kFar) {
      for (RowWord far = masks.at[kFar] & offers; far != 0; far &= far - 1) {
        if (offer(graph_.OfferAt(word, Lowest(far))) < to) below |= far & -far;
      }
    }
    if (to == kClosed) {
      masks.at[kFar] &= ~below;
      open_[static_cast<std::size_t>(word)] &= ~below;
    } else {
      masks.at[Slot(to)] |= below;
    }
    for (; below != 0; below &= below - 1) {
      const std::int32_t o = graph_.OfferAt(word, Lowest(below));
      offer_[static_cast<std::size_t>(o)] = to;
      raised(o);
    }
  }

  // Offers of a word that have stock.
  RowWord Stock(std::int32_t word) const {
    return words_[static_cast<std::size_t>(word)].at[0];
  }
  // Offers of a word that are not closed.
  RowWord Open(std::int32_t word) const {
    return open_[static_cast<std::size_t>(word)];
  }
  // An offer of these at exactly this distance; -1: none.
  std::int32_t FindAt(std::int32_t word, RowWord offers,
                      Distance distance) const {
    RowWord found =
        words_[static_cast<std::size_t>(word)].at[Slot(distance)] & offers;
    if (distance < kFar) {
      return found == 0 ? -1 : graph_.OfferAt(word, Lowest(found));
    }
    for (; found != 0; found &= found - 1) {
      const std::int32_t o = graph_.OfferAt(word, Lowest(found));
      if (offer(o) == distance) return o;
    }
    return -1;
  }
  // The least distance of these offers, which is at least `from`, if it is
  // below `most`; else `most`.
  Distance Least(std::int32_t word, RowWord offers, Distance from,
                 Distance most) const {
    const Word& masks = words_[static_cast<std::size_t>(word)];
    for (Distance d = from; d < kFar; ++d) {
      if (d >= most) return most;
      if ((masks.at[Slot(d)] & offers) != 0) return d;
    }
    for (RowWord far = masks.at[kFar] & offers; far != 0; far &= far - 1) {
      most = std::min(most, offer(graph_.OfferAt(word, Lowest(far))));
    }
    return most;
  }

  static int Lowest(RowWord offers) { return __builtin_ctzll(offers); }

 private:
  // Distances from here on share a mask.
  static constexpr Distance kFar = 7;
  struct alignas(64) Word {
    std::array<RowWord, kFar + 1> at{};
  };

  static std::size_t Slot(Distance distance) {
    return static_cast<std::size_t>(std::min(distance, kFar));
  }
  RowWord BitOf(std::int32_t o) const {
    return RowWord{1} << graph_.offer(o).bit;
  }
  RowWord& MaskOf(std::int32_t word, Distance distance) {
    return words_[static_cast<std::size_t>(word)].at[Slot(distance)];
  }

  const PoolGraph& graph_;
  std::vector<Word> words_;
  std::vector<RowWord> open_;  // by word
  std::vector<Distance> offer_;
  std::vector<Distance> need_;
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_POOL_LABELS_H_
