// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The certificate's own pass over an assignment: the yardstick of solving it,
// and the proof that the answer is the optimum.
#ifndef TWINAID_TESTS_BENCH_CHECK_PASS_H_
#define TWINAID_TESTS_BENCH_CHECK_PASS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "matcher/weight.h"

namespace twinaid::bench {

inline void AddTo(matcher::Int128& total, std::int64_t weight) {
  total += weight;
}
inline void AddTo(matcher::WeightTotal& total, const matcher::Weight& weight) {
  for (std::size_t i = 0; i < weight.digits.size(); ++i) total[i] += weight[i];
}

// Whether `answer` (edge_of_donor, donor_potential, recipient_potential) is a
// matching with potentials that prove it: at least zero everywhere and zero at
// free places, at least the weight of every edge together, exactly that of a
// matched one, equal sums. `total` becomes the weight of the matching.
//
// Time O(places + edges), once over each.
template <typename Edge, typename Answer, typename Total>
bool ProvesOptimum(const std::vector<Edge>& edges, const Answer& answer,
                   Total& total) {
  const auto& u = answer.donor_potential;
  const auto& v = answer.recipient_potential;
  using Weight = decltype(Edge::weight);
  const auto at = [](std::int32_t i) { return static_cast<std::size_t>(i); };
  for (const Edge& edge : edges) {
    if (u[at(edge.donor)] + v[at(edge.recipient)] < edge.weight) return false;
  }
  total = Total{};
  Total potentials{};
  std::vector<bool> taken(v.size(), false);
  for (std::size_t d = 0; d < u.size(); ++d) {
    AddTo(potentials, u[d]);
    if (u[d] < Weight{}) return false;
    const std::int32_t e = answer.edge_of_donor[d];
    if (e < 0) {
      if (u[d] != Weight{}) return false;
      continue;
    }
    const Edge& edge = edges[at(e)];
    if (at(edge.donor) != d || taken[at(edge.recipient)]) return false;
    taken[at(edge.recipient)] = true;
    if (u[d] + v[at(edge.recipient)] != edge.weight) return false;
    AddTo(total, edge.weight);
  }
  for (std::size_t r = 0; r < v.size(); ++r) {
    AddTo(potentials, v[r]);
    if (v[r] < Weight{}) return false;
    if (!taken[r] && v[r] != Weight{}) return false;
  }
  return total == potentials;
}

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_CHECK_PASS_H_
