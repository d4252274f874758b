// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Makes a matching of a general graph one of maximum weight, from any start
// whose potentials allow it.

#ifndef TWINAID_MATCHER_BLOSSOM_SEARCH_H_
#define TWINAID_MATCHER_BLOSSOM_SEARCH_H_

#include <cstdint>
#include <vector>

#include "matcher/mutual.h"

namespace twinaid::matcher {

// A matching with potentials, doubled: y_a + y_b >= 2 weight on every edge,
// with equality where it is matched; y >= 0. A place without a partner may have
// a potential above zero.
template <typename W>
struct MutualStart {
  std::vector<std::int32_t> edge_of_place;  // position, -1 for none
  std::vector<W> potential;                 // by place, doubled
};

// Takes the places without a partner in the order of their index, and for each
// whose potential is above zero grows one alternating tree (Edmonds 1965;
// events by a heap as in Galil, Micali and Gabow 1986), until it finds a
// partner or some place that may go without. Defined for std::int64_t, Int128
// and Weight.
//
// A search costs O(k log k) for k edges at the places it labels, and the sizes
// of the blossoms it dissolves; blossoms last from one search to the next.
// Time O(n m log n) for n places and m edges; that is rare, since a search ends
// at the nearest end. Memory O(n + m).
template <typename W>
MutualMatching<W> CompleteMatching(std::int32_t places,
                                   const std::vector<MutualEdge<W>>& edges,
                                   MutualStart<W> start);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_BLOSSOM_SEARCH_H_
