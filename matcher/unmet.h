// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Why needs stay unmet.

#ifndef TWINAID_MATCHER_UNMET_H_
#define TWINAID_MATCHER_UNMET_H_

#include <vector>

#include "matcher/instance.h"
#include "matcher/shelves.h"
#include "matcher/solution.h"

namespace twinaid::matcher {

// What the flows leave of each need, with the reason nearest to being met over
// all ties that lead to its place. The shelves are of the instance.
//
// Time, over the ties that lead to a place with something left: O(needs left *
// words of the family at the donor); and for needs that nobody could serve,
// O(offers of the group at the donor).
std::vector<Unmet> ExplainUnmet(const Instance& instance,
                                const Shelves& shelves,
                                const std::vector<Pair>& pairs,
                                const std::vector<Flow>& flows);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_UNMET_H_
