// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// One place changes: the kept potentials against solving anew.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/status/status.h"
#include "matcher/assignment.h"
#include "matcher/dynamic_assignment.h"
#include "service/model/status_macros.h"
#include "tests/bench/check_pass.h"
#include "tests/bench/edges.h"
#include "tests/bench/problem.h"
#include "tests/bench/random.h"

namespace twinaid::bench {
namespace {

constexpr char kStep[] = "one changed place";
constexpr std::uint64_t kStream = 41;
// Changes of one run; its sample is their mean.
constexpr int kChanges = 1000;

using matcher::Weight;
using Edges = std::vector<matcher::WeightedEdge<Weight>>;

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

// Positions of the edges of every place, on each side.
struct Incidence {
  Incidence(std::int32_t places, const Edges& edges)
      : as_donor(At(places)), as_recipient(At(places)) {
    for (std::size_t e = 0; e < edges.size(); ++e) {
      as_donor[At(edges[e].donor)].push_back(e);
      as_recipient[At(edges[e].recipient)].push_back(e);
    }
  }
  std::vector<std::vector<std::size_t>> as_donor, as_recipient;
};

// Points change by up to half; one edge in ten loses its value, weight zero.
Weight Changed(const Weight& original, Random& random) {
  if (random.Chance(10)) return {};
  Weight weight = original;
  for (std::size_t digit = 0; digit < 4; ++digit) {
    weight[digit] = weight[digit] / 100 * (50 + random.Below(101));
  }
  return weight;
}

// Edges as they were and as they are now.
class Changing {
 public:
  explicit Changing(const AssignmentProblem& problem)
      : original_(problem.vectors),
        edges_(problem.vectors),
        incidence_(problem.places, problem.vectors) {}

  const Edges& edges() const { return edges_; }

  // Draws new weights for the edges of a place; returns those of one side.
  Edges Change(std::int32_t place, bool as_donor, Random& random) {
    Edges side;
    for (const std::size_t e : as_donor ? incidence_.as_donor[At(place)]
                                        : incidence_.as_recipient[At(place)]) {
      edges_[e].weight = Changed(original_[e].weight, random);
      side.push_back(edges_[e]);
    }
    return side;
  }

 private:
  const Edges& original_;
  Edges edges_;
  const Incidence incidence_;
};

absl::Status Run(const Options& options, Report& report) {
  TWINAID_ASSIGN_OR_RETURN(const matcher::Instance instance,
                           MakeProblem(options));
  TWINAID_ASSIGN_OR_RETURN(const AssignmentProblem problem,
                           ProblemOf(instance));
  Changing changing(problem);
  matcher::DynamicAssignment<Weight> kept(problem.places, problem.vectors);
  Random random(options.seed, kStream);
  Samples ours, scratch;
  for (int run = 0; run < options.runs; ++run) {
    Nanoseconds spent = 0;
    for (int change = 0; change < kChanges; ++change) {
      const std::int32_t place = random.Below(problem.places);
      const Edges gives = changing.Change(place, true, random);
      const Edges gets = changing.Change(place, false, random);
      spent += TimeOf([&] { kept.ReplacePlace(place, gives, gets); });
    }
    ours.Add(spent / kChanges);

    matcher::Assignment<Weight> anew;
    scratch.Add(TimeOf(
        [&] { anew = matcher::Assign(problem.places, changing.edges()); }));
    matcher::WeightTotal optimum, found;
    report.Require(ProvesOptimum(changing.edges(), anew, optimum), kStep,
                   "the potentials do not prove the optimum");
    for (const auto& edge : kept.ChosenEdges()) AddTo(found, edge.weight);
    report.Require(found == optimum, kStep,
                   "what was kept is not what is found from scratch");
  }
  report.Time(kStep, "ours", ours);
  report.Time(kStep, "from scratch", scratch);
  report.Fact(kStep, "changes in a run", kChanges);
  return absl::OkStatus();
}

}  // namespace
}  // namespace twinaid::bench

int main(int argc, char** argv) {
  return twinaid::bench::RunProgram(argc, argv, &twinaid::bench::Run);
}
