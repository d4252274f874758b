// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The most careful way to reach a coverage: least loss of quality, then goods
// with the shortest shelf life first.

#ifndef TWINAID_MATCHER_CARE_H_
#define TWINAID_MATCHER_CARE_H_

#include <cstdint>
#include <vector>

#include "matcher/pair_graph.h"
#include "matcher/weight.h"

namespace twinaid::matcher {

// Quality loss in percent, shelf days; compared in this order.
using Cost = DigitVector<std::int64_t, 2>;

struct Care {
  // By need of the graph, then by the need's offers: base units.
  std::vector<std::vector<std::int64_t>> flow;
  // Prices that prove it: need price - offer price <= cost on every arc of a
  // need that is covered at all, with equality where something flows; an offer
  // with stock left has price zero, no offer a negative one.
  std::vector<Cost> need_price;
  std::vector<Cost> offer_price;
};

// Minimum-cost flow with the covered amounts as demands, by shortest paths with
// prices (Dijkstra, stopped at the first stock).
// The amounts can be served: CoverBest reached them. Time O(arcs log arcs) a
// path; a path ends with a need covered, an offer used up or a flow taken back.
Care AllocateWithCare(const PairGraph& graph,
                      const std::vector<std::int64_t>& covered);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_CARE_H_
