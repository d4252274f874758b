// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A fingerprint of everything a plan depends on.
#ifndef TWINAID_SERVICE_PLANNING_INPUT_HASH_H_
#define TWINAID_SERVICE_PLANNING_INPUT_HASH_H_

#include <string>

#include "service/planning/records.h"

namespace twinaid::planning {

// SHA-256, hex, over the records in the order of their ids, the standing
// pairings, the policy, the seed and the day. The order of the input does not
// matter; every value that can change the plan does.
std::string InputHash(const PlanInput& input, const Records& records);

}  // namespace twinaid::planning

#endif  // TWINAID_SERVICE_PLANNING_INPUT_HASH_H_
