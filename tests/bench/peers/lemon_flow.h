// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Maximum-weight assignment as a minimum-cost flow, by LEMON.
#ifndef TWINAID_TESTS_BENCH_PEERS_LEMON_FLOW_H_
#define TWINAID_TESTS_BENCH_PEERS_LEMON_FLOW_H_

#include <cstdint>
#include <vector>

#include "tests/bench/peers/peer.h"

namespace twinaid::bench {

// The smallest network for it: a donor sends one unit, to a recipient or past
// all of them; a recipient takes one. Weights are below 2^40, so that
// CostScaling, which multiplies them by the number of nodes, stays in 64 bits.
// The time counts what the algorithm copies for itself.
PeerAnswer LemonNetworkSimplex(std::int32_t places,
                               const std::vector<PeerEdge>& edges);
PeerAnswer LemonCostScaling(std::int32_t places,
                            const std::vector<PeerEdge>& edges);

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_PEERS_LEMON_FLOW_H_
