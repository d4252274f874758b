// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Checks a solution against its instance without any code of the solver.

#ifndef TWINAID_MATCHER_CERTIFICATE_CHECK_H_
#define TWINAID_MATCHER_CERTIFICATE_CHECK_H_

#include "absl/status/status.h"
#include "matcher/instance.h"
#include "matcher/solution.h"

namespace twinaid::matcher {

// Returns OK if and only if the solution is proved right:
//  - the edges are exactly the ties with value, each with its value. The value
//    of every tie is computed again, by maximum flows over needs of falling
//    urgency, because a price can prove only the allocations that were kept;
//  - potentials are at least zero, cover every edge, are tight on pairs and
//    zero on places without one, and both totals are equal to the sums; for
//    mutual shapes, as MutualMatching says, over the best tie of each
//    direction;
//  - each place has at most one counterpart a side;
//  - flows stay within pairs, stock, needs, windows, lots, currencies and
//    directions, and no declined need and offer meet again;
//  - prices prove that each pair's flows have the best coverage and, at that
//    coverage, the least quality loss and then the least shelf life;
//  - the unmet amounts are what the flows leave, each with a reason that the
//    instance bears out.
//
// INVALID_ARGUMENT, RESOURCE_EXHAUSTED  the instance is not valid
// DATA_LOSS  the solution is not proved; the message names the first fault
//
// Thread-safe. Time, over all ties, for a offers and b needs of each group and
// currency that both places have: O(a b) and more where stock is short; for all
// else, O(n log n) for n = all records together. Memory: that of CheckFacts, 12
// bytes a need and 4 a flow.
absl::Status CheckCertificate(const Instance& instance,
                              const Solution& solution);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_CERTIFICATE_CHECK_H_
