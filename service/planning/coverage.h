// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// How far a plan covers what was open.
#ifndef TWINAID_SERVICE_PLANNING_COVERAGE_H_
#define TWINAID_SERVICE_PLANNING_COVERAGE_H_

#include "service/model/round.h"
#include "service/planning/records.h"

namespace twinaid::planning {

// `remaining` is what the last stage left. Permille are rounded down; the
// median of an even number of places is the lower one.
model::Coverage CoverageOf(const Records& records, const Remaining& remaining);

}  // namespace twinaid::planning

#endif  // TWINAID_SERVICE_PLANNING_COVERAGE_H_
