// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/pair_graph.h"

#include <algorithm>
#include <bit>
#include <cstddef>

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

PairGraph MakePairGraph(const Instance& instance,
                        const Compatibility& compatibility,
                        const Shelves& shelves, const Tie& tie,
                        const NeedCell& needs, const OfferCell& offers) {
  PairGraph graph;
  std::vector<OfferIndex> used;  // their positions are the local ones
  std::vector<RowWord> rows(offers.words());
  for (NeedRowIndex n = needs.begin; n < needs.end; ++n) {
    if (!shelves.Candidates(offers, n, tie.recipient, tie.transit_days, rows)) {
      continue;
    }
    PairNeed& need = graph.needs.emplace_back();
    const NeedRow& row = shelves.needs()[static_cast<std::size_t>(n)];
    need.need = shelves.need_index(n);
    need.tier = row.tier();
    need.points = row.points();
    need.urgency = UrgencyOf(instance.tiers, need.tier, need.points);
    need.base_units = row.base_units();
    for (std::size_t word = 0; word < rows.size(); ++word) {
      for (RowWord left = rows[word]; left != 0; left &= left - 1) {
        need.offers.push_back(shelves.offer_index(
            offers.begin + static_cast<OfferRowIndex>(word) * kRowsPerWord +
            std::countr_zero(left)));
      }
    }
    std::sort(need.offers.begin(), need.offers.end());
    used.insert(used.end(), need.offers.begin(), need.offers.end());
  }
  std::sort(used.begin(), used.end());
  used.erase(std::unique(used.begin(), used.end()), used.end());
  for (const OfferIndex o : used) {
    const Offer& offer = instance.offers[static_cast<std::size_t>(o)];
    graph.offers.push_back({o, offer.base_units, offer.min_lot});
  }
  for (PairNeed& need : graph.needs) {
    const Need& record = instance.needs[static_cast<std::size_t>(need.need)];
    need.cost.reserve(need.offers.size());
    for (LocalIndex& offer : need.offers) {
      need.cost.push_back(
          CostOf(compatibility, record,
                 instance.offers[static_cast<std::size_t>(offer)]));
      offer = static_cast<LocalIndex>(
          std::lower_bound(used.begin(), used.end(), offer) - used.begin());
    }
  }
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
