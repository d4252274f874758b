// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The comparison of two plans from any bytes.
#ifndef TWINAID_TESTS_FUZZ_TRY_PLAN_DIFF_H_
#define TWINAID_TESTS_FUZZ_TRY_PLAN_DIFF_H_

#include <functional>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "client/plan/plan_diff.h"
#include "tests/fuzz/outcome.h"

namespace twinaid::fuzz {

// client::DiffPlans, or what a test puts in its place.
using PlanComparer = std::function<absl::StatusOr<client::PlanDiff>(
    const client::NamedPlan& before, const client::NamedPlan& after)>;

// Two plans with a line "===" between them; one alone is compared with itself.
// What is taken gives JSON; turned round it gains what it lost, and what it is
// worth less it was worth more; everything else is NOT_A_PLAN.
Outcome TryPlanDiff(absl::string_view bytes);
Outcome TryPlanDiff(absl::string_view bytes, const PlanComparer& compare);

}  // namespace twinaid::fuzz

#endif  // TWINAID_TESTS_FUZZ_TRY_PLAN_DIFF_H_
