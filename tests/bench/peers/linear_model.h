// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A linear program as solvers of others take it.
#ifndef TWINAID_TESTS_BENCH_PEERS_LINEAR_MODEL_H_
#define TWINAID_TESTS_BENCH_PEERS_LINEAR_MODEL_H_

#include <cstdint>
#include <vector>

#include "tests/bench/timing.h"

namespace twinaid::bench {

// Maximise the objective; every row is at most its bound, every column is
// between 0 and 1. Solvers of others compute in doubles, so this does, too.
struct LinearModel {
  struct Entry {
    std::int32_t row = 0;
    std::int32_t column = 0;
    double factor = 0;
  };

  std::vector<double> objective;  // by column
  std::vector<bool> integer;      // by column
  std::vector<double> bound;      // by row
  std::vector<Entry> entries;     // in any order, none twice

  std::int32_t AddColumn(double worth, bool whole);
  std::int32_t AddRow(double most);
  void Add(std::int32_t row, std::int32_t column, double factor);
};

struct LinearAnswer {
  // The solver says that nothing is better, within its tolerances. False where
  // the limit was hit first.
  bool optimal = false;
  double objective = 0;
  std::vector<double> values;  // by column; empty if it found no solution
  Nanoseconds time = 0;        // without handing over the model
};

// Entries by column: rows and factors of column j are at first[j] to
// first[j + 1] - 1.
struct ByColumn {
  explicit ByColumn(const LinearModel& model);
  std::vector<std::int32_t> first;
  std::vector<std::int32_t> rows;
  std::vector<double> factors;
};

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_PEERS_LINEAR_MODEL_H_
