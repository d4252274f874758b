// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The check of a mutual matching. It shares no code with the solver, on
// purpose.

#ifndef TWINAID_MATCHER_CHECK_MUTUAL_H_
#define TWINAID_MATCHER_CHECK_MUTUAL_H_

#include <cstdint>
#include <string>
#include <vector>

#include "matcher/mutual.h"

namespace twinaid::matcher {

// Returns the first fault of a matching or of its proof in words, "" if it is a
// matching of the edges and proven to be one of maximum weight (mutual.h says
// how). The edges themselves are taken as given, the matching is not.
// Defined for std::int64_t, Int128 (magnitudes below 2^90) and Weight; sums are
// taken in 128 bits.
//
// Time O(n + m log k) for n places, m edges and k odd sets; O(n + m) where no
// edge has its ends in different nested sets. Memory O(n + k).
template <typename W>
std::string CheckMutual(std::int32_t places,
                        const std::vector<MutualEdge<W>>& edges,
                        const MutualMatching<W>& matching);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_CHECK_MUTUAL_H_
