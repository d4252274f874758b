// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Every table of a list, on narrow terminals: no line is longer than the
// terminal, and what is shown of ids and numbers is whole.
#include <gmock/gmock.h>

#include <set>

#include "client/setup/command_tree.h"
#include "service/model/text.h"
#include "tests/client/cli/walk.h"

namespace twinaid::client {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// Lists with an argument that they need.
const std::vector<std::string>& Lists() {
  static const auto* const lists = new std::vector<std::string>{
      "place list",
      "link list",
      "item list",
      "organization list",
      "organization contacts wuxi-municipal-foreign-affairs-office",
      "need list",
      "need why us-tx-san-antonio/masks-for-the-university-hospital",
      "need history us-tx-san-antonio/masks-for-the-university-hospital",
      "need suggest us-tx-san-antonio/gowns",
      "offer list",
      "offer suggest cn-js-wuxi/gowns",
      "inventory show us-tx-san-antonio",
      "inventory show cn-js-wuxi",
      "inbox",
      "scheme list",
      "round list",
      "round unmet default/first",
      "round compare default/first",
      "pairing list",
      "match list",
      "letter list",
      "report coverage",
      "report open-needs",
      "report deliveries",
      "report balance",
      "report donations",
      "report helpers --place us-tx-san-antonio",
      "report contributions",
      "event list",
      "principal list",
      "token list admin",
      "config list",
      "context list",
      "doctor",
  };
  return *lists;
}

class Tables : public Walk {
 protected:
  // What a command prints for a terminal of so many columns.
  std::string On(const std::string& columns, const std::string& language,
                 const std::string& line) {
    const Outcome outcome =
        RunCommand(absl::StrSplit("--lang " + language + " " + line, ' '),
                   {{"TWINAID_SERVER", harness_.server().addresses()[0]},
                    {"TWINAID_TOKEN", harness_.token()},
                    {"COLUMNS", columns}},
                   absl::StrCat("request-", ++requests_));
    EXPECT_LE(outcome.code, line == "doctor" ? kRefused : kDone) << line << "\n"
                                                                 << outcome.err;
    return outcome.out;
  }

