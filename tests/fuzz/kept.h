// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The inputs that are kept for a target.
#ifndef TWINAID_TESTS_FUZZ_KEPT_H_
#define TWINAID_TESTS_FUZZ_KEPT_H_

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "tests/fuzz/outcome.h"

namespace twinaid::fuzz {

// Name and bytes of each, by name.
inline std::vector<std::pair<std::string, std::string>> Kept(
    const std::string& target) {
  std::vector<std::pair<std::string, std::string>> kept;
  for (const auto& entry : std::filesystem::directory_iterator(
           std::filesystem::path(TWINAID_FUZZ_CORPUS) / target)) {
    std::ifstream file(entry.path(), std::ios::binary);
    kept.emplace_back(entry.path().filename().string(),
                      std::string(std::istreambuf_iterator<char>(file), {}));
  }
  std::sort(kept.begin(), kept.end());
  return kept;
}

// What trying all that is kept came to: the sums, and the first fault with the
// name of its input.
template <typename Try>
Outcome TryKept(const std::string& target, Try attempt) {
  Outcome all;
  for (const auto& [name, bytes] : Kept(target)) {
    const Outcome outcome = attempt(bytes);
    all.taken += outcome.taken;
    all.refused += outcome.refused;
    if (!outcome.fault.empty()) Fault(all, name + ": " + outcome.fault);
  }
  return all;
}

}  // namespace twinaid::fuzz

#endif  // TWINAID_TESTS_FUZZ_KEPT_H_
