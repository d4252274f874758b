// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The turns of a family's needs, in the order of the pool.

#ifndef TWINAID_MATCHER_POOL_TURNS_H_
#define TWINAID_MATCHER_POOL_TURNS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "matcher/instance.h"
#include "matcher/pool.h"
#include "matcher/pool_graph.h"

namespace twinaid::matcher {

class PoolTurns {
 public:
  // Time O(n log n) for n = needs of the graph.
  PoolTurns(const Instance& instance, const PoolGraph& graph, PoolOrder order);

  // Calls take(n, units, price) for every turn: need n of the graph may have
  // had `units` by the end of it. Turns that end no higher than the one before
  // are left out where that is at 0.
  template <typename Take>
  void ForEach(Take take) const {
    for (std::size_t level = 0; level + 1 < level_begin_.size(); ++level) {
      for (std::int8_t band = first_band_; band <= last_band_; ++band) {
        for (std::size_t i = level_begin_[level]; i < level_begin_[level + 1];
             ++i) {
          const Turn& turn = turns_[i];
          const std::int64_t units = UnitsBy(turn.need, band);
          if (units > 0) {
            take(turn.need, units,
                 PoolPrice{turn.urgency.points,
                           static_cast<std::int8_t>(turn.urgency.tier), band});
          }
        }
      }
    }
  }

 private:
  struct Turn {
    std::int32_t need = 0;
    UrgencyPrice urgency;
  };

  std::int64_t UnitsBy(std::int32_t n, std::int8_t band) const {
    const PoolGraph::NeedNode& node = graph_.need(n);
    if (band == 0) return node.base_units;
    return UnitsByBand(instance_.needs[static_cast<std::size_t>(node.index)],
                       band);
  }

  const Instance& instance_;
  const PoolGraph& graph_;
  std::int8_t first_band_ = 0;
  std::int8_t last_band_ = 0;
  std::vector<Turn> turns_;  // by urgency, index
  std::vector<std::size_t> level_begin_;
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_POOL_TURNS_H_
