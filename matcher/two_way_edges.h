// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Edges without direction, of the directed ones between the same two places.

#ifndef TWINAID_MATCHER_TWO_WAY_EDGES_H_
#define TWINAID_MATCHER_TWO_WAY_EDGES_H_

#include <cstdint>
#include <vector>

#include "matcher/mutual.h"
#include "matcher/solution.h"
#include "matcher/weight.h"

namespace twinaid::matcher {

// Position in the directed edges of a direction that is not there.
inline constexpr std::int32_t kNoDirection = -1;

struct TwoWayEdges {
  std::vector<MutualEdge<Weight>> edges;  // by a, b; a < b
  // By edge: the best directed edge from a to b, and from b to a.
  std::vector<std::int32_t> forth;
  std::vector<std::int32_t> back;
};

// Joins, for every two places, the heaviest directed edge of each direction
// (the first of equals); the weight is the sum. Both must be there, unless the
// shape of the instance is kMutualOneWay. Time O(m log m) for m edges.
TwoWayEdges JoinDirections(const Instance& instance,
                           const std::vector<Edge>& directed);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_TWO_WAY_EDGES_H_
