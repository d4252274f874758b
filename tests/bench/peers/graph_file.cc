// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/peers/graph_file.h"

#include <fstream>

namespace twinaid::bench {

bool WriteGraph(const std::string& file, std::int32_t places,
                const std::vector<PeerEdge>& edges, std::int64_t optimum) {
  std::ofstream out(file);
  out << places << ' ' << edges.size() << ' ' << optimum << '\n';
  for (const PeerEdge& edge : edges) {
    out << edge.from << ' ' << edge.to << ' ' << edge.weight << '\n';
  }
  out.close();
  return !out.fail();
}

}  // namespace twinaid::bench
