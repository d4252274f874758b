// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// 2,000 power cuts lose and double nothing; with less care, or on a disk that
// lies, the same cases lose what was answered.
#include <string>

#include "gmock/gmock.h"
#include "tests/faults/store/power_cut.h"

namespace twinaid::faults {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr int kShards = 10;
constexpr std::uint64_t kCasesOfASeed = 8;

class PowerCutsLose : public ::testing::TestWithParam<int> {};

TEST_P(PowerCutsLose, NothingThatWasAnsweredAndDoubleNothing) {
  for (int i = 0; i < TWINAID_SEEDS_A_SHARD; ++i) {
    const auto seed = static_cast<std::uint64_t>(i * kShards + GetParam());
    PowerCuts cuts(seed, Setting());
    for (std::uint64_t number = 0; number < kCasesOfASeed; ++number) {
      ASSERT_THAT(cuts.Try(number), IsEmpty())
          << "again: power_cuts --seed " << seed << " --case " << number;
    }
  }
}
INSTANTIATE_TEST_SUITE_P(Seeds, PowerCutsLose, ::testing::Range(0, kShards));

TEST(PowerCut, IsTheSameEachTime) {
  const Setting careless = {store::Synchronous::kOff, false};
  for (std::uint64_t number = 0; number < kCasesOfASeed; ++number) {
    const std::string first = PowerCuts(2, careless).Try(number);
    EXPECT_EQ(PowerCuts(2, careless).Try(number), first);
  }
}

// The first fault of a setting that must not hold.
std::string FirstFault(const Setting& setting) {
  constexpr std::uint64_t kSeeds = 40;
  for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
    PowerCuts cuts(seed, setting);
    for (std::uint64_t number = 0; number < kCasesOfASeed; ++number) {
      const std::string fault = cuts.Try(number);
      if (!fault.empty()) return fault;
    }
  }
  return "";
}

TEST(PowerCut, LosesAnsweredRequestsWithSynchronousNormal) {
  EXPECT_THAT(FirstFault({store::Synchronous::kNormal, false}),
              HasSubstr("are lost"));
}

TEST(PowerCut, LosesAnsweredRequestsWithSynchronousOff) {
  EXPECT_THAT(FirstFault({store::Synchronous::kOff, false}),
              ::testing::Not(IsEmpty()));
}

TEST(PowerCut, LosesAnsweredRequestsOnADiskThatLies) {
  EXPECT_THAT(FirstFault({store::Synchronous::kFull, true}),
              ::testing::Not(IsEmpty()));
}

}  // namespace
}  // namespace twinaid::faults
