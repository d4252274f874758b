// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Places with people in them, and the sister links between them: the ground on
// which the generator puts needs and offers.
#ifndef TWINAID_TESTS_BENCH_GEOGRAPHY_H_
#define TWINAID_TESTS_BENCH_GEOGRAPHY_H_

#include <cstdint>
#include <vector>

#include "tests/bench/scale.h"

namespace twinaid::bench {

struct Site {
  std::int64_t population = 0;
  std::int32_t province = 0;
  bool stricken = false;  // its whole province is
};

// A link without direction between two positions of `sites`.
struct Link {
  std::int32_t a = 0;
  std::int32_t b = 0;
  std::int32_t transit_days = 0;
  std::int32_t affinity = 0;
};

struct Geography {
  std::vector<Site> sites;
  std::vector<Link> links;  // no two join the same two sites
};

// Whether a province is stricken: 15 in 100 are.
std::vector<bool> DrawStricken(std::int32_t provinces, std::uint64_t seed);

// Scatters places around the centres of provinces (one for every 25 places, at
// least 8) with log-normal populations, and links them, the larger ones more
// often and mostly across provinces. Transit is 1 to 11 days by distance;
// affinity is 2 for 60 in 100 links, 1 for 30, otherwise 0.
//
// The scale has at most an eighth as many links as pairs of places. Time
// O((places + links) log places).
Geography ScatterPlaces(const Scale& scale, std::uint64_t seed);

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_GEOGRAPHY_H_
