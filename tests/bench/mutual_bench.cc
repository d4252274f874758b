// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Places that look after each other, odd cycles included.

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "matcher/check_mutual.h"
#include "matcher/mutual.h"
#include "service/model/status_macros.h"
#include "tests/bench/check_pass.h"
#include "tests/bench/edges.h"
#include "tests/bench/families.h"
#include "tests/bench/generator.h"
#include "tests/bench/peers/graph_file.h"
#include "tests/bench/peers/lemon_matching.h"
#include "tests/bench/problem.h"
#include "tests/bench/race.h"

namespace twinaid::bench {
namespace {

template <typename W>
using Edges = std::vector<matcher::MutualEdge<W>>;

// The places that have value for each other in both directions; the weight of
// the two together.
template <typename W>
Edges<W> BothWays(const std::vector<matcher::WeightedEdge<W>>& directed) {
  std::map<std::pair<std::int32_t, std::int32_t>, W> there;
  for (const auto& edge : directed) {
    if (edge.donor < edge.recipient) {
      there.emplace(std::pair(edge.donor, edge.recipient), edge.weight);
    }
  }
  Edges<W> edges;
  for (const auto& edge : directed) {
    if (edge.donor < edge.recipient) continue;
    const auto found = there.find({edge.recipient, edge.donor});
    if (found == there.end()) continue;
    edges.push_back({edge.recipient, edge.donor, found->second + edge.weight});
  }
  return edges;
}

template <typename W, typename Total>
Total WeightOf(const Edges<W>& edges,
               const matcher::MutualMatching<W>& matching) {
  Total total{};
  for (std::size_t place = 0; place < matching.edge_of_place.size(); ++place) {
    const std::int32_t e = matching.edge_of_place[place];
    if (e < 0) continue;
    const auto& edge = edges[static_cast<std::size_t>(e)];
    if (static_cast<std::size_t>(edge.a) == place) AddTo(total, edge.weight);
  }
  return total;
}

template <typename W>
void Enter(std::int32_t places, const Edges<W>& edges, const std::string& step,
           Report& report, matcher::MutualMatching<W>& answer, Race& race) {
  race.Enter("ours", [places, &edges, &answer] {
    return TimeOf([&] { answer = matcher::MatchMutual(places, edges); });
  });
  race.Enter("pass", [places, &edges, &answer, &step, &report] {
    std::string fault;
    const Nanoseconds time =
        TimeOf([&] { fault = matcher::CheckMutual(places, edges, answer); });
    report.Require(fault.empty(), step, fault);
    return time;
  });
}

void RaceVectors(std::int32_t places, const Edges<matcher::Weight>& edges,
                 const std::string& name, const Options& options,
                 Report& report) {
  const std::string step = absl::StrCat(name, ", vectors");
  matcher::MutualMatching<matcher::Weight> answer;
  Race race;
  Enter(places, edges, step, report, answer, race);
  race.Start(options.runs, step, report);
}

struct Digits {
  std::vector<PeerEdge> edges;
  std::int64_t optimum = 0;
};

Digits RaceDigits(std::int32_t places, const Edges<std::int64_t>& edges,
                  const std::string& name, const Options& options,
                  Report& report) {
  const std::string step = absl::StrCat(name, ", one digit");
  Digits digits;
  for (const auto& edge : edges) {
    digits.edges.push_back({edge.a, edge.b, edge.weight});
  }
  matcher::MutualMatching<std::int64_t> answer;
  const auto optimum = [&] {
    return WeightOf<std::int64_t, matcher::Int128>(edges, answer);
  };
  Race race;
  Enter(places, edges, step, report, answer, race);
  if (options.peers) {
    race.Enter("LEMON MaxWeightedMatching", [&] {
      const PeerAnswer found = LemonGeneralMatching(places, digits.edges);
      report.SameOptimum(step, "LEMON MaxWeightedMatching", optimum(),
                         found.optimum);
      return found.time;
    });
  }
  race.Start(options.runs, step, report);
  report.Fact(step, "edges", static_cast<std::int64_t>(edges.size()));
  report.Fact(step, "odd sets",
              static_cast<std::int64_t>(answer.odd_sets.size()));
  digits.optimum = static_cast<std::int64_t>(optimum());
  return digits;
}

// The links of the family, as places that look after each other.
void RaceFamily(const Family& family, const Options& options, Report& report) {
  const AssignmentProblem problem = ProblemOf(family);
  const std::string name = absl::StrCat("mutual ", family.name);
  RaceVectors(problem.places, BothWays(problem.vectors), name, options, report);
  RaceDigits(problem.places, BothWays(problem.digits), name, options, report);
}

absl::Status Run(const Options& options, Report& report) {
  TWINAID_ASSIGN_OR_RETURN(const Geography land, MakeLand(options));
  RaceFamily(AllEqual(land), options, report);
  RaceFamily(AllEqualButTie(land, options.seed), options, report);
  TWINAID_ASSIGN_OR_RETURN(
      const AssignmentProblem problem,
      ProblemOf(Generate(land, options.scale, options.seed)));
  RaceVectors(problem.places, BothWays(problem.vectors), "mutual", options,
              report);
  const Digits digits = RaceDigits(problem.places, BothWays(problem.digits),
                                   "mutual", options, report);
  if (options.write_graph.empty() ||
      WriteGraph(options.write_graph, problem.places, digits.edges,
                 digits.optimum)) {
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
