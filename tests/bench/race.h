// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Several ways to one end, timed turn by turn so that whatever else the machine
// does meets them alike.
#ifndef TWINAID_TESTS_BENCH_RACE_H_
#define TWINAID_TESTS_BENCH_RACE_H_

#include <functional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "tests/bench/report.h"
#include "tests/bench/timing.h"

namespace twinaid::bench {

class Race {
 public:
  // What takes longer than this is run once only.
  static constexpr Nanoseconds kPatience = 10'000'000'000;

  // `run` solves and checks, and returns the time of solving alone. What it
  // borrows must outlive Start.
  void Enter(std::string who, std::function<Nanoseconds()> run);

  // Runs all of them `rounds` times in turn and reports the times of the step.
  void Start(int rounds, absl::string_view step, const Report& report);

 private:
  struct Runner {
    std::string who;
    std::function<Nanoseconds()> run;
    Samples samples;
  };
  std::vector<Runner> runners_;
};

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_RACE_H_
