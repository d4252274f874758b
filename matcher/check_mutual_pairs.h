// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The check that the directed pairs of a solution are the two sides of mutual
// pairs, and that these are proven best. It shares no code with the solver.

#ifndef TWINAID_MATCHER_CHECK_MUTUAL_PAIRS_H_
#define TWINAID_MATCHER_CHECK_MUTUAL_PAIRS_H_

#include <string>

#include "matcher/check_facts.h"
#include "matcher/solution.h"

namespace twinaid::matcher {

// Returns the first fault, "" if there is none. The edges and pairs of the
// solution have been checked one by one: each edge is a tie with its value,
// each pair an edge with its weight. Time O(m log m) for m edges, besides that
// of CheckMutual.
std::string CheckMutualPairs(const CheckFacts& facts, const Solution& solution);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_CHECK_MUTUAL_PAIRS_H_
