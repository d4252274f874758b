// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The two sides of a matching with their potentials, and arcs by node: what
// the searches of this folder work on.

#ifndef TWINAID_MATCHER_MATCHING_GRAPH_H_
#define TWINAID_MATCHER_MATCHING_GRAPH_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace twinaid::matcher {

inline constexpr std::int32_t kNoNode = -1;

// An edge as one of its two nodes sees it.
template <typename W>
struct Arc {
  W weight{};
  std::int32_t other = 0;  // node on the other side
  std::int32_t edge = 0;   // what the caller calls it
};

struct Mate {
  std::int32_t node = kNoNode;  // on the other side, kNoNode for none
  std::int32_t edge = kNoNode;  // by which edge
};

// Nodes of one side. A node that is `required` must be matched, and its
// potential may have either sign; another one may stay free, and its potential
// is zero or more, and zero at last if it is free.
template <typename W>
struct Side {
  explicit Side(std::int32_t nodes)
      : potential(static_cast<std::size_t>(nodes)),
        mate(static_cast<std::size_t>(nodes)),
        required(static_cast<std::size_t>(nodes), 0) {}

  // Whether the node is free and must not stay so at this potential.
  bool Lacks(std::int32_t node) const {
    const auto at = static_cast<std::size_t>(node);
    return mate[at].node == kNoNode &&
           (required[at] != 0 || potential[at] > W{});
  }

  std::vector<W> potential;
  std::vector<Mate> mate;
  std::vector<std::uint8_t> required;  // 1 or 0
};

// The arcs of every node of one side, side by side in memory. An optimum of
// the searches satisfies potential + potential >= weight on each of them.
template <typename W>
class ArcTable {
 public:
  ArcTable() = default;

  // The arcs of `edges` ({donor, recipient, ...}) as the donors see them, in
  // the order of the edges; `weight_of` says what an edge weighs.
  // O(nodes + edges).
  template <typename Edges, typename WeightOf>
  ArcTable(std::int32_t nodes, const Edges& edges, WeightOf weight_of)
      : first_(static_cast<std::size_t>(nodes) + 1, 0), arcs_(edges.size()) {
    for (const auto& edge : edges) {
      ++first_[static_cast<std::size_t>(edge.donor) + 1];
    }
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    std::int32_t name = 0;
    for (const auto& edge : edges) {
      arcs_[next[static_cast<std::size_t>(edge.donor)]++] = {
          weight_of(edge), edge.recipient, name++};
    }
  }

  std::span<const Arc<W>> operator[](std::int32_t node) const {
    const auto at = static_cast<std::size_t>(node);
    return {arcs_.data() + first_[at], arcs_.data() + first_[at + 1]};
  }
  std::int32_t nodes() const {
    return static_cast<std::int32_t>(first_.size()) - 1;
  }
  std::size_t size() const { return arcs_.size(); }

  // Drops the arcs for which `keep(node, arc)` is false; it may change the
  // weight of the others. Their order stays. O(nodes + arcs).
  template <typename Keep>
  void Filter(Keep keep) {
    std::uint32_t to = 0, from = 0;
    for (std::size_t node = 0; node + 1 < first_.size(); ++node) {
      for (; from < first_[node + 1]; ++from) {
        if (!keep(static_cast<std::int32_t>(node), arcs_[from])) continue;
        arcs_[to++] = arcs_[from];
      }
      first_[node + 1] = to;
    }
    arcs_.resize(to);
  }

  // The same arcs as the `others` nodes of the other side see them.
  ArcTable Transposed(std::int32_t others) const {
    ArcTable result;
    result.first_.assign(static_cast<std::size_t>(others) + 1, 0);
    result.arcs_.resize(arcs_.size());
    for (const Arc<W>& arc : arcs_) {
      ++result.first_[static_cast<std::size_t>(arc.other) + 1];
    }
    for (std::size_t i = 1; i < result.first_.size(); ++i) {
      result.first_[i] += result.first_[i - 1];
    }
    std::vector<std::uint32_t> next(result.first_.begin(),
                                    result.first_.end() - 1);
    for (std::int32_t node = 0; node < nodes(); ++node) {
      for (const Arc<W>& arc : (*this)[node]) {
        result.arcs_[next[static_cast<std::size_t>(arc.other)]++] = {
            arc.weight, node, arc.edge};
      }
    }
    return result;
  }

 private:
  std::vector<std::uint32_t> first_ = {0};  // by node, into arcs_
  std::vector<Arc<W>> arcs_;
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_MATCHING_GRAPH_H_
