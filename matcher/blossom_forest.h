// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A matching and the nested odd cycles (blossoms) it is seen through: which
// places are shrunk together, and how each blossom can leave any one of its
// places to be matched outside.

#ifndef TWINAID_MATCHER_BLOSSOM_FOREST_H_
#define TWINAID_MATCHER_BLOSSOM_FOREST_H_

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "matcher/instance.h"

namespace twinaid::matcher {

// An edge as seen from one of its ends.
struct Arc {
  std::int32_t edge = -1;  // position, -1 for none
  PlaceIndex from = -1;
  PlaceIndex to = -1;

  Arc Reversed() const { return {edge, to, from}; }
};

// A node is a place, or a blossom (numbered from the number of places on). A
// surface is a node that is inside no blossom; every place is in one.
//
// Inside a blossom of children c0 .. c(k-1), k odd, each joined to the next by
// an edge, the edges c1-c2, c3-c4 .. are matched; c0 holds the base, the one
// place not matched inside. That holds at every level.
class BlossomForest {
 public:
  using NodeIndex = std::int32_t;

  explicit BlossomForest(std::int32_t places);

  // Places and blossoms together never pass this number.
  std::int32_t nodes() const { return static_cast<std::int32_t>(node_.size()); }
  std::int32_t places() const { return places_; }

  bool IsBlossom(NodeIndex node) const { return node >= places_; }
  // False for a blossom that was dissolved, until its number is used again.
  bool IsAlive(NodeIndex node) const { return At(node).size > 0; }
  bool IsSurface(NodeIndex node) const { return At(node).parent < 0; }
  NodeIndex SurfaceOf(PlaceIndex place) const {
    return node_of_group_[Index(group_of_[Index(place)])];
  }
  PlaceIndex BaseOf(NodeIndex node) const { return At(node).base; }
  std::int32_t SizeOf(NodeIndex node) const { return At(node).size; }
  // Where ForEachPlace begins.
  PlaceIndex FirstOf(NodeIndex node) const { return At(node).first; }
  const std::vector<NodeIndex>& ChildrenOf(NodeIndex blossom) const {
    return At(blossom).children;
  }
  // The i-th goes from the i-th child to the next, the last to the first.
  const std::vector<Arc>& CycleOf(NodeIndex blossom) const {
    return At(blossom).cycle;
  }

  // Calls visit(place) for each place in the node.
  template <typename Visit>
  void ForEachPlace(NodeIndex node, Visit visit) const {
    const PlaceIndex last = At(node).last;
    for (PlaceIndex p = At(node).first;; p = next_[Index(p)]) {
      visit(p);
      if (p == last) return;
    }
  }

  // The matched edge of a place, seen from it; edge -1 for none.
  const Arc& MateOf(PlaceIndex place) const { return mate_[Index(place)]; }
  void SetMate(PlaceIndex place, const Arc& arc) { mate_[Index(place)] = arc; }

  // Makes the base of a surface `place`, matching the places inside anew. What
  // the old and the new base are matched to is up to the caller.
  // Time O(what changes + depth of nesting).
  void Rebase(NodeIndex surface, PlaceIndex place);

  // Makes a blossom of surfaces in a cycle, matched as said above.
  // Time O(children + places outside the largest of them).
  NodeIndex Shrink(std::vector<NodeIndex> children, std::vector<Arc> cycle);

  // Makes the children of a surface blossom surfaces; hands them back with
  // their cycle. Time as that of Shrink.
  std::pair<std::vector<NodeIndex>, std::vector<Arc>> Dissolve(
      NodeIndex blossom);

 private:
  struct Node {
    NodeIndex parent = -1;
    PlaceIndex base = -1;
    std::int32_t size = 0;  // places
    PlaceIndex first = -1;  // its places are a stretch of a list
    PlaceIndex last = -1;
    std::vector<NodeIndex> children;
    std::vector<Arc> cycle;
  };

  static std::size_t Index(std::int32_t i) {
    return static_cast<std::size_t>(i);
  }
  Node& At(NodeIndex node) { return node_[Index(node)]; }
  const Node& At(NodeIndex node) const { return node_[Index(node)]; }
  NodeIndex LargestOf(const std::vector<NodeIndex>& children) const;
  void MoveToGroup(NodeIndex node, std::int32_t group);
  void RotateTo(NodeIndex blossom, NodeIndex child);

  std::int32_t places_;
  std::vector<Node> node_;
  std::vector<NodeIndex> free_nodes_;
  std::vector<Arc> mate_;         // by place
  std::vector<PlaceIndex> next_;  // by place: the list its blossom is of
  // Surfaces by way of groups, so that a large child need not be renumbered.
  std::vector<std::int32_t> group_of_;    // by place
  std::vector<NodeIndex> node_of_group_;  // a surface
  std::vector<std::int32_t> free_groups_;
  std::vector<std::pair<NodeIndex, PlaceIndex>> to_rebase_;
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_BLOSSOM_FOREST_H_
