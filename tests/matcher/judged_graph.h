// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The graph of a pair as the model words it, for comparison.
#ifndef TWINAID_TESTS_MATCHER_JUDGED_GRAPH_H_
#define TWINAID_TESTS_MATCHER_JUDGED_GRAPH_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

#include "matcher/compatibility.h"
#include "matcher/instance.h"
#include "matcher/pair_graph.h"
#include "matcher/points.h"

namespace twinaid::matcher {

inline std::int64_t JudgedShelfDays(const Offer& offer) {
  return offer.expiry == kNoDay
             ? kMaxShelfDays
             : std::min<std::int64_t>(kMaxShelfDays,
                                      std::int64_t{offer.expiry} - offer.ready);
}

// The graph of all families of a tie, judged arc by arc over all needs and
// offers; of needs that `with` says yes to.
template <typename With>
PairGraph JudgedPairGraph(const Instance& instance, const Tie& tie,
                          const With& with) {
  const Compatibility compatibility(instance);
  const std::vector<std::int64_t> points = PointsPerBaseUnit(instance);
  std::vector<OfferIndex> offers;
  for (std::size_t o = 0; o < instance.offers.size(); ++o) {
    if (instance.offers[o].place != tie.donor) continue;
    offers.push_back(static_cast<OfferIndex>(o));
  }
  std::vector<LocalIndex> used(offers.size(), -1);
  PairGraph graph;
  for (std::size_t i = 0; i < instance.needs.size(); ++i) {
    const Need& row = instance.needs[i];
    if (row.place != tie.recipient || row.base_units == 0 || !with(row)) {
      continue;
    }
    const auto n = static_cast<NeedIndex>(i);
    PairNeed need;
    need.need = n;
    need.tier = row.tier;
    need.points = points[static_cast<std::size_t>(n)];
    need.urgency = UrgencyOf(instance.tiers, need.tier, need.points);
    need.base_units = row.base_units;
    need.arcs_begin = graph.arcs.size();
    for (std::size_t k = 0; k < offers.size(); ++k) {
      const Offer& offer = instance.offers[static_cast<std::size_t>(offers[k])];
      if (compatibility.Judge(n, offers[k], tie.transit_days) !=
          UnmetReason::kStockUsedUp) {
        continue;
      }
      used[k] = 0;
      graph.arcs.push_back(
          {static_cast<LocalIndex>(k),
           kMaxQuality - compatibility.Quality(row.item, offer.item)});
    }
    need.arcs_end = graph.arcs.size();
    if (need.arcs_end > need.arcs_begin) graph.needs.push_back(need);
  }
  for (std::size_t k = 0; k < offers.size(); ++k) {
    if (used[k] < 0) continue;
    const Offer& offer = instance.offers[static_cast<std::size_t>(offers[k])];
    used[k] = static_cast<LocalIndex>(graph.offers.size());
    graph.offers.push_back(
        {offers[k], offer.base_units, offer.min_lot, JudgedShelfDays(offer)});
  }
  for (PairArc& arc : graph.arcs) {
    arc.offer = used[static_cast<std::size_t>(arc.offer)];
  }
  std::sort(graph.needs.begin(), graph.needs.end(),
            [](const PairNeed& a, const PairNeed& b) {
              return std::tie(a.urgency.tier, b.urgency.points, a.need) <
                     std::tie(b.urgency.tier, a.urgency.points, b.need);
            });
  const std::vector<PairArc> by_index = std::move(graph.arcs);
  graph.arcs.clear();
  for (PairNeed& need : graph.needs) {
    const ArcIndex begin = graph.arcs.size();
    for (ArcIndex a = need.arcs_begin; a < need.arcs_end; ++a) {
      graph.arcs.push_back(by_index[a]);
    }
    need.arcs_begin = begin;
    need.arcs_end = graph.arcs.size();
  }
  return graph;
}

inline PairGraph JudgedPairGraph(const Instance& instance, const Tie& tie) {
  return JudgedPairGraph(instance, tie, [](const Need&) { return true; });
}

}  // namespace twinaid::matcher

#endif  // TWINAID_TESTS_MATCHER_JUDGED_GRAPH_H_
