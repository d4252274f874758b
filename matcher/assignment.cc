// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/assignment.h"

#include <utility>

#include "matcher/digit_stages.h"
#include "matcher/matching_graph.h"
#include "matcher/matching_solver.h"

namespace twinaid::matcher {

template <typename W>
Assignment<W> Assign(std::int32_t places,
                     const std::vector<WeightedEdge<W>>& edges) {
  ArcTable<W> arcs(places, edges,
                   [](const WeightedEdge<W>& edge) { return edge.weight; });
  Side<W> donors(places), recipients(places);
  if (OthersHaveFewerRivals(arcs)) {
    arcs = arcs.Transposed(places);
    MatchingSolver<W>(arcs, recipients, donors).Run();
  } else {
    MatchingSolver<W>(arcs, donors, recipients).Run();
  }
  Assignment<W> result;
  result.edge_of_donor.reserve(donors.mate.size());
  for (const Mate& mate : donors.mate) {
    result.edge_of_donor.push_back(mate.edge);
  }
  result.donor_potential = std::move(donors.potential);
  result.recipient_potential = std::move(recipients.potential);
  return result;
}

template <>
Assignment<Weight> Assign(std::int32_t places,
                          const std::vector<WeightedEdge<Weight>>& edges) {
  return AssignByDigits(places, edges);
}

template Assignment<std::int64_t> Assign(
    std::int32_t places, const std::vector<WeightedEdge<std::int64_t>>& edges);
template Assignment<Int128> Assign(
    std::int32_t places, const std::vector<WeightedEdge<Int128>>& edges);

}  // namespace twinaid::matcher
