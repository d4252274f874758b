// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/mutual.h"

#include "matcher/blossom_search.h"
#include "matcher/double_cover.h"
#include "matcher/weight.h"

namespace twinaid::matcher {

template <typename W>
MutualMatching<W> MatchMutual(std::int32_t places,
                              const std::vector<MutualEdge<W>>& edges) {
  return CompleteMatching(places, edges, CoverStart(places, edges));
}

template MutualMatching<std::int64_t> MatchMutual(
    std::int32_t, const std::vector<MutualEdge<std::int64_t>>&);
template MutualMatching<Int128> MatchMutual(
    std::int32_t, const std::vector<MutualEdge<Int128>>&);
template MutualMatching<Weight> MatchMutual(
    std::int32_t, const std::vector<MutualEdge<Weight>>&);

}  // namespace twinaid::matcher
