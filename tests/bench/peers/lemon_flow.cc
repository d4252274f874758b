// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/peers/lemon_flow.h"

#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <cstdlib>

namespace twinaid::bench {
namespace {

using Graph = lemon::SmartDigraph;

struct Network {
  Graph graph;
  Graph::ArcMap<std::int64_t> cost{graph};
  Graph::ArcMap<std::int64_t> capacity{graph};
  Graph::NodeMap<std::int64_t> supply{graph};
};

void Build(std::int32_t places, const std::vector<PeerEdge>& edges,
           Network& network) {
  Graph& graph = network.graph;
  graph.reserveNode(2 * places + 1);
  graph.reserveArc(static_cast<int>(edges.size()) + 2 * places);
  for (std::int32_t i = 0; i < 2 * places; ++i) {
    network.supply[graph.addNode()] = i < places ? 1 : 0;
  }
  network.supply[graph.addNode()] = -places;  // past all recipients
  const auto add = [&](std::int32_t from, std::int32_t to, std::int64_t cost) {
    const Graph::Arc arc =
        graph.addArc(Graph::nodeFromId(from), Graph::nodeFromId(to));
    network.cost[arc] = cost;
    network.capacity[arc] = 1;
  };
  for (std::int32_t i = 0; i < places; ++i) {
    add(i, 2 * places, 0);
    add(places + i, 2 * places, 0);
  }
  for (const PeerEdge& edge : edges) {
    add(edge.from, places + edge.to, -edge.weight);
  }
}

template <typename Algorithm>
PeerAnswer Solve(std::int32_t places, const std::vector<PeerEdge>& edges) {
  Network network;
  Build(places, edges, network);
  PeerAnswer answer;
  answer.time = TimeOf([&] {
    Algorithm algorithm(network.graph);
    algorithm.upperMap(network.capacity)
        .costMap(network.cost)
        .supplyMap(network.supply);
    if (algorithm.run() != Algorithm::OPTIMAL) std::abort();
    answer.optimum = -algorithm.template totalCost<std::int64_t>();
  });
  return answer;
}

}  // namespace

PeerAnswer LemonNetworkSimplex(std::int32_t places,
                               const std::vector<PeerEdge>& edges) {
  return Solve<lemon::NetworkSimplex<Graph, std::int64_t, std::int64_t>>(places,
                                                                         edges);
}

PeerAnswer LemonCostScaling(std::int32_t places,
                            const std::vector<PeerEdge>& edges) {
  return Solve<lemon::CostScaling<Graph, std::int64_t, std::int64_t>>(places,
                                                                      edges);
}

}  // namespace twinaid::bench
