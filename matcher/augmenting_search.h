// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The shortest augmenting path from one node of a matching with potentials.

#ifndef TWINAID_MATCHER_AUGMENTING_SEARCH_H_
#define TWINAID_MATCHER_AUGMENTING_SEARCH_H_

#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>
#include <vector>

#include "matcher/indexed_heap.h"
#include "matcher/matching_graph.h"
#include "matcher/weight.h"

namespace twinaid::matcher {

// More than any distance. Only a node that is required starts from it, and
// vectors of digits have no such nodes.
template <typename W>
constexpr W Unreachable() {
  if constexpr (std::is_same_v<W, std::int64_t>) {
    return std::numeric_limits<std::int64_t>::max();
  } else if constexpr (std::is_same_v<W, Int128>) {
    return (Int128{1} << 126) + ((Int128{1} << 126) - 1);
  } else {
    return W{};
  }
}

// What a search changed, to be put back.
template <typename W>
class SearchUndo {
 public:
  // To be called before the node changes. Borrows `side`.
  void Save(Side<W>& side, std::int32_t node) {
    const auto at = static_cast<std::size_t>(node);
    saved_.push_back({&side, at, side.potential[at], side.mate[at]});
  }

  // Puts back what was saved, the first state of every node.
  void Restore() {
    for (; !saved_.empty(); saved_.pop_back()) {
      const Saved& saved = saved_.back();
      saved.side->potential[saved.at] = saved.potential;
      saved.side->mate[saved.at] = saved.mate;
    }
  }

 private:
  struct Saved {
    Side<W>* side;
    std::size_t at;
    W potential;
    Mate mate;
  };
  std::vector<Saved> saved_;
};

// Dijkstra by reduced costs (Jonker and Volgenant 1987) over a matching that
// need not be perfect: a path may end at a free node of the other side, or at
// a node of this side that may stay free, where it costs its potential.
//
// Keeps its memory from one search to the next; one thread at a time.
template <typename W>
class AugmentingSearch {
 public:
  // For searches whose other side has at most `others` nodes.
  explicit AugmentingSearch(std::int32_t others)
      : label_(static_cast<std::size_t>(others)), heap_(others) {}

  // Keeps the next Run from entering a node of the other side.
  void Close(std::int32_t other) {
    Label& label = label_[static_cast<std::size_t>(other)];
    label.search = search_ + 1;
    label.distance = W{};  // nothing is nearer
  }

  // Gives `root`, which is free, a partner, or leaves a node of its side free
  // that may be: `root` itself or one on the way. Potentials stay feasible and
  // tight on matched edges; no other node lacks a partner that did not before.
  // `arcs[node]` are the arcs of a node of `own`; those from `root` to
  // `avoided` are not used. What changes is saved in `undo`, if there is one.
  //
  // Returns by how much the sum of the potentials fell.
  // Time O(a + b log b) for a arcs and b nodes nearer than the end.
  template <typename Arcs>
  W Run(std::int32_t root, const Arcs& arcs, Side<W>& own, Side<W>& other,
        std::int32_t avoided = kNoNode, SearchUndo<W>* undo = nullptr) {
    ++search_;
    heap_.Clear();
    settled_.clear();
    end_ = End::kRoot;
    best_ = own.required[At(root)] != 0 ? Unreachable<W>()
                                        : own.potential[At(root)];
    Scan(root, own.potential[At(root)], arcs[root], other, avoided);
    while (!heap_.empty() && heap_.least_key() < best_) {
      const std::int32_t node = heap_.least_node();
      heap_.Pop();
      settled_.push_back(node);
      const std::int32_t next = other.mate[At(node)].node;
      const W end = label_[At(node)].distance + own.potential[At(next)];
      if (own.required[At(next)] == 0 && end < best_) {
        best_ = end;
        end_ = End::kOwn;
        end_node_ = node;
      }
      Scan(next, end, arcs[next], other, kNoNode);
    }
    if (end_ == End::kRoot && own.required[At(root)] != 0) return W{};
    if (undo != nullptr) SaveAll(root, own, other, *undo);
    MovePotentials(root, own, other);
    Augment(root, own, other);
    return best_;
  }

  // Arcs looked at so far.
  std::int64_t scanned() const { return scanned_; }

 private:
  enum class End : std::uint8_t { kRoot, kOwn, kOther };
  struct Label {
    W distance{};
    std::int32_t from = kNoNode;  // node of the own side
    std::int32_t edge = kNoNode;
    std::int64_t search = 0;  // in which the others are meant
  };

  static std::size_t At(std::int32_t node) {
    return static_cast<std::size_t>(node);
  }

  // `base`: distance of `node` and its potential.
  template <typename Range>
  void Scan(std::int32_t node, const W& base, const Range& arcs,
            const Side<W>& other, std::int32_t avoided) {
    scanned_ += static_cast<std::int64_t>(arcs.size());
    const W* const potential = other.potential.data();
    for (const Arc<W>& arc : arcs) {
      const W distance = base + potential[arc.other] - arc.weight;
      if (!(distance < best_) || arc.other == avoided) continue;
      Label& label = label_[At(arc.other)];
      const bool fresh = label.search != search_;
      if (!fresh && !(distance < label.distance)) continue;
      label.distance = distance;
      label.from = node;
      label.edge = arc.edge;
      label.search = search_;
      if (other.mate[At(arc.other)].node == kNoNode) {
        best_ = distance;
        end_ = End::kOther;
        end_node_ = arc.other;
      } else if (fresh) {
        heap_.Push(arc.other, distance);
      } else {
        heap_.Decrease(arc.other, distance);
      }
    }
  }

  void SaveAll(std::int32_t root, Side<W>& own, Side<W>& other,
               SearchUndo<W>& undo) {
    for (const std::int32_t node : settled_) {
      undo.Save(other, node);
      undo.Save(own, other.mate[At(node)].node);
    }
    undo.Save(own, root);
    if (end_ == End::kOther) undo.Save(other, end_node_);
  }

  void MovePotentials(std::int32_t root, Side<W>& own, Side<W>& other) {
    for (const std::int32_t node : settled_) {
      const W move = best_ - label_[At(node)].distance;
      other.potential[At(node)] += move;
      own.potential[At(other.mate[At(node)].node)] -= move;
    }
    own.potential[At(root)] -= best_;
  }

  void Augment(std::int32_t root, Side<W>& own, Side<W>& other) {
    if (end_ == End::kRoot) return;
    std::int32_t node = end_node_;
    if (end_ == End::kOwn) own.mate[At(other.mate[At(node)].node)] = Mate{};
    while (true) {
      const Label& label = label_[At(node)];
      const std::int32_t before = own.mate[At(label.from)].node;
      own.mate[At(label.from)] = {node, label.edge};
      other.mate[At(node)] = {label.from, label.edge};
      if (label.from == root) return;
      node = before;
    }
  }

  std::vector<Label> label_;  // by node of the other side
  IndexedHeap<W> heap_;
  std::vector<std::int32_t> settled_;
  std::int64_t scanned_ = 0;
  std::int64_t search_ = 0;
  W best_{};
  End end_ = End::kRoot;
  std::int32_t end_node_ = kNoNode;
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_AUGMENTING_SEARCH_H_
