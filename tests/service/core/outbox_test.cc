// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// When a notice is tried again, and when it is given up.
#include "service/core/outbox.h"

#include <string>

#include "gmock/gmock.h"
#include "tests/service/core/world.h"

namespace twinaid::core {
namespace {

using model::NoticeState;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(BackOffTest, DoublesFromHalfAMinuteToSixHours) {
  EXPECT_EQ(BackOff(1), absl::Seconds(30));
  EXPECT_EQ(BackOff(2), absl::Minutes(1));
  EXPECT_EQ(BackOff(10), absl::Minutes(256));
  EXPECT_EQ(BackOff(11), absl::Hours(6));
  EXPECT_EQ(BackOff(1'000'000), absl::Hours(6));
}

TEST(BackOffTest, EndsAfterAboutThreeDays) {
  absl::Duration sum;
  for (int attempt = 1; attempt < kMaxAttempts; ++attempt) {
    sum += BackOff(attempt);
  }
  EXPECT_GT(sum, absl::Hours(68));
  EXPECT_LT(sum, absl::Hours(76));
}

class Outbox : public World {
 protected:
  model::Notice Put(std::int64_t seq, const std::string& recipient = "") {
    model::Notice notice;
    notice.seq = seq;
    if (!recipient.empty()) notice.channel = model::NoticeChannel::kEmail;
    notice.recipient = recipient;
    notice.next_time = clock_.Now();
    notice.create_time = clock_.Now();
    EXPECT_THAT(Do([&](Mutation& m) { return m.tx.notices().Insert(notice); }),
                IsOk());
    return notice;
  }
  std::vector<model::Notice> All() {
    return See([](const View& v) {
             return v.tx.notices().List({}, std::nullopt, 0);
           })
        .value();
  }
  std::vector<model::Notice> Due() {
    return See([](const View& v) {
             return DueNotices(v, model::NoticeChannel::kWebhook, 10);
           })
        .value();
  }
  model::Notice Fail(const model::Notice& notice) {
    return Do([&](Mutation& m) { return SettleFailure(m, notice, "no\nluck"); })
        .value();
  }
  std::optional<Hold> HoldFor(const model::Notice& notice) {
    return See([&](const View& v) { return HoldOn(v, notice); }).value();
  }
};

TEST_F(Outbox, WhatFailedIsDueAgainAfterItsBackOff) {
  model::Notice notice = Put(1);
  EXPECT_THAT(Due(), ElementsAre(notice));
  notice = Fail(notice);
  EXPECT_EQ(notice.attempts, 1);
  EXPECT_EQ(notice.last_error, "no\nluck");
  EXPECT_THAT(Due(), IsEmpty());
  clock_.Advance(BackOff(1));
  EXPECT_THAT(Due(), ElementsAre(notice));
  EXPECT_THAT(Do([&](Mutation& m) { return SettleDone(m, notice); }), IsOk());
  EXPECT_THAT(All(), IsEmpty());
  // Gone is gone, whoever took it away.
  EXPECT_THAT(Do([&](Mutation& m) { return SettleDone(m, notice); }), IsOk());
  EXPECT_THAT(
      Do([&](Mutation& m) { return SettleFailure(m, notice, "").status(); }),
      IsOk());
  EXPECT_THAT(All(), IsEmpty());
}

TEST_F(Outbox, IsGivenUpAfterItsLastAttemptKeptAndForgotten) {
  model::Notice notice = Put(1);
  for (int i = 1; i < kMaxAttempts; ++i) {
    notice = Fail(notice);
    ASSERT_EQ(notice.state, NoticeState::kWaiting) << i;
    clock_.Set(notice.next_time);
    ASSERT_THAT(Due(), ElementsAre(notice));
  }
  notice = Fail(notice);
  EXPECT_EQ(notice.state, NoticeState::kGivenUp);
  clock_.Advance(kGivenUpKept - absl::Seconds(1));
  EXPECT_THAT(Due(), IsEmpty());
  EXPECT_THAT(All(), ElementsAre(notice));
  EXPECT_THAT(See(IsAnyForgettable), IsOkAndHolds(false));
  clock_.Advance(absl::Seconds(1));
  EXPECT_THAT(See(IsAnyForgettable), IsOkAndHolds(true));
  EXPECT_THAT(Do(ForgetGivenUp), IsOk());
  EXPECT_THAT(All(), IsEmpty());
}

TEST_F(Outbox, AnEarlierOneHoldsBackTheLaterOnesOfItsRecipientOnly) {
  const model::Notice first = Fail(Put(1, "a@b.example"));
  const model::Notice second = Put(2, "a@b.example");
  const model::Notice other = Put(2, "c@d.example");
  const std::optional<Hold> hold = HoldFor(second);
  ASSERT_TRUE(hold.has_value());
  EXPECT_EQ(hold->until, first.next_time);
  EXPECT_EQ(hold->error, "no\nluck");
  EXPECT_FALSE(HoldFor(other).has_value());
  EXPECT_FALSE(HoldFor(first).has_value());
  clock_.Set(first.next_time);
  ASSERT_TRUE(HoldFor(second).has_value()) << "the first one is due itself";
  EXPECT_EQ(HoldFor(second)->until, clock_.Now());
}

TEST_F(Outbox, WhatFailsForLongIsPassedByTheLaterOnes) {
  model::Notice first = Put(1);
  const model::Notice second = Put(2);
  for (int i = 0; i < kHoldingAttempts; ++i) first = Fail(first);
  EXPECT_TRUE(HoldFor(second).has_value());
  first = Fail(first);
  EXPECT_FALSE(HoldFor(second).has_value());
  // In the pass in which it fails they wait, but not for as long as it does.
  EXPECT_EQ(HoldAfter(first, clock_.Now()).until,
            clock_.Now() + BackOff(kHoldingAttempts));
}

TEST_F(Outbox, WhatIsHeldWaitsAndIsGivenUpBehindARecipientThatIsGone) {
  const model::Notice notice = Put(1);
  clock_.Advance(kWaitsAtMost);
  Hold hold = {clock_.Now() + absl::Minutes(1), "dead", kHoldingAttempts};
  const auto held = [&] {
    return Do([&](Mutation& m) { return SettleHeld(m, notice, hold); }).value();
  };
  EXPECT_EQ(held().state, NoticeState::kWaiting);
  EXPECT_EQ(held().next_time, hold.until);
  EXPECT_EQ(held().attempts, 0);
  hold.attempts = kHoldingAttempts + 1;
  EXPECT_EQ(held().state, NoticeState::kGivenUp);
  EXPECT_EQ(held().last_error, "dead");
}

}  // namespace
}  // namespace twinaid::core
