// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Checks a pool against its instance without any code of the solver.

#ifndef TWINAID_MATCHER_CHECK_POOL_H_
#define TWINAID_MATCHER_CHECK_POOL_H_

#include "absl/status/status.h"
#include "matcher/instance.h"
#include "matcher/pool.h"

namespace twinaid::matcher {

// Returns OK if and only if the result is proved right, in one pass over all
// pairs of a need and an offer of its group that a tie joins:
//  - flows are in order, go over a tie where nothing is in the way, have their
//    quality, and stay within stocks, needs, lots and what is barred; barred
//    are only offers with a minimum lot;
//  - no stock is left at an offer with a price;
//  - a need that is not full meets no offer that costs less than the first band
//    it lacks;
//  - a need is served by the cheapest of its offers, at no more than the last
//    band it has. The three together are complementary slackness, which proves
//    the flows best over all arcs that are not barred;
//  - no price is higher than it has to be: each is that of a band that a need
//    of the offer lacks, or of another offer that serves such a need. So no
//    price can be changed alone;
//  - value and units are those of the flows, and equal to the sums of prices;
//    the relaxed value is equal to the sums of its own prices over all arcs.
//
// INVALID_ARGUMENT    the instance is not valid, or has two ties from one donor
//                     to one recipient
// RESOURCE_EXHAUSTED  the instance is not valid
// DATA_LOSS           the result is not proved; the message names the first
//                     fault
//
// Thread-safe. Time O(pairs as above + n log n) for n = all records and flows,
// memory O(records).
absl::Status CheckPool(const Instance& instance, PoolOrder order,
                       const PoolResult& result);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_CHECK_POOL_H_
