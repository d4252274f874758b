// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/peers/linear_model.h"

#include <cstddef>

namespace twinaid::bench {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

}  // namespace

std::int32_t LinearModel::AddColumn(double worth, bool whole) {
  objective.push_back(worth);
  integer.push_back(whole);
  return static_cast<std::int32_t>(objective.size()) - 1;
}

std::int32_t LinearModel::AddRow(double most) {
  bound.push_back(most);
  return static_cast<std::int32_t>(bound.size()) - 1;
}

void LinearModel::Add(std::int32_t row, std::int32_t column, double factor) {
  entries.push_back({row, column, factor});
}

ByColumn::ByColumn(const LinearModel& model)
    : first(model.objective.size() + 1, 0),
      rows(model.entries.size()),
      factors(model.entries.size()) {
  for (const LinearModel::Entry& entry : model.entries) {
    ++first[At(entry.column) + 1];
  }
  for (std::size_t j = 1; j < first.size(); ++j) first[j] += first[j - 1];
  std::vector<std::int32_t> next(first.begin(), first.end() - 1);
  for (const LinearModel::Entry& entry : model.entries) {
    const std::size_t at = At(next[At(entry.column)]++);
    rows[at] = entry.row;
    factors[at] = entry.factor;
  }
}

}  // namespace twinaid::bench
