// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Solves one family of a pool.

#ifndef TWINAID_MATCHER_POOL_FAMILY_H_
#define TWINAID_MATCHER_POOL_FAMILY_H_

#include <vector>

#include "matcher/instance.h"
#include "matcher/pool.h"
#include "matcher/pool_graph.h"
#include "matcher/shelves.h"

namespace twinaid::matcher {

// Only offers with a price are in `prices`.
struct PoolFamilyResult {
  struct Priced {
    OfferIndex offer = 0;
    PoolPrice price;
  };
  std::vector<Flow> flows;             // in any order; without quality
  std::vector<BarredShipment> barred;  // in any order
  std::vector<Priced> prices;
  std::vector<Priced> relaxed_prices;  // only where anything is barred
  PoolValue relaxed;
  PoolValue shipped;
};

// Borrows all for the time of the call. Thread-safe.
PoolFamilyResult SolvePoolFamily(const Instance& instance,
                                 const Shelves& shelves, const PoolTies& ties,
                                 FamilyIndex family, PoolOrder order);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_POOL_FAMILY_H_
