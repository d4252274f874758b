// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/pool_family.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "matcher/pool_flow.h"
#include "matcher/pool_turns.h"

namespace twinaid::matcher {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

PoolValue ValueOf(const Instance& instance, const PoolGraph& graph,
                  const PoolFlow& flow) {
  PoolValue value;
  for (std::int32_t n = 0; n < graph.needs(); ++n) {
    const PoolGraph::NeedNode& node = graph.need(n);
    value[At(instance.needs[At(node.index)].tier)] +=
        Int128{flow.served(n)} * node.points;
  }
  return value;
}

// What an offer ships to a place.
struct Shipment {
  std::int32_t offer = 0;  // of the graph
  PlaceIndex place = 0;
};

// Shipments below their lot.
std::vector<Shipment> SmallShipments(const PoolGraph& graph,
                                     const PoolFlow& flow) {
  std::vector<Shipment> small;
  for (std::int32_t o = 0; o < graph.offers(); ++o) {
    const std::int64_t lot = graph.offer(o).min_lot;
    if (lot <= 1) continue;
    // By need, so that the needs of a place are together.
    const std::vector<PoolShare> shares = flow.SharesOf(o);
    for (std::size_t i = 0; i < shares.size();) {
      const PlaceIndex place = graph.need(shares[i].need).place;
      std::int64_t units = 0;
      for (; i < shares.size() && graph.need(shares[i].need).place == place;
           ++i) {
        units += shares[i].units;
      }
      if (units < lot) small.push_back({o, place});
    }
  }
  return small;
}

// The prices of offers closed by needs that cannot have what their turns allow.
class Prices {
 public:
  Prices(const PoolGraph& graph, const PoolFlow& flow)
      : graph_(graph),
        flow_(flow),
        seen_(At(graph.needs()), false),
        open_(graph.words(), ~RowWord{0}) {}

  // The first turn at which a need fell short, in the order of turns.
  void Close(std::int32_t need, const PoolPrice& price,
             std::vector<PoolFamilyResult::Priced>& prices) {
    if (seen_[At(need)]) return;
    seen_[At(need)] = true;
    stack_.push_back(need);
    while (!stack_.empty()) {
      const std::int32_t n = stack_.back();
      stack_.pop_back();
      for (std::size_t i = graph_.row_begin(n); i < graph_.row_begin(n + 1);
           ++i) {
        RowWord& open = open_[At(graph_.row_word(i))];
        RowWord fresh = graph_.row_offers(i) & open;
        open &= ~fresh;
        for (; fresh != 0; fresh &= fresh - 1) {
          const std::int32_t o =
              graph_.OfferAt(graph_.row_word(i), __builtin_ctzll(fresh));
          prices.push_back({graph_.offer(o).index, price});
          flow_.ForEachServed(o, [&](std::int32_t other) {
            if (seen_[At(other)]) return;
            seen_[At(other)] = true;
            stack_.push_back(other);
          });
        }
      }
    }
  }

 private:
  const PoolGraph& graph_;
  const PoolFlow& flow_;
  std::vector<bool> seen_;     // by need
  std::vector<RowWord> open_;  // by word: offers without a price
  std::vector<std::int32_t> stack_;
};

std::vector<PoolFamilyResult::Priced> PricesOf(const PoolGraph& graph,
                                               const PoolTurns& turns,
                                               const PoolFlow& flow) {
  std::vector<PoolFamilyResult::Priced> prices;
  Prices closing(graph, flow);
  turns.ForEach(
      [&](std::int32_t need, std::int64_t units, const PoolPrice& price) {
        if (units > flow.served(need)) closing.Close(need, price, prices);
      });
  return prices;
}

void TakeFlows(const PoolGraph& graph, const PoolFlow& flow,
               std::vector<Flow>& flows) {
  for (std::int32_t o = 0; o < graph.offers(); ++o) {
    for (const PoolShare& share : flow.SharesOf(o)) {
      flows.push_back(
          {graph.need(share.need).index, graph.offer(o).index, share.units, 0});
    }
  }
}

}  // namespace

PoolFamilyResult SolvePoolFamily(const Instance& instance,
                                 const Shelves& shelves, const PoolTies& ties,
                                 FamilyIndex family, PoolOrder order) {
  PoolFamilyResult result;
  PoolGraph graph(instance, shelves, ties, family);
  const PoolTurns turns(instance, graph, order);
  PoolFlow flow(graph);
  const auto secure = [&] {
    turns.ForEach([&](std::int32_t need, std::int64_t units, const PoolPrice&) {
      flow.Secure(need, units);
    });
  };
  secure();
  result.relaxed = ValueOf(instance, graph, flow);
  for (std::vector<Shipment> small = SmallShipments(graph, flow);
       !small.empty(); small = SmallShipments(graph, flow)) {
    // Before anything is barred, since it shows in the rows.
    if (result.barred.empty()) {
      result.relaxed_prices = PricesOf(graph, turns, flow);
    }
    for (const Shipment& shipment : small) {
      result.barred.push_back(
          {graph.offer(shipment.offer).index, shipment.place});
      graph.Bar(shipment.offer, shipment.place);
      flow.TakeBack(shipment.offer, shipment.place);
    }
    flow.BeginAnew();
    secure();
  }
  result.shipped = ValueOf(instance, graph, flow);
  result.prices = PricesOf(graph, turns, flow);
  TakeFlows(graph, flow, result.flows);
  return result;
}

}  // namespace twinaid::matcher
