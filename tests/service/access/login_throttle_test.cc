// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/access/login_throttle.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "tests/support/fake_clock.h"

namespace twinaid::access {
namespace {

class LoginThrottleTest : public ::testing::Test {
 protected:
  void Fail(int times, const std::string& id, const std::string& address) {
    for (int i = 0; i < times; ++i) throttle_.Failed(id, address);
  }
  bool MayTry(const std::string& id, const std::string& address) {
    return throttle_.Wait(id, address) == absl::ZeroDuration();
  }

  FakeClock clock_;
  LoginThrottle throttle_{clock_};
};

TEST_F(LoginThrottleTest, AFewMistakesCostNothing) {
  Fail(kFreeFailures - 1, "tk-1", "10.0.0.1");
  EXPECT_TRUE(MayTry("tk-1", "10.0.0.1"));
}

TEST_F(LoginThrottleTest, ThenTheWaitDoublesUpToTheLongest) {
  Fail(kFreeFailures, "tk-1", "10.0.0.1");
  absl::Duration wait = kFirstWait;
  for (int i = 0; i < 12; ++i) {
    EXPECT_LE(throttle_.Wait("tk-1", "10.0.0.1"), wait);
    EXPECT_GT(throttle_.Wait("tk-1", "10.0.0.1"),
              wait - absl::Milliseconds(100));
    clock_.Advance(wait);
    EXPECT_TRUE(MayTry("tk-1", "10.0.0.1"));
    Fail(1, "tk-1", "10.0.0.1");
    wait = std::min(wait * 2, kLongestWait);
  }
}

TEST_F(LoginThrottleTest, AnAddressThatGuessesManyIdsIsSlowed) {
  for (int i = 0; i < kFreeFailures; ++i) {
    throttle_.Failed(absl::StrCat("tk-", i), "10.0.0.1");
  }
  EXPECT_FALSE(MayTry("tk-new", "10.0.0.1"));
  EXPECT_TRUE(MayTry("tk-new", "10.0.0.2"));
}

TEST_F(LoginThrottleTest, AnIdThatIsGuessedFromManyAddressesIsSlowed) {
  for (int i = 0; i < kFreeFailures; ++i) {
    throttle_.Failed("tk-1", absl::StrCat("10.0.0.", i));
  }
  EXPECT_FALSE(MayTry("tk-1", "10.9.9.9"));
  EXPECT_TRUE(MayTry("tk-2", "10.9.9.9"));
}

TEST_F(LoginThrottleTest, WhoGuessesDoesNotLockOutTheHolder) {
  throttle_.Succeeded("tk-1", "192.168.1.7");
  for (int i = 0; i < 20; ++i) {
    throttle_.Failed("tk-1", absl::StrCat("10.0.0.", i));
  }
  EXPECT_FALSE(MayTry("tk-1", "10.9.9.9"));
  EXPECT_TRUE(MayTry("tk-1", "192.168.1.7"));
}

// All of an office, and all of a machine, may share one address.
TEST_F(LoginThrottleTest, WhoGuessesFromASharedAddressDoesNotLockOutTheKnown) {
  throttle_.Succeeded("tk-1", "10.0.0.1");
  Fail(20, "", "10.0.0.1");
  EXPECT_FALSE(MayTry("tk-2", "10.0.0.1"));
  EXPECT_TRUE(MayTry("tk-1", "10.0.0.1"));
}

TEST_F(LoginThrottleTest, ASuccessForgivesTheAddressOnly) {
  Fail(kFreeFailures, "tk-1", "10.0.0.1");
  clock_.Advance(kFirstWait);
  throttle_.Succeeded("tk-2", "10.0.0.1");
  Fail(1, "tk-1", "10.0.0.2");
  EXPECT_TRUE(MayTry("tk-3", "10.0.0.1"));
  EXPECT_FALSE(MayTry("tk-1", "10.0.0.3"));
}

TEST_F(LoginThrottleTest, IsForgottenAfterAWhile) {
  Fail(kFreeFailures, "tk-1", "10.0.0.1");
  clock_.Advance(kForgottenAfter);
  Fail(1, "tk-1", "10.0.0.1");
  EXPECT_TRUE(MayTry("tk-1", "10.0.0.1"));
}

TEST_F(LoginThrottleTest, RecordsOnceASecondAndLosesNoCount) {
  std::int64_t recorded = 0;
  int records = 0;
  constexpr int kFailures = 5000;
  for (int i = 0; i < kFailures; ++i) {
    const FailedLogin failed =
        throttle_.Failed(absl::StrCat("tk-", i), absl::StrCat("a", i));
    if (!failed.record) continue;
    recorded += failed.count;
    ++records;
  }
  // A reading of this clock takes a millisecond.
  EXPECT_GE(records, 4);
  EXPECT_LE(records, 6);
  clock_.Advance(absl::Seconds(1));
  const FailedLogin last = throttle_.Failed("tk", "a");
  EXPECT_TRUE(last.record);
  EXPECT_EQ(recorded + last.count, kFailures + 1);
  EXPECT_EQ(throttle_.failures(), kFailures + 1);
}

TEST_F(LoginThrottleTest, ManyKeysPushOutTheOldest) {
  Fail(kFreeFailures, "tk-old", "10.0.0.1");
  EXPECT_FALSE(MayTry("tk-old", "elsewhere"));
  for (int i = 0; i < kRememberedKeys; ++i) {
    throttle_.Failed(absl::StrCat("tk-", i), "one");
  }
  EXPECT_TRUE(MayTry("tk-old", "elsewhere"));
}

}  // namespace
}  // namespace twinaid::access
