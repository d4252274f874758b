// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a benchmark program says: lines that tests/bench/engine makes a table
// of, and whether all who solved a problem agree on its optimum.
#ifndef TWINAID_TESTS_BENCH_REPORT_H_
#define TWINAID_TESTS_BENCH_REPORT_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "matcher/weight.h"
#include "tests/bench/timing.h"

namespace twinaid::bench {

// In decimal.
std::string ToText(matcher::Int128 value);

// Prints to standard output as it goes, fields separated by tabs:
//   time  STEP  SCALE  WHO  median  least  most  runs      (nanoseconds)
//   fact  STEP  SCALE  NAME  value
// Not thread-safe.
class Report {
 public:
  explicit Report(std::string scale) : scale_(std::move(scale)) {}

  void Time(absl::string_view step, absl::string_view who,
            const Samples& samples) const;
  void Fact(absl::string_view step, absl::string_view name,
            absl::string_view value) const;
  void Fact(absl::string_view step, absl::string_view name,
            std::int64_t value) const;

  // The largest resident size of this process so far, in KiB.
  void PeakMemory(absl::string_view step) const;

  // Tells on standard error where it does not hold; the program then fails.
  void Require(bool holds, absl::string_view step, absl::string_view what);

  // Requires that `who` found the same optimum.
  void SameOptimum(absl::string_view step, absl::string_view who,
                   matcher::Int128 optimum, matcher::Int128 found);

  // 0 if all that was required held.
  int ExitCode() const { return failed_ ? 1 : 0; }

 private:
  std::string scale_;
  bool failed_ = false;
};

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_REPORT_H_
