// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The counterpart problem as the linear program that it is, in CBC and GLPK.

#include <cmath>
#include <string>

#include "absl/strings/str_cat.h"
#include "service/model/status_macros.h"
#include "tests/bench/edges.h"
#include "tests/bench/peers/cbc.h"
#include "tests/bench/peers/glpk.h"
#include "tests/bench/peers/lemon_flow.h"
#include "tests/bench/problem.h"
#include "tests/bench/race.h"

namespace twinaid::bench {
namespace {

constexpr char kStep[] = "counterpart, one digit";

LinearModel MakeModel(const AssignmentProblem& problem) {
  LinearModel model;
  for (std::int32_t i = 0; i < 2 * problem.places; ++i) model.AddRow(1);
  for (const auto& edge : problem.digits) {
    const std::int32_t column =
        model.AddColumn(static_cast<double>(edge.weight), /*whole=*/false);
    model.Add(edge.donor, column, 1);
    model.Add(problem.places + edge.recipient, column, 1);
  }
  return model;
}

// The weight of what the solver picked, added up exactly; -1 where it split an
// edge.
std::int64_t ExactWeight(const AssignmentProblem& problem,
                         const LinearAnswer& answer) {
  std::int64_t weight = 0;
  for (std::size_t e = 0; e < problem.digits.size(); ++e) {
    const double share = answer.values[e];
    if (std::abs(share - std::round(share)) > 1e-6) return -1;
    if (share > 0.5) weight += problem.digits[e].weight;
  }
  return weight;
}

absl::Status Run(const Options& options, Report& report) {
  TWINAID_ASSIGN_OR_RETURN(const matcher::Instance instance,
                           MakeProblem(options));
  TWINAID_ASSIGN_OR_RETURN(const AssignmentProblem problem,
                           ProblemOf(instance));
  const std::int64_t optimum =
      LemonNetworkSimplex(problem.places, PeerEdges(problem)).optimum;
  const LinearModel model = MakeModel(problem);
  struct Peer {
    const char* name;
    LinearAnswer (*solve)(const LinearModel&, std::int32_t);
  };
  Race race;
  for (const Peer& peer :
       {Peer{"CBC LP", &SolveWithCbc}, Peer{"GLPK LP", &SolveWithGlpk}}) {
    race.Enter(peer.name, [&, peer] {
      const LinearAnswer answer = peer.solve(model, options.limit_seconds);
      if (answer.optimal) {
        report.SameOptimum(kStep, peer.name, optimum,
                           ExactWeight(problem, answer));
      } else {
        report.Fact(kStep, absl::StrCat(peer.name, " ended"),
                    "at its time limit");
      }
      return answer.time;
    });
  }
  race.Start(options.runs, kStep, report);
  return absl::OkStatus();
}

}  // namespace
}  // namespace twinaid::bench

int main(int argc, char** argv) {
  return twinaid::bench::RunProgram(argc, argv, &twinaid::bench::Run);
}
