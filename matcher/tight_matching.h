// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The most partners that can be given at the present potentials.

#ifndef TWINAID_MATCHER_TIGHT_MATCHING_H_
#define TWINAID_MATCHER_TIGHT_MATCHING_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "matcher/matching_graph.h"

namespace twinaid::matcher {

// Phases of breadth-first layers and disjoint paths (Hopcroft and Karp 1973)
// over tight arcs, those whose reduced cost is zero: from the nodes of `own`
// that lack a partner to free nodes of `other`, or to nodes of `own` that can
// be left free at potential zero.
template <typename W>
class TightMatching {
 public:
  // Borrows all three, which must outlive it.
  TightMatching(const ArcTable<W>& arcs, Side<W>& own, Side<W>& other)
      : arcs_(arcs),
        own_(own),
        other_(other),
        layer_(own.mate.size()),
        next_(own.mate.size()) {}

  // Augments until no tight path is left; potentials stay.
  // O(sqrt(n) (n + m)) for n nodes and m arcs.
  void Run() {
    while (MakeLayers()) {
      for (auto& next : next_) next = 0;
      // The roots stand first.
      for (std::size_t i = 0; i < roots_; ++i) Descend(queue_[i]);
    }
  }

 private:
  static constexpr std::int32_t kNoLayer = -1;
  static std::size_t At(std::int32_t node) {
    return static_cast<std::size_t>(node);
  }

  bool IsTight(std::int32_t node, const Arc<W>& arc) const {
    return own_.potential[At(node)] + other_.potential[At(arc.other)] ==
           arc.weight;
  }
  // Whether a path may end at this node of the other side.
  bool IsEnd(std::int32_t other) const {
    const std::int32_t mate = other_.mate[At(other)].node;
    return mate == kNoNode ||
           (own_.required[At(mate)] == 0 && own_.potential[At(mate)] == W{});
  }

  // Returns whether any end was reached; layers stop there.
  bool MakeLayers() {
    queue_.clear();
    const auto nodes = static_cast<std::int32_t>(layer_.size());
    for (std::int32_t node = 0; node < nodes; ++node) {
      layer_[At(node)] = own_.Lacks(node) ? 0 : kNoLayer;
      if (layer_[At(node)] == 0) queue_.push_back(node);
    }
    roots_ = queue_.size();
    last_layer_ = kNoLayer;
    for (std::size_t head = 0; head < queue_.size(); ++head) {
      const std::int32_t node = queue_[head];
      if (last_layer_ != kNoLayer && layer_[At(node)] >= last_layer_) break;
      for (const Arc<W>& arc : arcs_[node]) {
        if (!IsTight(node, arc)) continue;
        if (IsEnd(arc.other)) {
          last_layer_ = layer_[At(node)] + 1;
          continue;
        }
        const std::int32_t next = other_.mate[At(arc.other)].node;
        if (layer_[At(next)] != kNoLayer) continue;
        layer_[At(next)] = layer_[At(node)] + 1;
        queue_.push_back(next);
      }
    }
    return last_layer_ != kNoLayer;
  }

  // Looks for a path from `root` down the layers, deep first, and augments
  // along it. Every arc is taken up once in a phase.
  void Descend(std::int32_t root) {
    path_.assign(1, root);
    while (!path_.empty()) {
      const std::int32_t node = path_.back();
      const auto arcs = arcs_[node];
      std::uint32_t& next = next_[At(node)];
      bool deeper = false;
      for (; next < arcs.size() && !deeper; ++next) {
        const Arc<W>& arc = arcs[next];
        if (!IsTight(node, arc)) continue;
        const std::int32_t mate = other_.mate[At(arc.other)].node;
        if (IsEnd(arc.other)) {
          if (mate != kNoNode) own_.mate[At(mate)] = Mate{};
          ++next;
          Augment();
          return;
        }
        if (layer_[At(mate)] != layer_[At(node)] + 1 ||
            layer_[At(mate)] >= last_layer_) {
          continue;
        }
        path_.push_back(mate);
        deeper = true;
      }
      if (deeper) continue;
      layer_[At(node)] = kNoLayer;  // a dead end for all others too
      path_.pop_back();
    }
  }

  // Every node of the path takes the arc that it looked at last.
  void Augment() {
    for (std::size_t i = path_.size(); i-- > 0;) {
      const std::int32_t node = path_[i];
      const Arc<W>& arc = arcs_[node][next_[At(node)] - 1];
      own_.mate[At(node)] = {arc.other, arc.edge};
      other_.mate[At(arc.other)] = {node, arc.edge};
      layer_[At(node)] = kNoLayer;
    }
  }

  const ArcTable<W>& arcs_;
  Side<W>& own_;
  Side<W>& other_;
  std::vector<std::int32_t> layer_;  // by own node, kNoLayer for none
  std::vector<std::uint32_t> next_;  // by own node: the arc to look at
  std::vector<std::int32_t> queue_;
  std::vector<std::int32_t> path_;
  std::size_t roots_ = 0;
  std::int32_t last_layer_ = kNoLayer;  // own nodes stand above it
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_TIGHT_MATCHING_H_
