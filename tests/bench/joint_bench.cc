// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The whole run against the mixed-integer program that one would write for it.

#include <cmath>
#include <string>

#include "absl/strings/str_cat.h"
#include "matcher/certificate_check.h"
#include "matcher/points.h"
#include "matcher/solve.h"
#include "service/model/status_macros.h"
#include "tests/bench/joint_model.h"
#include "tests/bench/peers/cbc.h"
#include "tests/bench/peers/glpk.h"
#include "tests/bench/problem.h"

namespace twinaid::bench {
namespace {

constexpr char kStep[] = "pairing and allocation in one";

// Solvers in floating point are let off a millionth.
constexpr double kTolerance = 1e-6;

absl::StatusOr<matcher::Instance> MakeWeightedProblem(const Options& options) {
  TWINAID_ASSIGN_OR_RETURN(matcher::Instance instance, MakeProblem(options));
  instance.tiers = matcher::TierRule::kWeighted;
  for (matcher::Offer& offer : instance.offers) offer.min_lot = 0;
  return instance;
}

// What the pairs of the answer are worth, exactly: the sum of their edges.
matcher::Int128 ExactWorth(const matcher::Instance& instance,
                           const JointModel& joint, const LinearAnswer& answer,
                           const matcher::Solution& solution) {
  matcher::Int128 worth = 0;
  for (const matcher::Edge& edge : solution.edges) {
    const std::int32_t column =
        joint.pair_column[static_cast<std::size_t>(edge.tie)];
    if (answer.values[static_cast<std::size_t>(column)] > 0.5) {
      worth += matcher::WeightOf(instance, edge)[0];
    }
  }
  return worth;
}

void Compare(const std::string& who, const matcher::Instance& instance,
             const JointModel& joint, const LinearAnswer& answer,
             const matcher::Solution& solution, Report& report) {
  Samples samples;
  samples.Add(answer.time);
  report.Time(kStep, who, samples);
  if (!answer.optimal) {
    report.Fact(kStep, absl::StrCat(who, " ended"), "at its time limit");
    return;
  }
  const auto ours = static_cast<double>(solution.certificate.pairs_total[0]);
  const double theirs = answer.objective * joint.points_per_worth;
  report.Require(std::abs(theirs - ours) <= kTolerance * ours, kStep,
                 absl::StrCat(who, " found ", theirs, ", not ", ours));
  const auto exact =
      static_cast<double>(ExactWorth(instance, joint, answer, solution));
  report.Require(
      exact <= ours && exact >= ours * (1 - kTolerance), kStep,
      absl::StrCat("the pairs of ", who, " are worth ", exact, ", not ", ours));
}

absl::Status Run(const Options& options, Report& report) {
  TWINAID_ASSIGN_OR_RETURN(const matcher::Instance instance,
                           MakeWeightedProblem(options));
  Samples ours;
  absl::StatusOr<matcher::Solution> solution(matcher::Solution{});
  for (int run = 0; run < options.runs; ++run) {
    ours.Add(TimeOf([&] { solution = matcher::Solve(instance); }));
    TWINAID_RETURN_IF_ERROR(solution.status());
  }
  report.Time(kStep, "ours", ours);
  TWINAID_RETURN_IF_ERROR(matcher::CheckCertificate(instance, *solution));

  const JointModel joint = MakeJointModel(instance);
  report.Fact(kStep, "columns",
              static_cast<std::int64_t>(joint.model.objective.size()));
  report.Fact(kStep, "rows",
              static_cast<std::int64_t>(joint.model.bound.size()));
  Compare("GLPK", instance, joint,
          SolveWithGlpk(joint.model, options.limit_seconds), *solution, report);
  Compare("CBC", instance, joint,
          SolveWithCbc(joint.model, options.limit_seconds), *solution, report);
  return absl::OkStatus();
}

}  // namespace
}  // namespace twinaid::bench

int main(int argc, char** argv) {
  return twinaid::bench::RunProgram(argc, argv, &twinaid::bench::Run);
}
