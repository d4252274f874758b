// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Small inputs of plans from a seed, with everything a policy can ask for.
#ifndef TWINAID_TESTS_SERVICE_PLANNING_RANDOM_INPUT_H_
#define TWINAID_TESTS_SERVICE_PLANNING_RANDOM_INPUT_H_

#include <random>

#include "service/planning/plan.h"

namespace twinaid::planning {

PlanInput RandomInput(unsigned seed);

// The same records in another order.
PlanInput Shuffled(PlanInput input, std::mt19937& random);

}  // namespace twinaid::planning

#endif  // TWINAID_TESTS_SERVICE_PLANNING_RANDOM_INPUT_H_
