// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What the command line prints under --lang zh: Chinese, but for ids, codes and
// what people wrote in English themselves.
#include <gmock/gmock.h>

#include <set>
#include <string>

#include "absl/strings/str_replace.h"
#include "tests/client/cli/foreign_words.h"
#include "tests/client/cli/walk.h"

namespace twinaid::client {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class ChineseWalk : public Walk {
 protected:
  // Ids, units and names of this world, file names, and codes that are typed.
  static const std::set<std::string>& Known() {
    static const auto& known = *new std::set<std::string>{"Antonio",
                                                          "Administrator",
                                                          "Sister",
                                                          "FAILED_PRECONDITION",
                                                          "MATCH_WRONG_STATE",
                                                          "ca",
                                                          "client_cert",
                                                          "client_key",
                                                          "context",
                                                          "language",
                                                          "server",
                                                          "token_file",
                                                          "unix",
                                                          "CNY",
                                                          "HS",
                                                          "HXL",
                                                          "KN",
                                                          "San",
                                                          "SF",
                                                          "UNSPSC",
                                                          "UTC",
                                                          "Wuxi",
                                                          "wuxi",
                                                          "admin",
                                                          "default",
                                                          "etag",
                                                          "first",
                                                          "from",
                                                          "masks",
                                                          "ms",
                                                          "office",
                                                          "piece",
                                                          "plan",
                                                          "round",
                                                          "second",
                                                          "start",
                                                          "twinaid",
                                                          "box",
                                                          "en",
                                                          "zh",
                                                          "hours",
                                                          "csv",
                                                          "yes",
                                                          "money",
                                                          "harness",
                                                          "root",
                                                          "us",
                                                          "cash",
                                                          "Cash",
                                                          "places",
                                                          "needs",
                                                          "offers",
                                                          "matches",
                                                          "schemes",
                                                          "pairings",
                                                          "rounds",
                                                          "Gauze",
                                                          "gauze",
                                                          "etag",
                                                          "wet",
                                                          "Bill"};
    return known;
  }

  // What a command prints to both streams; nothing of it is English.
  std::string Chinese(const std::string& line) {
    const Outcome outcome = Command("--lang zh " + line);
    const std::string all = outcome.out + outcome.err;
    EXPECT_THAT(ForeignWords(all, Known()), IsEmpty())
        << "twinaid " << line << "\n"
        << all;
    return all;
  }

  // A world in which everything has happened once.
  void LiveALittle() {
    PostSisters();
    Done(
        "need create gauze --place us-tx-san-antonio --item kn95 --quantity 9 "
        "--urgency low");
    Done(
        "organization create office --kind municipal_office --seat "
        "cn-js-wuxi --name-zh 外办 --contact name=值班室,telephone=110");
    Done("round run first --wait");
    match_ = Only("match list --state proposed");
    pairing_ = Only("pairing list --place cn-js-wuxi");
    Done("match accept " + match_ + " --side donor --by-telephone");
    Done("match accept " + match_ + " --side recipient");
    Done("match dispatch " + match_ + " --quantity 8000 --carrier SF");
    Done("match receive " + match_ +
         " --quantity 7950 --missing 50:damaged:wet --document Bill");
    Done(
        "letter send --kind thanks --from us-tx-san-antonio --to cn-js-wuxi "
        "--language zh --text 谢谢 --match " +
        match_);
    Done("principal create wuxi --role office --title 外办 --place cn-js-wuxi");
    Done("token create wuxi --title 笔记本");
  }

