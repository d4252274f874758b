// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Assignment problems that are hard for one or the other algorithm.
#ifndef TWINAID_TESTS_BENCH_FAMILIES_H_
#define TWINAID_TESTS_BENCH_FAMILIES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "tests/bench/geography.h"

namespace twinaid::bench {

// Both ends are positions below `places` of their family, counted on their own
// on each side.
struct FamilyEdge {
  std::int32_t donor = 0;
  std::int32_t recipient = 0;
  std::int64_t weight = 0;  // 1 to 2^20
  std::int64_t tie = 0;     // 40 bits, 0 where the family has none
};

// The edge in one digit: its weight and the upper half of its tie. (With more
// digits LEMON's CostScaling writes beyond its buckets on the chain.)
inline std::int64_t OneDigit(const FamilyEdge& edge) {
  return edge.weight + (edge.tie >> 20);
}

struct Family {
  std::string name;
  std::int32_t places = 0;
  std::vector<FamilyEdge> edges;
};

// Both directions of every link, all of one weight: nothing but the number of
// pairs counts, and every edge is tight from the start.
Family AllEqual(const Geography& land);

// The same, where 40 random bits decide between equals.
Family AllEqualButTie(const Geography& land, std::uint64_t seed);

// Donor i prefers what donor i - 1 can only have: the last one moves all the
// others or nobody, and prices rise along the chain. 2 n - 1 edges.
Family Chain(std::int32_t n);

// Everybody wants to help recipient 0, and donor 0 could help everybody.
// 2 n - 1 edges.
Family Star(std::int32_t n);

// Everybody with everybody, random weights. n^2 edges.
Family CompleteBipartite(std::int32_t n, std::uint64_t seed);

// n points a side on a square, edges to those nearby, nearer is better: many
// weights are nearly equal. About 9 n edges.
Family Geometric(std::int32_t n, std::uint64_t seed);

// Many donors, each with edges to five of few recipients, which may repeat.
Family FewRecipients(std::int32_t donors, std::int32_t recipients,
                     std::uint64_t seed);

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_FAMILIES_H_
