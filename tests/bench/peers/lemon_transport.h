// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Stock to needs at the greatest worth, by LEMON's network simplex.
#ifndef TWINAID_TESTS_BENCH_PEERS_LEMON_TRANSPORT_H_
#define TWINAID_TESTS_BENCH_PEERS_LEMON_TRANSPORT_H_

#include <cstdint>
#include <vector>

#include "tests/bench/peers/peer.h"

namespace twinaid::bench {

// So many units of a need are worth so much each.
struct Demand {
  std::int32_t need = 0;
  std::int64_t units = 0;
  std::int64_t worth = 0;
};

struct Transport {
  struct Arc {
    std::int32_t offer = 0;
    std::int32_t need = 0;
  };
  std::vector<std::int64_t> stock;  // by offer
  std::int32_t needs = 0;
  std::vector<Demand> demands;  // in any order
  std::vector<Arc> arcs;
};

// The greatest sum of worth. It is below 2^63, as is worth times nodes.
PeerAnswer LemonTransport(const Transport& transport);

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_PEERS_LEMON_TRANSPORT_H_
