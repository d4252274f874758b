// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Pairing on one instance and nothing else, so that its peak memory is that of
// the engine.

#include <utility>

#include "absl/status/status.h"
#include "matcher/certificate_check.h"
#include "matcher/solve.h"
#include "service/model/status_macros.h"
#include "tests/bench/problem.h"

namespace twinaid::bench {
namespace {

constexpr char kStep[] = "pairing";

absl::Status Run(const Options& options, Report& report) {
  TWINAID_ASSIGN_OR_RETURN(const matcher::Instance instance,
                           MakeProblem(options));
  Samples solving, checking;
  std::size_t pairs = 0;
  for (int run = 0; run < options.runs; ++run) {
    absl::StatusOr<matcher::Solution> solution(matcher::Solution{});
    solving.Add(TimeOf([&] { solution = matcher::Solve(instance); }));
    TWINAID_RETURN_IF_ERROR(solution.status());
    absl::Status proof;
    checking.Add(TimeOf(
        [&] { proof = matcher::CheckCertificate(instance, *solution); }));
    report.Require(proof.ok(), kStep, proof.message());
    pairs = solution->pairs.size();
  }
  report.Time(kStep, "ours", solving);
  report.Time(kStep, "pass", checking);
  report.Fact(kStep, "pairs", static_cast<std::int64_t>(pairs));
  report.PeakMemory(kStep);
  return absl::OkStatus();
}

}  // namespace
}  // namespace twinaid::bench

int main(int argc, char** argv) {
  return twinaid::bench::RunProgram(argc, argv, &twinaid::bench::Run);
}
