// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Habits that people bring: examples in the help, hints at what was meant,
// questions before something is deleted.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "absl/strings/str_join.h"
#include "client/cli/session.h"
#include "client/output/state_colour.h"
#include "client/setup/command_tree.h"
#include "tests/client/cli/fake_environment.h"

namespace twinaid::client {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// The words of a line, with "..." around some, as far as they are the program's
// and not the shell's.
std::vector<std::string> WordsOf(const std::string& line) {
  std::vector<std::string> words;
  const std::regex word("\"([^\"]*)\"|(\\S+)");
  for (std::sregex_iterator it(line.begin(), line.end(), word), end; it != end;
       ++it) {
    if ((*it)[2].matched && ((*it)[2].str()[0] == '>' || (*it)[2] == "|")) {
      break;
    }
    words.push_back((*it)[1].matched ? (*it)[1].str() : (*it)[2].str());
  }
  return words;
}

// What is wrong with a line as the parser sees it; nothing runs.
std::string WrongWith(const std::string& line) {
  std::ostringstream out;
  std::ostringstream err;
  const Environment environment = FakeEnvironment();
  Session session(environment, out, err);
  const std::unique_ptr<CLI::App> parser = MakeParser(session);
  std::vector<std::string> words = WordsOf(line);
  if (words.empty() || words.front() != "twinaid") return "no twinaid";
  words.erase(words.begin());
  std::reverse(words.begin(), words.end());
  try {
    parser->parse(words);
  } catch (const CLI::ParseError& error) {
    return error.what();
  }
  return "";
}

Command Tree() {
  std::ostringstream nowhere;
  const Environment environment = FakeEnvironment();
  Session session(environment, nowhere, nowhere);
  return TreeOf(*MakeParser(session));
}

// Commands for shells, whose examples are lines of a shell.
bool IsForShells(const Command& command) {
  return command.path.rfind("completion ", 0) == 0;
}

TEST(Examples, AreInTheHelpOfEveryCommandAndParse) {
  const Command tree = Tree();
  int leaves = 0;
  for (const Command* command : AllOf(tree)) {
    if (!command->commands.empty() && command->positionals.empty() &&
        command->path != "plan") {
      continue;
    }
    ++leaves;
    EXPECT_FALSE(command->examples.empty()) << command->path;
    for (const std::string& example : command->examples) {
      if (IsForShells(*command)) continue;
      EXPECT_EQ(WrongWith(example), "") << example;
      EXPECT_THAT(example, HasSubstr("twinaid " + command->path));
    }
  }
  EXPECT_GT(leaves, 90);
  for (const std::string& example : tree.examples) {
    EXPECT_EQ(WrongWith(example), "") << example;
  }
}

TEST(Examples, ThatTheParserDoesNotKnowAreFound) {
  EXPECT_NE(WrongWith("twinaid need lits"), "");
  EXPECT_NE(WrongWith("twinaid need list --plaec x"), "");
  EXPECT_NE(WrongWith("twinaid need create --place p --item i"), "");
}

struct Hint {
  std::vector<std::string> arguments;
  std::string says;
};
class Hints : public ::testing::TestWithParam<Hint> {};

TEST_P(Hints, SayWhatWasMeant) {
  const Outcome outcome = RunCommand(GetParam().arguments);
  EXPECT_EQ(outcome.code, kUsage);
  EXPECT_THAT(outcome.err, HasSubstr(GetParam().says));
}

INSTANTIATE_TEST_SUITE_P(
    CommandLine, Hints,
    ::testing::Values(
        Hint{{"ned", "list"}, "twinaid ned; did you mean need?"},
        Hint{{"need", "lits"}, "twinaid need lits; did you mean list?"},
        Hint{{"need", "list", "--plase", "x"},
             "there is no flag --plase; did you mean --place?"},
        Hint{{"need", "list", "--plase=x"}, "did you mean --place?"},
        Hint{{"need", "create", "--plac", "x"}, "did you mean --place?"},
        Hint{{"need", "list", "--tokn-file", "x"}, "mean --token-file?"},
        Hint{{"offer", "adjust", "p/o", "--two", "1"}, "mean --to?"},
        Hint{{"need", "list", "--urgency", "hihg"},
             "--urgency takes no hihg; did you mean high?\n  it takes "
             "critical, high, medium, low\n"},
        Hint{{"--lang", "zh", "need", "list", "--urgency", "hihg"},
             "--urgency 没有取值 hihg；您是不是要输入 high？\n  "
             "可填：危急 critical、高 high、中 medium、低 low\n"},
        Hint{{"-o", "tabel", "need", "list"}, "did you mean table?"},
        Hint{{"--lang", "zh", "ned"}, "您是不是要输入 need？"}));

TEST(Hints, AreNotGivenWhereNothingIsNear) {
  EXPECT_THAT(RunCommand({"xylophone"}).err, Not(HasSubstr("did you mean")));
  EXPECT_THAT(RunCommand({"mann"}).err, Not(HasSubstr("man?"))) << "hidden";
}

// `place delete` before somebody who answers `answer` at a terminal, or before
// nobody.
Outcome Delete(std::vector<std::string> more, bool terminal,
               const std::string& answer) {
  Environment environment = FakeEnvironment();
  environment.can_ask = [terminal] { return terminal; };
  environment.read_line = [answer] { return std::optional(answer); };
  std::vector<std::string> arguments = {"--server", "unix:/nonexistent/socket",
                                        "link", "delete", "lnk-1"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  std::ostringstream out;
  std::ostringstream err;
  const int code = Run(arguments, environment, out, err);
  return {code, out.str(), err.str()};
}

// That the server is asked shows in its not being there.
TEST(Delete, AsksOnATerminalAndRefusesWithoutOne) {
  const Outcome nobody = Delete({}, false, "y");
  EXPECT_EQ(nobody.code, kUsage);
  EXPECT_THAT(nobody.err, HasSubstr("sisterLinks/lnk-1; say --yes"));
  for (const char* no : {"", "n", "nein", "yy"}) {
    const Outcome refused = Delete({}, true, no);
    EXPECT_EQ(refused.code, kUsage) << no;
    EXPECT_THAT(refused.err, HasSubstr("delete sisterLinks/lnk-1? [y/N]"));
    EXPECT_THAT(refused.err, HasSubstr("nothing was deleted"));
  }
  for (const char* yes : {"y", "YES ", "是"}) {
    EXPECT_EQ(Delete({}, true, yes).code, kRefused) << yes;
  }
  EXPECT_EQ(Delete({"--yes"}, false, "").code, kRefused);
  EXPECT_EQ(Delete({"--dry-run"}, false, "").code, kRefused);
}

TEST(StateColour, MarksWhatItKnowsAndNothingElse) {
  EXPECT_EQ(PaintedState("accepted"), "\x1b[32maccepted\x1b[0m");
  EXPECT_EQ(PaintedState("lost"), "\x1b[31mlost\x1b[0m");
  EXPECT_EQ(PaintedState("proposed"), "\x1b[33mproposed\x1b[0m");
  EXPECT_EQ(PaintedState("cn-js-wuxi"), "cn-js-wuxi");
}

TEST(Colours, AreForATableOnATerminalOnly) {
  const auto colours = [](bool terminal, Format format,
                          std::map<std::string, std::string> variables) {
    Environment environment = FakeEnvironment(std::move(variables));
    environment.shows_output = [terminal] { return terminal; };
    std::ostringstream nowhere;
    Session session(environment, nowhere, nowhere);
    session.options.format = format;
    return session.colours();
  };
  EXPECT_TRUE(colours(true, Format::kTable, {}));
  EXPECT_FALSE(colours(false, Format::kTable, {}));
  EXPECT_FALSE(colours(true, Format::kCsv, {}));
  EXPECT_FALSE(colours(true, Format::kTable, {{"NO_COLOR", "1"}}));
  EXPECT_FALSE(colours(true, Format::kTable, {{"TERM", "dumb"}}));
}

}  // namespace
}  // namespace twinaid::client
