// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// One instance, solved and checked by several threads at once: the same answer,
// and nothing shared that the thread sanitizer would see.
#include <gtest/gtest.h>

#include <cstdint>
#include <thread>
#include <vector>

#include "matcher/certificate_check.h"
#include "matcher/solve.h"
#include "tests/matcher/random_instance.h"

namespace twinaid::matcher {
namespace {

TEST(ThreadsTest, SolveAndCheckShareNothing) {
  Shape shape;
  shape.places = 30;
  shape.needs = shape.offers = 100;
  shape.ties = 120;
  const Instance instance = RandomInstance(1).Make(shape);
  constexpr std::size_t kThreads = 4;
  std::vector<WeightTotal> totals(kThreads);
  std::vector<std::uint8_t> proven(kThreads, 0);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < kThreads; ++i) {
    threads.emplace_back([&, i] {
      const absl::StatusOr<Solution> solution = Solve(instance);
      if (!solution.ok()) return;
      totals[i] = solution->certificate.pairs_total;
      proven[i] = CheckCertificate(instance, *solution).ok() ? 1 : 0;
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::size_t i = 0; i < kThreads; ++i) {
    EXPECT_EQ(proven[i], 1);
    EXPECT_TRUE(totals[i] == totals[0]);
  }
}

}  // namespace
}  // namespace twinaid::matcher
