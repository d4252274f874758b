// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/points.h"

#include <array>
#include <cstddef>

#include "matcher/weight.h"

namespace twinaid::matcher {

std::vector<std::int64_t> PointsPerBaseUnit(const Instance& instance) {
  std::vector<std::array<std::int64_t, kTiers>> criticality(
      static_cast<std::size_t>(instance.places));
  for (const Need& need : instance.needs) {
    if (WholeUnits(need) == 0) continue;
    criticality[static_cast<std::size_t>(need.place)]
               [static_cast<std::size_t>(need.tier)] += need.criticality;
  }
  std::vector<std::int64_t> points(instance.needs.size());
  for (std::size_t i = 0; i < instance.needs.size(); ++i) {
    const Need& need = instance.needs[i];
    if (WholeUnits(need) == 0) continue;
    const std::int64_t whole = (std::int64_t{1} << 44) * need.criticality;
    const Int128 parts = Int128{WholeUnits(need)} *
                         criticality[static_cast<std::size_t>(need.place)]
                                    [static_cast<std::size_t>(need.tier)];
    // Whole is far below 2^63; a division of 64 bits is several times faster.
    points[i] = parts > whole ? 1 : whole / static_cast<std::int64_t>(parts);
  }
  return points;
}

UrgencyPrice UrgencyOf(TierRule rule, std::int32_t tier, std::int64_t points) {
  if (rule == TierRule::kStrict) return {tier, points};
  return {0, points * kTierWeights[static_cast<std::size_t>(tier)]};
}

Weight WeightOf(TierRule rule, const PairValue& value, const Tie& tie) {
  Weight weight = {{0, 0, 0, 0, tie.keep, tie.affinity, tie.tie}};
  for (std::size_t t = 0; t < kTiers; ++t) {
    if (rule == TierRule::kStrict) {
      weight[t] = value[t];
    } else {
      weight[0] += value[t] * kTierWeights[t];
    }
  }
  return weight;
}

Weight WeightOf(const Instance& instance, const Edge& edge) {
  return WeightOf(instance.tiers, edge.value,
                  instance.ties[static_cast<std::size_t>(edge.tie)]);
}

Weight ReducedCost(const Instance& instance, const Solution& solution,
                   const Edge& edge) {
  const Certificate& proof = solution.certificate;
  return proof.donor_potential[static_cast<std::size_t>(edge.donor)] +
         proof.recipient_potential[static_cast<std::size_t>(edge.recipient)] -
         WeightOf(instance, edge);
}

}  // namespace twinaid::matcher
