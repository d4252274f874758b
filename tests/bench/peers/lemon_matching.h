// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Maximum-weight matching, by LEMON's blossom algorithm.
#ifndef TWINAID_TESTS_BENCH_PEERS_LEMON_MATCHING_H_
#define TWINAID_TESTS_BENCH_PEERS_LEMON_MATCHING_H_

#include <cstdint>
#include <vector>

#include "tests/bench/peers/peer.h"

namespace twinaid::bench {

// Of donors and recipients.
PeerAnswer LemonBipartiteMatching(std::int32_t places,
                                  const std::vector<PeerEdge>& edges);

// Of places among each other; edges have no direction.
PeerAnswer LemonGeneralMatching(std::int32_t places,
                                const std::vector<PeerEdge>& edges);

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_PEERS_LEMON_MATCHING_H_
