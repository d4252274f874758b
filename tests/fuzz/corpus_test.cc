// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "matcher/pool.h"
#include "matcher/solve.h"
#include "tests/fuzz/instance_of_bytes.h"
#include "tests/fuzz/try_instance.h"
#include "tests/matcher/single_ties.h"

namespace twinaid::matcher {
namespace {

std::vector<std::filesystem::path> Corpus() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(
           std::filesystem::path(TWINAID_FUZZ_CORPUS) / "instance")) {
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<std::uint8_t> Read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::vector<char> chars(std::istreambuf_iterator<char>(file), {});
  return {chars.begin(), chars.end()};
}

TEST(FuzzCorpusTest, EveryKeptInstanceIsProvenOrRefusedByName) {
  int paired = 0;
  int refused = 0;
  int pooled = 0;
  int barred = 0;
  for (const std::filesystem::path& path : Corpus()) {
    const std::vector<std::uint8_t> bytes = Read(path);
    EXPECT_EQ(TryInstance(bytes.data(), bytes.size()), "") << path;
    const Instance instance = InstanceOfBytes(bytes.data(), bytes.size());
    const absl::StatusOr<Solution> solution = Solve(instance);
    if (!solution.ok()) {
      ++refused;
    } else if (!solution->pairs.empty()) {
      ++paired;
    }
    const absl::StatusOr<PoolResult> pool =
        SolvePool(WithSingleTies(instance), PoolOrder::kFair, 1);
    if (!pool.ok()) continue;
    if (!pool->flows.empty()) ++pooled;
    if (!pool->barred.empty()) ++barred;
  }
  // A corpus in which nothing is paired, pooled or refused says nothing.
  EXPECT_GE(paired, 20);
  EXPECT_GE(refused, 5);
  EXPECT_GE(pooled, 20);
  EXPECT_GE(barred, 5);
}

}  // namespace
}  // namespace twinaid::matcher
