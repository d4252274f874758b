// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/planning/tier_worth.h"

#include <algorithm>
#include <cstddef>

#include "matcher/instance.h"

namespace twinaid::planning {

model::TierPoints WorthOf(const model::TierPoints& points, model::Tiers tiers) {
  if (tiers == model::Tiers::kStrict) return points;
  model::TierPoints worth{};
  for (std::size_t t = 0; t < points.size(); ++t) {
    worth[0] += matcher::kTierWeights.at(t) * points[t];
  }
  return worth;
}

matcher::Weight WeightOf(const model::TierPoints& points, model::Tiers tiers) {
  const model::TierPoints worth = WorthOf(points, tiers);
  matcher::Weight weight;
  std::copy(worth.begin(), worth.end(), weight.digits.begin());
  return weight;
}

}  // namespace twinaid::planning
