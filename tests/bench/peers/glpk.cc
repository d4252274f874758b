// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/peers/glpk.h"

#include <glpk.h>

#include <cstddef>
#include <vector>

namespace twinaid::bench {
namespace {

void Load(const LinearModel& model, glp_prob* problem) {
  glp_set_obj_dir(problem, GLP_MAX);
  glp_add_rows(problem, static_cast<int>(model.bound.size()));
  for (std::size_t i = 0; i < model.bound.size(); ++i) {
    glp_set_row_bnds(problem, static_cast<int>(i) + 1, GLP_UP, 0,
                     model.bound[i]);
  }
  glp_add_cols(problem, static_cast<int>(model.objective.size()));
  for (std::size_t j = 0; j < model.objective.size(); ++j) {
    const int column = static_cast<int>(j) + 1;
    glp_set_col_bnds(problem, column, GLP_DB, 0, 1);
    glp_set_obj_coef(problem, column, model.objective[j]);
    if (model.integer[j]) glp_set_col_kind(problem, column, GLP_IV);
  }
  // GLPK counts from 1.
  std::vector<int> rows(1, 0);
  std::vector<int> columns(1, 0);
  std::vector<double> factors(1, 0);
  for (const LinearModel::Entry& entry : model.entries) {
    rows.push_back(entry.row + 1);
    columns.push_back(entry.column + 1);
    factors.push_back(entry.factor);
  }
  glp_load_matrix(problem, static_cast<int>(model.entries.size()), rows.data(),
                  columns.data(), factors.data());
}

void SolveContinuous(glp_prob* problem, int milliseconds,
                     LinearAnswer& answer) {
  glp_smcp simplex;
  glp_init_smcp(&simplex);
  simplex.msg_lev = GLP_MSG_OFF;
  simplex.presolve = GLP_ON;
  simplex.tm_lim = milliseconds;
  answer.time = TimeOf([&] { glp_simplex(problem, &simplex); });
  answer.optimal = glp_get_status(problem) == GLP_OPT;
  answer.objective = glp_get_obj_val(problem);
  for (int j = 1; j <= glp_get_num_cols(problem); ++j) {
    answer.values.push_back(glp_get_col_prim(problem, j));
  }
}

void SolveInteger(glp_prob* problem, int milliseconds, LinearAnswer& answer) {
  glp_iocp branch;
  glp_init_iocp(&branch);
  branch.msg_lev = GLP_MSG_OFF;
  branch.presolve = GLP_ON;
  branch.tm_lim = milliseconds;
  answer.time = TimeOf([&] { glp_intopt(problem, &branch); });
  const int status = glp_mip_status(problem);
  answer.optimal = status == GLP_OPT;
  if (status != GLP_OPT && status != GLP_FEAS) return;
  answer.objective = glp_mip_obj_val(problem);
  for (int j = 1; j <= glp_get_num_cols(problem); ++j) {
    answer.values.push_back(glp_mip_col_val(problem, j));
  }
}

}  // namespace

LinearAnswer SolveWithGlpk(const LinearModel& model,
                           std::int32_t limit_seconds) {
  glp_term_out(GLP_OFF);
  glp_prob* problem = glp_create_prob();
  Load(model, problem);
  LinearAnswer answer;
  if (glp_get_num_int(problem) > 0) {
    SolveInteger(problem, limit_seconds * 1000, answer);
  } else {
    SolveContinuous(problem, limit_seconds * 1000, answer);
  }
  glp_delete_prob(problem);
  return answer;
}

}  // namespace twinaid::bench
