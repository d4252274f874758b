// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Donors to recipients over the values of their pairs.

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "service/model/status_macros.h"
#include "tests/bench/assignment_race.h"
#include "tests/bench/peers/graph_file.h"
#include "tests/bench/problem.h"

namespace twinaid::bench {
namespace {

absl::StatusOr<AssignmentProblem> MakeEdges(const Options& options) {
  TWINAID_ASSIGN_OR_RETURN(const matcher::Instance instance,
                           MakeProblem(options));
  return ProblemOf(instance);
}

absl::Status Run(const Options& options, Report& report) {
  TWINAID_ASSIGN_OR_RETURN(const AssignmentProblem problem, MakeEdges(options));
  const std::int64_t optimum =
      RaceAssignment(problem, "counterpart", options, report);
  if (options.write_graph.empty() ||
      WriteGraph(options.write_graph, problem.places, PeerEdges(problem),
                 optimum)) {
    return absl::OkStatus();
  }
  return absl::NotFoundError(
      absl::StrCat("cannot write ", options.write_graph));
}

}  // namespace
}  // namespace twinaid::bench

int main(int argc, char** argv) {
  return twinaid::bench::RunProgram(argc, argv, &twinaid::bench::Run);
}
