// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a plan is solved with: the engine's solvers, but for tests that ask what
// becomes of a plan whose solver errs.
#ifndef TWINAID_SERVICE_PLANNING_SOLVERS_H_
#define TWINAID_SERVICE_PLANNING_SOLVERS_H_

#include <functional>

#include "absl/status/statusor.h"
#include "matcher/pool.h"
#include "matcher/solve.h"
#include "service/planning/plan.h"

namespace twinaid::planning {

// Contracts as those of the functions that stand here. The check of what they
// answer is no part of it: nothing can take its place.
struct Solvers {
  std::function<absl::StatusOr<matcher::Solution>(const matcher::Instance&,
                                                  const matcher::SolveOptions&)>
      pairs = matcher::Solve;
  std::function<absl::StatusOr<matcher::PoolResult>(
      const matcher::Instance&, matcher::PoolOrder, int threads)>
      pool = matcher::SolvePool;
};

// MakePlan with these solvers.
absl::StatusOr<Plan> MakePlanWith(const PlanInput& input,
                                  const Solvers& solvers);

}  // namespace twinaid::planning

#endif  // TWINAID_SERVICE_PLANNING_SOLVERS_H_
