// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/allocation.h"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>

#include "matcher/care.h"
#include "matcher/coverage.h"

namespace twinaid::matcher {
namespace {

std::size_t At(LocalIndex index) { return static_cast<std::size_t>(index); }

std::vector<std::int64_t> ShippedByOffer(const PairGraph& graph,
                                         const Care& care) {
  std::vector<std::int64_t> shipped(graph.offers.size(), 0);
  for (std::size_t n = 0; n < graph.needs.size(); ++n) {
    for (std::size_t k = 0; k < graph.needs[n].offers.size(); ++k) {
      shipped[At(graph.needs[n].offers[k])] += care.flow[n][k];
    }
  }
  return shipped;
}

// The offer that ships the smallest part of its minimum lot; -1 if all reach
// theirs.
LocalIndex WorstLot(const PairGraph& graph, const Care& care) {
  const std::vector<std::int64_t> shipped = ShippedByOffer(graph, care);
  LocalIndex worst = -1;
  for (std::size_t o = 0; o < shipped.size(); ++o) {
    if (shipped[o] == 0 || shipped[o] >= graph.offers[o].min_lot) continue;
    if (worst >= 0) {
      // shipped / lot as a fraction, without division.
      const Int128 here = Int128{shipped[o]} * graph.offers[At(worst)].min_lot;
      const Int128 there = Int128{shipped[At(worst)]} * graph.offers[o].min_lot;
      if (here >= there) continue;
    }
    worst = static_cast<LocalIndex>(o);
  }
  return worst;
}

CareCost ToCareCost(const Cost& cost) { return {cost[0], cost[1]}; }

// Adds to `allocation`, out of order.
void Fill(const PairGraph& graph, const Coverage& coverage, const Care& care,
          Allocation& allocation) {
  allocation.shipped += coverage.value;
  for (std::size_t n = 0; n < graph.needs.size(); ++n) {
    const PairNeed& need = graph.needs[n];
    for (std::size_t k = 0; k < need.offers.size(); ++k) {
      if (care.flow[n][k] == 0) continue;
      const auto quality =
          static_cast<std::int32_t>(kMaxQuality - need.cost[k].quality_loss);
      allocation.flows.push_back({need.need,
                                  graph.offers[At(need.offers[k])].offer,
                                  care.flow[n][k], quality});
    }
    if (coverage.covered[n] == 0) continue;
    allocation.need_prices.push_back(
        {need.need, ToCareCost(care.need_price[n])});
  }
  const std::vector<std::int64_t> shipped = ShippedByOffer(graph, care);
  for (std::size_t o = 0; o < graph.offers.size(); ++o) {
    if (shipped[o] < graph.offers[o].base_units) continue;
    allocation.offer_prices.push_back({graph.offers[o].offer,
                                       coverage.offer_urgency[o],
                                       ToCareCost(care.offer_price[o])});
  }
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

void AllocateInto(PairGraph graph, Allocation& allocation) {
  while (true) {
    const Coverage coverage = CoverBest(graph);
    const Care care = AllocateWithCare(graph, coverage.covered);
    const LocalIndex worst = WorstLot(graph, care);
    if (worst < 0) {
      Fill(graph, coverage, care, allocation);
      return;
    }
    allocation.dropped_offers.push_back(graph.offers[At(worst)].offer);
    graph = WithoutOffer(graph, worst);
  }
}

}  // namespace

Allocation Allocate(const PairGraph& graph) {
  Allocation allocation;
  AllocateInto(graph, allocation);
  Sort(allocation);
  return allocation;
}

Allocation AllocatePair(const Instance& instance,
                        const Compatibility& compatibility,
                        const Shelves& shelves, const Tie& tie) {
  Allocation allocation;
  for (const NeedCell& needs : shelves.NeedCells(tie.recipient)) {
    const OfferCell* const offers =
        shelves.FindOfferCell(tie.donor, needs.family);
    if (offers == nullptr) continue;
    AllocateInto(
        MakePairGraph(instance, compatibility, shelves, tie, needs, *offers),
        allocation);
  }
  Sort(allocation);
  return allocation;
}

}  // namespace twinaid::matcher
