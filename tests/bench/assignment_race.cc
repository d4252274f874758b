// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/assignment_race.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "matcher/assignment.h"
#include "tests/bench/check_pass.h"
#include "tests/bench/peers/lemon_flow.h"
#include "tests/bench/peers/lemon_matching.h"
#include "tests/bench/race.h"

namespace twinaid::bench {
namespace {

// Ours and the check pass, in this order. `answer` and `total` hold what the
// last run gave.
template <typename W, typename Total>
void Enter(std::int32_t places,
           const std::vector<matcher::WeightedEdge<W>>& edges,
           const std::string& step, Report& report,
           matcher::Assignment<W>& answer, Total& total, Race& race) {
  race.Enter("ours", [places, &edges, &answer] {
    return TimeOf([&] { answer = matcher::Assign(places, edges); });
  });
  race.Enter("pass", [&edges, &step, &report, &answer, &total] {
    bool proved = false;
    const Nanoseconds time =
        TimeOf([&] { proved = ProvesOptimum(edges, answer, total); });
    report.Require(proved, step, "the potentials do not prove the optimum");
    return time;
  });
}

void RaceVectors(const AssignmentProblem& problem, const std::string& step,
                 int runs, Report& report) {
  matcher::Assignment<matcher::Weight> answer;
  matcher::WeightTotal total;
  Race race;
  Enter(problem.places, problem.vectors, step, report, answer, total, race);
  race.Start(runs, step, report);
}

}  // namespace

std::int64_t RaceAssignment(const AssignmentProblem& problem,
                            const std::string& name, const Options& options,
                            Report& report) {
  RaceVectors(problem, absl::StrCat(name, ", vectors"), options.runs, report);

  const std::string step = absl::StrCat(name, ", one digit");
  matcher::Assignment<std::int64_t> answer;
  matcher::Int128 optimum = 0;
  const std::vector<PeerEdge> edges = PeerEdges(problem);
  Race race;
  Enter(problem.places, problem.digits, step, report, answer, optimum, race);
  struct Peer {
    const char* name;
    PeerAnswer (*solve)(std::int32_t, const std::vector<PeerEdge>&);
  };
  for (const Peer& peer :
       {Peer{"LEMON NetworkSimplex", &LemonNetworkSimplex},
        Peer{"LEMON CostScaling", &LemonCostScaling},
        Peer{"LEMON MaxWeightedMatching", &LemonBipartiteMatching}}) {
    if (!options.peers) continue;
    race.Enter(peer.name, [&, peer] {
      const PeerAnswer found = peer.solve(problem.places, edges);
      report.SameOptimum(step, peer.name, optimum, found.optimum);
      return found.time;
    });
  }
  race.Start(options.runs, step, report);
  report.Fact(step, "edges", static_cast<std::int64_t>(edges.size()));
  return static_cast<std::int64_t>(optimum);
}

}  // namespace twinaid::bench
