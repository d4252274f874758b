// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/mutual_alternatives.h"

#include <algorithm>
#include <cstddef>
#include <map>

#include "service/planning/tier_worth.h"

namespace twinaid::core {
namespace {

// The edges between a place and another, either way.
struct Directions {
  const model::RoundEdge* gives = nullptr;
  const model::RoundEdge* takes = nullptr;

  model::TierPoints value() const {
    model::TierPoints sum{};
    for (const model::RoundEdge* edge : {gives, takes}) {
      for (std::size_t t = 0; edge != nullptr && t < sum.size(); ++t) {
        sum[t] += edge->value[t];
      }
    }
    return sum;
  }
};

using ByOther = std::map<model::PlaceId, Directions>;

ByOther DirectionsOf(const std::vector<model::RoundEdge>& edges,
                     const model::PlaceId& place) {
  ByOther others;
  for (const model::RoundEdge& edge : edges) {
    if (edge.donor == place) others[edge.recipient].gives = &edge;
    if (edge.recipient == place) others[edge.donor].takes = &edge;
  }
  return others;
}

}  // namespace

std::vector<Candidate> MutualAlternatives(
    const std::vector<model::RoundEdge>& edges, const model::Policy& policy,
    const model::StageCertificate& stage, const model::PlaceId& place,
    const model::PlaceId& partner, Gives gives) {
  std::vector<Candidate> candidates;
  for (const auto& [other, ways] : DirectionsOf(edges, place)) {
    const bool both = ways.gives != nullptr && ways.takes != nullptr;
    if (other == partner || (!both && !policy.allow_one_way)) continue;
    const bool shown_giving =
        both ? gives == Gives::kPlace : ways.gives != nullptr;
    Candidate candidate;
    candidate.edge = shown_giving ? *ways.gives : *ways.takes;
    candidate.kind = stage.kind;
    candidate.pass = stage.pass;
    candidate.pair_value = ways.value();
    candidates.push_back(std::move(candidate));
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [&](const Candidate& a, const Candidate& b) {
                     return planning::WorthOf(*a.pair_value, policy.tiers) >
                            planning::WorthOf(*b.pair_value, policy.tiers);
                   });
  return candidates;
}

model::TierPoints PairValue(const std::vector<model::RoundEdge>& edges,
                            const model::PlaceId& a, const model::PlaceId& b) {
  return DirectionsOf(edges, a)[b].value();
}

}  // namespace twinaid::core
