// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/digit_stages.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "matcher/matching_graph.h"
#include "matcher/matching_solver.h"

namespace twinaid::matcher {
namespace {

using Digit = std::int64_t;
using Edges = std::vector<WeightedEdge<Weight>>;

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

// The matching and the potentials of the digits solved so far.
class Stages {
 public:
  Stages(std::int32_t places, const Edges& edges)
      : edges_(edges), donors_(places), recipients_(places) {
    result_.edge_of_donor.assign(At(places), kNoNode);
    result_.donor_potential.resize(At(places));
    result_.recipient_potential.resize(At(places));
  }

  Assignment<Weight> Run() {
    const auto places = static_cast<std::int32_t>(donors_.mate.size());
    arcs_ = ArcTable<Digit>(
        places, edges_,
        [](const WeightedEdge<Weight>& edge) { return edge.donor; },
        [](const WeightedEdge<Weight>& edge) { return edge.recipient; },
        [](const WeightedEdge<Weight>& edge) { return edge.weight[0]; });
    for (std::size_t digit = 0; digit < Weight{}.digits.size(); ++digit) {
      if (digit > 0) KeepTight(digit);
      Solve();
      for (std::size_t i = 0; i < donors_.potential.size(); ++i) {
        result_.donor_potential[i][digit] = donors_.potential[i];
        result_.recipient_potential[i][digit] = recipients_.potential[i];
        if (donors_.potential[i] > 0) donors_.required[i] = 1;
        if (recipients_.potential[i] > 0) recipients_.required[i] = 1;
      }
    }
    for (std::size_t i = 0; i < donors_.mate.size(); ++i) {
      result_.edge_of_donor[i] = donors_.mate[i].edge;
    }
    return result_;
  }

 private:
  // Keeps the edges that optima of the digits so far consist of, with their
  // next digit as the weight.
  void KeepTight(std::size_t next) {
    arcs_.Filter([&](std::int32_t node, Arc<Digit>& arc) {
      if (donors_.potential[At(node)] + recipients_.potential[At(arc.other)] !=
          arc.weight) {
        return false;
      }
      arc.weight = edges_[At(arc.edge)].weight[next];
      return true;
    });
  }

  // The matching so far stays the optimum if each edge weighs the same multiple
  // of how many of its ends must be covered.
  std::optional<Digit> SamePerEnd() const {
    std::optional<Digit> same;
    for (std::int32_t node = 0; node < arcs_.nodes(); ++node) {
      for (const Arc<Digit>& arc : arcs_[node]) {
        const int ends =
            donors_.required[At(node)] + recipients_.required[At(arc.other)];
        if (ends == 0 ? arc.weight > 0 : arc.weight % ends != 0) return {};
        if (ends == 0) continue;
        if (same && *same != arc.weight / ends) return {};
        same = arc.weight / ends;
      }
    }
    return same.value_or(0);
  }

  void Solve() {
    if (const std::optional<Digit> same = SamePerEnd()) {
      for (std::size_t i = 0; i < donors_.potential.size(); ++i) {
        donors_.potential[i] = donors_.required[i] * *same;
        recipients_.potential[i] = recipients_.required[i] * *same;
      }
      return;
    }
    const auto places = static_cast<std::int32_t>(donors_.mate.size());
    for (Side<Digit>* const side : {&donors_, &recipients_}) {
      std::fill(side->potential.begin(), side->potential.end(), 0);
      std::fill(side->mate.begin(), side->mate.end(), Mate{});
    }
    // Those who must be covered choose.
    const auto required = [](const Side<Digit>& side) {
      return std::count(side.required.begin(), side.required.end(), 1);
    };
    if (required(donors_) >= required(recipients_)) {
      MatchingSolver<Digit>(arcs_, donors_, recipients_).Run();
    } else {
      MatchingSolver<Digit>(arcs_.Transposed(places), recipients_, donors_)
          .Run();
    }
  }

  const Edges& edges_;
  ArcTable<Digit> arcs_;  // those that are tight so far
  Side<Digit> donors_;
  Side<Digit> recipients_;
  Assignment<Weight> result_;
};

}  // namespace

Assignment<Weight> AssignByDigits(std::int32_t places, const Edges& edges) {
  return Stages(places, edges).Run();
}

}  // namespace twinaid::matcher
