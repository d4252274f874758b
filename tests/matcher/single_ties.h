// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Instances as the pool wants them.
#ifndef TWINAID_TESTS_MATCHER_SINGLE_TIES_H_
#define TWINAID_TESTS_MATCHER_SINGLE_TIES_H_

#include <set>
#include <utility>
#include <vector>

#include "matcher/instance.h"

namespace twinaid::matcher {

// The instance with the first tie alone from each donor to each recipient.
inline Instance WithSingleTies(Instance instance) {
  std::set<std::pair<PlaceIndex, PlaceIndex>> seen;
  std::vector<Tie> single;
  for (const Tie& tie : instance.ties) {
    if (seen.emplace(tie.donor, tie.recipient).second) single.push_back(tie);
  }
  instance.ties = std::move(single);
  return instance;
}

}  // namespace twinaid::matcher

#endif  // TWINAID_TESTS_MATCHER_SINGLE_TIES_H_
