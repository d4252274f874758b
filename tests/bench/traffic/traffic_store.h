// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A store to drive calls at: every need where a formula says it is.
#ifndef TWINAID_TESTS_BENCH_TRAFFIC_TRAFFIC_STORE_H_
#define TWINAID_TESTS_BENCH_TRAFFIC_TRAFFIC_STORE_H_

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "service/store/store.h"

namespace twinaid::bench {

inline constexpr std::int32_t kTrafficItems = 100;
// Proposals on a need, and on an offer, where there are any.
inline constexpr std::int32_t kProposalsEach = 12;

// How much is stored.
struct Traffic {
  std::int32_t places = 100;
  std::int32_t links = 0;
  std::int32_t needs = 10'000;   // a multiple of places
  std::int32_t offers = 10'000;  // a multiple of places
  // Twelve proposed matches on every need and every offer. Then there are as
  // many offers as needs, and at least 13 places with 100 of both.
  bool proposals = false;

  std::int32_t needs_each() const { return needs / places; }
  std::int32_t offers_each() const { return offers / places; }
};

// "places/p-3", "places/p-3/needs/n-307", "items/i-7", "matches/m-12".
std::string TrafficPlace(std::int32_t place);
std::string TrafficNeed(const Traffic& traffic, std::int32_t need);
std::string TrafficItem(std::int32_t item);
std::string TrafficMatch(std::int32_t match);

// Fills an empty store, the same for the same seed and `now`. A need has its
// event of the ledger, and the answer that a repeated request would get, as if
// it had been created by a call a day before `now`. None is closed or late.
absl::Status FillTraffic(store::Store& store, const Traffic& traffic,
                         std::uint64_t seed, absl::Time now);

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_TRAFFIC_TRAFFIC_STORE_H_
