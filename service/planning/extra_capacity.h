// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Who stays without a partner at one to one, and what would cover everybody.
#ifndef TWINAID_SERVICE_PLANNING_EXTRA_CAPACITY_H_
#define TWINAID_SERVICE_PLANNING_EXTRA_CAPACITY_H_

#include "service/model/round.h"
#include "service/planning/outlook.h"
#include "service/planning/records.h"

namespace twinaid::planning {

// Over all allowed ties on which the donor has something for the recipient as
// the round begins; covered is who receives in a pairing of the plan. Time
// O(ties times what it takes to find one offer that serves) and that of
// matcher::PlanCover.
model::ExtraCapacity ExtraCapacityOf(const Records& records,
                                     const Outlook& outlook, const Plan& plan);

}  // namespace twinaid::planning

#endif  // TWINAID_SERVICE_PLANNING_EXTRA_CAPACITY_H_
