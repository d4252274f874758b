// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Errors of planning.
#ifndef TWINAID_SERVICE_PLANNING_PLAN_ERRORS_H_
#define TWINAID_SERVICE_PLANNING_PLAN_ERRORS_H_

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "service/model/round.h"

namespace twinaid::planning {

// RESOURCE_EXHAUSTED INSTANCE_TOO_BIG: `limit` is what the engine said.
absl::Status InstanceTooBig(absl::string_view limit);

// INVALID_ARGUMENT INSTANCE_NOT_VALID: `problem` is what the engine said.
absl::Status InstanceNotValid(absl::string_view problem);

// INTERNAL STAGE_NOT_PROVEN: `cause`, for the log, is what the checker of the
// proof said.
absl::Status StageNotProven(const model::StageCertificate& stage,
                            absl::string_view cause);

}  // namespace twinaid::planning

#endif  // TWINAID_SERVICE_PLANNING_PLAN_ERRORS_H_
