// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What LEMON says is optimal. Its sources do not compile as C++20, so this
// header is plain enough for both and lemon_oracle.cc is built as C++17.
#ifndef TWINAID_TESTS_MATCHER_LEMON_ORACLE_H_
#define TWINAID_TESTS_MATCHER_LEMON_ORACLE_H_

#include <cstdint>
#include <vector>

namespace twinaid::matcher {

struct OracleEdge {
  int donor = 0;
  int recipient = 0;
  std::int64_t weight = 0;
};

// The greatest total weight of edges of which no two share a donor or a
// recipient (LEMON MaxWeightedMatching).
std::int64_t GreatestMatchingWeight(int donors, int recipients,
                                    const std::vector<OracleEdge>& edges);

struct OracleArc {
  int offer = 0;
  int need = 0;
  std::int64_t cost = 0;  // of one unit
};

// The least cost of sending at most `stock` out of every offer (LEMON
// NetworkSimplex). With `exact`, every need gets all of `wanted`, which must be
// possible; otherwise at most that, and nothing where nothing pays.
std::int64_t LeastTransportCost(const std::vector<std::int64_t>& stock,
                                const std::vector<std::int64_t>& wanted,
                                const std::vector<OracleArc>& arcs, bool exact);

}  // namespace twinaid::matcher

#endif  // TWINAID_TESTS_MATCHER_LEMON_ORACLE_H_
