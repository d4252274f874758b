// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What flows in a pair: best coverage, most careful, above the minimum lots.

#ifndef TWINAID_MATCHER_ALLOCATION_H_
#define TWINAID_MATCHER_ALLOCATION_H_

#include <vector>

#include "matcher/care.h"
#include "matcher/compatibility.h"
#include "matcher/coverage.h"
#include "matcher/instance.h"
#include "matcher/pair_graph.h"
#include "matcher/pair_graph_builder.h"
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
//
// One thread at a time. Keeps its memory from graph to graph.
class GraphAllocator {
 public:
  // Adds the allocation of the graph, out of order. Takes offers out of it.
  void Add(PairGraph& graph, Allocation& allocation);

 private:
  GraphCover cover_;
  CareFlow care_;
};

// The allocation of one graph.
Allocation Allocate(PairGraph graph);

// Allocates whole ties, family by family: families share nothing, so it is that
// of the graph of all of them, for less. Borrows all, which are of one
// instance; one thread at a time.
class PairAllocator {
 public:
  PairAllocator(const Instance& instance, const Compatibility& compatibility,
                const Shelves& shelves)
      : shelves_(shelves), builder_(instance, compatibility, shelves) {}

  // Good until the next call.
  const Allocation& Of(const Tie& tie);

 private:
  const Shelves& shelves_;
  PairGraphBuilder builder_;
  GraphAllocator allocator_;
  PairGraph graph_;  // of one family
  Allocation allocation_;
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_ALLOCATION_H_
