// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Why a need of a pool is not met: who has what it could have had.

#ifndef TWINAID_MATCHER_CLOSED_SET_H_
#define TWINAID_MATCHER_CLOSED_SET_H_

#include <vector>

#include "absl/status/statusor.h"
#include "matcher/instance.h"
#include "matcher/pool.h"
#include "matcher/solution.h"

namespace twinaid::matcher {

struct ClosedOffer {
  OfferIndex offer = 0;
  bool direct = false;       // it may serve the need itself
  PoolPrice price;           // not below what the need lacks
  std::vector<Flow> serves;  // by need; all it has
};

// The offers that could serve the need directly, or by taking over from one
// that could a need which it serves, and so on: by offer. None of them has
// stock left, and all that they serve is at least as urgent as what the need
// lacks. Empty if nobody could serve it at all.
//
// INVALID_ARGUMENT     no such need, or the result is of another instance
// FAILED_PRECONDITION  the need is fully met
//
// The result is one that CheckPool accepts for the instance. Thread-safe.
// Time O(records + flows + ties + pairs of a need and an offer that is met).
absl::StatusOr<std::vector<ClosedOffer>> ClosedSet(const Instance& instance,
                                                   const PoolResult& result,
                                                   NeedIndex need);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_CLOSED_SET_H_
