// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The ties that are worth something.

#ifndef TWINAID_MATCHER_EDGES_H_
#define TWINAID_MATCHER_EDGES_H_

#include <vector>

#include "matcher/instance.h"
#include "matcher/shelves.h"
#include "matcher/solution.h"

namespace twinaid::matcher {

// The ties of the instance whose pair has value, by donor, recipient, tie, with
// their values; the same for any number of threads, which is at least 1.
// Time, besides that of the values (pair_values.h): O(t log t) for t ties.
std::vector<Edge> MakeEdges(const Instance& instance, const Shelves& shelves,
                            int threads);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_EDGES_H_
