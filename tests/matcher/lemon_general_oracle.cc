// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/matcher/lemon_general_oracle.h"

#include <lemon/list_graph.h>
#include <lemon/matching.h>
#include <lemon/smart_graph.h>

#include <cstddef>

namespace twinaid::matcher {

struct LemonGeneralMatching::Graph {
  lemon::SmartGraph graph;
  lemon::SmartGraph::EdgeMap<std::int64_t> weight{graph};
};

LemonGeneralMatching::LemonGeneralMatching(
    int nodes, const std::vector<OracleGeneralEdge>& edges)
    : graph_(std::make_unique<Graph>()) {
  std::vector<lemon::SmartGraph::Node> node;
  node.reserve(static_cast<std::size_t>(nodes));
  for (int i = 0; i < nodes; ++i) node.push_back(graph_->graph.addNode());
  for (const OracleGeneralEdge& edge : edges) {
    const lemon::SmartGraph::Edge added =
        graph_->graph.addEdge(node[static_cast<std::size_t>(edge.a)],
                              node[static_cast<std::size_t>(edge.b)]);
    graph_->weight[added] = edge.weight;
  }
}

LemonGeneralMatching::~LemonGeneralMatching() = default;

std::int64_t LemonGeneralMatching::Run() {
  lemon::MaxWeightedMatching<lemon::SmartGraph,
                             lemon::SmartGraph::EdgeMap<std::int64_t>>
      matching(graph_->graph, graph_->weight);
  matching.run();
  return matching.matchingWeight();
}

}  // namespace twinaid::matcher
