// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What every tie is worth, preparation included.

#include <cstddef>
#include <map>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "matcher/check_facts.h"
#include "matcher/check_worth.h"
#include "matcher/edges.h"
#include "matcher/points.h"
#include "matcher/shelves.h"
#include "service/model/status_macros.h"
#include "tests/bench/pair_pass.h"
#include "tests/bench/problem.h"
#include "tests/bench/race.h"

namespace twinaid::bench {
namespace {

constexpr char kStep[] = "pair values";

// So many ties are valued again by the checker's maximum flows.
constexpr std::size_t kChecked = 1000;

std::vector<matcher::Edge> ValueTies(const matcher::Instance& instance) {
  return matcher::MakeEdges(
      instance,
      matcher::Shelves(instance, matcher::PointsPerBaseUnit(instance)),
      /*threads=*/1);
}

void CheckSome(const matcher::Instance& instance,
               const std::vector<matcher::Edge>& edges, Report& report) {
  std::map<matcher::TieIndex, matcher::PairValue> values;
  for (const matcher::Edge& edge : edges) values[edge.tie] = edge.value;
  const matcher::CheckFacts facts(instance);
  matcher::CheckWorth worth(facts);
  const std::size_t step = 1 + instance.ties.size() / kChecked;
  for (std::size_t t = 0; t < instance.ties.size(); t += step) {
    const auto found = values.find(static_cast<matcher::TieIndex>(t));
    const matcher::PairValue value =
        found == values.end() ? matcher::PairValue{} : found->second;
    const matcher::Tie& tie = instance.ties[t];
    worth.SetDonor(tie.donor);
    report.Require(worth.Of(tie.recipient, tie.transit_days) == value, kStep,
                   absl::StrCat("the value of tie ", t, " is another"));
  }
}

absl::Status Run(const Options& options, Report& report) {
  TWINAID_ASSIGN_OR_RETURN(const matcher::Instance instance,
                           MakeProblem(options));
  TWINAID_RETURN_IF_ERROR(matcher::Validate(instance));
  const PairPass pass(instance);
  std::vector<matcher::Edge> edges;
  std::int64_t sum = 0;
  Race race;
  race.Enter("ours",
             [&] { return TimeOf([&] { edges = ValueTies(instance); }); });
  race.Enter("pass", [&] { return TimeOf([&] { sum += pass.Run(); }); });
  race.Start(options.runs, kStep, report);
  CheckSome(instance, edges, report);
  report.Require(sum != 0, kStep, "the pass read nothing");
  report.Fact(kStep, "ties", static_cast<std::int64_t>(instance.ties.size()));
  report.Fact(kStep, "records at their ends", pass.records());
  return absl::OkStatus();
}

}  // namespace
}  // namespace twinaid::bench

int main(int argc, char** argv) {
  return twinaid::bench::RunProgram(argc, argv, &twinaid::bench::Run);
}
