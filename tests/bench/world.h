// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The sister cities of the world as a land for the generator.
#ifndef TWINAID_TESTS_BENCH_WORLD_H_
#define TWINAID_TESTS_BENCH_WORLD_H_

#include <cstdint>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "tests/bench/geography.h"

namespace twinaid::bench {

// What a place without a population is taken to have: about the median of
// those that have one.
inline constexpr std::int64_t kUnknownPopulation = 13'000;
// Transit over a link of which one end has no position.
inline constexpr std::int32_t kUnknownTransitDays = 3;

// Reads world_places.csv and world_sister_links.csv in `folder`, in the order
// of the files. A country counts as a province; 15 in 100 are stricken, by
// `seed`. Transit is a day and another for every 2,500 km, within 1 %.
//
// NOT_FOUND         a file cannot be read
// INVALID_ARGUMENT  a file is not CSV, lacks a column, names a place that is
//                   not there, or holds a number that is none
//
// Time O(bytes log places).
absl::StatusOr<Geography> ReadWorld(absl::string_view folder,
                                    std::uint64_t seed);

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_WORLD_H_
