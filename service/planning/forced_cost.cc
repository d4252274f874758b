// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/planning/forced_cost.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <utility>

#include "matcher/assignment.h"
#include "matcher/weight.h"

namespace twinaid::planning {
namespace {

using Edge = matcher::WeightedEdge<matcher::Weight>;
using Index = std::map<model::PlaceId, matcher::PlaceIndex>;

matcher::Weight WeightOf(const model::TierPoints& value, model::Tiers tiers) {
  matcher::Weight weight;
  if (tiers == model::Tiers::kWeighted) {
    weight[0] = 1000 * value[0] + 100 * value[1] + 10 * value[2] + value[3];
  } else {
    std::copy(value.begin(), value.end(), weight.digits.begin());
  }
  return weight;
}

void Add(const matcher::Weight& weight, matcher::WeightTotal& total) {
  for (std::size_t i = 0; i < weight.digits.size(); ++i) {
    total[i] += weight[i];
  }
}

// Positions in the order of appearance.
matcher::PlaceIndex IndexOf(const model::PlaceId& place, Index& index) {
  return index
      .try_emplace(place, static_cast<matcher::PlaceIndex>(index.size()))
      .first->second;
}

}  // namespace

struct ForcedCost::Stage {
  Index donors;
  Index recipients;
  std::vector<Edge> edges;
  matcher::WeightTotal best;

  const Edge& EdgeOf(const model::PlaceId& donor,
                     const model::PlaceId& recipient) const {
    const matcher::PlaceIndex d = donors.at(donor);
    const matcher::PlaceIndex r = recipients.at(recipient);
    return *std::find_if(edges.begin(), edges.end(), [&](const Edge& edge) {
      return edge.donor == d && edge.recipient == r;
    });
  }

  // The best total over the edges that `takes` part.
  template <typename Takes>
  matcher::WeightTotal Best(Takes takes) const {
    std::vector<Edge> taken;
    taken.reserve(edges.size());
    std::copy_if(edges.begin(), edges.end(), std::back_inserter(taken), takes);
    const auto places = std::max(donors.size(), recipients.size());
    const matcher::Assignment<matcher::Weight> assignment =
        matcher::Assign(static_cast<std::int32_t>(places), taken);
    matcher::WeightTotal total;
    for (const std::int32_t edge : assignment.edge_of_donor) {
      if (edge >= 0) Add(taken[static_cast<std::size_t>(edge)].weight, total);
    }
    return total;
  }

  model::TierPoints Loss(const matcher::WeightTotal& total) const {
    model::TierPoints loss{};
    for (std::size_t i = 0; i < loss.size(); ++i) {
      loss[i] = static_cast<std::int64_t>(best[i] - total[i]);
    }
    return loss;
  }
};

ForcedCost::ForcedCost(const std::vector<model::RoundEdge>& edges,
                       model::Tiers tiers) {
  auto stage = std::make_unique<Stage>();
  stage->edges.reserve(edges.size());
  for (const model::RoundEdge& edge : edges) {
    const matcher::PlaceIndex donor = IndexOf(edge.donor, stage->donors);
    const matcher::PlaceIndex recipient =
        IndexOf(edge.recipient, stage->recipients);
    stage->edges.push_back({donor, recipient, WeightOf(edge.value, tiers)});
  }
  stage->best = stage->Best([](const Edge&) { return true; });
  stage_ = std::move(stage);
}

ForcedCost::~ForcedCost() = default;

model::TierPoints ForcedCost::With(const model::PlaceId& donor,
                                   const model::PlaceId& recipient) const {
  const Edge& forced = stage_->EdgeOf(donor, recipient);
  matcher::WeightTotal total = stage_->Best([&](const Edge& edge) {
    return edge.donor != forced.donor && edge.recipient != forced.recipient;
  });
  Add(forced.weight, total);
  return stage_->Loss(total);
}

model::TierPoints ForcedCost::Without(const model::PlaceId& donor,
                                      const model::PlaceId& recipient) const {
  const Edge& barred = stage_->EdgeOf(donor, recipient);
  return stage_->Loss(stage_->Best([&](const Edge& edge) {
    return edge.donor != barred.donor || edge.recipient != barred.recipient;
  }));
}

}  // namespace twinaid::planning
