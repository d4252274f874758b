// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Whether potentials prove a matching, and random edges to match.
#ifndef TWINAID_TESTS_MATCHER_ASSIGNMENT_PROOF_H_
#define TWINAID_TESTS_MATCHER_ASSIGNMENT_PROOF_H_

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

#include "matcher/assignment.h"

namespace twinaid::matcher {

// Whether the chosen edges share no place, and the potentials are at least zero
// everywhere, zero at places that are left out, together at least the weight of
// every edge and exactly that of the chosen ones.
template <typename W>
testing::AssertionResult IsProvenOptimum(
    int places, const std::vector<WeightedEdge<W>>& edges,
    const std::vector<WeightedEdge<W>>& chosen,
    const std::vector<W>& donor_potential,
    const std::vector<W>& recipient_potential) {
  const auto at = [](std::int32_t i) { return static_cast<std::size_t>(i); };
  const auto sum = [&](const WeightedEdge<W>& edge) {
    return donor_potential[at(edge.donor)] +
           recipient_potential[at(edge.recipient)];
  };
  std::vector<bool> gives(at(places)), takes(at(places));
  for (const WeightedEdge<W>& edge : chosen) {
    if (gives[at(edge.donor)] || takes[at(edge.recipient)]) {
      return testing::AssertionFailure() << "a place is chosen twice";
    }
    gives[at(edge.donor)] = true;
    takes[at(edge.recipient)] = true;
    if (!(sum(edge) == edge.weight)) {
      return testing::AssertionFailure() << "a chosen edge is not tight";
    }
  }
  for (int p = 0; p < places; ++p) {
    const W& u = donor_potential[at(p)];
    const W& v = recipient_potential[at(p)];
    if (u < W{} || v < W{}) {
      return testing::AssertionFailure() << "below zero at " << p;
    }
    if ((!gives[at(p)] && u > W{}) || (!takes[at(p)] && v > W{})) {
      return testing::AssertionFailure() << p << " is left out at a price";
    }
  }
  for (const WeightedEdge<W>& edge : edges) {
    if (sum(edge) < edge.weight) {
      return testing::AssertionFailure()
             << "edge " << edge.donor << " to " << edge.recipient
             << " weighs more than its potentials";
    }
  }
  return testing::AssertionSuccess();
}

template <typename W>
std::vector<WeightedEdge<W>> ChosenEdges(
    const std::vector<WeightedEdge<W>>& edges,
    const Assignment<W>& assignment) {
  std::vector<WeightedEdge<W>> chosen;
  for (const std::int32_t e : assignment.edge_of_donor) {
    if (e >= 0) chosen.push_back(edges[static_cast<std::size_t>(e)]);
  }
  return chosen;
}

template <typename W>
testing::AssertionResult IsProvenOptimum(
    int places, const std::vector<WeightedEdge<W>>& edges,
    const Assignment<W>& assignment) {
  for (std::size_t d = 0; d < assignment.edge_of_donor.size(); ++d) {
    const std::int32_t e = assignment.edge_of_donor[d];
    if (e >= 0 && edges[static_cast<std::size_t>(e)].donor !=
                      static_cast<PlaceIndex>(d)) {
      return testing::AssertionFailure() << d << " has another's edge";
    }
  }
  return IsProvenOptimum(places, edges, ChosenEdges(edges, assignment),
                         assignment.donor_potential,
                         assignment.recipient_potential);
}

template <typename W>
W SumOfWeights(const std::vector<WeightedEdge<W>>& edges) {
  W sum{};
  for (const WeightedEdge<W>& edge : edges) sum += edge.weight;
  return sum;
}

// 0 to n - 1.
inline std::int32_t Below(std::mt19937_64& random, std::int64_t n) {
  return static_cast<std::int32_t>(random() % static_cast<std::uint64_t>(n));
}

// A weight whose digits are at most `top`, above zero; with `tie`, the last
// digit has 40 random bits, as those of pairs have.
inline Weight RandomWeight(std::mt19937_64& random, int top, bool tie) {
  Weight weight;
  for (std::int64_t& digit : weight.digits) digit = Below(random, top + 1);
  if (weight == Weight{}) weight[3] = 1;
  if (tie) weight[6] = static_cast<std::int64_t>(random() >> 24);
  return weight;
}

}  // namespace twinaid::matcher

#endif  // TWINAID_TESTS_MATCHER_ASSIGNMENT_PROOF_H_
