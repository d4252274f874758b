// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/traffic/latencies.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "tests/bench/random.h"

namespace twinaid::bench {
namespace {

Latencies Of(const std::vector<Nanoseconds>& times) {
  Latencies latencies;
  for (const Nanoseconds time : times) latencies.Add(time);
  return latencies;
}

TEST(LatenciesTest, NoneAreZero) { EXPECT_EQ(Latencies().Percentile(99), 0); }

TEST(LatenciesTest, OneIsEveryPercentile) {
  EXPECT_EQ(Of({7}).Percentile(1), 7);
  EXPECT_EQ(Of({7}).Percentile(100), 7);
}

TEST(LatenciesTest, TakesTheNearestRank) {
  const Latencies latencies = Of({40, 10, 30, 20});
  EXPECT_EQ(latencies.Percentile(25), 10);
  EXPECT_EQ(latencies.Percentile(26), 20);
  EXPECT_EQ(latencies.Percentile(50), 20);
  EXPECT_EQ(latencies.Percentile(75), 30);
  EXPECT_EQ(latencies.Percentile(99), 40);
}

TEST(LatenciesTest, OneInAHundredIsAboveThe99th) {
  std::vector<Nanoseconds> times(99, 5);
  times.push_back(1000);
  EXPECT_EQ(Of(times).Percentile(99), 5);
  times.push_back(1000);
  EXPECT_EQ(Of(times).Percentile(99), 1000);
}

TEST(LatenciesTest, AddsThoseOfAnother) {
  Latencies latencies = Of({1, 2});
  latencies.Add(Of({3, 4}));
  EXPECT_EQ(latencies.size(), 4u);
  EXPECT_EQ(latencies.Percentile(100), 4);
}

// By definition: how many do not exceed it.
TEST(LatenciesTest, AgreesWithCounting) {
  Random random(/*seed=*/1, /*stream=*/1);
  for (int round = 0; round < 200; ++round) {
    std::vector<Nanoseconds> times;
    const int count = 1 + random.Below(300);
    for (int i = 0; i < count; ++i) times.push_back(random.Below(50));
    const double percent = 1 + random.Below(100);
    const Nanoseconds found = Of(times).Percentile(percent);
    const auto up_to = [&](Nanoseconds bound) {
      return 100.0 * static_cast<double>(
                         std::count_if(times.begin(), times.end(),
                                       [&](auto t) { return t <= bound; }));
    };
    EXPECT_GE(up_to(found), percent * count) << "round " << round;
    EXPECT_LT(up_to(found - 1), percent * count) << "round " << round;
  }
}

}  // namespace
}  // namespace twinaid::bench
