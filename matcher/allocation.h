// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What flows in a pair: best coverage, most careful, above the minimum lots.

#ifndef TWINAID_MATCHER_ALLOCATION_H_
#define TWINAID_MATCHER_ALLOCATION_H_

#include <vector>

#include "matcher/compatibility.h"
#include "matcher/instance.h"
#include "matcher/pair_graph.h"
#include "matcher/shelves.h"
#include "matcher/solution.h"

namespace twinaid::matcher {

struct Allocation {
  PairValue shipped;
  std::vector<Flow> flows;                 // by need, offer
  std::vector<OfferIndex> dropped_offers;  // ascending
  std::vector<OfferPrice> offer_prices;    // of offers that gave all
  std::vector<NeedPrice> need_prices;      // of needs that got something
};

// Allocates; where an offer would ship below its minimum lot, leaves out the
// one that ships the smallest part of its lot (the lower index among equals)
// and allocates anew. Minimum lots make the problem NP-hard: the result is best
// for the offers that are kept, and the gap is known to the caller.
Allocation Allocate(const PairGraph& graph);

// The allocation of a whole tie, family by family: families share nothing, so
// it is that of the graph of all of them, for less. Compatibility and shelves
// are of the instance.
Allocation AllocatePair(const Instance& instance,
                        const Compatibility& compatibility,
                        const Shelves& shelves, const Tie& tie);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_ALLOCATION_H_
