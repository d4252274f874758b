// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/pool_turns.h"

#include <algorithm>

#include "matcher/points.h"

namespace twinaid::matcher {

PoolTurns::PoolTurns(const Instance& instance, const PoolGraph& graph,
                     PoolOrder order)
    : instance_(instance), graph_(graph) {
  if (order == PoolOrder::kFair) {
    first_band_ = 1;
    last_band_ = kPoolBands;
  }
  turns_.reserve(static_cast<std::size_t>(graph.needs()));
  for (std::int32_t n = 0; n < graph.needs(); ++n) {
    const PoolGraph::NeedNode& node = graph.need(n);
    const Need& need = instance.needs[static_cast<std::size_t>(node.index)];
    turns_.push_back({n, UrgencyOf(instance.tiers, need.tier, node.points)});
  }
  std::sort(turns_.begin(), turns_.end(), [&](const Turn& a, const Turn& b) {
    if (a.urgency.tier != b.urgency.tier) {
      return a.urgency.tier < b.urgency.tier;
    }
    if (a.urgency.points != b.urgency.points) {
      return a.urgency.points > b.urgency.points;
    }
    return graph.need(a.need).index < graph.need(b.need).index;
  });
  for (std::size_t i = 0; i < turns_.size(); ++i) {
    if (i == 0 || turns_[i].urgency.tier != turns_[i - 1].urgency.tier) {
      level_begin_.push_back(i);
    }
  }
  level_begin_.push_back(turns_.size());
}

}  // namespace twinaid::matcher
