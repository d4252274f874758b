// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The pool of one substitution group as a transport problem whose greatest
// worth is the engine's order of priority.
#ifndef TWINAID_TESTS_BENCH_POOL_PROBLEM_H_
#define TWINAID_TESTS_BENCH_POOL_PROBLEM_H_

#include <cstdint>
#include <vector>

#include "matcher/instance.h"
#include "matcher/weight.h"
#include "tests/bench/peers/lemon_transport.h"

namespace twinaid::bench {

enum class PoolOrder {
  kValue,  // tier, points falling, index
  kFair,   // tier, band of eight, points falling, index
};

struct PoolProblem {
  Transport transport;
  std::vector<matcher::OfferIndex> offers;  // by offer of `transport`
  std::vector<matcher::NeedIndex> needs;    // by need of `transport`

  // What these base units are worth (by need of the instance, each at most what
  // it asks for). A need's bands are filled from the first.
  matcher::Int128 WorthOf(const std::vector<std::int64_t>& covered) const;
};

// What is open in the instance, over all its ties. The k-th band or need from
// the end of the order is worth k a unit: what is best for one falling sequence
// of worths is best for all, because the coverages that can be reached form a
// polymatroid, and these are small enough for 64 bits.
//
// Time O(sum over ties of offers * needs of the group).
PoolProblem MakePoolProblem(const matcher::Instance& instance,
                            std::int32_t group, PoolOrder order);

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_POOL_PROBLEM_H_
