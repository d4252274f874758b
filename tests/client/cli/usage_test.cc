// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/cli/session.h"
#include "tests/client/cli/fake_environment.h"

namespace twinaid::client {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

struct WrongLine {
  std::vector<std::string> arguments;
  std::string says;
};

class WrongLines : public ::testing::TestWithParam<WrongLine> {};

TEST_P(WrongLines, EndWithTwoAndATextOnStderrOnly) {
  const Outcome outcome = RunCommand(GetParam().arguments);
  EXPECT_EQ(outcome.code, kUsage);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr(GetParam().says));
}

INSTANTIATE_TEST_SUITE_P(
    CommandLine, WrongLines,
    ::testing::Values(
        WrongLine{{}, "Usage: twinaid"},
        WrongLine{{"frob"}, "there is no command twinaid frob"},
        WrongLine{{"need"}, "twinaid need what?"},
        WrongLine{{"need", "frob"}, "there is no command twinaid need frob"},
        WrongLine{{"need", "create", "--place", "p"}, "--item is required"},
        WrongLine{{"need", "create", "--place", "p", "--item", "i",
                   "--quantity", "1.5"},
                  "1.5 is not a whole number"},
        WrongLine{{"need", "create", "--place", "p", "--item", "i",
                   "--quantity", "1.234", "--currency", "CNY"},
                  "1.234 is not a whole number"},
        WrongLine{{"need", "create", "--place", "p", "--item", "i",
                   "--quantity", "1", "--urgency", "panic"},
                  "--urgency takes no panic\n  it takes critical, high, "
                  "medium, low\n"},
        WrongLine{{"need", "create", "--place", "p", "--item", "i",
                   "--quantity", "1", "--needed-by", "soon"},
                  "soon is not a date such as 2026-04-30"},
        WrongLine{{"need", "update", "p/n"}, "nothing to change was given"},
        WrongLine{{"need", "withdraw", "p/n"}, "--reason is required"},
        WrongLine{{"offer", "adjust", "p/o"}, "is required"},
        WrongLine{{"offer", "adjust", "p/o", "--to", "1", "--by", "2"},
                  "is required and 2 were given"},
        WrongLine{{"place", "list", "--kind", "town"}, "--kind takes no town"},
        WrongLine{{"place", "list", "--frob"}, "--frob"},
        WrongLine{{"place", "show"}, "name is required"},
        WrongLine{{"place", "show", "a", "b"}, "not expected: b"},
        WrongLine{{"-o", "yaml", "place", "list"}, "--output takes no yaml"},
        WrongLine{{"-o", "html", "place", "list"}, "only plan prints HTML"},
        WrongLine{{"-o", "html", "plan", "diff", "a", "b"},
                  "only plan prints HTML"},
        WrongLine{{"--lang", "zh", "-o", "html", "place", "list"},
                  "只有 plan 能输出 HTML"},
        WrongLine{{"report"}, "either a verb"},
        WrongLine{{"report", "--scheme", "default"}, "either a verb"},
        WrongLine{{"report", "--html", "a", "coverage"}, "either a verb"},
        WrongLine{{"--lang", "zh", "report"}, "report 需要一个子命令"},
        WrongLine{{"--timeout", "0", "place", "list"}, "--timeout"},
        WrongLine{{"--lang", "fr", "place", "list"}, "--lang takes no fr\n"},
        WrongLine{{"item", "create", "--category", "supplies", "--name", "x",
                   "--substitute", "y:much"},
                  "y:much is not ITEM or ITEM:PERCENT"},
        WrongLine{{"match", "accept", "m-1"}, "--side is required"},
        WrongLine{{"match", "receive", "m-1", "--missing", "50"},
                  "50 is not N:REASON"},
        WrongLine{{"match", "receive", "m-1", "--missing", "50:gone"},
                  "50:gone is not N:REASON"},
        WrongLine{{"match", "record", "--need", "p/n", "--offer", "q/o",
                   "--quantity", "1", "--received-on", "once"},
                  "once is neither a date"},
        WrongLine{{"scheme", "update", "default"},
                  "nothing to change was given"},
        WrongLine{{"plan"}, "--data is required"},
        WrongLine{{"plan", "--data", ".", "--rungs", "5"}, "1 to 4"},
        WrongLine{{"plan", "--data", ".", "--threads", "0"}, "--threads"},
        WrongLine{{"plan", "--data", ".", "--allow-one-way"},
                  "unless policy.shape is mutual"},
        WrongLine{{"plan", "diff", "a.json"}, "after is required"},
        WrongLine{{"plan", "diff", "no-such.json", "none.json"},
                  "cannot read no-such.json"},
        WrongLine{{"event", "watch", "--count", "0"}, "--count"}));

TEST(CommandLine, SpeaksChineseWhereAskedTo) {
  EXPECT_THAT(RunCommand({"--lang", "zh", "match", "accept", "m-1"}).err,
              StartsWith("twinaid: 缺少 --side\n"));
  EXPECT_THAT(RunCommand({"frob"}, {{"LANG", "zh_CN.UTF-8"}}).err,
              StartsWith("twinaid: 没有此命令：twinaid frob"));
  EXPECT_THAT(
      RunCommand({"frob"}, {{"LANG", "zh_CN.UTF-8"}, {"LC_ALL", "en_US.UTF-8"}})
          .err,
      StartsWith("twinaid: there is no command"));
}

TEST(CommandLine, PrintsHelpAndVersionOnStdout) {
  const Outcome help = RunCommand({"match", "receive", "--help"});
  EXPECT_EQ(help.code, kDone);
  EXPECT_EQ(help.err, "");
  EXPECT_THAT(help.out, HasSubstr("--missing"));
  EXPECT_THAT(RunCommand({"--version"}).out, StartsWith("twinaid "));
}

TEST(CommandLine, EndsWithOneWhereNoServerAnswers) {
  const Outcome outcome = RunCommand(
      {"--server", "unix:/nonexistent/twinaid.sock", "place", "list"});
  EXPECT_EQ(outcome.code, kRefused);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err,
              StartsWith("twinaid: no answer from the server at "));
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("unix:/nonexistent/twinaid.sock"),
                                 HasSubstr("UNAVAILABLE")));
}

TEST(CommandLine, RefusesAQuantityThatIsNoneBeforeItAsksTheServer) {
  for (const char* quantity :
       {"9223372036854775808", "99999999999999999999", "1e3", "12.5", "many"}) {
    const Outcome outcome =
        RunCommand({"match", "receive", "m-1", "--quantity", quantity});
    EXPECT_EQ(outcome.code, kUsage) << quantity;
    EXPECT_THAT(outcome.err, HasSubstr(quantity));
  }
  const Outcome nothing = RunCommand({"match", "dispatch", "m-1"});
  EXPECT_EQ(nothing.code, kUsage);
  EXPECT_THAT(nothing.err, HasSubstr("--quantity"));
}

TEST(CommandLine, TakesTheServerFromTheEnvironment) {
  EXPECT_THAT(RunCommand({"place", "list"},
                         {{"TWINAID_SERVER", "unix:/nonexistent/other.sock"}})
                  .err,
              HasSubstr("unix:/nonexistent/other.sock"));
}

}  // namespace
}  // namespace twinaid::client
