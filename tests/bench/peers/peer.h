// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What is asked of solvers by others, and what they answer. Plain enough for
// C++17.
#ifndef TWINAID_TESTS_BENCH_PEERS_PEER_H_
#define TWINAID_TESTS_BENCH_PEERS_PEER_H_

#include <cstdint>
#include <vector>

#include "tests/bench/timing.h"

namespace twinaid::bench {

// Ends are counted from 0, on each side on its own where there are two sides.
struct PeerEdge {
  std::int32_t from = 0;
  std::int32_t to = 0;
  std::int64_t weight = 0;  // above 0
};

struct PeerAnswer {
  std::int64_t optimum = 0;
  Nanoseconds time = 0;  // without building the peer's own graph
};

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_PEERS_PEER_H_
