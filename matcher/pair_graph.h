// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The offers of a donor and the needs of a recipient that can go together, of
// one family or of all.

#ifndef TWINAID_MATCHER_PAIR_GRAPH_H_
#define TWINAID_MATCHER_PAIR_GRAPH_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "matcher/instance.h"
#include "matcher/solution.h"

namespace twinaid::matcher {

// Position of an offer or a need in a PairGraph.
using LocalIndex = std::int32_t;
// Position in PairGraph::arcs.
using ArcIndex = std::size_t;

// From a need to an offer that can serve it.
struct PairArc {
  LocalIndex offer = 0;
  std::int32_t quality_loss = 0;  // percent
};

struct PairNeed {
  NeedIndex need = 0;
  std::int32_t tier = 0;
  std::int64_t points = 0;  // per base unit
  UrgencyPrice urgency;     // what it presses, by the rule of the instance
  std::int64_t base_units = 0;
  ArcIndex arcs_begin = 0;  // its arcs, by offer
  ArcIndex arcs_end = 0;
};

struct PairOffer {
  OfferIndex offer = 0;
  std::int64_t base_units = 0;
  std::int64_t min_lot = 0;
  std::int64_t shelf_days = 0;  // 0 to kMaxShelfDays
};

struct PairGraph {
  std::vector<PairNeed> needs;    // the most urgent first, then by index
  std::vector<PairOffer> offers;  // by index
  std::vector<PairArc> arcs;      // by need

  std::span<const PairArc> ArcsOf(const PairNeed& need) const {
    return {arcs.data() + need.arcs_begin, arcs.data() + need.arcs_end};
  }
  // Empties it and keeps its memory.
  void Clear();
  // Takes out one offer and its arcs; needs stay, even without an arc.
  // Time O(offers + arcs).
  void Remove(LocalIndex offer);
};

// Shelf life counts up to this many days; goods that keep for ever have it.
inline constexpr std::int64_t kMaxShelfDays = 36525;

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_PAIR_GRAPH_H_
