// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/pair_graph.h"

#include <algorithm>
#include <cstddef>
#include <tuple>

#include "matcher/points.h"

namespace twinaid::matcher {
namespace {

CareCost CostOf(const Compatibility& compatibility, const Need& need,
                const Offer& offer) {
  CareCost cost;
  cost.quality_loss =
      kMaxQuality - compatibility.Quality(need.item, offer.item);
  cost.shelf_days =
      offer.expiry == kNoDay
          ? kMaxShelfDays
          : std::min<std::int64_t>(kMaxShelfDays,
                                   std::int64_t{offer.expiry} - offer.ready);
  return cost;
}

}  // namespace

ByPlace::ByPlace(const Instance& instance)
    : needs(static_cast<std::size_t>(instance.places)),
      offers(static_cast<std::size_t>(instance.places)) {
  for (std::size_t i = 0; i < instance.needs.size(); ++i) {
    needs[static_cast<std::size_t>(instance.needs[i].place)].push_back(
        static_cast<NeedIndex>(i));
  }
  for (std::size_t i = 0; i < instance.offers.size(); ++i) {
    offers[static_cast<std::size_t>(instance.offers[i].place)].push_back(
        static_cast<OfferIndex>(i));
  }
}

PairGraph MakePairGraph(const Instance& instance,
                        const Compatibility& compatibility,
                        const std::vector<std::int64_t>& points,
                        const ByPlace& by_place, const Tie& tie) {
  const std::vector<OfferIndex>& offers =
      by_place.offers[static_cast<std::size_t>(tie.donor)];
  std::vector<LocalIndex> used(offers.size(), -1);
  PairGraph graph;
  for (const NeedIndex n :
       by_place.needs[static_cast<std::size_t>(tie.recipient)]) {
    const Need& row = instance.needs[static_cast<std::size_t>(n)];
    if (row.base_units == 0) continue;
    PairNeed need;
    need.need = n;
    need.tier = row.tier;
    need.points = points[static_cast<std::size_t>(n)];
    need.urgency = UrgencyOf(instance.tiers, need.tier, need.points);
    need.base_units = row.base_units;
    for (std::size_t k = 0; k < offers.size(); ++k) {
      const Offer& offer = instance.offers[static_cast<std::size_t>(offers[k])];
      if (compatibility.Judge(n, offers[k], tie.transit_days) !=
          UnmetReason::kStockUsedUp) {
        continue;
      }
      used[k] = 0;
      need.offers.push_back(static_cast<LocalIndex>(k));
      need.cost.push_back(CostOf(compatibility, row, offer));
    }
    if (!need.offers.empty()) graph.needs.push_back(std::move(need));
  }
  for (std::size_t k = 0; k < offers.size(); ++k) {
    if (used[k] < 0) continue;
    const Offer& offer = instance.offers[static_cast<std::size_t>(offers[k])];
    used[k] = static_cast<LocalIndex>(graph.offers.size());
    graph.offers.push_back({offers[k], offer.base_units, offer.min_lot});
  }
  for (PairNeed& need : graph.needs) {
    for (LocalIndex& offer : need.offers) {
      offer = used[static_cast<std::size_t>(offer)];
    }
  }
  std::sort(graph.needs.begin(), graph.needs.end(),
            [](const PairNeed& a, const PairNeed& b) {
              return std::tie(a.urgency.tier, b.urgency.points, a.need) <
                     std::tie(b.urgency.tier, a.urgency.points, b.need);
            });
  return graph;
}

PairGraph WithoutOffer(const PairGraph& graph, LocalIndex dropped) {
  PairGraph rest;
  for (const PairNeed& need : graph.needs) {
    PairNeed kept = need;
    kept.offers.clear();
    kept.cost.clear();
    for (std::size_t k = 0; k < need.offers.size(); ++k) {
      const LocalIndex offer = need.offers[k];
      if (offer == dropped) continue;
      kept.offers.push_back(offer > dropped ? offer - 1 : offer);
      kept.cost.push_back(need.cost[k]);
    }
    rest.needs.push_back(std::move(kept));
  }
  rest.offers = graph.offers;
  rest.offers.erase(rest.offers.begin() + dropped);
  return rest;
}

}  // namespace twinaid::matcher
