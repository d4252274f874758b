// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Points by tier as the engine compares them.
#ifndef TWINAID_SERVICE_PLANNING_TIER_WORTH_H_
#define TWINAID_SERVICE_PLANNING_TIER_WORTH_H_

#include "matcher/weight.h"
#include "service/model/round.h"
#include "service/model/scheme.h"

namespace twinaid::planning {

// Strict tiers: the points as they are, compared tier by tier. Weighted tiers:
// their weighted sum in the first place, 0 in the others.
model::TierPoints WorthOf(const model::TierPoints& points, model::Tiers tiers);

// The same in the first digits of a weight, the others 0.
matcher::Weight WeightOf(const model::TierPoints& points, model::Tiers tiers);

}  // namespace twinaid::planning

#endif  // TWINAID_SERVICE_PLANNING_TIER_WORTH_H_
