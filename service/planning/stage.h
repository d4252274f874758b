// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// One solve of the engine: over the ties of one rung, or of the pairings that
// stand.
#ifndef TWINAID_SERVICE_PLANNING_STAGE_H_
#define TWINAID_SERVICE_PLANNING_STAGE_H_

#include <vector>

#include "absl/status/statusor.h"
#include "service/planning/records.h"
#include "service/planning/task.h"
#include "service/planning/ties.h"

namespace twinaid::planning {

// The best-placed reason found so far, by need.
using Reasons = std::vector<model::UnmetReason>;

// What a stage is; as in model::StageCertificate. Not the pool.
struct StageOf {
  model::StageKind kind = model::StageKind::kCounterpart;
  int rung = 0;
  int pass = 1;
};

// Solves the places at the ends of `ties` with what remains, checks the proof,
// adds pairings, matches, edges and the certificate of the stage to `plan`,
// takes flows and slots out of `remaining` and raises `reasons`. Standing
// pairings hold their slots already. A later pass in which no tie has value
// leaves no certificate.
//
// Returns the two places of every pair that the engine chose; none of them is
// to be put together another time. A pair from which minimum lots leave nothing
// (in the mutual shape without allow_one_way: nothing in one direction) is
// chosen, but not made: it has no pairing, no match, and takes no slot.
//
// RESOURCE_EXHAUSTED (INSTANCE_TOO_BIG), INVALID_ARGUMENT (INSTANCE_NOT_VALID);
// INTERNAL (STAGE_NOT_PROVEN): the proof does not hold, `plan` has nothing of
// the stage.
absl::StatusOr<std::vector<Ends>> RunStage(const Task& task,
                                           const StageOf& what,
                                           const std::vector<PlaceTie>& ties,
                                           Remaining& remaining,
                                           Reasons& reasons, Plan& plan);

}  // namespace twinaid::planning

#endif  // TWINAID_SERVICE_PLANNING_STAGE_H_
