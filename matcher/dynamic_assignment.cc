// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/dynamic_assignment.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace twinaid::matcher {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

// Drops the arcs to `other`.
template <typename W>
void DropArcs(std::vector<Arc<W>>& arcs, std::int32_t other) {
  arcs.erase(
      std::remove_if(arcs.begin(), arcs.end(),
                     [other](const Arc<W>& arc) { return arc.other == other; }),
      arcs.end());
}

// The least potential of a node with these arcs that is feasible.
template <typename W>
W LeastPotential(const std::vector<Arc<W>>& arcs, const Side<W>& other) {
  W least{};
  for (const Arc<W>& arc : arcs) {
    least = std::max(least, arc.weight - other.potential[At(arc.other)]);
  }
  return least;
}

}  // namespace

template <typename W>
DynamicAssignment<W>::DynamicAssignment(
    std::int32_t places, const std::vector<WeightedEdge<W>>& edges)
    : donor_arcs_(At(places)),
      recipient_arcs_(At(places)),
      donors_(places),
      recipients_(places),
      from_donors_(places),
      from_recipients_(places) {
  for (const WeightedEdge<W>& edge : edges) Join(edge);
  Assignment<W> start = Assign(places, edges);
  donors_.potential = std::move(start.donor_potential);
  recipients_.potential = std::move(start.recipient_potential);
  for (const std::int32_t e : start.edge_of_donor) {
    if (e < 0) continue;
    const WeightedEdge<W>& edge = edges[At(e)];
    donors_.mate[At(edge.donor)] = {edge.recipient, 0};
    recipients_.mate[At(edge.recipient)] = {edge.donor, 0};
  }
}

template <typename W>
void DynamicAssignment<W>::ReplacePlace(
    PlaceIndex place, const std::vector<WeightedEdge<W>>& donor_edges,
    const std::vector<WeightedEdge<W>>& recipient_edges) {
  const PlaceIndex recipient = donors_.mate[At(place)].node;
  const PlaceIndex donor = recipients_.mate[At(place)].node;
  Separate(donors_, recipients_, place);
  Separate(recipients_, donors_, place);
  TakeAway(place);
  for (const WeightedEdge<W>& edge : donor_edges) Join(edge);
  for (const WeightedEdge<W>& edge : recipient_edges) Join(edge);
  recipients_.potential[At(place)] = W{};
  donors_.potential[At(place)] =
      LeastPotential(donor_arcs_[At(place)], recipients_);
  recipients_.potential[At(place)] =
      LeastPotential(recipient_arcs_[At(place)], donors_);

  MatchDonor(place, kNoNode, nullptr);
  if (donor != kNoNode) MatchDonor(donor, kNoNode, nullptr);
  MatchRecipient(place, kNoNode, nullptr);
  if (recipient != kNoNode) MatchRecipient(recipient, kNoNode, nullptr);
}

template <typename W>
std::optional<W> DynamicAssignment<W>::LossIfChosen(PlaceIndex donor,
                                                    PlaceIndex recipient) {
  const Arc<W>* chosen = nullptr;
  for (const Arc<W>& arc : donor_arcs_[At(donor)]) {
    if (arc.other != recipient) continue;
    if (chosen == nullptr || chosen->weight < arc.weight) chosen = &arc;
  }
  if (chosen == nullptr) return std::nullopt;
  W loss = donors_.potential[At(donor)] + recipients_.potential[At(recipient)] -
           chosen->weight;
  const PlaceIndex lone_recipient = donors_.mate[At(donor)].node;
  const PlaceIndex lone_donor = recipients_.mate[At(recipient)].node;
  if (lone_recipient == recipient) return loss;

  // The two go together, and whom they leave looks for somebody else.
  if (lone_recipient != kNoNode) SeparateForNow(donors_, recipients_, donor);
  if (lone_donor != kNoNode) SeparateForNow(recipients_, donors_, recipient);
  if (lone_donor != kNoNode && donors_.Lacks(lone_donor)) {
    from_donors_.Close(recipient);
    loss += MatchDonor(lone_donor, kNoNode, &undo_);
  }
  if (lone_recipient != kNoNode && recipients_.Lacks(lone_recipient)) {
    from_recipients_.Close(donor);
    loss += MatchRecipient(lone_recipient, kNoNode, &undo_);
  }
  undo_.Restore();
  return loss;
}

