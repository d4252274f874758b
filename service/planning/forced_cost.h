// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a stage of a round loses by a pair that has to be made, or must not be.
#ifndef TWINAID_SERVICE_PLANNING_FORCED_COST_H_
#define TWINAID_SERVICE_PLANNING_FORCED_COST_H_

#include <memory>
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
class ForcedCost {
 public:
  // Solves the stage. Time and memory: matcher::Assign.
  ForcedCost(const std::vector<model::RoundEdge>& edges, model::Tiers tiers);
  ~ForcedCost();
  ForcedCost(const ForcedCost&) = delete;
  ForcedCost& operator=(const ForcedCost&) = delete;

  // If the two had to be paired. Precondition: they are a candidate. Time of
  // one matcher::Assign.
  model::TierPoints With(const model::PlaceId& donor,
                         const model::PlaceId& recipient) const;
  // If the two must not be paired. Same precondition and time.
  model::TierPoints Without(const model::PlaceId& donor,
                            const model::PlaceId& recipient) const;

 private:
  struct Stage;
  std::unique_ptr<const Stage> stage_;
};

}  // namespace twinaid::planning

#endif  // TWINAID_SERVICE_PLANNING_FORCED_COST_H_
