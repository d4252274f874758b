// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What waits for somebody, and what is taken back, on the command line.
#include <gmock/gmock.h>

#include "tests/client/cli/walk.h"

namespace twinaid::client {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

using LifeWalk = Walk;

TEST_F(LifeWalk, TheInboxFollowsAMatchToItsEnd) {
  PostSisters();
  EXPECT_THAT(Command("inbox").err, HasSubstr("nothing waits for you"));
  Done("round run --wait");
  const std::string match = Only("match list");
  EXPECT_THAT(
      Done("inbox"),
      AllOf(HasSubstr("answer"), HasSubstr(match), HasSubstr("to us-tx"),
            HasSubstr("from cn-js-wuxi"), HasSubstr("by 20")));
  EXPECT_THAT(Done("--lang zh inbox --place cn-js-wuxi"),
              AllOf(HasSubstr("答复"), HasSubstr("截至 "),
                    HasSubstr("给 us-tx"), Not(HasSubstr("来自"))));
  EXPECT_THAT(Done("match show " + match), HasSubstr("answer_by"));

  Done("match accept " + match + " --side both");
  EXPECT_THAT(Done("inbox"), HasSubstr("dispatch"));
  Done("match dispatch " + match + " --quantity 8000");
  EXPECT_THAT(Done("inbox --place us-tx-san-antonio"),
              AllOf(HasSubstr("receive"), HasSubstr("8,000")));
  Done("match receive " + match + " --quantity 8000");
  EXPECT_THAT(Command("inbox").err, HasSubstr("nothing waits for you"));
}

TEST_F(LifeWalk, WhatWasDeclinedIsReconsideredByItsSide) {
  PostSisters();
  Done("round run --wait");
  const std::string match = Only("match list");
  EXPECT_THAT(
      Done("match decline " + match + " --side donor --reason prefers_other"),
      AllOf(HasSubstr("keeps_apart"), HasSubstr("places")));
  Done("round run second --wait");
  EXPECT_THAT(Done("round unmet second"), HasSubstr("declined_together"));
  EXPECT_EQ(Only("match list --keeps-apart places"), match);
  EXPECT_THAT(Command("match reconsider " + match + " --side recipient").err,
              HasSubstr("was declined by donor"));
  Done("match reconsider " + match + " --side donor");
  Done("round run third --wait");
  const std::string again = Only("match list --state proposed");
  EXPECT_THAT(Done("match withdraw " + again + " --reason duplicate"),
              AllOf(HasSubstr("withdrawn"), HasSubstr("duplicate")));
}

TEST_F(LifeWalk, ASchemeSaysHowLongItWaits) {
  EXPECT_THAT(Done("scheme show default -o csv"), HasSubstr(",14,7"));
  EXPECT_THAT(Done("scheme update default --confirm-days 3 --answer-days 2 "
                   "-o csv"),
              HasSubstr(",3,2"));
  EXPECT_THAT(Command("scheme update default --answer-days 5000").err,
              HasSubstr("1 to 3650"));
  EXPECT_THAT(Done("scheme update default --rungs 1 -o csv"),
              HasSubstr(",3,2"));
}

TEST_F(LifeWalk, NeedsAndOffersAreConfirmed) {
  PostSisters();
  EXPECT_THAT(Done("need confirm us-tx-san-antonio/masks"),
              HasSubstr("confirmed"));
  EXPECT_THAT(Done("offer confirm cn-js-wuxi/masks"), HasSubstr("confirmed"));
  EXPECT_THAT(Done("event list --type need.confirmed"),
              HasSubstr("us-tx-san-antonio/masks"));
  // Two weeks later both rest, in rounds and in the inbox.
  Done("round run later --as-of 2099-01-01 --wait");
  EXPECT_THAT(Done("round unmet later"), HasSubstr("not_confirmed"));
  EXPECT_THAT(Done("--lang zh round unmet later"), HasSubstr("待所属地方确认"));
}

}  // namespace
}  // namespace twinaid::client
