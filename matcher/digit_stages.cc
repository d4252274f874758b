// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/digit_stages.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "matcher/matching_graph.h"
#include "matcher/matching_solver.h"

namespace twinaid::matcher {
namespace {

using Digit = std::int64_t;
using Edges = std::vector<WeightedEdge<Weight>>;

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

constexpr std::size_t kDonors = 0;
constexpr std::size_t kRecipients = 1;

// The matching and the potentials of the digits solved so far.
class Stages {
 public:
  Stages(std::int32_t places, const Edges& edges)
      : edges_(edges),
        places_(places),
        sides_{Side<Digit>(places), Side<Digit>(places)} {}

  Assignment<Weight> Run() {
    Assignment<Weight> result;
    result.edge_of_donor.resize(At(places_));
    result.donor_potential.resize(At(places_));
    result.recipient_potential.resize(At(places_));
    TakeFirstDigit();
    for (std::size_t digit = 0; digit < Weight{}.digits.size(); ++digit) {
      if (digit > 0) KeepTight(digit);
      Solve(digit);
      Record(digit, sides_[kDonors], result.donor_potential);
      Record(digit, sides_[kRecipients], result.recipient_potential);
    }
    for (std::size_t i = 0; i < result.edge_of_donor.size(); ++i) {
      result.edge_of_donor[i] = sides_[kDonors].mate[i].edge;
    }
    return result;
  }

 private:
  void TakeFirstDigit() {
    arcs_ = ArcTable<Digit>(
        places_, edges_,
        [](const WeightedEdge<Weight>& edge) { return edge.weight[0]; });
    if (OthersHaveFewerRivals(arcs_)) Turn();
  }

  void Turn() {
    arcs_ = arcs_.Transposed(places_);
    chooser_ = 1 - chooser_;
  }

  // Keeps the edges that optima of the digits so far consist of, with their
  // next digit as the weight.
  void KeepTight(std::size_t next) {
    const std::vector<Digit>& own = sides_[chooser_].potential;
    const std::vector<Digit>& other = sides_[1 - chooser_].potential;
    arcs_.Filter([&](std::int32_t node, Arc<Digit>& arc) {
      if (own[At(node)] + other[At(arc.other)] != arc.weight) return false;
      arc.weight = edges_[At(arc.edge)].weight[next];
      return true;
    });
  }

  // The matching so far stays the optimum if each edge weighs the same multiple
  // of how many of its ends must be covered. Returns what one end weighs.
  std::optional<Digit> SamePerEnd() const {
    std::optional<Digit> same;
    for (std::int32_t node = 0; node < arcs_.nodes(); ++node) {
      for (const Arc<Digit>& arc : arcs_[node]) {
        const int ends = sides_[chooser_].required[At(node)] +
                         sides_[1 - chooser_].required[At(arc.other)];
        if (ends == 0 ? arc.weight > 0 : arc.weight % ends != 0) return {};
        if (ends == 0) continue;
        if (same && *same != arc.weight / ends) return {};
        same = arc.weight / ends;
      }
    }
    return same.value_or(0);
  }

  void Solve(std::size_t digit) {
    if (const std::optional<Digit> same = SamePerEnd()) {
      for (Side<Digit>& side : sides_) {
        for (std::size_t i = 0; i < side.potential.size(); ++i) {
          side.potential[i] = side.required[i] * *same;
        }
      }
      return;
    }
    for (Side<Digit>& side : sides_) {
      std::fill(side.potential.begin(), side.potential.end(), 0);
      std::fill(side.mate.begin(), side.mate.end(), Mate{});
    }
    if (digit > 0) LetTheRequiredChoose();
    MatchingSolver<Digit>(arcs_, sides_[chooser_], sides_[1 - chooser_]).Run();
  }

  void LetTheRequiredChoose() {
    const auto required = [this](std::size_t side) {
      return std::count(sides_[side].required.begin(),
                        sides_[side].required.end(), 1);
    };
    if (required(chooser_) < required(1 - chooser_)) Turn();
  }

  static void Record(std::size_t digit, Side<Digit>& side,
                     std::vector<Weight>& potential) {
    for (std::size_t i = 0; i < potential.size(); ++i) {
      potential[i][digit] = side.potential[i];
      if (side.potential[i] > 0) side.required[i] = 1;
    }
  }

  const Edges& edges_;
  std::int32_t places_;
  std::array<Side<Digit>, 2> sides_;
  ArcTable<Digit> arcs_;  // of the chooser, those that are tight so far
  std::size_t chooser_ = kDonors;  // the side that searches
};

}  // namespace

Assignment<Weight> AssignByDigits(std::int32_t places, const Edges& edges) {
  return Stages(places, edges).Run();
}

}  // namespace twinaid::matcher
