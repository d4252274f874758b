// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/peers/cbc.h"

#include <coin/Cbc_C_Interface.h>

#include <cstddef>
#include <limits>
#include <vector>

namespace twinaid::bench {

LinearAnswer SolveWithCbc(const LinearModel& model,
                          std::int32_t limit_seconds) {
  const std::size_t columns = model.objective.size();
  const std::size_t rows = model.bound.size();
  const ByColumn matrix(model);
  const std::vector<double> zeros(columns, 0);
  const std::vector<double> ones(columns, 1);
  const std::vector<double> low(rows, -std::numeric_limits<double>::max());
  Cbc_Model* cbc = Cbc_newModel();
  Cbc_loadProblem(cbc, static_cast<int>(columns), static_cast<int>(rows),
                  matrix.first.data(), matrix.rows.data(),
                  matrix.factors.data(), zeros.data(), ones.data(),
                  model.objective.data(), low.data(), model.bound.data());
  Cbc_setObjSense(cbc, -1);  // maximise
  for (std::size_t j = 0; j < columns; ++j) {
    if (model.integer[j]) Cbc_setInteger(cbc, static_cast<int>(j));
  }
  Cbc_setLogLevel(cbc, 0);
  Cbc_setParameter(cbc, "timeMode", "elapsed");
  Cbc_setMaximumSeconds(cbc, limit_seconds);
  Cbc_setAllowableGap(cbc, 0);
  Cbc_setAllowableFractionGap(cbc, 0);

  LinearAnswer answer;
  answer.time = TimeOf([&] { Cbc_solve(cbc); });
  answer.optimal = Cbc_isProvenOptimal(cbc) != 0;
  answer.objective = Cbc_getObjValue(cbc);
  const double* values = Cbc_getColSolution(cbc);
  if (values != nullptr) answer.values.assign(values, values + columns);
  Cbc_deleteModel(cbc);
  return answer;
}

}  // namespace twinaid::bench
