// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The last stage of a plan: what pairing left over goes to whoever can use it.
#ifndef TWINAID_SERVICE_PLANNING_POOL_STAGE_H_
#define TWINAID_SERVICE_PLANNING_POOL_STAGE_H_

#include "absl/status/status.h"
#include "service/planning/outlook.h"
#include "service/planning/records.h"
#include "service/planning/task.h"

namespace twinaid::planning {

// Serves over all allowed ties what remains, in the order of the policy; adds
// matches, the certificate of the stage and, for the price of fairness, the
// figures of both orders to `plan`; takes the goods out of `remaining`. Nothing
// where the policy has no pool. Both orders are solved and both are checked:
// the stage is proven, and its times are measured, of both together.
//
// RESOURCE_EXHAUSTED (INSTANCE_TOO_BIG), INVALID_ARGUMENT (INSTANCE_NOT_VALID);
// INTERNAL (STAGE_NOT_PROVEN): a proof does not hold, no plan comes of it.
absl::Status RunPool(const Task& task, const Outlook& outlook,
                     Remaining& remaining, Plan& plan);

}  // namespace twinaid::planning

#endif  // TWINAID_SERVICE_PLANNING_POOL_STAGE_H_
