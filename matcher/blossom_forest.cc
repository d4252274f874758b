// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/blossom_forest.h"

#include <algorithm>
#include <numeric>

namespace twinaid::matcher {

// Nested or disjoint sets of at least three places each, of which none is the
// union of two others: fewer than half as many as places.
BlossomForest::BlossomForest(std::int32_t places)
    : places_(places),
      node_(Index(places + places / 2)),
      mate_(Index(places)),
      next_(Index(places), -1),
      group_of_(Index(places)),
      node_of_group_(Index(places)) {
  for (PlaceIndex p = 0; p < places; ++p) {
    Node& node = At(p);
    node.base = node.first = node.last = p;
    node.size = 1;
  }
  std::iota(group_of_.begin(), group_of_.end(), 0);
  std::iota(node_of_group_.begin(), node_of_group_.end(), 0);
  for (NodeIndex b = nodes() - 1; b >= places; --b) free_nodes_.push_back(b);
}

BlossomForest::NodeIndex BlossomForest::LargestOf(
    const std::vector<NodeIndex>& children) const {
  return *std::max_element(
      children.begin(), children.end(),
      [this](NodeIndex a, NodeIndex b) { return At(a).size < At(b).size; });
}

void BlossomForest::MoveToGroup(NodeIndex node, std::int32_t group) {
  ForEachPlace(node, [&](PlaceIndex p) { group_of_[Index(p)] = group; });
}

BlossomForest::NodeIndex BlossomForest::Shrink(std::vector<NodeIndex> children,
                                               std::vector<Arc> cycle) {
  const NodeIndex blossom = free_nodes_.back();
  free_nodes_.pop_back();
  const NodeIndex largest = LargestOf(children);
  const std::int32_t group = group_of_[Index(At(largest).first)];
  Node& node = At(blossom);
  node.parent = -1;
  node.base = At(children.front()).base;
  node.first = At(children.front()).first;
  node.last = At(children.back()).last;
  node.size = 0;
  for (std::size_t i = 0; i < children.size(); ++i) {
    Node& child = At(children[i]);
    child.parent = blossom;
    node.size += child.size;
    if (children[i] != largest) {
      free_groups_.push_back(group_of_[Index(child.first)]);
      MoveToGroup(children[i], group);
    }
    if (i > 0) next_[Index(At(children[i - 1]).last)] = child.first;
  }
  node_of_group_[Index(group)] = blossom;
  node.children = std::move(children);
  node.cycle = std::move(cycle);
  return blossom;
}

std::pair<std::vector<BlossomForest::NodeIndex>, std::vector<Arc>>
BlossomForest::Dissolve(NodeIndex blossom) {
  Node& node = At(blossom);
  const NodeIndex largest = LargestOf(node.children);
  for (const NodeIndex child : node.children) {
    At(child).parent = -1;
    std::int32_t group = group_of_[Index(At(child).first)];
    if (child != largest) {
      group = free_groups_.back();
      free_groups_.pop_back();
      MoveToGroup(child, group);
    }
    node_of_group_[Index(group)] = child;
  }
  node.size = 0;
  free_nodes_.push_back(blossom);
  return {std::move(node.children), std::move(node.cycle)};
}

void BlossomForest::RotateTo(NodeIndex blossom, NodeIndex child) {
  Node& node = At(blossom);
  const auto at = std::find(node.children.begin(), node.children.end(), child) -
                  node.children.begin();
  if (at == 0) return;
  const auto length = static_cast<std::ptrdiff_t>(node.children.size());
  // Of the two ways round from the child to the base, the one of even length
  // is flipped. Its edges are matched by turns, the first one matched; so its
  // second, fourth .. become matched: those that leave an odd index downwards,
  // or an even one upwards.
  const bool down = at % 2 == 0;
  for (std::ptrdiff_t i = down ? 0 : at + 1; i < (down ? at : length); i += 2) {
    const Arc& arc = node.cycle[static_cast<std::size_t>(i)];
    SetMate(arc.from, arc);
    SetMate(arc.to, arc.Reversed());
    const auto other = static_cast<std::size_t>((i + 1) % length);
    to_rebase_.emplace_back(node.children[static_cast<std::size_t>(i)],
                            arc.from);
    to_rebase_.emplace_back(node.children[other], arc.to);
  }
  std::rotate(node.children.begin(), node.children.begin() + at,
              node.children.end());
  std::rotate(node.cycle.begin(), node.cycle.begin() + at, node.cycle.end());
}

void BlossomForest::Rebase(NodeIndex surface, PlaceIndex place) {
  to_rebase_.assign(1, {surface, place});
  while (!to_rebase_.empty()) {
    const auto [top, base] = to_rebase_.back();
    to_rebase_.pop_back();
    if (At(top).base == base) continue;
    for (NodeIndex child = base; child != top;) {
      const NodeIndex parent = At(child).parent;
      RotateTo(parent, child);
      At(parent).base = base;
      child = parent;
    }
  }
}

}  // namespace twinaid::matcher
