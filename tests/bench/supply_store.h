// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A store full of needs and offers from a seed, for benchmarks of the service.
#ifndef TWINAID_TESTS_BENCH_SUPPLY_STORE_H_
#define TWINAID_TESTS_BENCH_SUPPLY_STORE_H_

#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/model/names.h"
#include "service/store/store.h"
#include "tests/bench/scale.h"

namespace twinaid::bench {

// What was stored, and the moment it is looked at.
struct Supplies {
  std::vector<model::NeedName> needs;
  std::vector<model::OfferName> offers;
  absl::Time now;
};

// Fills an empty store. One place in fifty is a province, the others lie in
// one; two links in a hundred join provinces. Items are wanted unevenly, the
// first by far the most, and the last of all is money in five currencies; each
// other item has up to four substitutes. Of needs and offers some are closed,
// spent in part, not confirmed for weeks, late, directed or in large lots. One
// match for every eight needs, a third of them declined.
absl::StatusOr<Supplies> FillStore(store::Store& store, const Scale& scale,
                                   std::uint64_t seed);

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_SUPPLY_STORE_H_
