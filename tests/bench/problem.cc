// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/problem.h"

#include <iostream>

#include "absl/strings/string_view.h"
#include "service/model/status_macros.h"
#include "tests/bench/generator.h"
#include "tests/bench/world.h"

namespace twinaid::bench {

absl::StatusOr<Geography> MakeLand(const Options& options) {
  if (absl::string_view(options.scale.name) == kWorld.name) {
    return ReadWorld(TWINAID_BENCH_DATA, options.seed);
  }
  return ScatterPlaces(options.scale, options.seed);
}

absl::StatusOr<matcher::Instance> MakeProblem(const Options& options) {
  TWINAID_ASSIGN_OR_RETURN(const Geography land, MakeLand(options));
  return Generate(land, options.scale, options.seed);
}

int RunProgram(int argc, char** argv,
               absl::Status (*run)(const Options&, Report&)) {
  const absl::StatusOr<Options> options = ParseOptions(argc, argv);
  if (!options.ok()) {
    std::cerr << options.status().message() << std::endl;
    return 2;
  }
  Report report(options->scale.name);
  const absl::Status status = run(*options, report);
  if (!status.ok()) {
    std::cerr << status << std::endl;
    return 1;
  }
  return report.ExitCode();
}

}  // namespace twinaid::bench
