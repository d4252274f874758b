// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Help in Chinese: all of it, and nothing that is of no help any more.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "client/cli/run.h"
#include "client/cli/usage_words.h"
#include "client/help/catalogue.h"
#include "client/help/chinese.h"
#include "client/help/texts.h"
#include "client/setup/command_tree.h"
#include "client/setup/man_page.h"
#include "service/model/text.h"
#include "tests/client/cli/fake_environment.h"
#include "tests/client/cli/foreign_words.h"

namespace twinaid::client {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// The parser with all that can be typed.
class Help : public ::testing::Test {
 protected:
  std::ostringstream out_;
  std::ostringstream err_;
  Environment environment_ = FakeEnvironment();
  Session session_{environment_, out_, err_};
  std::unique_ptr<CLI::App> parser_ = MakeParser(session_);
};

std::set<std::string> Keys(
    const std::map<absl::string_view, absl::string_view>& texts) {
  std::set<std::string> keys;
  for (const auto& [en, zh] : texts) keys.emplace(en);
  return keys;
}

std::set<std::string> Without(std::set<std::string> all,
                              const std::set<std::string>& some) {
  for (const std::string& one : some) all.erase(one);
  return all;
}

// Codes and names that a reader of Chinese types or knows.
const std::set<std::string>& Known() {
  static const auto& known = *new std::set<std::string>{
      "ASCII", "CN", "wide", "support", "CSV", "HTML", "HXL", "HS", "IANA",
      "ID", "ISO", "PEM", "RFC", "SECRET", "TLS", "Twinaid", "UNSPSC", "UTF",
      "bash", "csv", "default", "diff", "dmy", "en", "fish", "html", "json",
      "jsonl", "mdy", "name", "notify", "plan", "system", "table", "token",
      "twinaid", "zh", "zsh", "create", "email", "language", "telephone", "box",
      "piece", "session", "currency", "match_id", "need", "offer", "quantity",
      "received_on", "note", "rejects", "server", "token_file", "ca",
      "client_cert", "client_key", "match", "accepted", "unix",
      // Values of flags whose Chinese stands beside them.
      "counterpart", "mutual", "strict", "weighted", "none", "value", "fair",
      "fixed", "ties"};
  return known;
}

TEST_F(Help, EverySentenceIsThereInChinese) {
  EXPECT_THAT(Without(SentencesOf(*parser_), Keys(ChineseSentences())),
              IsEmpty());
  for (const auto& [en, zh] : ChineseSentences()) {
    EXPECT_THAT(ForeignWords(std::string(zh), Known()), IsEmpty()) << en;
  }
}

TEST_F(Help, NoChineseSentenceIsOfATextThatIsGone) {
  EXPECT_THAT(Without(Keys(ChineseSentences()), SentencesOf(*parser_)),
              IsEmpty());
}

TEST_F(Help, EveryLabelIsThereInChineseAndNoOther) {
  std::set<std::string> labels = LabelsOf(*parser_);
  EXPECT_THAT(Without(labels, Keys(ChineseLabels())), IsEmpty());
  labels.insert({"Usage", "OPTIONS", "SUBCOMMAND", "SUBCOMMANDS", "Positionals",
                 "REQUIRED", "Needs", "Excludes"});
  EXPECT_THAT(Without(Keys(ChineseLabels()), labels), IsEmpty());
}

TEST_F(Help, ATextStandsInOneCatalogueAlone) {
  std::size_t all = 0;
  for (const auto& part : {CommonHelp(), RegistryHelp(), SupplyHelp(),
                           MatchingHelp(), AssistanceHelp(), ReportingHelp(),
                           FilesHelp(), AccessHelp(), SetupHelp()}) {
    all += part.size();
  }
  EXPECT_EQ(all, ChineseSentences().size());
}

// What `twinaid ... --help` prints for every command, with its path.
std::vector<std::pair<std::string, std::string>> AllHelp(
    const CLI::App& parser, const std::string& language) {
  std::vector<std::pair<std::string, std::string>> pages;
  const Command tree = TreeOf(parser);
  for (const Command* command : AllOf(tree)) {
    std::vector<std::string> line = {"--lang", language};
    for (const auto& word :
         absl::StrSplit(command->path, ' ', absl::SkipEmpty())) {
      line.emplace_back(word);
    }
    line.emplace_back("--help");
    const Outcome outcome = RunCommand(line);
    EXPECT_EQ(outcome.code, kDone) << command->path;
    pages.emplace_back(command->path, outcome.out);
  }
  return pages;
}

TEST_F(Help, PrintsNothingEnglishUnderLangZh) {
  // A command is named as it is typed, and so are the codes in a list.
  std::set<std::string> known = Known();
  ForEachCommand(*parser_, [&known](CLI::App& command) {
    known.insert(command.get_name());
  });
  const auto pages = AllHelp(*parser_, "zh");
  EXPECT_GT(pages.size(), 100U);
  for (const auto& [path, page] : pages) {
    std::string text;
    bool examples = false;
    for (const std::string& line :
         std::vector<std::string>(absl::StrSplit(page, '\n'))) {
      // Examples are commands: to their end, or the end of their list.
      examples = absl::StrContains(line, "示例：") ||
                 (examples && absl::StartsWith(line, " "));
      if (!examples) text += line + "\n";
    }
    text = std::regex_replace(text, std::regex("\\{[^}]*\\}"), " ");
    EXPECT_THAT(ForeignWords(text, known), IsEmpty()) << path << "\n" << page;
  }
}

TEST_F(Help, KnowsTheLanguageBeforeTheLineIsParsed) {
  const auto reads = [](const std::vector<std::string>& line,
                        std::map<std::string, std::string> variables) {
    return RunCommand(line, std::move(variables)).out;
  };
  const std::vector<std::string> help = {"need", "--help"};
  EXPECT_THAT(reads(help, {}), HasSubstr("what places need\n"));
  EXPECT_THAT(reads(help, {{"TWINAID_LANG", "zh"}}), HasSubstr("各地所需"));
  EXPECT_THAT(reads(help, {{"LANG", "zh_CN.UTF-8"}}), HasSubstr("各地所需"));
  EXPECT_THAT(reads({"need", "--help", "--lang", "zh"}, {}),
              HasSubstr("各地所需"));
  EXPECT_THAT(reads({"need", "--help", "--lang=zh"}, {}),
              HasSubstr("各地所需"));
  EXPECT_THAT(reads({"--lang", "en", "need", "--help"}, {{"LANG", "zh_CN"}}),
              HasSubstr("what places need\n"));
  EXPECT_THAT(reads({"need", "create", "--help"}, {{"TWINAID_LANG", "zh"}}),
              AllOf(HasSubstr("用法：twinaid need create [选项] [标识]"),
                    HasSubstr("--place 文字（必需）"),
                    HasSubstr("{危急 critical、高 high、中 medium、低 low}"),
                    HasSubstr("\n示例：twinaid need create --place")));
}

TEST_F(Help, AlignsItsColumnsByWidth) {
  const std::string page = RunCommand({"--lang", "zh", "plan", "--help"}).out;
  const auto column = [&page](const std::string& text) {
    const std::size_t at = page.find(text);
    EXPECT_NE(at, std::string::npos) << text;
    const std::size_t line = page.rfind('\n', at) + 1;
    return model::DisplayWidth(page.substr(line, at - line));
  };
  EXPECT_EQ(column("CSV 文件所在文件夹；必需"), column("以此日期为基准"));
}

TEST_F(Help, ALeftOverTextStaysAsItIs) {
  CLI::App app("an untold text", "told");
  SayInChinese(app, nullptr);
  EXPECT_THAT(app.help(), AllOf(HasSubstr("an untold text"),
                                HasSubstr("显示本帮助后退出")));
}

TEST_F(Help, ThePagesOfTheManualAreChinese) {
  SayInChinese(*parser_, nullptr);
  const auto pages = ManPages(TreeOf(*parser_), "1", true);
  EXPECT_THAT(
      pages.at("twinaid.1"),
      AllOf(HasSubstr(".SH 名称\ntwinaid \\- 友好城市之间的一对一互助\n"),
            HasSubstr(".SH 退出状态"), HasSubstr("同 \\fB\\-\\-server"),
            Not(HasSubstr("may stand anywhere"))));
  EXPECT_THAT(pages.at("twinaid-need.1"),
              AllOf(HasSubstr(".SH 命令"), HasSubstr("；必需"),
                    HasSubstr("twinaid need create \\-\\-place us"),
                    Not(HasSubstr("what places need"))));
}

TEST(ChineseType, SaysKindsOfValues) {
  EXPECT_EQ(ChineseType("TEXT", nullptr), "文字");
  EXPECT_EQ(ChineseType("INT:INT in [1 - 600]", nullptr), "整数，1 至 600");
  EXPECT_EQ(ChineseType("TEXT:{en,zh}", nullptr), "文字：{en、zh}");
}

TEST(ChineseProblem, SaysWhatTheParserSays) {
  for (const auto& [en, zh] : std::map<std::string, std::string>{
           {"--place is required", "缺少 --place"},
           {"name is required", "缺少 名称"},
           {"--timeout: Value 0 not in range 1 to 600",
            "--timeout：0 不在 1 至 600 之间"},
           {"--needed-by: soon is not a date such as 2026-04-30",
            "--needed-by：“soon”不是日期，日期应如 2026-04-30"},
           {"Could not convert: --most = many", "--most：无法识别“many”"},
           {"The following argument was not expected: b", "无法识别的参数：b"},
           {"--place: 1 required TEXT missing", "--place：缺少取值"}}) {
    EXPECT_EQ(ChineseProblem(en), zh);
  }
  EXPECT_EQ(ChineseProblem("something new"), "something new");
}

}  // namespace
}  // namespace twinaid::client
