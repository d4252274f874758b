// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/points.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "matcher/weight.h"

namespace twinaid::matcher {

std::vector<std::int64_t> PointsPerBaseUnit(const Instance& instance) {
  std::vector<std::array<std::int64_t, kTiers>> criticality(
      static_cast<std::size_t>(instance.places));
  for (const Need& need : instance.needs) {
    if (need.base_units == 0) continue;
    criticality[static_cast<std::size_t>(need.place)]
               [static_cast<std::size_t>(need.tier)] += need.criticality;
  }
  std::vector<std::int64_t> points(instance.needs.size());
  for (std::size_t i = 0; i < instance.needs.size(); ++i) {
    const Need& need = instance.needs[i];
    if (need.base_units == 0) continue;
    const Int128 share = (Int128{1} << 44) * need.criticality /
                         (Int128{need.base_units} *
                          criticality[static_cast<std::size_t>(need.place)]
                                     [static_cast<std::size_t>(need.tier)]);
    points[i] = std::max<std::int64_t>(1, static_cast<std::int64_t>(share));
  }
  return points;
}

}  // namespace twinaid::matcher
