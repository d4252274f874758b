// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// How evenly a plan falls, in numbers.
#ifndef TWINAID_SERVICE_PLANNING_FAIRNESS_H_
#define TWINAID_SERVICE_PLANNING_FAIRNESS_H_

#include "matcher/instance.h"
#include "service/model/round.h"
#include "service/planning/records.h"

namespace twinaid::planning {

// Fills plan.fairness but for by_value and fair. `remaining` is what the last
// stage left; the matches of the plan are complete. Time O(n log n) for n
// records.
void FillFairness(const Records& records, const Remaining& remaining,
                  Plan& plan);

// Of a plan that leaves `remaining`. `whole` has all needs of the records, at
// the same positions, and is valid.
model::OrderFigures FiguresOf(const Records& records,
                              const matcher::Instance& whole,
                              const Remaining& remaining);

}  // namespace twinaid::planning

#endif  // TWINAID_SERVICE_PLANNING_FAIRNESS_H_
