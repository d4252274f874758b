// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/report.h"

#include <sys/resource.h>

#include <algorithm>
#include <iostream>

#include "absl/strings/str_cat.h"

namespace twinaid::bench {

std::string ToText(matcher::Int128 value) {
  const bool negative = value < 0;
  std::string text;
  do {
    const auto digit = static_cast<int>(value % 10);
    text.push_back(static_cast<char>('0' + (digit < 0 ? -digit : digit)));
    value /= 10;
  } while (value != 0);
  if (negative) text.push_back('-');
  std::reverse(text.begin(), text.end());
  return text;
}

void Report::Time(absl::string_view step, absl::string_view who,
                  const Samples& samples) const {
  std::cout << absl::StrCat("time\t", step, "\t", scale_, "\t", who, "\t",
                            samples.Median(), "\t", samples.Least(), "\t",
                            samples.Most(), "\t", samples.size())
            << std::endl;
}

void Report::Fact(absl::string_view step, absl::string_view name,
                  absl::string_view value) const {
  std::cout << absl::StrCat("fact\t", step, "\t", scale_, "\t", name, "\t",
                            value)
            << std::endl;
}

void Report::Fact(absl::string_view step, absl::string_view name,
                  std::int64_t value) const {
  Fact(step, name, absl::StrCat(value));
}

void Report::PeakMemory(absl::string_view step) const {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  Fact(step, "peak memory KiB", std::int64_t{usage.ru_maxrss});
}

void Report::Require(bool holds, absl::string_view step,
                     absl::string_view what) {
  if (holds) return;
  failed_ = true;
  std::cerr << "WRONG: " << step << ", scale " << scale_ << ": " << what
            << std::endl;
}

void Report::SameOptimum(absl::string_view step, absl::string_view who,
                         matcher::Int128 optimum, matcher::Int128 found) {
  Require(
      optimum == found, step,
      absl::StrCat(who, " found ", ToText(found), ", not ", ToText(optimum)));
}

}  // namespace twinaid::bench
