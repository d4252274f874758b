// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/planning/forced_cost.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "matcher/dynamic_assignment.h"
#include "matcher/weight.h"
#include "service/planning/tier_worth.h"

namespace twinaid::planning {
namespace {

using Edge = matcher::WeightedEdge<matcher::Weight>;

model::TierPoints PointsOf(const matcher::Weight& loss) {
  model::TierPoints points;
  std::copy_n(loss.digits.begin(), points.size(), points.begin());
  return points;
}

// Positions in the order of appearance.
class Index {
 public:
  matcher::PlaceIndex Add(const model::PlaceId& place) {
    return at_.try_emplace(place, static_cast<matcher::PlaceIndex>(at_.size()))
        .first->second;
  }
  std::optional<matcher::PlaceIndex> Find(const model::PlaceId& place) const {
    const auto found = at_.find(place);
    if (found == at_.end()) return std::nullopt;
    return found->second;
  }
  std::size_t size() const { return at_.size(); }

 private:
  absl::flat_hash_map<model::PlaceId, matcher::PlaceIndex> at_;
};

}  // namespace

struct ForcedCost::Stage {
  Index donors;
  Index recipients;
  matcher::DynamicAssignment<matcher::Weight> pairs;
};

ForcedCost::ForcedCost(const std::vector<model::RoundEdge>& edges,
                       model::Tiers tiers) {
  Index donors;
  Index recipients;
  std::vector<Edge> weighted;
  weighted.reserve(edges.size());
  for (const model::RoundEdge& edge : edges) {
    const matcher::PlaceIndex donor = donors.Add(edge.donor);
    const matcher::PlaceIndex recipient = recipients.Add(edge.recipient);
    weighted.push_back({donor, recipient, WeightOf(edge.value, tiers)});
  }
  const auto places =
      static_cast<std::int32_t>(std::max(donors.size(), recipients.size()));
  stage_ = std::make_unique<Stage>(Stage{
      std::move(donors),
      std::move(recipients),
      {places, weighted},
  });
}

ForcedCost::~ForcedCost() = default;

std::optional<model::TierPoints> ForcedCost::With(
    const model::PlaceId& donor, const model::PlaceId& recipient) {
  const auto d = stage_->donors.Find(donor);
  const auto r = stage_->recipients.Find(recipient);
  if (!d || !r) return std::nullopt;
  const auto loss = stage_->pairs.LossIfChosen(*d, *r);
  if (!loss) return std::nullopt;
  return PointsOf(*loss);
}

std::optional<model::TierPoints> ForcedCost::Without(
    const model::PlaceId& donor, const model::PlaceId& recipient) {
  const auto d = stage_->donors.Find(donor);
  const auto r = stage_->recipients.Find(recipient);
  if (!d || !r) return std::nullopt;
  // The best total of this solve may do without the pair.
  if (stage_->pairs.RecipientOf(*d) != *r) return model::TierPoints{};
  return PointsOf(*stage_->pairs.LossWithout(*d));
}

}  // namespace twinaid::planning
