// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Contacts, letters, suggestions and schedules from the command line.
#include <gmock/gmock.h>

#include <string>

#include "tests/client/cli/walk.h"

namespace twinaid::client {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class SidesWalk : public Walk {
 protected:
  SidesWalk() { PostSisters(); }
  // A command whose words hold blanks.
  Outcome Words(const std::vector<std::string>& words) {
    return RunCommand(words,
                      {{"TWINAID_SERVER", harness_.server().addresses()[0]},
                       {"TWINAID_TOKEN", harness_.token()},
                       {"COLUMNS", "100"}},
                      absl::StrCat("words-", ++requests_));
  }
};

TEST_F(SidesWalk, ASuggestionBecomesAMatch) {
  EXPECT_THAT(Done("need suggest us-tx-san-antonio/masks"),
              AllOf(HasSubstr("cn-js-wuxi/masks"), HasSubstr("8,000"),
                    HasSubstr("kn95 for n95 (95%)"), HasSubstr("part")));
  EXPECT_THAT(
      Done("offer suggest cn-js-wuxi/masks"),
      AllOf(HasSubstr("us-tx-san-antonio/masks"), HasSubstr("critical")));
  EXPECT_EQ(Command("need suggest us-tx-san-antonio/masks --propose 2").code,
            kUsage);
  EXPECT_THAT(Done("need suggest us-tx-san-antonio/masks --propose 1"),
              AllOf(HasSubstr("proposed"), HasSubstr("manual")));
  const Outcome nothing = Command("offer suggest cn-js-wuxi/masks");
  EXPECT_EQ(nothing.code, kDone);
  EXPECT_THAT(nothing.err, HasSubstr("nothing of it is open"));
  EXPECT_THAT(Command("--lang zh offer suggest cn-js-wuxi/masks").err,
              HasSubstr("没有剩余数量"));
}

TEST_F(SidesWalk, TheSidesOfAMatchFindEachOther) {
  const Outcome made =
      Words({"organization", "create", "wuxi-fao", "--kind", "municipal_office",
             "--seat", "cn-js-wuxi", "--name-zh", "无锡市外办", "--contact",
             "name=值班室,email=fao@wuxi.example,telephone=+86 510 8275 "
             "0101,language=zh,notify"});
  ASSERT_EQ(made.code, kDone) << made.err;
  EXPECT_THAT(made.out, Not(HasSubstr("fao@wuxi")));
  EXPECT_THAT(Done("organization contacts wuxi-fao"),
              AllOf(HasSubstr("值班室"), HasSubstr("fao@wuxi.example")));
  EXPECT_EQ(Command("organization update wuxi-fao --contact nonsense").code,
            kUsage);
  Done("need suggest us-tx-san-antonio/masks --propose 1");
  const std::string match = Only("match list");
  const Outcome before = Command("match contacts " + match);
  EXPECT_THAT(before.out, HasSubstr("+86 510 8275 0101"));
  EXPECT_THAT(before.err, HasSubstr("no consignee so far"));
  EXPECT_EQ(Command("match consign " + match).code, kUsage);
  EXPECT_THAT(Done("match consign " + match + " --to Store-3 --address Road-1"),
              HasSubstr("consignee: Store-3, Road-1"));
  EXPECT_THAT(Done("match consign " + match + " --clear"),
              Not(HasSubstr("Store-3")));
}

TEST_F(SidesWalk, ALetterIsSentListedAndReadWhole) {
  const Outcome sent = Words(
      {"letter", "send", "thanks-1", "--kind", "thanks", "--from",
       "us-tx-san-antonio", "--to", "cn-js-wuxi", "--language", "en",
       "--signatory", "The Mayor", "--text", "Dear friends,\nthank you."});
  ASSERT_EQ(sent.code, kDone) << sent.err;
  EXPECT_THAT(Done("letter list --place cn-js-wuxi"),
              AllOf(HasSubstr("thanks-1"), HasSubstr("Dear friends,")));
  EXPECT_THAT(Done("letter show thanks-1"),
              AllOf(HasSubstr("thank you."), HasSubstr("The Mayor")));
  EXPECT_EQ(Command("letter send --from us-tx-san-antonio --to cn-js-wuxi "
                    "--language en")
                .code,
            kUsage);
}

TEST_F(SidesWalk, ASchemeSaysWhenItsRoundsStart) {
  EXPECT_THAT(
      Done("scheme create joint --title Joint --rungs 4 --rung-wait 0,3,7 "
           "--third-place us-tx-san-antonio --prefer-return "
           "--round-every-hours 24 --round-after-minutes 30"),
      AllOf(HasSubstr("0, 3, 7"), HasSubstr("us-tx-san-antonio"),
            HasSubstr("24"), HasSubstr("30")));
  EXPECT_THAT(Done("scheme update joint --no-prefer-return "
                   "--round-every-hours 0"),
              AllOf(HasSubstr("0, 3, 7"), Not(HasSubstr("prefer_return"))));
  EXPECT_THAT(Command("scheme update joint --rung-wait 7,3").err,
              HasSubstr("rung_wait_days"));
}

// Money is told in major units, and paid rather than sent.
TEST_F(SidesWalk, EachKindOfHelpHasItsOwnWords) {
  Done("item create fund --category funds --name Fund --unit currency");
  Done(
      "need create cash --place us-tx-san-antonio --item fund --quantity 600 "
      "--currency CNY");
  Done(
      "offer create cash --place cn-js-wuxi --item fund --quantity 600 "
      "--currency CNY");
  Done(
      "match create gift --need us-tx-san-antonio/cash --offer "
      "cn-js-wuxi/cash --quantity 60000");
  EXPECT_THAT(Done("match show gift"),
              AllOf(HasSubstr("pledge"), HasSubstr("600.00 CNY")));
  Done("match accept gift --side both");
  EXPECT_THAT(Done("match show gift"), HasSubstr("commitment"));
  EXPECT_THAT(Done("inbox"), HasSubstr("pay"));
  EXPECT_THAT(Done("--lang zh inbox"), HasSubstr("付款"));
  Done("match dispatch gift --quantity 60000 --document Transfer=SWIFT-1");
  EXPECT_THAT(Done("match show gift"),
              AllOf(HasSubstr("paid"), HasSubstr("Transfer SWIFT-1")));
  Done("match receive gift --quantity 60000");
  EXPECT_THAT(Done("--lang zh match show gift"), HasSubstr("款项已到账"));
}

TEST_F(SidesWalk, ASubstituteIsRefusedAndTheStoryTellsIt) {
  Done("round run --wait");
  const std::string match = Only("match list");
  EXPECT_THAT(Done("match history " + match), HasSubstr("as a substitute"));
  Done("match decline " + match +
       " --side recipient --reason wrong_item --refuse-substitute");
  EXPECT_THAT(Done("match show " + match), HasSubstr("substitute_refused"));
  EXPECT_THAT(Done("-o wide match history " + match),
              HasSubstr("wants no kn95"));
  EXPECT_THAT(Done("need suggest us-tx-san-antonio/masks"),
              Not(HasSubstr("cn-js-wuxi/masks")));
}

TEST_F(SidesWalk, ContributionsSayWhereTheyWent) {
  Done("round run --wait");
  EXPECT_THAT(Done("report contributions --donor cn-js-wuxi"),
              AllOf(HasSubstr("us-tx-san-antonio"), HasSubstr("8,000")));
}

}  // namespace
}  // namespace twinaid::client
