// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The alternating tree of one blossom search, and the prices that change as it
// waits for more edges to become tight.

#ifndef TWINAID_MATCHER_ALTERNATING_TREE_H_
#define TWINAID_MATCHER_ALTERNATING_TREE_H_

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "matcher/blossom_forest.h"
#include "matcher/instance.h"

namespace twinaid::matcher {

// The tree hangs on one place without a partner. Its nodes are surfaces: even
// ones at an even distance from the root, odd ones between. After a wait of d,
// potentials in even nodes are lower by d, those in odd ones higher by d; the
// dual of an even blossom is greater by 2 d, that of an odd one less by 2 d. So
// the edges of the tree stay tight. What else becomes tight, or zero, is an
// event at some value of d, which the search looks out for.
//
// Instead of changing everything with d, the prices of labelled nodes are kept
// as what they would have been at d = 0 had they had their label since. So
//   an even place reaches zero at its kept potential,
//   an odd blossom reaches zero at half its kept dual,
//   an edge from an even to an unlabelled place becomes tight at
//     y_a + y_b - 2 weight, of kept potentials,
//   one between two even places at half of that.
//
// All these halves are whole. Duals start at zero and change by 2 d, so they
// are even, digit by digit, as long as every d is whole. Edges of the tree are
// tight and join different surfaces, so y_a + y_b = 2 weight; edges inside a
// blossom are tight too, and the duals that count there are even. So all
// potentials in the tree have the parity of the root's, digit by digit, and the
// slack of an edge between two even places is even.
//
// The class keeps its tree; that a caller acts at the right d is up to the
// caller. Defined for std::int64_t, Int128 and Weight.
template <typename W>
class AlternatingTree {
 public:
  using NodeIndex = BlossomForest::NodeIndex;
  enum class Label : std::int8_t { kNone, kEven, kOdd };

  // Borrows the forest, which must be left to it alone. Doubled potentials that
  // are feasible and tight on matched edges.
  AlternatingTree(BlossomForest* forest, std::vector<W> potentials);

  // Starts a tree at a place without a partner.
  void Plant(PlaceIndex root);

  const W& now() const { return now_; }  // d
  void WaitUntil(const W& when) { now_ = when; }

  Label LabelOf(NodeIndex surface) const { return label_[At(surface)]; }
  const W& KeptPotentialOf(PlaceIndex place) const { return y_[At(place)]; }
  // The even place that reaches zero before all others, and when.
  PlaceIndex first_zero() const { return first_zero_; }
  const W& first_zero_at() const { return y_[At(first_zero_)]; }
  // When the dual of an odd blossom reaches zero.
  W DissolvesAt(NodeIndex odd) const;

  // Takes in the unlabelled surface at the end of a tight arc from an even one,
  // as odd, and its partner, as even. Time O(places in them).
  struct Grown {
    NodeIndex odd;
    NodeIndex even;
  };
  Grown Grow(const Arc& arc);

  // Makes one even blossom of the cycle that a tight arc between two even
  // surfaces closes. Time O(cycle + places that were odd, or outside the
  // largest node of the cycle).
  struct Shrunk {
    NodeIndex blossom;
    std::vector<NodeIndex> were_odd;  // children of it
  };
  Shrunk Shrink(const Arc& arc);

  // Dissolves an odd blossom whose dual is zero: of the two ways round its
  // cycle, from where the tree enters to the base, the even one stays in the
  // tree. Time O(children + places in those that do not stay odd, or are not
  // the largest).
  struct Dissolved {
    std::vector<NodeIndex> odd;
    std::vector<NodeIndex> even;
    std::vector<NodeIndex> left_out;  // unlabelled
  };
  Dissolved Dissolve(NodeIndex blossom);

  // Matches along the tree from a surface without a partner, or an even place
  // whose potential is zero, to the root.
  void Augment(const Arc& arc);
  void Release(PlaceIndex place) { Flip(place, Arc{}); }

  // Ends the tree: prices are no longer kept but true; blossoms of the tree
  // whose dual is zero are dissolved. Time O(places in the tree).
  void Settle();

  // Outside of any tree.
  W DualOf(NodeIndex blossom) const {
    return z_[At(blossom - forest_.places())];
  }
  std::vector<W> TakePotentials() { return std::move(y_); }

 private:
  static std::size_t At(std::int32_t i) { return static_cast<std::size_t>(i); }
  W& Dual(NodeIndex blossom) { return z_[At(blossom - forest_.places())]; }
  void Raise(NodeIndex node, const W& by);
  void Lower(NodeIndex node, const W& by);
  void SetLabel(NodeIndex node, Label label);
  void MakeEven(NodeIndex node);
  void NoteZeros(NodeIndex node);
  NodeIndex OddAbove(NodeIndex even) const;
  NodeIndex EvenAbove(NodeIndex odd) const;
  NodeIndex MeetingOf(NodeIndex a, NodeIndex b);
  void Climb(NodeIndex even, NodeIndex top, std::vector<NodeIndex>* nodes,
             std::vector<Arc>* up) const;
  void Absorb(NodeIndex child);
  void Flip(PlaceIndex place, Arc arc);

  BlossomForest& forest_;
  std::vector<W> y_;  // by place
  std::vector<W> z_;  // by blossom
  W now_{};
  PlaceIndex first_zero_ = -1;
  std::vector<Label> label_;  // by node; surfaces alone have one
  std::vector<Arc> entry_;    // by odd node: from above into it
  std::vector<NodeIndex> labelled_;
  std::vector<std::int32_t> mark_;  // by node: the marking
  std::int32_t marking_ = 0;
  std::vector<NodeIndex> empty_;
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_ALTERNATING_TREE_H_
