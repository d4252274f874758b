// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/rpc/sandbox.h"

#include <map>
#include <vector>

#include "gmock/gmock.h"
#include "service/model/errors.h"
#include "tests/support/status_matchers.h"

namespace twinaid::rpc {
namespace {

constexpr int kCalls = 30'000;

std::map<SandboxFault, int> Drawn(int percent, bool is_change) {
  Sandbox sandbox(percent, 7);
  std::map<SandboxFault, int> drawn;
  for (int call = 0; call < kCalls; ++call) ++drawn[sandbox.Draw(is_change)];
  return drawn;
}

TEST(Sandbox, FailsAsOftenAsItIsTold) {
  const auto drawn = Drawn(30, true);
  EXPECT_NEAR(drawn.at(SandboxFault::kNone), kCalls * 7 / 10, kCalls / 50);
  for (const auto fault : {SandboxFault::kRefused, SandboxFault::kAnswerLost,
                           SandboxFault::kAborted}) {
    EXPECT_NEAR(drawn.at(fault), kCalls / 10, kCalls / 50);
  }
  EXPECT_EQ(Drawn(0, true).at(SandboxFault::kNone), kCalls);
  EXPECT_EQ(Drawn(100, true).count(SandboxFault::kNone), 0U);
}

TEST(Sandbox, AbortsChangesOnly) {
  EXPECT_EQ(Drawn(90, false).count(SandboxFault::kAborted), 0U);
}

TEST(Sandbox, IsFixedByItsSeed) {
  const auto faults = [](std::uint64_t seed) {
    Sandbox sandbox(50, seed);
    std::vector<SandboxFault> drawn;
    for (int call = 0; call < 100; ++call) drawn.push_back(sandbox.Draw(true));
    return drawn;
  };
  EXPECT_EQ(faults(3), faults(3));
  EXPECT_NE(faults(3), faults(4));
}

TEST(Sandbox, SaysThatItIsOne) {
  EXPECT_THAT(ErrorOf(SandboxFault::kNone), IsOk());
  for (const auto fault : {SandboxFault::kRefused, SandboxFault::kAnswerLost}) {
    EXPECT_EQ(ErrorOf(fault).code(), absl::StatusCode::kUnavailable);
    EXPECT_EQ(model::ReasonOf(ErrorOf(fault)), "SANDBOX_FAULT");
  }
  const absl::Status aborted = ErrorOf(SandboxFault::kAborted);
  EXPECT_EQ(aborted.code(), absl::StatusCode::kAborted);
  EXPECT_EQ(model::ReasonOf(aborted), "SANDBOX_FAULT");
}

}  // namespace
}  // namespace twinaid::rpc
