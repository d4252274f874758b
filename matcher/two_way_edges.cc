// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/two_way_edges.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

#include "matcher/points.h"

namespace twinaid::matcher {
namespace {

// The better of two directed edges between the same places; `now` may be none.
std::int32_t Better(const Instance& instance, const std::vector<Edge>& directed,
                    std::int32_t now, std::int32_t other) {
  if (now == kNoDirection) return other;
  const auto weight = [&](std::int32_t e) {
    return WeightOf(instance, directed[static_cast<std::size_t>(e)]);
  };
  return weight(now) < weight(other) ? other : now;
}

}  // namespace

TwoWayEdges JoinDirections(const Instance& instance,
                           const std::vector<Edge>& directed) {
  struct Directions {
    std::int32_t forth = kNoDirection;
    std::int32_t back = kNoDirection;
  };
  std::map<std::pair<PlaceIndex, PlaceIndex>, Directions> by_places;
  for (std::size_t e = 0; e < directed.size(); ++e) {
    const auto [donor, recipient] =
        std::make_pair(directed[e].donor, directed[e].recipient);
    Directions& both = by_places[std::minmax(donor, recipient)];
    std::int32_t& way = donor < recipient ? both.forth : both.back;
    way = Better(instance, directed, way, static_cast<std::int32_t>(e));
  }
  TwoWayEdges joined;
  for (const auto& [places, ways] : by_places) {
    const bool one_way =
        ways.forth == kNoDirection || ways.back == kNoDirection;
    if (one_way && instance.shape != PairShape::kMutualOneWay) continue;
    MutualEdge<Weight> edge;
    edge.a = places.first;
    edge.b = places.second;
    for (const std::int32_t e : {ways.forth, ways.back}) {
      if (e == kNoDirection) continue;
      edge.weight += WeightOf(instance, directed[static_cast<std::size_t>(e)]);
    }
    joined.edges.push_back(edge);
    joined.forth.push_back(ways.forth);
    joined.back.push_back(ways.back);
  }
  return joined;
}

}  // namespace twinaid::matcher
