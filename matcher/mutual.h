// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Maximum-weight matching of places with each other, odd cycles included, with
// the potentials and odd sets that prove it.

#ifndef TWINAID_MATCHER_MUTUAL_H_
#define TWINAID_MATCHER_MUTUAL_H_

#include <cstdint>
#include <vector>

#include "matcher/instance.h"

namespace twinaid::matcher {

// Two places that may look after each other, without direction. Its weight is
// above zero and a differs from b; two places may share several edges.
template <typename W>
struct MutualEdge {
  PlaceIndex a = 0;
  PlaceIndex b = 0;
  W weight{};
};

// An odd number of places, at least three, of which one must always be left
// without a partner among the others: set_places[first .. first + size) of the
// matching.
template <typename W>
struct OddSet {
  std::int32_t first = 0;
  std::int32_t size = 0;
  W dual{};  // above zero, doubled
};

// The pairs, and their proof. The best prices of a matching may be halves, so
// all of them are doubled to stay whole. With y the potentials and z the duals:
//   y >= 0, z > 0,
//   y_a + y_b + (sum of z of the sets with both a and b) >= 2 weight, and
//   equality where the edge is matched,
//   y = 0 where a place has no partner,
//   a set of k places has (k - 1) / 2 matched edges inside.
// Summed over any matching, this bounds twice its weight by
//   sum of y + sum of z (k - 1) / 2,
// which is what twice the weight of this one comes to: none is heavier.
template <typename W>
struct MutualMatching {
  std::vector<std::int32_t> edge_of_place;  // position, -1 for none
  std::vector<W> potential;                 // by place, doubled
  // Sets may nest a thousand deep, so they share one list of places, in which
  // the members of each stand side by side. No place stands twice.
  std::vector<PlaceIndex> set_places;
  // Any two are nested or disjoint; by their first, outer sets before inner.
  std::vector<OddSet<W>> odd_sets;
};

// Finds a matching of maximum weight: the bipartite double cover first, whose
// odd cycles are then mended by one blossom search each (double_cover.h,
// blossom_search.h). Defined for std::int64_t, Int128 and Weight.
//
// Weights are compared as W compares; the digits of a vector are added without
// carrying. Potentials are alternating sums of doubled weights along paths, so
// a digit must leave room for 4 n times the largest one of its place (the first
// digit: for 4 times); CheckMutual would notice if it did not.
//
// Deterministic. Where the heaviest matching is unique, as with a tie digit,
// the pairs do not depend on the order of the edges.
//
// Time O(n (m + n) log n) for n places and m edges in the worst case; the
// searches after the cover cost only what they touch. Memory O(n + m).
template <typename W>
MutualMatching<W> MatchMutual(std::int32_t places,
                              const std::vector<MutualEdge<W>>& edges);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_MUTUAL_H_
