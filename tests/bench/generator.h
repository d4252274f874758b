// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Instances as a season of mutual assistance would bring them, from a seed.
#ifndef TWINAID_TESTS_BENCH_GENERATOR_H_
#define TWINAID_TESTS_BENCH_GENERATOR_H_

#include <cstdint>

#include "matcher/instance.h"
#include "tests/bench/geography.h"
#include "tests/bench/scale.h"

namespace twinaid::bench {

inline constexpr std::int32_t kGroups = 8;
inline constexpr std::int32_t kItemsPerGroup = 5;

// Puts needs and offers on the land. Today is day 0.
//
// Items: 8 groups of 5 with base contents 1, 1, 2, 5, 10; 70 in 100 of the
// directed pairs in a group are substitutes, of quality 50 to 95. An item is
// needed and offered about in proportion to 1 / rank, with different ranks.
// Needs: a place has them in proportion to its people, a stricken one six times
// as many, 25, 35, 30 and 10 in 100 critical to low (elsewhere 6, 19, 45, 30);
// criticality 1 to 5; 70 in 100 accept listed substitutes, of quality 50 to 90
// at least; deadline on day 3 to 60.
// Offers: in proportion to the people, a stricken place three tenths of that;
// half are ready in the first week, the others up to day 36; 60 in 100 expire,
// on day 20 to 399; 25 in 100 have a minimum lot of a tenth of the amount, 15
// of a quarter; 2 in 100 are meant for one linked place.
// Quantities: log-normal around 60 units with a long tail up to 2,000,000.
// Ties: both directions of every link, with a tie digit of 40 random bits.
//
// Records are in the order of their places. `scale` counts needs and offers;
// its places and links are those of the land. Time O((records + links) log
// places), memory that of the instance and O(places).
matcher::Instance Generate(const Geography& land, const Scale& scale,
                           std::uint64_t seed);

// Generate on ScatterPlaces.
matcher::Instance Generate(const Scale& scale, std::uint64_t seed);

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_GENERATOR_H_
