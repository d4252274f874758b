// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// An assignment that is kept optimal while places change, and that says what
// another choice would cost.

#ifndef TWINAID_MATCHER_DYNAMIC_ASSIGNMENT_H_
#define TWINAID_MATCHER_DYNAMIC_ASSIGNMENT_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "matcher/assignment.h"
#include "matcher/augmenting_search.h"
#include "matcher/matching_graph.h"

namespace twinaid::matcher {

// The dynamic Hungarian algorithm (Mills-Tettey, Stentz and Dias 2007) for
// matchings that need not be perfect. W is std::int64_t, Int128 or Weight, with
// the limits of Assign.
//
// After construction and after every change the chosen edges have the greatest
// sum of weights, and the potentials prove it as those of Assign do. Where sums
// of different choices differ, the chosen edges are those of Assign on the same
// edges; the potentials may be others.
//
// One thread at a time, the questions included. Memory O(places + edges).
template <typename W>
class DynamicAssignment {
 public:
  // Solves from scratch.
  DynamicAssignment(std::int32_t places,
                    const std::vector<WeightedEdge<W>>& edges);

  // Takes away every edge of `place` on both sides and puts these in their
  // stead: those of which it is the donor, and those of which it is the
  // recipient. An edge from the place to itself is among the former. Edges that
  // weigh zero or less are left out.
  //
  // At most two searches from donors and two from recipients; time
  // O(k + m + n log n) at worst for k edges of the places next to it, n places
  // and m edges, and few of them in practice.
  void ReplacePlace(PlaceIndex place,
                    const std::vector<WeightedEdge<W>>& donor_edges,
                    const std::vector<WeightedEdge<W>>& recipient_edges);

  // How much the sum of weights falls if `donor` must look after `recipient`:
  // zero for a chosen pair. Nothing if no edge joins the two. Changes nothing.
  // Two searches at most.
  std::optional<W> LossIfChosen(PlaceIndex donor, PlaceIndex recipient);

  // How much the sum of weights falls if `donor` must not look after the
  // recipient that it looks after now. Nothing if there is none. Changes
  // nothing. Two searches at most.
  std::optional<W> LossWithout(PlaceIndex donor);

  // kNoPlace for none.
  PlaceIndex RecipientOf(PlaceIndex donor) const;
  PlaceIndex DonorOf(PlaceIndex recipient) const;

  // By donor, with the weights. O(places).
  std::vector<WeightedEdge<W>> ChosenEdges() const;

  const std::vector<W>& donor_potential() const { return donors_.potential; }
  const std::vector<W>& recipient_potential() const {
    return recipients_.potential;
  }

 private:
  using Arcs = std::vector<std::vector<Arc<W>>>;  // by place

  void Join(const WeightedEdge<W>& edge);
  void TakeAway(PlaceIndex place);
  void Separate(Side<W>& side, Side<W>& other, std::int32_t node);
  void SeparateForNow(Side<W>& side, Side<W>& other, std::int32_t node);
  // Returns by how much the sum of potentials falls.
  W MatchDonor(PlaceIndex donor, PlaceIndex avoided, SearchUndo<W>* undo);
  W MatchRecipient(PlaceIndex recipient, PlaceIndex avoided,
                   SearchUndo<W>* undo);

  Arcs donor_arcs_;      // to recipients
  Arcs recipient_arcs_;  // to donors
  Side<W> donors_;
  Side<W> recipients_;
  AugmentingSearch<W> from_donors_;
  AugmentingSearch<W> from_recipients_;
  SearchUndo<W> undo_;
};

extern template class DynamicAssignment<std::int64_t>;
extern template class DynamicAssignment<Int128>;
extern template class DynamicAssignment<Weight>;

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_DYNAMIC_ASSIGNMENT_H_
