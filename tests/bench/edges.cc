// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/edges.h"

#include "matcher/edges.h"
#include "matcher/points.h"
#include "matcher/shelves.h"
#include "service/model/status_macros.h"

namespace twinaid::bench {

std::vector<PeerEdge> PeerEdges(const AssignmentProblem& problem) {
  std::vector<PeerEdge> edges;
  edges.reserve(problem.digits.size());
  for (const auto& edge : problem.digits) {
    edges.push_back({edge.donor, edge.recipient, edge.weight});
  }
  return edges;
}

std::int64_t OneDigit(const matcher::PairValue& value) {
  const matcher::Int128 points = matcher::Int128{1000} * value[0] +
                                 matcher::Int128{100} * value[1] +
                                 matcher::Int128{10} * value[2] + value[3];
  // A tier of a place is worth about 2^44, a little more by rounding up.
  return 1 + static_cast<std::int64_t>(points >> 26);
}

absl::StatusOr<AssignmentProblem> ProblemOf(const matcher::Instance& instance) {
  TWINAID_RETURN_IF_ERROR(matcher::Validate(instance));
  const std::vector<matcher::Edge> edges = matcher::MakeEdges(
      instance,
      matcher::Shelves(instance, matcher::PointsPerBaseUnit(instance)),
      /*threads=*/1);
  AssignmentProblem problem;
  problem.places = instance.places;
  problem.vectors.reserve(edges.size());
  problem.digits.reserve(edges.size());
  for (const matcher::Edge& edge : edges) {
    problem.vectors.push_back(
        {edge.donor, edge.recipient, matcher::WeightOf(instance, edge)});
    problem.digits.push_back(
        {edge.donor, edge.recipient, OneDigit(edge.value)});
  }
  return problem;
}

AssignmentProblem ProblemOf(const Family& family) {
  AssignmentProblem problem;
  problem.places = family.places;
  problem.vectors.reserve(family.edges.size());
  problem.digits.reserve(family.edges.size());
  for (const FamilyEdge& edge : family.edges) {
    matcher::Weight weight;
    weight[0] = edge.weight;
    weight[weight.digits.size() - 1] = edge.tie;
    problem.vectors.push_back({edge.donor, edge.recipient, weight});
    problem.digits.push_back({edge.donor, edge.recipient, OneDigit(edge)});
  }
  return problem;
}

}  // namespace twinaid::bench
