// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Whether prices prove the flows of a pair.

#ifndef TWINAID_MATCHER_CHECK_PAIR_H_
#define TWINAID_MATCHER_CHECK_PAIR_H_

#include <string>
#include <vector>

#include "matcher/check_facts.h"
#include "matcher/instance.h"
#include "matcher/solution.h"

namespace twinaid::matcher {

// Checks the flows of a pair against its prices. Returns what is wrong, "" if
// nothing is. `flows` are those between its two places, by need, offer; they
// stay within stock and needs. Time, for a offers and b needs of each group:
// O(a b log(a + b)).
std::string CheckPairProof(const CheckFacts& facts, const Pair& pair,
                           const std::vector<Flow>& flows);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_CHECK_PAIR_H_
