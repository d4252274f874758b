// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/access/call_limits.h"

#include <deque>

#include "gmock/gmock.h"
#include "service/model/errors.h"
#include "tests/support/fake_clock.h"
#include "tests/support/status_matchers.h"

namespace twinaid::access {
namespace {

const model::PrincipalId kWuxi = model::PrincipalId::Trusted("wuxi");
const model::PrincipalId kOhio = model::PrincipalId::Trusted("ohio");

class CallLimitsTest : public ::testing::Test {
 protected:
  // Calls that are counted before the first refusal, at most `most`.
  int Allowed(const model::PrincipalId& who, int most) {
    int n = 0;
    while (n < most && limits_.CountCall(who).ok()) ++n;
    return n;
  }

  FakeClock clock_;
  CallLimits limits_{{10, 20, 3, 2}, clock_};
};

TEST_F(CallLimitsTest, ABurstThenAsManyAsTheSecondsBring) {
  // The clock of a test moves a millisecond at each reading.
  EXPECT_EQ(Allowed(kWuxi, 100), 20);
  clock_.Advance(absl::Seconds(1));
  EXPECT_EQ(Allowed(kWuxi, 100), 10);
  clock_.Advance(absl::Hours(1));
  EXPECT_EQ(Allowed(kWuxi, 100), 20) << "no more than a burst is saved up";
}

TEST_F(CallLimitsTest, TheRefusalSaysWhenToTryAgainAndThatIsRight) {
  Allowed(kWuxi, 100);
  const absl::Status refused = limits_.CountCall(kWuxi);
  EXPECT_THAT(refused, StatusIs(absl::StatusCode::kResourceExhausted));
  EXPECT_EQ(model::ReasonOf(refused), "TOO_MANY_CALLS");
  clock_.Advance(absl::Milliseconds(100));
  EXPECT_THAT(limits_.CountCall(kWuxi), IsOk());
}

TEST_F(CallLimitsTest, OnePrincipalTakesNothingFromAnother) {
  Allowed(kWuxi, 100);
  EXPECT_EQ(Allowed(kOhio, 5), 5);
}

TEST_F(CallLimitsTest, PlacesComeBackWhenTheirCallsEnd) {
  std::deque<CallLimits::Permit> held;
  for (int i = 0; i < 3; ++i) {
    auto place = limits_.TakePlace("tk-1 10.0.0.1");
    ASSERT_THAT(place, IsOk());
    held.push_back(*std::move(place));
  }
  EXPECT_EQ(model::ReasonOf(limits_.TakePlace("tk-1 10.0.0.1").status()),
            "TOO_MANY_CALLS_AT_ONCE");
  EXPECT_THAT(limits_.TakePlace("tk-1 10.0.0.2"), IsOk());
  held.pop_front();
  EXPECT_THAT(limits_.TakePlace("tk-1 10.0.0.1"), IsOk());
}

TEST_F(CallLimitsTest, StreamsAreCountedByPrincipal) {
  auto first = limits_.TakeStream(kWuxi);
  auto second = limits_.TakeStream(kWuxi);
  ASSERT_THAT(second, IsOk());
  EXPECT_EQ(model::ReasonOf(limits_.TakeStream(kWuxi).status()),
            "TOO_MANY_STREAMS");
  EXPECT_THAT(limits_.TakeStream(kOhio), IsOk());
  second = CallLimits::Permit();
  EXPECT_THAT(limits_.TakeStream(kWuxi), IsOk());
}

}  // namespace
}  // namespace twinaid::access
