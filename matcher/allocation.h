// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What flows in a pair: best coverage, most careful, above the minimum lots.

#ifndef TWINAID_MATCHER_ALLOCATION_H_
#define TWINAID_MATCHER_ALLOCATION_H_

#include <vector>

#include "matcher/pair_graph.h"
#include "matcher/solution.h"

namespace twinaid::matcher {

struct Allocation {
  PairValue shipped;
  std::vector<Flow> flows;  // by need, offer
  std::vector<OfferIndex> dropped_offers;
  std::vector<OfferPrice> offer_prices;
  std::vector<NeedPrice> need_prices;
};

// Allocates; where an offer would ship below its minimum lot, leaves out the
// one that ships the smallest part of its lot (the lower index among equals)
// and allocates anew. Minimum lots make the problem NP-hard: the result is best
// for the offers that are kept, and the gap is known to the caller.
Allocation Allocate(const PairGraph& graph);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_ALLOCATION_H_
