// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// How many points one base unit of each need is worth.

#ifndef TWINAID_MATCHER_POINTS_H_
#define TWINAID_MATCHER_POINTS_H_

#include <cstdint>
#include <vector>

#include "matcher/instance.h"

namespace twinaid::matcher {

// Points per base unit, by need: max(1, floor(2^44 * criticality / (base units
// of the need * sum of the criticalities of its place and tier))), so that a
// tier of a place, fully covered, is worth about 2^44 in whatever units it
// counts. A need of 0 base units has 0 points and no part in the sum.
//
// The instance is valid. Time O(places + needs).
std::vector<std::int64_t> PointsPerBaseUnit(const Instance& instance);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_POINTS_H_
