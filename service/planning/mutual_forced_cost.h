// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a mutual stage loses by a pair that has to be made, or must not be.
#ifndef TWINAID_SERVICE_PLANNING_MUTUAL_FORCED_COST_H_
#define TWINAID_SERVICE_PLANNING_MUTUAL_FORCED_COST_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "matcher/mutual.h"
#include "matcher/weight.h"
#include "service/model/round.h"
#include "service/model/scheme.h"

namespace twinaid::planning {

// Over the candidates of one mutual stage, each pair worth what both directions
// are; pairs that the policy does not allow are left out. Costs as ForcedCost
// tells them.
//
// Every question is one matcher::MatchMutual over the places that can be
// reached from the two by candidates, the first in a region two. That is as
// much as the stage itself took: ask of the best few. One thread at a time, the
// questions included.
class MutualForcedCost {
 public:
  // Time O(m log m) for m candidates, memory O(m).
  MutualForcedCost(const std::vector<model::RoundEdge>& edges,
                   const model::Policy& policy);

  // If the two had to be a pair. Nothing if they cannot be one.
  std::optional<model::TierPoints> With(const model::PlaceId& a,
                                        const model::PlaceId& b);
  // If the two must not be a pair. Nothing if they cannot be one.
  std::optional<model::TierPoints> Without(const model::PlaceId& a,
                                           const model::PlaceId& b);

 private:
  using Edges = std::vector<matcher::MutualEdge<matcher::Weight>>;

  std::optional<std::size_t> Find(const model::PlaceId& a,
                                  const model::PlaceId& b) const;
  void FindRegions();
  // The best total over what can be reached from the edge and `left` leaves.
  template <typename Left>
  matcher::WeightTotal BestNear(std::size_t at, Left left) const;
  const matcher::WeightTotal& BestOfRegion(std::size_t at);

  absl::flat_hash_map<model::PlaceId, matcher::PlaceIndex> places_;
  Edges edges_;
  std::vector<matcher::PlaceIndex> region_;  // by place: the same if reached
  // By region: the best total.
  absl::flat_hash_map<matcher::PlaceIndex, matcher::WeightTotal> best_;
};

}  // namespace twinaid::planning

#endif  // TWINAID_SERVICE_PLANNING_MUTUAL_FORCED_COST_H_
