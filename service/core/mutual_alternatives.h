// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Whom a place could have been paired with in a mutual stage.
#ifndef TWINAID_SERVICE_CORE_MUTUAL_ALTERNATIVES_H_
#define TWINAID_SERVICE_CORE_MUTUAL_ALTERNATIVES_H_

#include <vector>

#include "service/core/answers.h"
#include "service/model/round.h"
#include "service/model/scheme.h"

namespace twinaid::core {

// The direction that a candidate is shown in, where both have value.
enum class Gives { kPlace, kOther };

// All candidates of `place` but `partner` that the policy lets be a pair: with
// value both ways, or one way where that is allowed. Each once, with what both
// directions are worth together, the greatest first, then by place. `edges` are
// those of the stage. Time O(edges + n log n) for n of the place.
std::vector<Candidate> MutualAlternatives(
    const std::vector<model::RoundEdge>& edges, const model::Policy& policy,
    const model::StageCertificate& stage, const model::PlaceId& place,
    const model::PlaceId& partner, Gives gives);

// What both directions between the two are worth together.
model::TierPoints PairValue(const std::vector<model::RoundEdge>& edges,
                            const model::PlaceId& a, const model::PlaceId& b);

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_MUTUAL_ALTERNATIVES_H_
