// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What LEMON says is optimal in a general graph. Plain enough for C++17 and
// C++20, as lemon_oracle.h is.
#ifndef TWINAID_TESTS_MATCHER_LEMON_GENERAL_ORACLE_H_
#define TWINAID_TESTS_MATCHER_LEMON_GENERAL_ORACLE_H_

#include <cstdint>
#include <memory>
#include <vector>

namespace twinaid::matcher {

struct OracleGeneralEdge {
  int a = 0;
  int b = 0;
  std::int64_t weight = 0;
};

// LEMON MaxWeightedMatching on one graph, built before it is run, so that a
// benchmark can time Run alone.
class LemonGeneralMatching {
 public:
  LemonGeneralMatching(int nodes, const std::vector<OracleGeneralEdge>& edges);
  ~LemonGeneralMatching();
  LemonGeneralMatching(const LemonGeneralMatching&) = delete;
  LemonGeneralMatching& operator=(const LemonGeneralMatching&) = delete;

  // Returns the greatest total weight of edges of which no two share an end.
  std::int64_t Run();

 private:
  struct Graph;
  std::unique_ptr<Graph> graph_;
};

}  // namespace twinaid::matcher

#endif  // TWINAID_TESTS_MATCHER_LEMON_GENERAL_ORACLE_H_
