// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a plan leaves unmet, and why.
#ifndef TWINAID_SERVICE_PLANNING_UNMET_H_
#define TWINAID_SERVICE_PLANNING_UNMET_H_

#include <vector>

#include "service/planning/outlook.h"
#include "service/planning/records.h"
#include "service/planning/stage.h"

namespace twinaid::planning {

// One a need with something left, by need. `reasons` are those the stages gave;
// the nearest over all allowed ties wins: an offer that could serve the need is
// kStockUsedUp within a pairing or the pool, and kPlaceNotPaired where nothing
// brought the two together. kStockUsedUp comes with its closed offers.
//
// Time O(sum over unmet needs of the offers of their group at tied places).
std::vector<PlannedUnmet> UnmetOf(const PlanInput& input,
                                  const Records& records,
                                  const Outlook& outlook,
                                  const Remaining& remaining,
                                  const Reasons& reasons, const Plan& plan);

}  // namespace twinaid::planning

#endif  // TWINAID_SERVICE_PLANNING_UNMET_H_
