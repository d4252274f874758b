// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// How many points one base unit of each need is worth, and how urgent it is.

#ifndef TWINAID_MATCHER_POINTS_H_
#define TWINAID_MATCHER_POINTS_H_

#include <cstdint>
#include <vector>

#include "matcher/instance.h"
#include "matcher/solution.h"
#include "matcher/weight.h"

namespace twinaid::matcher {

// Points per base unit, by need: max(1, floor(2^44 * criticality / (whole units
// of the need * sum of the criticalities of its place and tier))), so that a
// tier of a place, fully covered, is worth about 2^44 in whatever units it
// counts. A need of 0 whole units has 0 points and no part in the sum.
//
// The instance is valid. Time O(places + needs).
std::vector<std::int64_t> PointsPerBaseUnit(const Instance& instance);

// What one base unit of a need with these points presses: its tier and points;
// with weighted tiers the highest tier and points times the tier's weight.
UrgencyPrice UrgencyOf(TierRule rule, std::int32_t tier, std::int64_t points);

// The weight of a tie whose pair has this value.
Weight WeightOf(TierRule rule, const PairValue& value, const Tie& tie);

// The weight of an edge of a solution of the instance.
Weight WeightOf(const Instance& instance, const Edge& edge);

// Donor potential + recipient potential - weight: how much more the edge would
// have to be worth to be chosen. Zero on every chosen edge.
Weight ReducedCost(const Instance& instance, const Solution& solution,
                   const Edge& edge);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_POINTS_H_
