// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What stays the same from the first stage of a plan to its last.
#ifndef TWINAID_SERVICE_PLANNING_TASK_H_
#define TWINAID_SERVICE_PLANNING_TASK_H_

#include "absl/time/time.h"
#include "service/planning/records.h"
#include "service/planning/solvers.h"

namespace twinaid::planning {

// Borrows all of it.
struct Task {
  const PlanInput& input;
  const Records& records;
  const Solvers& solvers;

  // A reading of the stopwatch; always zero without one.
  absl::Duration Elapsed() const {
    return input.stopwatch ? input.stopwatch() : absl::ZeroDuration();
  }
};

}  // namespace twinaid::planning

#endif  // TWINAID_SERVICE_PLANNING_TASK_H_