  // One of everything, with ids and names as long as people make them.
  void FillEverything() {
    Done(
        "place create cn-js --kind province --name Jiangsu --name-zh 江苏省 "
        "--population 84748016");
    Done(
        "place create cn-js-wuxi --kind city --parent cn-js --name "
        "Wuxi-the-city-on-the-northern-shore-of-Lake-Tai-in-Jiangsu-Province "
        "--name-zh 江苏省无锡市太湖北岸的国家历史文化名城 --population "
        "7462135");
    Done(
        "place create us-tx-san-antonio --kind city --name San-Antonio "
        "--name-zh 圣安东尼奥 --population 1434625");
    Done("link create cn-js-wuxi us-tx-san-antonio --kind sister_city");
    Done(
        "organization create wuxi-municipal-foreign-affairs-office --kind "
        "municipal_office --seat cn-js-wuxi --name "
        "Foreign-Affairs-Office-of-the-People's-Government-of-Wuxi "
        "--name-zh 无锡市人民政府外事办公室");
    Done(
        "item create mask-n95-respirator --category supplies --unit box "
        "--base-content 20 --name N95-respirator-without-a-valve-box-of-twenty "
        "--name-zh 无阀N95口罩每盒二十只");
    Done("item create protective-clothing --category supplies --name Gown");
    Done(
        "need create masks-for-the-university-hospital --place "
        "us-tx-san-antonio --item mask-n95-respirator --quantity 5000000 "
        "--urgency critical");
    Done(
        "need create gowns --place us-tx-san-antonio --item "
        "protective-clothing --quantity 1000");
    Done(
        "offer create masks --place cn-js-wuxi --item mask-n95-respirator "
        "--quantity 3000000 --donor wuxi-municipal-foreign-affairs-office");
    Done(
        "offer create gowns --place cn-js-wuxi --item protective-clothing "
        "--quantity 10");
    Done("round run first --wait");
    const std::string match = Only(
        "match list --need "
        "us-tx-san-antonio/masks-for-the-university-hospital");
    Done("match accept " + match + " --side both");
    Done("match dispatch " + match + " --quantity 100 --final");
    Done("match receive " + match + " --quantity 100");
    Done(
        "letter send --from cn-js-wuxi --to us-tx-san-antonio --language zh "
        "--text 山川异域风月同天愿圣安东尼奥的朋友们早日战胜疫情盼望春天相聚");
    Done(
        "principal create wuxi-fao --role office --place cn-js-wuxi "
        "--title Foreign-Affairs-Office-of-Wuxi");
  }
};

// Of the lines of tables; what is told above them is sentences.
int Widest(const std::string& text) {
  int widest = 0;
  const std::size_t blank = text.find("\n\n");
  const std::string tables =
      blank == std::string::npos ? text : text.substr(blank);
  for (const absl::string_view line : absl::StrSplit(tables, '\n')) {
    widest = std::max(widest, model::DisplayWidth(line));
  }
  return widest;
}

TEST_F(Tables, FitATerminalOf80AndOf120ColumnsInBothLanguages) {
  FillEverything();
  for (const std::string& list : Lists()) {
    for (const std::string language : {"en", "zh"}) {
      for (const int columns : {80, 120}) {
        const std::string table = On(absl::StrCat(columns), language, list);
        EXPECT_LE(Widest(table), columns) << list << "\n" << table;
        EXPECT_GT(Widest(table), 0) << list;
      }
    }
  }
}

// Whoever adds a list adds it above.
TEST_F(Tables, AreThoseOfEveryListCommand) {
  std::ostringstream nowhere;
  const Environment environment = FakeEnvironment();
  Session session(environment, nowhere, nowhere);
  const client::Command tree = TreeOf(*MakeParser(session));
  int lists = 0;
  for (const client::Command* command : AllOf(tree)) {
    const bool is_list = absl::EndsWith(command->path, " list") ||
                         (absl::StartsWith(command->path, "report ") &&
                          command->commands.empty());
    if (!is_list) continue;
    ++lists;
    bool found = false;
    for (const std::string& list : Lists()) {
      found = found || absl::StartsWith(list, command->path);
    }
    EXPECT_TRUE(found) << command->path;
  }
  EXPECT_GT(lists, 15);
}

TEST_F(Tables, ShowIdsAndNumbersWholeOrNotAtAll) {
  FillEverything();
  for (const std::string language : {"en", "zh"}) {
    EXPECT_THAT(On("80", language, "need list"),
                HasSubstr("us-tx-san-antonio/masks-for-the-university-hospital"
                          "  mask-n95-respirator"));
    const std::string places = On("80", language, "place list");
    EXPECT_THAT(places, HasSubstr("us-tx-san-antonio  "));
    EXPECT_THAT(places, HasSubstr("7,462,135"));
    EXPECT_THAT(places, HasSubstr("…"));
  }
}

TEST_F(Tables, GiveTheNameThatTheReaderReadsWhereThereIsRoomForOne) {
  FillEverything();
  const std::string english = On("80", "en", "place list");
  EXPECT_THAT(english, HasSubstr("San-Antonio"));
  EXPECT_THAT(english, Not(HasSubstr("圣安东尼奥")));
  // Its words for kinds are shorter: there is room for both on 80.
  const std::string chinese = On("70", "zh", "place list");
  EXPECT_THAT(chinese, HasSubstr("圣安东尼奥"));
  EXPECT_THAT(chinese, Not(HasSubstr("San-Antonio")));
}

TEST_F(Tables, AreWholeWithWideAndInWhatPassesThroughAPipe) {
  FillEverything();
  const std::string wide = On("80", "en", "-o wide place list");
  EXPECT_GT(Widest(wide), 120);
  EXPECT_THAT(wide, Not(HasSubstr("…")));
  const Outcome piped = RunCommand(
      {"place", "list"}, {{"TWINAID_SERVER", harness_.server().addresses()[0]},
                          {"TWINAID_TOKEN", harness_.token()}});
  EXPECT_EQ(piped.out, wide);
}

TEST_F(Tables, SayWhatTheyLeftOutToWhoSitsAtATerminal) {
  PostSisters();
  const auto run = [&](const std::vector<std::string>& arguments) {
    Environment environment =
        FakeEnvironment({{"TWINAID_SERVER", harness_.server().addresses()[0]},
                         {"TWINAID_TOKEN", harness_.token()},
                         {"COLUMNS", "30"}});
    environment.shows_output = [] { return true; };
    std::ostringstream out;
    std::ostringstream err;
    EXPECT_EQ(client::Run(arguments, environment, out, err), kDone);
    return err.str();
  };
  EXPECT_EQ(run({"item", "list"}),
            "no room for name_zh; -o wide shows everything\n");
  EXPECT_EQ(run({"--lang", "zh", "item", "list"}),
            "屏幕宽度不够，未显示：英文名；加 -o wide 可显示全部\n");
  EXPECT_EQ(run({"-o", "wide", "item", "list"}), "");
}

}  // namespace
}  // namespace twinaid::client
