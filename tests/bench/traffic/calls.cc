// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Drives calls of one kind at a server and prints one line about them.
//
// Exits 1 if an answer was wrong, and says which.
#include <CLI/CLI.hpp>
#include <iostream>
#include <string>

#include "tests/bench/traffic/report_line.h"
#include "tests/bench/traffic/runs.h"

namespace twinaid::bench {
namespace {

LoopResult Run(const std::string& kind, const Target& target,
               const std::string& ready_file) {
  if (kind == "create") return RunCreates(target);
  if (kind == "get") return RunGets(target);
  if (kind == "list") return RunLists(target);
  if (kind == "filtered") return RunFilteredLists(target);
  if (kind == "accept") return RunAccepts(target);
  if (kind == "watch") return RunWatches(target);
  if (kind == "round") return RunRound(target);
  return RunFirstAnswers(target, ready_file);
}

int Main(int argc, char** argv) {
  std::string kind;
  std::string ready_file;
  Target target;
  CLI::App app("drives calls of one kind at a server");
  app.add_option("--kind", kind)
      ->required()
      ->check(CLI::IsMember({"create", "get", "list", "filtered", "accept",
                             "watch", "round", "first"}));
  app.add_option("--address", target.loop.address);
  app.add_option("--token", target.loop.token);
  app.add_option("--ready-file", ready_file);
  app.add_option("--in-flight", target.loop.in_flight);
  app.add_option("--lines", target.loop.lines)->check(CLI::Range(1, 16));
  app.add_option("--seconds", target.loop.seconds);
  app.add_option("--warm-seconds", target.loop.warm_seconds);
  app.add_option("--stop-file", target.loop.stop_file);
  app.add_option("--places", target.traffic.places);
  app.add_option("--needs", target.traffic.needs);
  app.add_option("--first-match", target.first_match);
  app.add_option("--tag", target.tag);
  app.add_option("--seed", target.seed);
  app.add_flag("--echo", target.echo);
  CLI11_PARSE(app, argc, argv);
  const LoopResult result = Run(kind, target, ready_file);
  if (kind != "first") {
    std::cout << ReportLine(kind, target.loop.in_flight, result.latencies,
                            result.took)
              << "\n";
  }
  std::cout << "fact\tcalls\t" << result.calls << "\n";
  for (const std::string& fault : result.faults) {
    std::cerr << "WRONG " << kind << ": " << fault << "\n";
  }
  return result.faults.empty() ? 0 : 1;
}

}  // namespace
}  // namespace twinaid::bench

int main(int argc, char** argv) { return twinaid::bench::Main(argc, argv); }
