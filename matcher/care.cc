// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/care.h"

#include <algorithm>
#include <functional>

namespace twinaid::matcher {
namespace {

std::size_t At(LocalIndex index) { return static_cast<std::size_t>(index); }

constexpr CareNumber kOnePercent = CareNumber{1} << 64;
// Above every distance: at most 2^24 arcs of 100 percent each.
constexpr CareNumber kFar = kOnePercent << 40;

}  // namespace

CareCost ToCareCost(CareNumber number) {
  CareCost cost;
  cost.shelf_days = static_cast<std::int64_t>(number);  // modulo 2^64
  cost.quality_loss =
      static_cast<std::int64_t>((number - cost.shelf_days) / kOnePercent);
  return cost;
}

const Care& CareFlow::Of(const PairGraph& graph,
                         const std::vector<std::int64_t>& covered) {
  Begin(graph);
  for (std::size_t n = 0; n < graph.needs.size(); ++n) {
    if (covered[n] > 0) Serve(graph, static_cast<LocalIndex>(n), covered[n]);
  }
  for (std::size_t o = 0; o < graph.offers.size(); ++o) {
    care_.offer_price[o] = offers_[o].ask - graph.offers[o].shelf_days;
  }
  return care_;
}

void CareFlow::Begin(const PairGraph& graph) {
  search_ = 0;
  offers_.clear();
  care_.left.clear();
  for (const PairOffer& offer : graph.offers) {
    offers_.emplace_back().ask = offer.shelf_days;
    care_.left.push_back(offer.base_units);
  }
  needs_.assign(graph.needs.size(), NeedState{});
  holders_.clear();
  care_.flow.assign(graph.arcs.size(), 0);
  care_.need_price.assign(graph.needs.size(), 0);
  care_.offer_price.resize(graph.offers.size());
}

void CareFlow::Serve(const PairGraph& graph, LocalIndex n,
                     std::int64_t wanted) {
  const PairNeed& need = graph.needs[At(n)];
  // As long as the cheapest offer has stock, it is what a search would find.
  CareNumber least = kFar;
  ArcIndex cheapest = need.arcs_begin;
  for (ArcIndex a = need.arcs_begin; a < need.arcs_end; ++a) {
    const PairArc& arc = graph.arcs[a];
    const CareNumber charge =
        offers_[At(arc.offer)].ask + arc.quality_loss * kOnePercent;
    if (charge >= least) continue;
    least = charge;
    cheapest = a;
  }
  care_.need_price[At(n)] = least;
  const LocalIndex offer = graph.arcs[cheapest].offer;
  if (const std::int64_t amount = std::min(wanted, care_.left[At(offer)]);
      amount > 0) {
    care_.left[At(offer)] -= amount;
    AddFlow(offer, n, cheapest, amount);
    wanted -= amount;
  }
  while (wanted > 0) wanted -= Push(graph, n, Search(graph, n), wanted);
}

// The nearest offer with stock left, by reduced costs; a step leads from a
// need to an offer, and from an offer without stock to the needs that hold
// goods of it. Raises the prices on the way, so that the way is tight.
LocalIndex CareFlow::Search(const PairGraph& graph, LocalIndex start) {
  ++search_;
  nearest_stock_ = {kFar, 0};
  heap_.clear();
  scanned_.clear();
  drained_.clear();
  Scan(graph, start, 0);
  while (true) {
    std::pop_heap(heap_.begin(), heap_.end(), std::greater<>());
    const Stop stop = heap_.back();
    heap_.pop_back();
    OfferState& offer = offers_[At(stop.index)];
    if (offer.settled == search_) continue;
    offer.settled = search_;
    if (care_.left[At(stop.index)] > 0) {
      for (const Stop& need : scanned_) {
        care_.need_price[At(need.index)] += stop.distance - need.distance;
      }
      for (const Stop& drained : drained_) {
        offers_[At(drained.index)].ask += stop.distance - drained.distance;
      }
      return stop.index;
    }
    drained_.push_back(stop);
    ScanHolders(graph, stop.index, stop.distance);
  }
}

void CareFlow::Scan(const PairGraph& graph, LocalIndex n, CareNumber distance) {
  needs_[At(n)].visited = search_;
  scanned_.push_back({distance, n});
  const PairNeed& need = graph.needs[At(n)];
  const CareNumber base = distance - care_.need_price[At(n)];
  for (ArcIndex a = need.arcs_begin; a < need.arcs_end; ++a) {
    const PairArc& arc = graph.arcs[a];
    OfferState& offer = offers_[At(arc.offer)];
    const Stop stop = {base + offer.ask + arc.quality_loss * kOnePercent,
                       arc.offer};
    // Beyond the nearest stock the search will not come.
    if (stop > nearest_stock_ || offer.settled == search_) continue;
    if (offer.reached == search_ && stop.distance >= offer.distance) continue;
    if (care_.left[At(arc.offer)] > 0) nearest_stock_ = stop;
    offer.reached = search_;
    offer.distance = stop.distance;
    offer.by_need = n;
    offer.by_arc = a;
    heap_.push_back(stop);
    std::push_heap(heap_.begin(), heap_.end(), std::greater<>());
  }
}

// Scans the needs that hold goods of the offer, in the order in which they got
// them; forgets those that gave them back.
void CareFlow::ScanHolders(const PairGraph& graph, LocalIndex o,
                           CareNumber distance) {
  OfferState& offer = offers_[At(o)];
  std::int32_t before = kNone;
  for (std::int32_t h = offer.first_holder; h != kNone;) {
    const Holder holder = holders_[At(h)];
    if (care_.flow[holder.arc] == 0) {
      (before == kNone ? offer.first_holder : holders_[At(before)].next) =
          holder.next;
      if (holder.next == kNone) offer.last_holder = before;
    } else {
      before = h;
      if (needs_[At(holder.need)].visited != search_) {
        needs_[At(holder.need)].from = holder.arc;
        Scan(graph, holder.need, distance);
      }
    }
    h = holder.next;
  }
}

// Sends at most `wanted` along the way that Search found.
std::int64_t CareFlow::Push(const PairGraph& graph, LocalIndex start,
                            LocalIndex end, std::int64_t wanted) {
  std::int64_t amount = std::min(wanted, care_.left[At(end)]);
  for (LocalIndex n = offers_[At(end)].by_need; n != start;) {
    const ArcIndex from = needs_[At(n)].from;
    amount = std::min(amount, care_.flow[from]);
    n = offers_[At(graph.arcs[from].offer)].by_need;
  }
  care_.left[At(end)] -= amount;
  for (LocalIndex o = end;;) {
    const LocalIndex n = offers_[At(o)].by_need;
    AddFlow(o, n, offers_[At(o)].by_arc, amount);
    if (n == start) return amount;
    const ArcIndex from = needs_[At(n)].from;
    care_.flow[from] -= amount;
    o = graph.arcs[from].offer;
  }
}

void CareFlow::AddFlow(LocalIndex o, LocalIndex need, ArcIndex arc,
                       std::int64_t amount) {
  std::int64_t& flow = care_.flow[arc];
  flow += amount;
  if (flow > amount) return;
  OfferState& offer = offers_[At(o)];
  const auto h = static_cast<std::int32_t>(holders_.size());
  holders_.push_back({need, kNone, arc});
  (offer.last_holder == kNone ? offer.first_holder
                              : holders_[At(offer.last_holder)].next) = h;
  offer.last_holder = h;
}

}  // namespace twinaid::matcher
