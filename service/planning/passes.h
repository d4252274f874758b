// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The stages of a plan that pair places: standing pairings first, then rung by
// rung, each in as many passes as there are slots to fill.
#ifndef TWINAID_SERVICE_PLANNING_PASSES_H_
#define TWINAID_SERVICE_PLANNING_PASSES_H_

#include "absl/status/status.h"
#include "service/planning/records.h"
#include "service/planning/stage.h"
#include "service/planning/task.h"

namespace twinaid::planning {

// Takes the slots of standing pairings and keeps their places from being put
// together anew. With keep `ties` an ACTIVE one holds nothing. Needs of a place
// whose counterpart has proposals to answer wait for that.
//
// INVALID_ARGUMENT (REFERENCE_NOT_FOUND): a place that is not in the input.
absl::Status HoldSlots(const PlanInput& input, const Records& records,
                       Remaining& remaining, Reasons& reasons);

// With keep `fixed`: allocates on ACTIVE pairings, one of a donor and one of a
// recipient at a time, until all that can have had their goods.
// Errors as RunStage and TiesOfStanding.
absl::Status RunStanding(const Task& task, Remaining& remaining,
                         Reasons& reasons, Plan& plan);

// Pairs places over the ties of the rung until a pass makes no pair. The same
// two places are never put together twice. Errors as RunStage and TiesOfRung.
absl::Status RunRung(const Task& task, int rung, Remaining& remaining,
                     Reasons& reasons, Plan& plan);

}  // namespace twinaid::planning

#endif  // TWINAID_SERVICE_PLANNING_PASSES_H_
