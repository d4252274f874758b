// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The best coverage of a pair: as many points as can be, tier by tier.

#ifndef TWINAID_MATCHER_COVERAGE_H_
#define TWINAID_MATCHER_COVERAGE_H_

#include <cstdint>
#include <vector>

#include "matcher/pair_graph.h"

namespace twinaid::matcher {

struct Coverage {
  std::vector<std::int64_t> covered;        // by need of the graph, base units
  std::vector<UrgencyPrice> offer_urgency;  // by offer of the graph
  PairValue value;
};

// Serves the needs in their order, each as far as augmenting paths reach, never
// taking from one served before. The coverages that can be reached form a
// polymatroid, so this is the lexicographically best allocation, and for every
// weighting that follows the order. The offers that an unsuccessful search
// reaches are closed for good; the urgency of that need is their price.
//
// Time O(searches * arcs); a search ends with a need covered, an offer used up
// or a set closed.
Coverage CoverBest(const PairGraph& graph);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_COVERAGE_H_
