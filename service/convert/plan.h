// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a round would do, as the contract has it.
#ifndef TWINAID_SERVICE_CONVERT_PLAN_H_
#define TWINAID_SERVICE_CONVERT_PLAN_H_

#include "service/planning/plan.h"
#include "twinaid/v1/round.pb.h"

namespace twinaid::convert {

// Pairings, matches and unmet needs.
v1::Plan ToProto(const planning::Plan& plan);

// A round that was not stored: its figures, its proof and its plan.
v1::Round PreviewToProto(const model::Policy& policy, std::int64_t seed,
                         absl::CivilDay as_of, const planning::Plan& plan);

}  // namespace twinaid::convert

#endif  // TWINAID_SERVICE_CONVERT_PLAN_H_
