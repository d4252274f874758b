// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "tests/bench/traffic/line.h"
#include "tests/bench/traffic/new_needs.h"
#include "tests/bench/traffic/runs.h"
#include "tests/bench/traffic/tail.h"

namespace twinaid::bench {
namespace {

constexpr int kChecksInFlight = 32;

using Counts = std::vector<std::int32_t>;  // of each line

// Every need that was created can be got.
LoopResult GetAll(const Target& target, const Counts& made) {
  LoopOptions options = target.loop;
  options.in_flight = kChecksInFlight;
  options.lines = static_cast<int>(made.size());
  options.warm_seconds = 0;
  options.seconds = 1000;  // until there is none left
  Counts asked(made.size(), 0);
  return RunClosedLoop(options, [&](int line) -> std::unique_ptr<Call> {
    const auto at = static_cast<std::size_t>(line);
    if (asked[at] == made[at]) return nullptr;
    return GetNewCall(target, line, asked[at]++);
  });
}

}  // namespace

LoopResult RunCreates(const Target& target) {
  Line line(target.loop.address, target.loop.token);
  std::unique_ptr<Tail> tail;
  if (!target.echo) tail = std::make_unique<Tail>(line);
  const int lines = std::min(target.loop.lines, target.loop.in_flight);
  Counts made(static_cast<std::size_t>(lines), 0);
  LoopResult result = RunClosedLoop(target.loop, [&](int at) {
    return CreateCall(target, at, made[static_cast<std::size_t>(at)]++);
  });
  if (target.echo || !result.faults.empty()) return result;
  result.faults = GetAll(target, made).faults;
  std::set<std::string> names;
  for (int at = 0; at < lines; ++at) {
    for (std::int32_t i = 0; i < made[static_cast<std::size_t>(at)]; ++i) {
      names.insert(NewNeedName(target, at, i));
    }
  }
  const std::string fault = tail->Check("need.created", names);
  if (!fault.empty()) result.faults.push_back(fault);
  return result;
}

}  // namespace twinaid::bench
