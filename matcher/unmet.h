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

// By need, for those that the flows leave short: the reason nearest to being
// met over all ties that lead to its place. Flows are by need. The shelves are
// of the instance.
//
// Time, over the ties that lead to a place with something left: O(needs left *
// words of the family at the donor); and for needs that nobody could serve,
// O(offers of the group at the donor), with O(log offers) for each offer.
// Memory O(places + ties + offers), 9 bits a need and 4 bytes for each need
// that nobody could serve.
std::vector<UnmetReason> FindReasons(const Instance& instance,
                                     const Shelves& shelves,
                                     const std::vector<Pair>& pairs,
                                     const std::vector<Flow>& flows);

// What the flows leave of each need, with these reasons. It needs no shelves,
// so that they, which are large, can go before. Flows are by need. Time
// O(needs + flows).
std::vector<Unmet> ListUnmet(const Instance& instance,
                             const std::vector<Flow>& flows,
                             const std::vector<UnmetReason>& reasons);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_UNMET_H_
