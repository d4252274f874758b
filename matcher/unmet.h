// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Why needs stay unmet.

#ifndef TWINAID_MATCHER_UNMET_H_
#define TWINAID_MATCHER_UNMET_H_

#include <vector>

#include "matcher/compatibility.h"
#include "matcher/instance.h"
#include "matcher/pair_graph.h"
#include "matcher/solution.h"

namespace twinaid::matcher {

// What the flows leave of each need, with the reason nearest to being met over
// all ties that lead to its place. Time O(sum over ties of a * b).
std::vector<Unmet> ExplainUnmet(const Instance& instance,
                                const Compatibility& compatibility,
                                const ByPlace& by_place,
                                const std::vector<Pair>& pairs,
                                const std::vector<Flow>& flows);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_UNMET_H_
