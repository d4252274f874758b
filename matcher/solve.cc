// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/solve.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <tuple>
#include <utility>
#include <vector>

#include "matcher/allocation.h"
#include "matcher/assignment.h"
#include "matcher/compatibility.h"
#include "matcher/edges.h"
#include "matcher/mutual.h"
#include "matcher/points.h"
#include "matcher/shelves.h"
#include "matcher/two_way_edges.h"
#include "matcher/unmet.h"

namespace twinaid::matcher {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

void AddTo(WeightTotal& total, const Weight& weight) {
  for (std::size_t i = 0; i < weight.digits.size(); ++i) total[i] += weight[i];
}

// Sums digit by digit; every digit of the doubled sum is even where the sum of
// the weights that it equals is whole.
WeightTotal HalfOf(const WeightTotal& doubled) {
  WeightTotal half;
  for (std::size_t i = 0; i < half.digits.size(); ++i) {
    half[i] = doubled[i] / 2;
  }
  return half;
}

// As ChooseCounterparts, for mutual shapes.
std::vector<std::int32_t> ChoosePartners(const Instance& instance,
                                         const std::vector<Edge>& edges,
                                         Certificate& proof) {
  const TwoWayEdges joined = JoinDirections(instance, edges);
  MutualMatching<Weight> matching = MatchMutual(instance.places, joined.edges);
  std::vector<std::int32_t> chosen(At(instance.places), -1);
  for (std::size_t e = 0; e < joined.edges.size(); ++e) {
    const MutualEdge<Weight>& edge = joined.edges[e];
    if (matching.edge_of_place[At(edge.a)] != static_cast<std::int32_t>(e)) {
      continue;
    }
    chosen[At(edge.a)] = joined.forth[e];
    chosen[At(edge.b)] = joined.back[e];
  }
  WeightTotal doubled;
  for (const Weight& price : matching.potential) AddTo(doubled, price);
  for (const OddSet<Weight>& set : matching.odd_sets) {
    for (std::int32_t k = 0; k < set.size / 2; ++k) AddTo(doubled, set.dual);
  }
  proof.potentials_total = HalfOf(doubled);
  proof.mutual_potential = std::move(matching.potential);
  proof.set_places = std::move(matching.set_places);
  proof.odd_sets = std::move(matching.odd_sets);
  return chosen;
}

// The chosen edge of each donor, -1 for none; the potentials go to the proof.
std::vector<std::int32_t> ChooseCounterparts(const Instance& instance,
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
  for (const Weight& u : proof.donor_potential) {
    AddTo(proof.potentials_total, u);
  }
  for (const Weight& v : proof.recipient_potential) {
    AddTo(proof.potentials_total, v);
  }
  return std::move(assignment.edge_of_donor);
}

// Adds the chosen pairs with what flows in them.
void AllocatePairs(const Instance& instance, const Shelves& shelves,
                   const std::vector<std::int32_t>& chosen,
                   Solution& solution) {
  const Compatibility compatibility(instance);
  PairAllocator allocator(instance, compatibility, shelves);
  for (const std::int32_t e : chosen) {
    if (e < 0) continue;
    const Edge& edge = solution.edges[At(e)];
    const Allocation& allocation = allocator.Of(instance.ties[At(edge.tie)]);
    Pair pair;
    pair.donor = edge.donor;
    pair.recipient = edge.recipient;
    pair.tie = edge.tie;
    pair.value = edge.value;
    pair.shipped = allocation.shipped;
    pair.weight = WeightOf(instance, edge);
    // Copies take no more memory than they need.
    pair.dropped_offers = allocation.dropped_offers;
    pair.offer_prices = allocation.offer_prices;
    pair.need_prices = allocation.need_prices;
    AddTo(solution.certificate.pairs_total, pair.weight);
    solution.flows.insert(solution.flows.end(), allocation.flows.begin(),
                          allocation.flows.end());
    solution.pairs.push_back(std::move(pair));
  }
  std::sort(solution.flows.begin(), solution.flows.end(),
            [](const Flow& a, const Flow& b) {
              return std::tie(a.need, a.offer) < std::tie(b.need, b.offer);
            });
}

}  // namespace

absl::StatusOr<Solution> Solve(const Instance& instance,
                               const SolveOptions& options) {
  if (absl::Status status = Validate(instance); !status.ok()) return status;
  auto shelves =
      std::make_unique<Shelves>(instance, PointsPerBaseUnit(instance));

  Solution solution;
  solution.edges = MakeEdges(instance, *shelves, options.threads);
  Certificate& proof = solution.certificate;
  const std::vector<std::int32_t> chosen =
      instance.shape == PairShape::kCounterpart
          ? ChooseCounterparts(instance, solution.edges, proof)
          : ChoosePartners(instance, solution.edges, proof);
  AllocatePairs(instance, *shelves, chosen, solution);
  const std::vector<UnmetReason> reasons =
      FindReasons(instance, *shelves, solution.pairs, solution.flows);
  // Makes room for what comes next.
  shelves.reset();
  solution.unmet = ListUnmet(instance, solution.flows, reasons);
  return solution;
}

}  // namespace twinaid::matcher
