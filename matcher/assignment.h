// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Maximum-weight matching of donors and recipients over sparse edges, with the
// prices that prove it.

#ifndef TWINAID_MATCHER_ASSIGNMENT_H_
#define TWINAID_MATCHER_ASSIGNMENT_H_

#include <cstdint>
#include <vector>

#include "matcher/instance.h"
#include "matcher/weight.h"

namespace twinaid::matcher {

// A candidate: its weight is above zero. W is std::int64_t, Int128 or Weight.
template <typename W>
struct WeightedEdge {
  PlaceIndex donor = 0;
  PlaceIndex recipient = 0;
  W weight{};
};

template <typename W>
struct Assignment {
  std::vector<std::int32_t> edge_of_donor;  // by place: position, -1 for none
  std::vector<W> donor_potential;           // by place
  std::vector<W> recipient_potential;       // by place
};

// Edges of which no two share a donor or a recipient, with the greatest sum of
// weights, and the proof: potentials of at least zero, zero where a place is
// left out, together at least the weight of every edge and exactly that of the
// chosen ones (docs/matching.md).
//
// An edge may repeat two places; an edge that weighs zero or less is never
// chosen. Deterministic: the answer follows from the edges and their order,
// and where sums of different choices differ, as with distinct last digits, the
// chosen edges do not depend on the order either.
//
// Weights are at most 2^56, each digit of a Weight too, with the exception that
// digits after the first differing one add up along a path: places times the
// greatest digit stays below 2^62.
//
// Time O(d n (m + n log n)) for n places, m edges and d digits, in practice
// a few times O(m log n); memory O(n + m). Thread-safe.
template <typename W>
Assignment<W> Assign(std::int32_t places,
                     const std::vector<WeightedEdge<W>>& edges);

extern template Assignment<std::int64_t> Assign(
    std::int32_t places, const std::vector<WeightedEdge<std::int64_t>>& edges);
extern template Assignment<Int128> Assign(
    std::int32_t places, const std::vector<WeightedEdge<Int128>>& edges);
template <>
Assignment<Weight> Assign(std::int32_t places,
                          const std::vector<WeightedEdge<Weight>>& edges);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_ASSIGNMENT_H_
