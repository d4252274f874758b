// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Assignments made to be hard.

#include <algorithm>

#include "absl/status/status.h"
#include "service/model/status_macros.h"
#include "tests/bench/assignment_race.h"
#include "tests/bench/families.h"
#include "tests/bench/problem.h"

namespace twinaid::bench {
namespace {

void RaceFamily(const Family& family, const Options& options, Report& report) {
  RaceAssignment(ProblemOf(family), family.name, options, report);
}

absl::Status Run(const Options& options, Report& report) {
  TWINAID_ASSIGN_OR_RETURN(const Geography land, MakeLand(options));
  RaceFamily(AllEqual(land), options, report);
  RaceFamily(AllEqualButTie(land, options.seed), options, report);
  // The others grow with the number of places, up to their largest size.
  const std::int32_t n = options.scale.places;
  RaceFamily(Chain(n), options, report);
  RaceFamily(Star(n), options, report);
  RaceFamily(CompleteBipartite(std::min(n, 2000), options.seed), options,
             report);
  RaceFamily(Geometric(n, options.seed), options, report);
  RaceFamily(FewRecipients(n, std::max(1, n / 100), options.seed), options,
             report);
  return absl::OkStatus();
}

}  // namespace
}  // namespace twinaid::bench

int main(int argc, char** argv) {
  return twinaid::bench::RunProgram(argc, argv, &twinaid::bench::Run);
}
