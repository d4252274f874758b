// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/alternating_tree.h"

#include <algorithm>
#include <utility>

#include "matcher/halves.h"
#include "matcher/weight.h"

namespace twinaid::matcher {

template <typename W>
AlternatingTree<W>::AlternatingTree(BlossomForest* forest,
                                    std::vector<W> potentials)
    : forest_(*forest),
      y_(std::move(potentials)),
      z_(At(forest->nodes() - forest->places()), W{}),
      label_(At(forest->nodes()), Label::kNone),
      entry_(At(forest->nodes())),
      mark_(At(forest->nodes()), 0) {}

template <typename W>
void AlternatingTree<W>::Plant(PlaceIndex root) {
  now_ = W{};
  labelled_.clear();
  first_zero_ = root;
  MakeEven(forest_.SurfaceOf(root));
}

// ---- Labels and prices

template <typename W>
void AlternatingTree<W>::Raise(NodeIndex node, const W& by) {
  forest_.ForEachPlace(node, [&](PlaceIndex p) { y_[At(p)] += by; });
}

template <typename W>
void AlternatingTree<W>::Lower(NodeIndex node, const W& by) {
  forest_.ForEachPlace(node, [&](PlaceIndex p) { y_[At(p)] -= by; });
}

template <typename W>
void AlternatingTree<W>::SetLabel(NodeIndex node, Label label) {
  label_[At(node)] = label;
  labelled_.push_back(node);
}

// From prices that are true.
template <typename W>
void AlternatingTree<W>::MakeEven(NodeIndex node) {
  SetLabel(node, Label::kEven);
  Raise(node, now_);
  if (forest_.IsBlossom(node)) Dual(node) -= now_ + now_;
  NoteZeros(node);
}

template <typename W>
void AlternatingTree<W>::NoteZeros(NodeIndex node) {
  forest_.ForEachPlace(node, [&](PlaceIndex p) {
    if (y_[At(p)] < y_[At(first_zero_)]) first_zero_ = p;
  });
}

template <typename W>
W AlternatingTree<W>::DissolvesAt(NodeIndex odd) const {
  return Half(DualOf(odd));
}

// ---- The tree

template <typename W>
typename AlternatingTree<W>::Grown AlternatingTree<W>::Grow(const Arc& arc) {
  const NodeIndex odd = forest_.SurfaceOf(arc.to);
  const NodeIndex even =
      forest_.SurfaceOf(forest_.MateOf(forest_.BaseOf(odd)).to);
  SetLabel(odd, Label::kOdd);
  entry_[At(odd)] = arc;
  Lower(odd, now_);
  if (forest_.IsBlossom(odd)) Dual(odd) += now_ + now_;
  MakeEven(even);
  return {odd, even};
}

// -1 above the root.
template <typename W>
BlossomForest::NodeIndex AlternatingTree<W>::OddAbove(NodeIndex even) const {
  const Arc& mate = forest_.MateOf(forest_.BaseOf(even));
  return mate.edge < 0 ? -1 : forest_.SurfaceOf(mate.to);
}

template <typename W>
BlossomForest::NodeIndex AlternatingTree<W>::EvenAbove(NodeIndex odd) const {
  return forest_.SurfaceOf(entry_[At(odd)].from);
}

// The lowest even node above both, climbing from both by turns.
template <typename W>
BlossomForest::NodeIndex AlternatingTree<W>::MeetingOf(NodeIndex a,
                                                       NodeIndex b) {
  ++marking_;
  while (true) {
    if (a >= 0) {
      if (mark_[At(a)] == marking_) return a;
      mark_[At(a)] = marking_;
      const NodeIndex odd = OddAbove(a);
      a = odd < 0 ? -1 : EvenAbove(odd);
    }
    std::swap(a, b);
  }
}

// Collects the nodes from `even` up to below `top`, with the arc up from each.
template <typename W>
void AlternatingTree<W>::Climb(NodeIndex even, NodeIndex top,
                               std::vector<NodeIndex>* nodes,
                               std::vector<Arc>* up) const {
  while (even != top) {
    const NodeIndex odd = OddAbove(even);
    nodes->insert(nodes->end(), {even, odd});
    up->push_back(forest_.MateOf(forest_.BaseOf(even)));
    up->push_back(entry_[At(odd)].Reversed());
    even = EvenAbove(odd);
  }
}

// Makes the potentials those kept in an even node, and the dual the true one.
template <typename W>
void AlternatingTree<W>::Absorb(NodeIndex child) {
  const bool odd =
      std::exchange(label_[At(child)], Label::kNone) == Label::kOdd;
  if (odd) Raise(child, now_ + now_);
  if (!forest_.IsBlossom(child)) return;
  if (odd) {
    Dual(child) -= now_ + now_;
  } else {
    Dual(child) += now_ + now_;
  }
}

template <typename W>
typename AlternatingTree<W>::Shrunk AlternatingTree<W>::Shrink(const Arc& arc) {
  const NodeIndex from = forest_.SurfaceOf(arc.from);
  const NodeIndex to = forest_.SurfaceOf(arc.to);
  const NodeIndex top = MeetingOf(from, to);
  std::vector<NodeIndex> children;
  std::vector<Arc> cycle;
  Climb(from, top, &children, &cycle);
  children.push_back(top);
  std::reverse(children.begin(), children.end());
  std::reverse(cycle.begin(), cycle.end());
  for (Arc& step : cycle) step = step.Reversed();
  cycle.push_back(arc);
  Climb(to, top, &children, &cycle);

  Shrunk result;
  for (const NodeIndex child : children) {
    if (LabelOf(child) == Label::kOdd) result.were_odd.push_back(child);
    Absorb(child);
  }
  result.blossom = forest_.Shrink(std::move(children), std::move(cycle));
  Dual(result.blossom) = W{} - now_ - now_;
  SetLabel(result.blossom, Label::kEven);
  for (const NodeIndex child : result.were_odd) NoteZeros(child);
  return result;
}

template <typename W>
typename AlternatingTree<W>::Dissolved AlternatingTree<W>::Dissolve(
    NodeIndex blossom) {
  label_[At(blossom)] = Label::kNone;
  Arc entry = entry_[At(blossom)];
  const auto [children, cycle] = forest_.Dissolve(blossom);
  const std::size_t length = children.size();
  auto at = static_cast<std::size_t>(
      std::find(children.begin(), children.end(), forest_.SurfaceOf(entry.to)) -
      children.begin());
  const bool down = at % 2 == 0;
  const auto next = [&](std::size_t i) {
    return down ? i - 1 : (i + 1) % length;
  };
  Dissolved result;
  while (true) {
    // Its potentials are kept as those of an odd node already.
    const NodeIndex odd = children[at];
    SetLabel(odd, Label::kOdd);
    entry_[At(odd)] = entry;
    if (forest_.IsBlossom(odd)) Dual(odd) += now_ + now_;
    result.odd.push_back(odd);
    if (at == 0) break;
    const std::size_t partner = next(at);
    result.even.push_back(children[partner]);
    at = next(partner);
    entry = down ? cycle[at].Reversed() : cycle[partner];
  }
  for (const NodeIndex child : result.even) {
    Raise(child, now_);
    MakeEven(child);
  }
  for (const NodeIndex child : children) {
    if (LabelOf(child) != Label::kNone) continue;
    result.left_out.push_back(child);
    Raise(child, now_);
  }
  return result;
}

// ---- The end

template <typename W>
void AlternatingTree<W>::Augment(const Arc& arc) {
  forest_.Rebase(forest_.SurfaceOf(arc.to), arc.to);
  forest_.SetMate(arc.to, arc.Reversed());
  Flip(arc.from, arc);
}

// Matches `place` by `arc` (edge -1: not at all), and so on up the tree.
template <typename W>
void AlternatingTree<W>::Flip(PlaceIndex place, Arc arc) {
  while (true) {
    const NodeIndex even = forest_.SurfaceOf(place);
    const Arc mate = forest_.MateOf(forest_.BaseOf(even));
    forest_.Rebase(even, place);
    forest_.SetMate(place, arc);
    if (mate.edge < 0) return;
    const NodeIndex odd = forest_.SurfaceOf(mate.to);
    arc = entry_[At(odd)];
    forest_.Rebase(odd, arc.to);
    forest_.SetMate(arc.to, arc.Reversed());
    place = arc.from;
  }
}

template <typename W>
void AlternatingTree<W>::Settle() {
  for (const NodeIndex node : labelled_) {
    const Label label = std::exchange(label_[At(node)], Label::kNone);
    if (label == Label::kNone) continue;
    if (label == Label::kEven) {
      Lower(node, now_);
    } else {
      Raise(node, now_);
    }
    if (!forest_.IsBlossom(node)) continue;
    if (label == Label::kEven) {
      Dual(node) += now_ + now_;
    } else {
      Dual(node) -= now_ + now_;
    }
    empty_.push_back(node);
  }
  while (!empty_.empty()) {
    const NodeIndex node = empty_.back();
    empty_.pop_back();
    if (!forest_.IsBlossom(node) || DualOf(node) != W{}) continue;
    const auto [children, cycle] = forest_.Dissolve(node);
    empty_.insert(empty_.end(), children.begin(), children.end());
  }
}

template class AlternatingTree<std::int64_t>;
template class AlternatingTree<Int128>;
template class AlternatingTree<Weight>;

}  // namespace twinaid::matcher
