// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/race.h"

#include <utility>

namespace twinaid::bench {

void Race::Enter(std::string who, std::function<Nanoseconds()> run) {
  runners_.push_back({std::move(who), std::move(run), {}});
}

void Race::Start(int rounds, absl::string_view step, const Report& report) {
  for (int round = 0; round < rounds; ++round) {
    for (Runner& runner : runners_) {
      if (round > 0 && runner.samples.Most() > kPatience) continue;
      runner.samples.Add(runner.run());
    }
  }
  for (const Runner& runner : runners_) {
    report.Time(step, runner.who, runner.samples);
  }
}

}  // namespace twinaid::bench