  std::string match_;
  std::string pairing_;
};

TEST_F(ChineseWalk, NoListAndNoPageHasAnEnglishWord) {
  LiveALittle();
  for (const std::string line : {"place list",
                                 "place show cn-js-wuxi",
                                 "link list",
                                 "item list",
                                 "item show n95",
                                 "organization list",
                                 "organization show office",
                                 "organization contacts office",
                                 "need list",
                                 "need show us-tx-san-antonio/masks",
                                 "need history us-tx-san-antonio/masks",
                                 "need why us-tx-san-antonio/masks",
                                 "need why us-tx-san-antonio/gauze",
                                 "offer list",
                                 "offer show cn-js-wuxi/masks",
                                 "offer history cn-js-wuxi/masks",
                                 "inventory show cn-js-wuxi",
                                 "inventory show us-tx-san-antonio",
                                 "inbox",
                                 "scheme list",
                                 "scheme show default",
                                 "round list",
                                 "round show first",
                                 "round unmet first",
                                 "round compare",
                                 "pairing list",
                                 "match list",
                                 "letter list",
                                 "report coverage",
                                 "report open-needs",
                                 "report deliveries",
                                 "report balance",
                                 "report donations",
                                 "report helpers",
                                 "report contributions",
                                 "event list",
                                 "ledger verify",
                                 "principal list",
                                 "principal show wuxi",
                                 "token list wuxi",
                                 "whoami",
                                 "context list",
                                 "config list",
                                 "offer suggest cn-js-wuxi/masks",
                                 "need suggest us-tx-san-antonio/masks",
                                 "round run --dry-run",
                                 "review --list"}) {
    Chinese(line);
  }
  Chinese("match show " + match_);
  Chinese("match history " + match_);
  Chinese("match contacts " + match_);
  Chinese("pairing show " + pairing_);
  Chinese("pairing why " + pairing_);
}

TEST_F(ChineseWalk, SaysStatesReasonsAndKindsInWords) {
  LiveALittle();
  EXPECT_THAT(Chinese("need list"),
              AllOf(HasSubstr("危急"), HasSubstr("低"), HasSubstr("部分落实")));
  EXPECT_THAT(Chinese("match show " + match_),
              AllOf(HasSubstr("已收到"), HasSubstr("已接受（电话答复）"),
                    HasSubstr("损坏 50（wet）"), HasSubstr("承运方 SF")));
  EXPECT_THAT(Chinese("place list"), HasSubstr("城市"));
  EXPECT_THAT(Chinese("scheme show default"),
              AllOf(HasSubstr("对口"), HasSubstr("逐级优先")));
  EXPECT_THAT(Chinese("round show first"),
              AllOf(HasSubstr("2 项需求中完全满足 0，部分满足 1"),
                    HasSubstr("已证明")));
  EXPECT_THAT(Chinese("event list"), HasSubstr("需求已新建"));
  EXPECT_THAT(Chinese("need list --urgency 危急"), HasSubstr("masks"));
}

TEST_F(ChineseWalk, ErrorsOfTheServerSayWhatTheStateIsInWords) {
  LiveALittle();
  EXPECT_THAT(Chinese("match accept " + match_ + " --side donor"), Not(""));
  EXPECT_THAT(
      Command("--lang zh match dispatch " + match_ + " --quantity 1").err,
      AllOf(HasSubstr("的状态为“已收到”；此操作要求状态为“已接受”"),
            Not(HasSubstr("accepted"))));
  EXPECT_THAT(Command("--lang zh link create cn-js-wuxi us-tx-san-antonio "
                      "--kind sister_province_state")
                  .err,
              AllOf(HasSubstr("“友好省州”关系不能连接"), HasSubstr("城市")));
}

// But for the names in the donation table, which the server says in the
// language of who asks.
TEST_F(ChineseWalk, MachinesReadTheSameInAnyLanguage) {
  LiveALittle();
  for (const std::string line :
       {"place list", "need list", "offer list", "item list", "link list",
        "organization list", "pairing list", "match list --state received",
        "letter list", "scheme list", "round list", "event list",
        "principal list", "report coverage"}) {
    for (const std::string format : {" -o csv", " -o json", " -o jsonl"}) {
      if (line.substr(0, 5) == "match" && format == " -o csv") continue;
      EXPECT_EQ(Done("--lang zh " + line + format), Done(line + format));
    }
  }
  // Of a match, CSV has a column for people; the others are codes.
  EXPECT_THAT(Done("--lang zh match list -o csv"), HasSubstr(",received,"));
}

}  // namespace
}  // namespace twinaid::client
