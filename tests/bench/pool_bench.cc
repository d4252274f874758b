// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What pairing leaves over, by value and fair. Minimum lots are left out, since
// with them there is no optimum to agree on.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "matcher/check_pool.h"
#include "matcher/pool.h"
#include "matcher/solve.h"
#include "service/model/status_macros.h"
#include "tests/bench/generator.h"
#include "tests/bench/pool_problem.h"
#include "tests/bench/problem.h"
#include "tests/bench/race.h"
#include "tests/bench/residual.h"

namespace twinaid::bench {
namespace {

absl::StatusOr<matcher::Instance> MakeRest(const Options& options) {
  TWINAID_ASSIGN_OR_RETURN(matcher::Instance instance, MakeProblem(options));
  for (matcher::Offer& offer : instance.offers) offer.min_lot = 0;
  TWINAID_ASSIGN_OR_RETURN(const matcher::Solution solution,
                           matcher::Solve(instance));
  TakeOut(solution.flows, instance);
  return instance;
}

// LEMON on the transport problem of every group; the problem of one group is in
// memory at a time.
Nanoseconds AskLemon(const matcher::Instance& rest, PoolOrder order,
                     const matcher::PoolResult& answer, const std::string& step,
                     Report& report) {
  std::vector<std::int64_t> covered(rest.needs.size(), 0);
  for (const matcher::Flow& flow : answer.flows) {
    covered[static_cast<std::size_t>(flow.need)] += flow.base_units;
  }
  Nanoseconds time = 0;
  for (std::int32_t group = 0; group < kGroups; ++group) {
    const PoolProblem problem = MakePoolProblem(rest, group, order);
    const PeerAnswer found = LemonTransport(problem.transport);
    report.SameOptimum(step, "LEMON NetworkSimplex", problem.WorthOf(covered),
                       found.optimum);
    time += found.time;
  }
  return time;
}

absl::Status RaceOrder(const matcher::Instance& rest, matcher::PoolOrder order,
                       const std::string& step, const Options& options,
                       Report& report) {
  absl::StatusOr<matcher::PoolResult> answer(matcher::PoolResult{});
  Race race;
  race.Enter("ours", [&] {
    return TimeOf([&] { answer = matcher::SolvePool(rest, order, 1); });
  });
  race.Enter("pass", [&] {
    if (!answer.ok()) return Nanoseconds{0};
    absl::Status proof;
    const Nanoseconds time =
        TimeOf([&] { proof = matcher::CheckPool(rest, order, *answer); });
    report.Require(proof.ok(), step, proof.message());
    return time;
  });
  if (options.peers) {
    race.Enter("LEMON NetworkSimplex", [&] {
      if (!answer.ok()) return Nanoseconds{0};
      return AskLemon(rest,
                      order == matcher::PoolOrder::kFair ? PoolOrder::kFair
                                                         : PoolOrder::kValue,
                      *answer, step, report);
    });
  }
  race.Start(options.runs, step, report);
  TWINAID_RETURN_IF_ERROR(answer.status());
  report.Fact(step, "flows", static_cast<std::int64_t>(answer->flows.size()));
  report.Fact(step, "base units", ToText(answer->units));
  return absl::OkStatus();
}

absl::Status Run(const Options& options, Report& report) {
  TWINAID_ASSIGN_OR_RETURN(const matcher::Instance rest, MakeRest(options));
  TWINAID_RETURN_IF_ERROR(RaceOrder(rest, matcher::PoolOrder::kByValue,
                                    "pool by value", options, report));
  return RaceOrder(rest, matcher::PoolOrder::kFair, "pool fair", options,
                   report);
}

}  // namespace
}  // namespace twinaid::bench

int main(int argc, char** argv) {
  return twinaid::bench::RunProgram(argc, argv, &twinaid::bench::Run);
}
