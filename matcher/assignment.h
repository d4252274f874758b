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

// A candidate: its weight is above zero.
struct WeightedEdge {
  PlaceIndex donor = 0;
  PlaceIndex recipient = 0;
  Weight weight;
};

struct Assignment {
  std::vector<std::int32_t> edge_of_donor;  // by place: position, -1 for none
  std::vector<Weight> donor_potential;      // by place
  std::vector<Weight> recipient_potential;  // by place
};

// Shortest augmenting paths with potentials (Jonker and Volgenant 1987, sparse
// and for matchings that need not be perfect). Donors are taken in the order of
// their index. An edge may repeat two places.
//
// Time O(n (m + n) log n) for n places and m edges.
Assignment Assign(std::int32_t places, const std::vector<WeightedEdge>& edges);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_ASSIGNMENT_H_