template <typename W>
std::optional<W> DynamicAssignment<W>::LossWithout(PlaceIndex donor) {
  const PlaceIndex recipient = donors_.mate[At(donor)].node;
  if (recipient == kNoNode) return std::nullopt;
  SeparateForNow(donors_, recipients_, donor);
  W loss = MatchDonor(donor, recipient, &undo_);
  loss += MatchRecipient(recipient, donor, &undo_);
  undo_.Restore();
  return loss;
}

template <typename W>
PlaceIndex DynamicAssignment<W>::RecipientOf(PlaceIndex donor) const {
  const std::int32_t node = donors_.mate[At(donor)].node;
  return node == kNoNode ? kNoPlace : node;
}

template <typename W>
PlaceIndex DynamicAssignment<W>::DonorOf(PlaceIndex recipient) const {
  const std::int32_t node = recipients_.mate[At(recipient)].node;
  return node == kNoNode ? kNoPlace : node;
}

template <typename W>
std::vector<WeightedEdge<W>> DynamicAssignment<W>::ChosenEdges() const {
  std::vector<WeightedEdge<W>> chosen;
  for (std::size_t i = 0; i < donors_.mate.size(); ++i) {
    const std::int32_t recipient = donors_.mate[i].node;
    if (recipient == kNoNode) continue;
    // Chosen edges are tight.
    chosen.push_back(
        {static_cast<PlaceIndex>(i), recipient,
         donors_.potential[i] + recipients_.potential[At(recipient)]});
  }
  return chosen;
}

template <typename W>
void DynamicAssignment<W>::Join(const WeightedEdge<W>& edge) {
  if (!(edge.weight > W{})) return;
  donor_arcs_[At(edge.donor)].push_back({edge.weight, edge.recipient, 0});
  recipient_arcs_[At(edge.recipient)].push_back({edge.weight, edge.donor, 0});
}

template <typename W>
void DynamicAssignment<W>::TakeAway(PlaceIndex place) {
  for (const Arc<W>& arc : donor_arcs_[At(place)]) {
    if (arc.other != place) DropArcs(recipient_arcs_[At(arc.other)], place);
  }
  for (const Arc<W>& arc : recipient_arcs_[At(place)]) {
    if (arc.other != place) DropArcs(donor_arcs_[At(arc.other)], place);
  }
  donor_arcs_[At(place)].clear();
  recipient_arcs_[At(place)].clear();
}

template <typename W>
void DynamicAssignment<W>::Separate(Side<W>& side, Side<W>& other,
                                    std::int32_t node) {
  const std::int32_t mate = side.mate[At(node)].node;
  if (mate == kNoNode) return;
  side.mate[At(node)] = Mate{};
  other.mate[At(mate)] = Mate{};
}

template <typename W>
void DynamicAssignment<W>::SeparateForNow(Side<W>& side, Side<W>& other,
                                          std::int32_t node) {
  undo_.Save(side, node);
  undo_.Save(other, side.mate[At(node)].node);
  Separate(side, other, node);
}

template <typename W>
W DynamicAssignment<W>::MatchDonor(PlaceIndex donor, PlaceIndex avoided,
                                   SearchUndo<W>* undo) {
  if (!donors_.Lacks(donor)) return W{};
  return from_donors_.Run(donor, donor_arcs_, donors_, recipients_, avoided,
                          undo);
}

template <typename W>
W DynamicAssignment<W>::MatchRecipient(PlaceIndex recipient, PlaceIndex avoided,
                                       SearchUndo<W>* undo) {
  if (!recipients_.Lacks(recipient)) return W{};
  return from_recipients_.Run(recipient, recipient_arcs_, recipients_, donors_,
                              avoided, undo);
}

template class DynamicAssignment<std::int64_t>;
template class DynamicAssignment<Int128>;
template class DynamicAssignment<Weight>;

}  // namespace twinaid::matcher
