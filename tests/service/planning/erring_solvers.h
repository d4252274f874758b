// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Solvers that err in one stage of a plan, and for each kind of stage a world
// in which it has something to err about.
#ifndef TWINAID_TESTS_SERVICE_PLANNING_ERRING_SOLVERS_H_
#define TWINAID_TESTS_SERVICE_PLANNING_ERRING_SOLVERS_H_

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "service/planning/solvers.h"
#include "tests/service/planning/small_world.h"

namespace twinaid::planning {

struct ErringCase {
  const char* name;
  model::StageKind kind;
  std::size_t stage;  // position in the certificate
  SmallWorld (*world)();
  bool fair = false;  // the pool: which of its two orders errs
};

enum class Error {
  kProof,    // the right answer with a sum of prices that is not theirs
  kGoods,    // one base unit more than there is flows
  kNothing,  // an empty answer for a stage that has one
};
inline constexpr std::array kErrors = {Error::kProof, Error::kGoods,
                                       Error::kNothing};

// Standing, counterpart, mutual, mutual one-way, pool by value and fair.
std::vector<ErringCase> ErringCases();
std::string NameOf(const ::testing::TestParamInfo<ErringCase>& info);

// The engine, but for the error in the stage of the case.
Solvers Erring(const ErringCase& erring, Error error);

// One donor with more than its partner asks for, and another that asks: two
// rungs, of which the second is empty, and a fair pool.
SmallWorld PooledWorld();

}  // namespace twinaid::planning

#endif  // TWINAID_TESTS_SERVICE_PLANNING_ERRING_SOLVERS_H_
