// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/matcher/lemon_oracle.h"

#include <lemon/list_graph.h>
#include <lemon/matching.h>
#include <lemon/network_simplex.h>

#include <cstddef>
#include <cstdlib>

namespace twinaid::matcher {
namespace {

using Bipartite = lemon::ListGraph;
using Network = lemon::ListDigraph;

std::size_t At(int index) { return static_cast<std::size_t>(index); }

}  // namespace

std::int64_t GreatestMatchingWeight(int donors, int recipients,
                                    const std::vector<OracleEdge>& edges) {
  Bipartite graph;
  std::vector<Bipartite::Node> from, to;
  for (int i = 0; i < donors; ++i) from.push_back(graph.addNode());
  for (int i = 0; i < recipients; ++i) to.push_back(graph.addNode());
  Bipartite::EdgeMap<std::int64_t> weight(graph);
  for (const OracleEdge& edge : edges) {
    weight[graph.addEdge(from[At(edge.donor)], to[At(edge.recipient)])] =
        edge.weight;
  }
  lemon::MaxWeightedMatching<Bipartite, Bipartite::EdgeMap<std::int64_t>>
      matching(graph, weight);
  matching.run();
  return matching.matchingWeight();
}

std::int64_t LeastTransportCost(const std::vector<std::int64_t>& stock,
                                const std::vector<std::int64_t>& wanted,
                                const std::vector<OracleArc>& arcs,
                                bool exact) {
  Network network;
  std::vector<Network::Node> offers, needs;
  const Network::Node source = network.addNode();
  const Network::Node sink = network.addNode();
  Network::ArcMap<std::int64_t> capacity(network), cost(network, 0);
  const auto add = [&](Network::Node a, Network::Node b, std::int64_t most,
                       std::int64_t price) {
    const Network::Arc arc = network.addArc(a, b);
    capacity[arc] = most;
    cost[arc] = price;
  };
  std::int64_t total = 0;
  for (const std::int64_t units : stock) {
    offers.push_back(network.addNode());
    add(source, offers.back(), units, 0);
  }
  for (const std::int64_t units : wanted) {
    needs.push_back(network.addNode());
    add(needs.back(), sink, units, 0);
    total += units;
  }
  for (const OracleArc& arc : arcs) {
    add(offers[At(arc.offer)], needs[At(arc.need)], total, arc.cost);
  }
  // What is not worth sending, or need not be, goes past everything.
  if (!exact) add(source, sink, total, 0);
  lemon::NetworkSimplex<Network, std::int64_t, std::int64_t> simplex(network);
  simplex.upperMap(capacity).costMap(cost).stSupply(source, sink, total);
  if (simplex.run() != decltype(simplex)::OPTIMAL) std::abort();
  return simplex.totalCost<std::int64_t>();
}

}  // namespace twinaid::matcher
