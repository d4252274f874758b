// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/try_pairs.h"

#include "absl/strings/str_cat.h"
#include "matcher/certificate_check.h"
#include "matcher/solve.h"

namespace twinaid::matcher {

absl::StatusOr<Solution> SolvePairs(const Instance& instance) {
  return Solve(instance);
}

std::string TryPairs(const Instance& instance, const PairSolver& solve) {
  const absl::Status valid = Validate(instance);
  const absl::StatusOr<Solution> solution = solve(instance);
  if (!valid.ok() || !solution.ok()) {
    return solution.status() == valid
               ? ""
               : absl::StrCat("pairs refused as ", solution.status().ToString(),
                              " instead of ", valid.ToString());
  }
  const absl::Status proof = CheckCertificate(instance, *solution);
  return proof.ok() ? "" : absl::StrCat("pairs not proven: ", proof.ToString());
}

}  // namespace twinaid::matcher
