// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Records and ties as the engine takes them.
#ifndef TWINAID_SERVICE_PLANNING_ENGINE_INSTANCE_H_
#define TWINAID_SERVICE_PLANNING_ENGINE_INSTANCE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "matcher/instance.h"
#include "matcher/solution.h"
#include "matcher/weight.h"
#include "service/planning/records.h"
#include "service/planning/ties.h"

namespace twinaid::planning {

// An instance, and where its rows come from: positions in the records (and in
// the ties it was made of) by position in the instance.
struct EngineInstance {
  matcher::Instance instance;
  std::vector<std::int32_t> needs;
  std::vector<std::int32_t> offers;
};

// Whose needs and offers an instance has.
enum class Scope {
  kTied,  // the ends of its ties
  kAll    // everybody; ties then have no last digit
};

// Needs and offers with what remains, in the counterpart shape and with the
// tiers of the policy. Places and ties keep their positions. A need that is met
// already stays, asking for nothing: it has its part in the points of its
// place. An offer with nothing left is left out.
//
// INVALID_ARGUMENT: a record names an item or place that is not in the input.
// Time O(n log n) for n records and ties.
absl::StatusOr<EngineInstance> ToEngine(const PlanInput& input,
                                        const Records& records,
                                        const std::vector<PlaceTie>& ties,
                                        const Remaining& remaining,
                                        Scope scope = Scope::kTied);

// The engine's refusal as ours: INSTANCE_TOO_BIG or INSTANCE_NOT_VALID.
absl::Status Explain(const absl::Status& status);

model::UnmetReason ToModel(matcher::UnmetReason reason);

// The digits that stand for urgency.
model::TierPoints PointsOf(const matcher::Weight& weight);

// In decimal.
std::string ToText(matcher::Int128 value);
std::vector<std::string> ToTexts(const matcher::WeightTotal& total);

}  // namespace twinaid::planning

#endif  // TWINAID_SERVICE_PLANNING_ENGINE_INSTANCE_H_
