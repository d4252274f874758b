// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/planning/mutual_forced_cost.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>

#include "service/planning/tier_worth.h"

namespace twinaid::planning {
namespace {

using Edge = matcher::MutualEdge<matcher::Weight>;
using matcher::PlaceIndex;
using matcher::WeightTotal;

// What both directions between two places are worth.
struct BothWays {
  matcher::Weight weight;
  bool forth = false;
  bool back = false;
};

void Add(WeightTotal& total, const matcher::Weight& weight) {
  for (std::size_t i = 0; i < weight.digits.size(); ++i) {
    total[i] += weight[i];
  }
}

// The total of the best matching of these edges, whose places are counted
// anew: what is solved is as small as they are.
WeightTotal BestOf(std::vector<Edge> edges) {
  absl::flat_hash_map<PlaceIndex, PlaceIndex> places;
  const auto numbered = [&places](PlaceIndex place) {
    return places.try_emplace(place, static_cast<PlaceIndex>(places.size()))
        .first->second;
  };
  for (Edge& edge : edges) {
    edge.a = numbered(edge.a);
    edge.b = numbered(edge.b);
  }
  const matcher::MutualMatching<matcher::Weight> matching =
      matcher::MatchMutual(static_cast<std::int32_t>(places.size()), edges);
  WeightTotal total;
  for (std::size_t place = 0; place < matching.edge_of_place.size(); ++place) {
    const std::int32_t at = matching.edge_of_place[place];
    if (at < 0) continue;
    const Edge& edge = edges[static_cast<std::size_t>(at)];
    // Each pair once.
    if (edge.a == static_cast<PlaceIndex>(place)) Add(total, edge.weight);
  }
  return total;
}

// A loss by one pair is less than a few weights, and fits.
model::TierPoints LossOf(const WeightTotal& best, const WeightTotal& rest) {
  const WeightTotal loss = best - rest;
  model::TierPoints points{};
  for (std::size_t t = 0; t < points.size(); ++t) {
    points[t] = static_cast<std::int64_t>(loss[t]);
  }
  return points;
}

}  // namespace

MutualForcedCost::MutualForcedCost(const std::vector<model::RoundEdge>& edges,
                                   const model::Policy& policy) {
  const auto numbered = [this](const model::PlaceId& place) {
    return places_.try_emplace(place, static_cast<PlaceIndex>(places_.size()))
        .first->second;
  };
  std::map<std::pair<PlaceIndex, PlaceIndex>, BothWays> pairs;
  for (const model::RoundEdge& edge : edges) {
    const PlaceIndex donor = numbered(edge.donor);
    const PlaceIndex recipient = numbered(edge.recipient);
    BothWays& pair = pairs[std::minmax(donor, recipient)];
    pair.weight += WeightOf(edge.value, policy.tiers);
    (donor < recipient ? pair.forth : pair.back) = true;
  }
  for (const auto& [ends, pair] : pairs) {
    const bool allowed = policy.allow_one_way || (pair.forth && pair.back);
    // The matching takes what is above zero only.
    if (!allowed || !(matcher::Weight{} < pair.weight)) continue;
    edges_.push_back({ends.first, ends.second, pair.weight});
  }
  FindRegions();
}

void MutualForcedCost::FindRegions() {
  region_.resize(places_.size());
  for (std::size_t i = 0; i < region_.size(); ++i) {
    region_[i] = static_cast<PlaceIndex>(i);
  }
  const auto root = [this](PlaceIndex place) {
    while (region_[place] != place) {
      place = region_[place] = region_[region_[place]];
    }
    return place;
  };
  for (const Edge& edge : edges_) region_[root(edge.a)] = root(edge.b);
  for (PlaceIndex& region : region_) region = root(region);
}

std::optional<std::size_t> MutualForcedCost::Find(
    const model::PlaceId& a, const model::PlaceId& b) const {
  const auto first = places_.find(a);
  const auto second = places_.find(b);
  if (first == places_.end() || second == places_.end()) return std::nullopt;
  const std::pair ends = std::minmax(first->second, second->second);
  const auto found =
      std::find_if(edges_.begin(), edges_.end(), [&](const Edge& edge) {
        return edge.a == ends.first && edge.b == ends.second;
      });
  if (found == edges_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - edges_.begin());
}

template <typename Left>
WeightTotal MutualForcedCost::BestNear(std::size_t at, Left left) const {
  const PlaceIndex region = region_[edges_[at].a];
  Edges near;
  for (const Edge& edge : edges_) {
    if (region_[edge.a] == region && left(edge)) near.push_back(edge);
  }
  return BestOf(std::move(near));
}

const WeightTotal& MutualForcedCost::BestOfRegion(std::size_t at) {
  const PlaceIndex region = region_[edges_[at].a];
  const auto known = best_.find(region);
  if (known != best_.end()) return known->second;
  return best_.emplace(region, BestNear(at, [](const Edge&) { return true; }))
      .first->second;
}

std::optional<model::TierPoints> MutualForcedCost::With(
    const model::PlaceId& a, const model::PlaceId& b) {
  const std::optional<std::size_t> at = Find(a, b);
  if (!at) return std::nullopt;
  const Edge& made = edges_[*at];
  WeightTotal rest = BestNear(*at, [&](const Edge& edge) {
    return edge.a != made.a && edge.a != made.b && edge.b != made.a &&
           edge.b != made.b;
  });
  Add(rest, made.weight);
  return LossOf(BestOfRegion(*at), rest);
}

std::optional<model::TierPoints> MutualForcedCost::Without(
    const model::PlaceId& a, const model::PlaceId& b) {
  const std::optional<std::size_t> at = Find(a, b);
  if (!at) return std::nullopt;
  const WeightTotal rest =
      BestNear(*at, [&](const Edge& edge) { return &edge != &edges_[*at]; });
  return LossOf(BestOfRegion(*at), rest);
}

}  // namespace twinaid::planning
