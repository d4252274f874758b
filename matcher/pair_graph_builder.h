// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Makes the graphs of pairs, one family after the other.

#ifndef TWINAID_MATCHER_PAIR_GRAPH_BUILDER_H_
#define TWINAID_MATCHER_PAIR_GRAPH_BUILDER_H_

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "matcher/compatibility.h"
#include "matcher/instance.h"
#include "matcher/pair_graph.h"
#include "matcher/shelves.h"

namespace twinaid::matcher {

// Borrows all, which are of one instance; one thread at a time. Keeps its
// memory: O(offers + needs * offers / 64) of the largest family.
class PairGraphBuilder {
 public:
  PairGraphBuilder(const Instance& instance, const Compatibility& compatibility,
                   const Shelves& shelves)
      : instance_(instance), compatibility_(compatibility), shelves_(shelves) {}

  // Makes `graph` that of one family over a tie: needs and offers with at least
  // one arc. The cells are of the family, at the recipient and at the donor.
  // Time, for a offers and b needs: O(a b), and O(log substitutes) for a need
  // and an item that can serve it.
  void Build(const Tie& tie, const NeedCell& needs, const OfferCell& offers,
             PairGraph& graph);

 private:
  // An offer of the graph; its position is the local one.
  struct Used {
    OfferIndex offer = 0;
    std::int32_t row = 0;    // in its cell
    std::size_t losses = 0;  // in losses_, that of its item
  };
  // The quality that an item loses, as far as it is known.
  struct Loss {
    NeedIndex need = -1;  // the need that it was last asked for
    std::int32_t percent = 0;
  };

  void AddNeeds(const Tie& tie, const NeedCell& needs, const OfferCell& offers,
                PairGraph& graph);
  void AddOffers(const OfferCell& offers, PairGraph& graph);
  void AddArcs(PairGraph& graph);

  const Instance& instance_;
  const Compatibility& compatibility_;
  const Shelves& shelves_;
  std::size_t words_ = 0;      // of the cell of the offers
  std::vector<RowWord> rows_;  // by need: who can serve it
  std::vector<RowWord> any_;   // who can serve one of them
  std::vector<Used> used_;
  std::vector<std::pair<ItemIndex, LocalIndex>> items_;
  std::vector<Loss> losses_;  // by item among those of used_
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_PAIR_GRAPH_BUILDER_H_
