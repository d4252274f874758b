// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/solve.h"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>
#include <vector>

#include "matcher/allocation.h"
#include "matcher/assignment.h"
#include "matcher/compatibility.h"
#include "matcher/edges.h"
#include "matcher/pair_graph.h"
#include "matcher/points.h"
#include "matcher/shelves.h"
#include "matcher/unmet.h"

namespace twinaid::matcher {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

void AddTo(WeightTotal& total, const Weight& weight) {
  for (std::size_t i = 0; i < weight.digits.size(); ++i) total[i] += weight[i];
}

// The chosen edge of each donor, -1 for none; the potentials go to the proof.
std::vector<std::int32_t> Choose(const Instance& instance,
                                 const std::vector<Edge>& edges,
                                 Certificate& proof) {
  std::vector<WeightedEdge<Weight>> weighted;
  weighted.reserve(edges.size());
  for (const Edge& edge : edges) {
    weighted.push_back({edge.donor, edge.recipient, WeightOf(instance, edge)});
  }
  Assignment<Weight> assignment = Assign(instance.places, weighted);
  proof.donor_potential = std::move(assignment.donor_potential);
  proof.recipient_potential = std::move(assignment.recipient_potential);
  return std::move(assignment.edge_of_donor);
}

}  // namespace

absl::StatusOr<Solution> Solve(const Instance& instance,
                               const SolveOptions& options) {
  if (absl::Status status = Validate(instance); !status.ok()) return status;
  const Shelves shelves(instance, PointsPerBaseUnit(instance));

  Solution solution;
  solution.edges = MakeEdges(instance, shelves, options.threads);
  Certificate& proof = solution.certificate;
  const std::vector<std::int32_t> chosen =
      Choose(instance, solution.edges, proof);
  for (const Weight& u : proof.donor_potential) {
    AddTo(proof.potentials_total, u);
  }
  for (const Weight& v : proof.recipient_potential) {
    AddTo(proof.potentials_total, v);
  }
  const Compatibility compatibility(instance);
  for (const std::int32_t e : chosen) {
    if (e < 0) continue;
    const Edge& edge = solution.edges[At(e)];
    Allocation allocation = Allocate(MakePairGraph(
        instance, compatibility, shelves, instance.ties[At(edge.tie)]));
    Pair pair;
    pair.donor = edge.donor;
    pair.recipient = edge.recipient;
    pair.tie = edge.tie;
    pair.value = edge.value;
    pair.shipped = allocation.shipped;
    pair.weight = WeightOf(instance, edge);
    pair.dropped_offers = std::move(allocation.dropped_offers);
    pair.offer_prices = std::move(allocation.offer_prices);
    pair.need_prices = std::move(allocation.need_prices);
    AddTo(proof.pairs_total, pair.weight);
    solution.flows.insert(solution.flows.end(), allocation.flows.begin(),
                          allocation.flows.end());
    solution.pairs.push_back(std::move(pair));
  }
  std::sort(solution.flows.begin(), solution.flows.end(),
            [](const Flow& a, const Flow& b) {
              return std::tie(a.need, a.offer) < std::tie(b.need, b.offer);
            });
  solution.unmet =
      ExplainUnmet(instance, shelves, solution.pairs, solution.flows);
  return solution;
}

}  // namespace twinaid::matcher
