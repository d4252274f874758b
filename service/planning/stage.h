// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// One solve of the engine: over the ties of one rung, or of the pairings that
// stand.
#ifndef TWINAID_SERVICE_PLANNING_STAGE_H_
#define TWINAID_SERVICE_PLANNING_STAGE_H_

#include <vector>

#include "absl/status/statusor.h"
#include "service/planning/records.h"
#include "service/planning/ties.h"

namespace twinaid::planning {

// The best-placed reason found so far, by need.
using Reasons = std::vector<model::UnmetReason>;

// Solves the places at the ends of `ties` with what remains, checks the proof,
// adds pairings, matches, edges and the certificate of stage `rung` (0:
// standing) to `plan`, takes flows and slots out of `remaining` and raises
// `reasons`. A pair from which minimum lots leave nothing is not made.
//
// RESOURCE_EXHAUSTED (INSTANCE_TOO_BIG), INVALID_ARGUMENT (INSTANCE_NOT_VALID).
absl::Status RunStage(const PlanInput& input, const Records& records, int rung,
                      const std::vector<PlaceTie>& ties, Remaining& remaining,
                      Reasons& reasons, Plan& plan);

}  // namespace twinaid::planning

#endif  // TWINAID_SERVICE_PLANNING_STAGE_H_
