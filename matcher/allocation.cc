// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/allocation.h"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>

namespace twinaid::matcher {
namespace {

std::size_t At(LocalIndex index) { return static_cast<std::size_t>(index); }

std::int64_t Shipped(const PairGraph& graph, const Care& care, std::size_t o) {
  return graph.offers[o].base_units - care.left[o];
}

// The offer that ships the smallest part of its minimum lot; -1 if all reach
// theirs.
LocalIndex WorstLot(const PairGraph& graph, const Care& care) {
  LocalIndex worst = -1;
  for (std::size_t o = 0; o < graph.offers.size(); ++o) {
    const std::int64_t shipped = Shipped(graph, care, o);
    if (shipped == 0 || shipped >= graph.offers[o].min_lot) continue;
    if (worst >= 0) {
      // shipped / lot as a fraction, without division.
      const Int128 here = Int128{shipped} * graph.offers[At(worst)].min_lot;
      const Int128 there =
          Int128{Shipped(graph, care, At(worst))} * graph.offers[o].min_lot;
      if (here >= there) continue;
    }
    worst = static_cast<LocalIndex>(o);
  }
  return worst;
}

// Adds to `allocation`, out of order.
void Fill(const PairGraph& graph, const Coverage& coverage, const Care& care,
          Allocation& allocation) {
  allocation.shipped += coverage.value;
  for (std::size_t n = 0; n < graph.needs.size(); ++n) {
    if (coverage.covered[n] == 0) continue;
    const PairNeed& need = graph.needs[n];
    for (ArcIndex a = need.arcs_begin; a < need.arcs_end; ++a) {
      if (care.flow[a] == 0) continue;
      const PairArc& arc = graph.arcs[a];
      allocation.flows.push_back({need.need, graph.offers[At(arc.offer)].offer,
                                  care.flow[a],
                                  kMaxQuality - arc.quality_loss});
    }
    allocation.need_prices.push_back(
        {need.need, ToCareCost(care.need_price[n])});
  }
  for (std::size_t o = 0; o < graph.offers.size(); ++o) {
    if (care.left[o] > 0) continue;
    allocation.offer_prices.push_back({graph.offers[o].offer,
                                       coverage.offer_urgency[o],
                                       ToCareCost(care.offer_price[o])});
  }
}

void Clear(Allocation& allocation) {
  allocation.shipped = {};
  allocation.flows.clear();
  allocation.dropped_offers.clear();
  allocation.offer_prices.clear();
  allocation.need_prices.clear();
}

void Sort(Allocation& allocation) {
  std::sort(allocation.flows.begin(), allocation.flows.end(),
            [](const Flow& a, const Flow& b) {
              return std::tie(a.need, a.offer) < std::tie(b.need, b.offer);
            });
  std::sort(allocation.dropped_offers.begin(), allocation.dropped_offers.end());
  std::sort(allocation.offer_prices.begin(), allocation.offer_prices.end(),
            [](const OfferPrice& a, const OfferPrice& b) {
              return a.offer < b.offer;
            });
  std::sort(
      allocation.need_prices.begin(), allocation.need_prices.end(),
      [](const NeedPrice& a, const NeedPrice& b) { return a.need < b.need; });
}

}  // namespace

void GraphAllocator::Add(PairGraph& graph, Allocation& allocation) {
  while (true) {
    const Coverage& coverage = cover_.Of(graph);
    const Care& care = care_.Of(graph, coverage.covered);
    const LocalIndex worst = WorstLot(graph, care);
    if (worst < 0) {
      Fill(graph, coverage, care, allocation);
      return;
    }
    allocation.dropped_offers.push_back(graph.offers[At(worst)].offer);
    graph.Remove(worst);
  }
}

Allocation Allocate(PairGraph graph) {
  Allocation allocation;
  GraphAllocator().Add(graph, allocation);
  Sort(allocation);
  return allocation;
}

const Allocation& PairAllocator::Of(const Tie& tie) {
  Clear(allocation_);
  for (const NeedCell& needs : shelves_.NeedCells(tie.recipient)) {
    const OfferCell* const offers =
        shelves_.FindOfferCell(tie.donor, needs.family);
    if (offers == nullptr) continue;
    builder_.Build(tie, needs, *offers, graph_);
    allocator_.Add(graph_, allocation_);
  }
  Sort(allocation_);
  return allocation_;
}

}  // namespace twinaid::matcher
