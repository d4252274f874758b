// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Pairing and then the pool by value, on one instance and nothing else, so that
// the peak memory is that of the engine.

#include <cstddef>
#include <utility>

#include "absl/status/status.h"
#include "matcher/certificate_check.h"
#include "matcher/check_pool.h"
#include "matcher/pool.h"
#include "matcher/solve.h"
#include "service/model/status_macros.h"
#include "tests/bench/problem.h"
#include "tests/bench/residual.h"

namespace twinaid::bench {
namespace {

constexpr char kPairing[] = "pairing";
constexpr char kWhole[] = "whole run";
constexpr matcher::PoolOrder kOrder = matcher::PoolOrder::kByValue;

struct Spent {
  Samples pairing, whole, pairing_check, whole_check;
};

// One run. The instance is as it was when it returns.
absl::Status RunOnce(matcher::Instance& instance, bool first, Spent& spent,
                     Report& report) {
  absl::StatusOr<matcher::Solution> solution(matcher::Solution{});
  const Nanoseconds pairing =
      TimeOf([&] { solution = matcher::Solve(instance); });
  TWINAID_RETURN_IF_ERROR(solution.status());
  absl::StatusOr<matcher::PoolResult> pool(matcher::PoolResult{});
  const Nanoseconds pooling = TimeOf([&] {
    TakeOut(solution->flows, instance);
    pool = matcher::SolvePool(instance, kOrder, 1);
  });
  TWINAID_RETURN_IF_ERROR(pool.status());
  if (first) {
    report.PeakMemory(kWhole);
    report.Fact(kPairing, "pairs",
                static_cast<std::int64_t>(solution->pairs.size()));
    report.Fact(
        kWhole, "flows",
        static_cast<std::int64_t>(solution->flows.size() + pool->flows.size()));
  }
  spent.pairing.Add(pairing);
  spent.whole.Add(pairing + pooling);

  absl::Status proof;
  const Nanoseconds of_pool =
      TimeOf([&] { proof = matcher::CheckPool(instance, kOrder, *pool); });
  report.Require(proof.ok(), kWhole, proof.message());
  PutBack(solution->flows, instance);
  const Nanoseconds of_pairing =
      TimeOf([&] { proof = matcher::CheckCertificate(instance, *solution); });
  report.Require(proof.ok(), kPairing, proof.message());
  spent.pairing_check.Add(of_pairing);
  spent.whole_check.Add(of_pairing + of_pool);
  return absl::OkStatus();
}

absl::Status Run(const Options& options, Report& report) {
  TWINAID_ASSIGN_OR_RETURN(matcher::Instance instance, MakeProblem(options));
  Spent spent;
  for (int run = 0; run < options.runs; ++run) {
    TWINAID_RETURN_IF_ERROR(RunOnce(instance, run == 0, spent, report));
  }
  report.Time(kPairing, "ours", spent.pairing);
  report.Time(kPairing, "pass", spent.pairing_check);
  report.Time(kWhole, "ours", spent.whole);
  report.Time(kWhole, "pass", spent.whole_check);
  return absl::OkStatus();
}

}  // namespace
}  // namespace twinaid::bench

int main(int argc, char** argv) {
  return twinaid::bench::RunProgram(argc, argv, &twinaid::bench::Run);
}
