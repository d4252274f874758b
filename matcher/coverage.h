// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The best coverage of a pair: as many points as can be, tier by tier.

#ifndef TWINAID_MATCHER_COVERAGE_H_
#define TWINAID_MATCHER_COVERAGE_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "matcher/gift_log.h"
#include "matcher/pair_graph.h"

namespace twinaid::matcher {

struct Coverage {
  std::vector<std::int64_t> covered;        // by need of the graph, base units
  std::vector<UrgencyPrice> offer_urgency;  // by offer of the graph
  PairValue value;
};

// Serves the needs of graphs in their order, each as far as augmenting paths
// reach, never taking from one served before. The coverages that can be reached
// form a polymatroid, so this is the lexicographically best allocation, and for
// every weighting that follows the order. The offers that an unsuccessful
// search reaches are closed for good; the urgency of that need is their price.
// Neither depends on which paths are found.
//
// One thread at a time. Keeps its memory: O(needs + offers + arcs) of the
// largest graph.
class GraphCover {
 public:
  // Good until the next call. Time O(arcs + searches * arcs); a search ends
  // with a need covered, an offer used up or a set closed.
  const Coverage& Of(const PairGraph& graph);

 private:
  std::int64_t Serve(const PairGraph& graph, LocalIndex n);
  LocalIndex Search(const PairGraph& graph, LocalIndex start);
  void QueueTakers(LocalIndex offer);

  GiftLog log_;  // offers as rows, needs as slots
  std::int32_t search_ = 0;
  std::vector<std::int32_t> seen_;   // by offer: the last search
  std::vector<LocalIndex> reached_;  // offers, by this search
  std::vector<LocalIndex> queue_;    // needs
  Coverage coverage_;
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_COVERAGE_H_
