// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A graph as peers/python_peers.py reads it.
#ifndef TWINAID_TESTS_BENCH_PEERS_GRAPH_FILE_H_
#define TWINAID_TESTS_BENCH_PEERS_GRAPH_FILE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "tests/bench/peers/peer.h"

namespace twinaid::bench {

// Writes lines of numbers separated by blanks: first places, edges and the
// optimum, then from, to and weight of every edge. False if it cannot.
bool WriteGraph(const std::string& file, std::int32_t places,
                const std::vector<PeerEdge>& edges, std::int64_t optimum);

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_PEERS_GRAPH_FILE_H_
