// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/peers/lemon_matching.h"

#include <lemon/matching.h>
#include <lemon/smart_graph.h>

namespace twinaid::bench {
namespace {

using Graph = lemon::SmartGraph;

// Edges lead to `offset` + to.
PeerAnswer Solve(std::int32_t nodes, std::int32_t offset,
                 const std::vector<PeerEdge>& edges) {
  Graph graph;
  graph.reserveNode(nodes);
  graph.reserveEdge(static_cast<int>(edges.size()));
  for (std::int32_t i = 0; i < nodes; ++i) graph.addNode();
  Graph::EdgeMap<std::int64_t> weight(graph);
  for (const PeerEdge& edge : edges) {
    weight[graph.addEdge(Graph::nodeFromId(edge.from),
                         Graph::nodeFromId(offset + edge.to))] = edge.weight;
  }
  PeerAnswer answer;
  answer.time = TimeOf([&] {
    lemon::MaxWeightedMatching<Graph, Graph::EdgeMap<std::int64_t>> matching(
        graph, weight);
    matching.run();
    answer.optimum = matching.matchingWeight();
  });
  return answer;
}

}  // namespace

PeerAnswer LemonBipartiteMatching(std::int32_t places,
                                  const std::vector<PeerEdge>& edges) {
  return Solve(2 * places, places, edges);
}

PeerAnswer LemonGeneralMatching(std::int32_t places,
                                const std::vector<PeerEdge>& edges) {
  return Solve(places, 0, edges);
}

}  // namespace twinaid::bench
