// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a stage of a round loses by a pair that has to be made, or must not be.
#ifndef TWINAID_SERVICE_PLANNING_FORCED_COST_H_
#define TWINAID_SERVICE_PLANNING_FORCED_COST_H_

#include <memory>
#include <optional>
#include <vector>

#include "service/model/round.h"
#include "service/model/scheme.h"

namespace twinaid::planning {

// Over the candidates of one counterpart stage. Costs are the best total of the
// stage less its best total under the condition, tier by tier: never below zero
// as a whole, though a lower tier may be (gained). With weighted tiers the
// weighted sum stands in the first place and the others are 0.
//
// Keeping, affinity and chance do not count: where two choices are worth the
// same points, the other one costs nothing.
//
// One thread at a time, the questions included.
class ForcedCost {
 public:
  // Solves the stage. Time of one matcher::Assign, memory O(candidates).
  ForcedCost(const std::vector<model::RoundEdge>& edges, model::Tiers tiers);
  ~ForcedCost();
  ForcedCost(const ForcedCost&) = delete;
  ForcedCost& operator=(const ForcedCost&) = delete;

  // If the two had to be paired. Nothing if they are no candidate, or one
  // without value. Time of two searches of matcher::DynamicAssignment.
  std::optional<model::TierPoints> With(const model::PlaceId& donor,
                                        const model::PlaceId& recipient);
  // If the two must not be paired. Nothing if one of them is in no candidate.
  // Same time.
  std::optional<model::TierPoints> Without(const model::PlaceId& donor,
                                           const model::PlaceId& recipient);

 private:
  struct Stage;
  std::unique_ptr<Stage> stage_;
};

}  // namespace twinaid::planning

#endif  // TWINAID_SERVICE_PLANNING_FORCED_COST_H_
