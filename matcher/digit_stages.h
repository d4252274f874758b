// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Assignments whose weights are vectors of digits, solved digit by digit.

#ifndef TWINAID_MATCHER_DIGIT_STAGES_H_
#define TWINAID_MATCHER_DIGIT_STAGES_H_

#include <cstdint>
#include <vector>

#include "matcher/assignment.h"
#include "matcher/weight.h"

namespace twinaid::matcher {

// What Assign promises. The optima of the first digit are the matchings over
// edges that are tight at its potentials which cover every node whose potential
// is above zero (complementary slackness). Among those the next digit is solved
// with the nodes that must be covered, and so on; the potentials of the digits
// side by side prove the whole, since the first digit that is not zero decides.
// Few edges are tight after the first digit that differs.
Assignment<Weight> AssignByDigits(
    std::int32_t places, const std::vector<WeightedEdge<Weight>>& edges);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_DIGIT_STAGES_H_
