// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/peers/lemon_transport.h"

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <cstdlib>

namespace twinaid::bench {

PeerAnswer LemonTransport(const Transport& transport) {
  using Graph = lemon::SmartDigraph;
  const auto offers = static_cast<std::int32_t>(transport.stock.size());
  const std::int32_t sink = offers + transport.needs;
  Graph graph;
  graph.reserveNode(sink + 1);
  graph.reserveArc(
      static_cast<int>(transport.arcs.size() + transport.demands.size()));
  Graph::NodeMap<std::int64_t> supply(graph);
  Graph::ArcMap<std::int64_t> cost(graph);
  Graph::ArcMap<std::int64_t> capacity(graph);
  // An offer sends at most its stock; needs and the sink take what comes.
  std::int64_t all = 0;
  for (const std::int64_t stock : transport.stock) {
    supply[graph.addNode()] = stock;
    all += stock;
  }
  for (std::int32_t i = offers; i <= sink; ++i) supply[graph.addNode()] = 0;
  const auto add = [&](std::int32_t from, std::int32_t to, std::int64_t most,
                       std::int64_t price) {
    const Graph::Arc arc =
        graph.addArc(Graph::nodeFromId(from), Graph::nodeFromId(to));
    capacity[arc] = most;
    cost[arc] = price;
  };
  for (const Transport::Arc& arc : transport.arcs) {
    add(arc.offer, offers + arc.need, all, 0);
  }
  for (const Demand& demand : transport.demands) {
    add(offers + demand.need, sink, demand.units, -demand.worth);
  }
  PeerAnswer answer;
  answer.time = TimeOf([&] {
    using Simplex = lemon::NetworkSimplex<Graph, std::int64_t, std::int64_t>;
    Simplex simplex(graph);
    simplex.upperMap(capacity).costMap(cost).supplyMap(supply).supplyType(
        Simplex::LEQ);
    if (simplex.run() != Simplex::OPTIMAL) std::abort();
    answer.optimum = -simplex.totalCost<std::int64_t>();
  });
  return answer;
}

}  // namespace twinaid::bench
