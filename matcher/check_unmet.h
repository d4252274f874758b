// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The checker's own answer to why needs stay unmet.

#ifndef TWINAID_MATCHER_CHECK_UNMET_H_
#define TWINAID_MATCHER_CHECK_UNMET_H_

#include <cstdint>
#include <vector>

#include "matcher/check_facts.h"
#include "matcher/instance.h"
#include "matcher/solution.h"

namespace twinaid::matcher {

// By need, for those of which something is left: the reason nearest to being
// met over all ties to its place. `pair_of` has the pair of each recipient,
// null for none. Time O(offers of the group at the donor) for a need and a tie
// to its place, until nothing nearer is possible.
std::vector<UnmetReason> CheckedReasons(const CheckFacts& facts,
                                        const std::vector<const Pair*>& pair_of,
                                        const std::vector<std::int64_t>& left);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_CHECK_UNMET_H_
