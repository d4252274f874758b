// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The offers of a donor and the needs of a recipient that can go together, of
// one family or of all.

#ifndef TWINAID_MATCHER_PAIR_GRAPH_H_
#define TWINAID_MATCHER_PAIR_GRAPH_H_

#include <cstdint>
#include <vector>

#include "matcher/compatibility.h"
#include "matcher/instance.h"
#include "matcher/shelves.h"
#include "matcher/solution.h"

namespace twinaid::matcher {

// Position of an offer or a need in a PairGraph.
using LocalIndex = std::int32_t;

struct PairNeed {
  NeedIndex need = 0;
  std::int32_t tier = 0;
  std::int64_t points = 0;  // per base unit
  UrgencyPrice urgency;     // what it presses, by the rule of the instance
  std::int64_t base_units = 0;
  std::vector<LocalIndex> offers;  // that can serve it, ascending
  std::vector<CareCost> cost;      // of one base unit from each of them
};

struct PairOffer {
  OfferIndex offer = 0;
  std::int64_t base_units = 0;
  std::int64_t min_lot = 0;
};

struct PairGraph {
  std::vector<PairNeed> needs;    // the most urgent first, then by index
  std::vector<PairOffer> offers;  // by index
};

// Shelf life counts up to this many days; goods that keep for ever have it.
inline constexpr std::int64_t kMaxShelfDays = 36525;

// The graph of one family over a tie: needs and offers with at least one arc.
// Compatibility and shelves are of the instance; the cells are of the family,
// at the recipient and at the donor. Time, for a offers and b needs: O(b a /
// 64) and O(log a) an arc.
PairGraph MakePairGraph(const Instance& instance,
                        const Compatibility& compatibility,
                        const Shelves& shelves, const Tie& tie,
                        const NeedCell& needs, const OfferCell& offers);

// The graph without one offer.
PairGraph WithoutOffer(const PairGraph& graph, LocalIndex offer);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_PAIR_GRAPH_H_
