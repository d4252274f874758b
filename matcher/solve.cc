// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/solve.h"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>

#include "matcher/allocation.h"
#include "matcher/assignment.h"
#include "matcher/compatibility.h"
#include "matcher/coverage.h"
#include "matcher/pair_graph.h"
#include "matcher/points.h"
#include "matcher/unmet.h"

namespace twinaid::matcher {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

// The ties with value, by donor, recipient, tie.
std::vector<Edge> MakeEdges(const Instance& instance,
                            const Compatibility& compatibility,
                            const std::vector<std::int64_t>& points,
                            const ByPlace& by_place) {
  std::vector<Edge> edges;
  for (std::size_t t = 0; t < instance.ties.size(); ++t) {
    const Tie& tie = instance.ties[t];
    const PairGraph graph =
        MakePairGraph(instance, compatibility, points, by_place, tie);
    if (graph.needs.empty()) continue;
    Edge edge;
    edge.tie = static_cast<TieIndex>(t);
    edge.donor = tie.donor;
    edge.recipient = tie.recipient;
    edge.value = CoverBest(graph).value;
    edge.weight = WeightOf(instance.tiers, edge.value, tie);
    edges.push_back(edge);
  }
  std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
    return std::tie(a.donor, a.recipient, a.tie) <
           std::tie(b.donor, b.recipient, b.tie);
  });
  return edges;
}

void AddTo(WeightTotal& total, const Weight& weight) {
  for (std::size_t i = 0; i < weight.digits.size(); ++i) total[i] += weight[i];
}

}  // namespace

absl::StatusOr<Solution> Solve(const Instance& instance) {
  if (absl::Status status = Validate(instance); !status.ok()) return status;
  const Compatibility compatibility(instance);
  const std::vector<std::int64_t> points = PointsPerBaseUnit(instance);
  const ByPlace by_place(instance);

  Solution solution;
  solution.edges = MakeEdges(instance, compatibility, points, by_place);
  std::vector<WeightedEdge<Weight>> weighted;
  weighted.reserve(solution.edges.size());
  for (const Edge& edge : solution.edges) {
    weighted.push_back({edge.donor, edge.recipient, edge.weight});
  }
  Assignment<Weight> assignment = Assign(instance.places, weighted);
  Certificate& proof = solution.certificate;
  proof.donor_potential = std::move(assignment.donor_potential);
  proof.recipient_potential = std::move(assignment.recipient_potential);
  for (Edge& edge : solution.edges) {
    edge.reduced_cost = proof.donor_potential[At(edge.donor)] +
                        proof.recipient_potential[At(edge.recipient)] -
                        edge.weight;
  }
  for (const Weight& u : proof.donor_potential)
    AddTo(proof.potentials_total, u);
  for (const Weight& v : proof.recipient_potential) {
    AddTo(proof.potentials_total, v);
  }

  for (const std::int32_t e : assignment.edge_of_donor) {
    if (e < 0) continue;
    const Edge& edge = solution.edges[At(e)];
    Allocation allocation =
        Allocate(MakePairGraph(instance, compatibility, points, by_place,
                               instance.ties[At(edge.tie)]));
    Pair pair;
    pair.donor = edge.donor;
    pair.recipient = edge.recipient;
    pair.tie = edge.tie;
    pair.value = edge.value;
    pair.shipped = allocation.shipped;
    pair.weight = edge.weight;
    pair.dropped_offers = std::move(allocation.dropped_offers);
    pair.offer_prices = std::move(allocation.offer_prices);
    pair.need_prices = std::move(allocation.need_prices);
    AddTo(proof.pairs_total, edge.weight);
    solution.flows.insert(solution.flows.end(), allocation.flows.begin(),
                          allocation.flows.end());
    solution.pairs.push_back(std::move(pair));
  }
  std::sort(solution.flows.begin(), solution.flows.end(),
            [](const Flow& a, const Flow& b) {
              return std::tie(a.need, a.offer) < std::tie(b.need, b.offer);
            });
  solution.unmet = ExplainUnmet(instance, compatibility, by_place,
                                solution.pairs, solution.flows);
  return solution;
}

}  // namespace twinaid::matcher
