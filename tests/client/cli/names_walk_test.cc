// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Names as people write them, in every command that asks for a place, an item
// or an organization; and what an office sees that names no place.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "tests/client/cli/walk.h"

namespace twinaid::client {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class NamesWalk : public Walk {
 protected:
  void SetUp() override {
    PostSisters();
    Done("place create us-oh-columbus --kind city --name Columbus");
    Done("place create us-ga-columbus --kind city --name Columbus");
    Done(
        "organization create wuxi-fao --kind municipal_office --seat "
        "cn-js-wuxi --name Wuxi-Office --name-zh 无锡市外事办公室");
  }
  // Runs one command with the token of an office that acts for `places`.
  Outcome AsOffice(const std::string& places, const std::string& line) {
    Done("principal create office --role office --title Office" + places);
    const std::string file = (folder_ / "token").string();
    Done("token create office --out " + file);
    return RunCommand(absl::StrSplit("--token-file " + file + " " + line, ' '),
                      {{"TWINAID_SERVER", harness_.server().addresses()[0]}},
                      absl::StrCat("request-", ++requests_));
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  const std::filesystem::path folder_ = [] {
    std::string path = ::testing::TempDir() + "names-XXXXXX";
    return std::filesystem::path(mkdtemp(path.data()));
  }();
};

TEST_F(NamesWalk, MeanWhatIsCalledSoInEveryCommand) {
  for (const char* line : {
           "place show 无锡",
           "place update Wuxi --population 7462135",
           "place list --parent 无锡",
           "link list --place 无锡",
           "item show KN95",
           "item update N95 --substitute KN95:90",
           "organization show 无锡市外事办公室",
           "organization contacts 无锡市外事办公室",
           "organization update 无锡市外事办公室 --seat 无锡",
           "organization list --seat 无锡",
           "need list --place San-Antonio --item N95",
           "need show San-Antonio/masks",
           "need confirm San-Antonio/masks",
           "need update San-Antonio/masks --note soon",
           "need history San-Antonio/masks",
           "need suggest San-Antonio/masks",
           "offer show 无锡/masks",
           "offer confirm 无锡/masks",
           "offer adjust 无锡/masks --to 9000 --reason other",
           "offer history 无锡/masks",
           "offer suggest 无锡/masks",
           "inventory show 无锡",
           "inbox --place 无锡",
           "review --list --place 无锡",
           "match create m-1 --need San-Antonio/masks --offer 无锡/masks "
           "--quantity 10",
           "match list --place 无锡 --donor 无锡 --recipient San-Antonio "
           "--item N95 --need San-Antonio/masks --offer 无锡/masks",
           "pairing list --place 无锡",
           "scheme create s-1 --title S --place 无锡 --place San-Antonio",
           "scheme update s-1 --third-place San-Antonio",
           "letter send --from 无锡 --to San-Antonio --language en --text "
           "Hello "
           "--organization 无锡市外事办公室",
           "letter list --place 无锡",
           "event list --place 无锡",
           "principal create p-1 --role office --title P --place 无锡",
           "principal update p-1 --place San-Antonio",
           "report coverage --place San-Antonio",
           "report balance --place 无锡 --partner San-Antonio",
           "report donations --place 无锡 --item N95",
           "report contributions --donor 无锡",
       }) {
    Done(line);
  }
  EXPECT_THAT(Done("place show 无锡"), HasSubstr("cn-js-wuxi"));
  EXPECT_THAT(Done("item show KN95"), HasSubstr("kn95"));
  EXPECT_THAT(Done("letter list --place 无锡"),
              AllOf(HasSubstr("cn-js-wuxi"), HasSubstr("us-tx-san-antonio")));
  EXPECT_THAT(Done("principal show p-1"), HasSubstr("us-tx-san-antonio"));
}

TEST_F(NamesWalk, OfSeveralAreShownToChooseFromAndNoneIsTaken) {
  for (const char* line :
       {"place show Columbus", "match list --donor Columbus",
        "pairing list --place Columbus", "inbox --place Columbus",
        "scheme create s-2 --title S --place Columbus",
        "principal create p-2 --role office --title P --place Columbus",
        "place delete Columbus --yes"}) {
    const Outcome outcome = Command(line);
    EXPECT_EQ(outcome.code, kRefused) << line;
    EXPECT_THAT(outcome.err,
                AllOf(HasSubstr("us-oh-columbus"), HasSubstr("us-ga-columbus")))
        << line;
    EXPECT_EQ(outcome.out, "") << line;
  }
  Done("place show us-oh-columbus");
}

TEST_F(NamesWalk, ThatNothingHasAreRefusedWithTheNearest) {
  const Outcome english = Command("match list --donor San-Antonia");
  EXPECT_EQ(english.code, kRefused);
  EXPECT_THAT(english.err, HasSubstr("us-tx-san-antonio"));
  const Outcome chinese = Command("--lang zh event list --place 无锡县城");
  EXPECT_EQ(chinese.code, kRefused);
  EXPECT_THAT(chinese.err, HasSubstr("--place"));
}

TEST_F(NamesWalk, AnOfficeThatNamesNoPlaceSeesItsOwn) {
  Done(
      "match create m-1 --need us-tx-san-antonio/masks --offer "
      "cn-js-wuxi/masks --quantity 10");
  const auto own = [this](const std::string& line) {
    const Outcome outcome = AsOffice(" --place cn-js-wuxi", line);
    EXPECT_EQ(outcome.code, kDone) << line << "\n" << outcome.err;
    return outcome.out;
  };
  EXPECT_THAT(own("offer list"), HasSubstr("cn-js-wuxi/masks"));
}

TEST_F(NamesWalk, AnOfficeSeesItsMatchesAndReports) {
  Done(
      "match create m-1 --need us-tx-san-antonio/masks --offer "
      "cn-js-wuxi/masks --quantity 10");
  const std::string page = (folder_ / "page.html").string();
  const Outcome made = AsOffice(" --place cn-js-wuxi", "report --html " + page);
  EXPECT_EQ(made.code, kDone) << made.err;
  std::ifstream in(page);
  const std::string html(std::istreambuf_iterator<char>(in), {});
  EXPECT_THAT(html, AllOf(HasSubstr("无锡"), HasSubstr("Wuxi in ")));
  // Nobody is there to ask whether to replace it.
  const std::string file = (folder_ / "token").string();
  const auto again = [&](const std::string& line) {
    return RunCommand(absl::StrSplit("--token-file " + file + " " + line, ' '),
                      {{"TWINAID_SERVER", harness_.server().addresses()[0]}},
                      absl::StrCat("request-", ++requests_));
  };
  const Outcome kept = again("report --html " + page);
  EXPECT_EQ(kept.code, kUsage);
  EXPECT_THAT(kept.err, AllOf(HasSubstr(page), HasSubstr("say --yes")));
  EXPECT_EQ(again("report --yes --html " + page).code, kDone);
  EXPECT_THAT(again("match list").out, HasSubstr("m-1"));
  EXPECT_EQ(again("need list").code, kDone);
  for (const char* line :
       {"letter list", "event list", "report coverage", "report donations"}) {
    const Outcome outcome = again(line);
    EXPECT_EQ(outcome.code, kDone) << line << "\n" << outcome.err;
  }
}

TEST_F(NamesWalk, AnOfficeOfSeveralPlacesIsAskedWhichForAReport) {
  const Outcome outcome =
      AsOffice(" --place cn-js-wuxi --place us-oh-columbus", "report coverage");
  EXPECT_EQ(outcome.code, kUsage);
  EXPECT_THAT(outcome.err,
              AllOf(HasSubstr("--place"), HasSubstr("us-oh-columbus")));
}

TEST_F(NamesWalk, AnExportAsksBeforeItReplacesFiles) {
  const std::string folder = (folder_ / "out").string();
  Done("export " + folder);
  const Outcome again = Command("export " + folder);
  EXPECT_EQ(again.code, kUsage);
  EXPECT_THAT(again.err, AllOf(HasSubstr("needs.csv"), HasSubstr("--yes")));
  Done("export --yes " + folder);
}

TEST_F(NamesWalk, AWithdrawnNeedInAFileIsToldAndNotBroughtBack) {
  const std::string folder = (folder_ / "out").string();
  Done("export " + folder);
  Done("need withdraw us-tx-san-antonio/masks --reason no_longer_needed");
  const Outcome outcome = Command("import " + folder);
  EXPECT_EQ(outcome.code, kDone) << outcome.err;
  EXPECT_THAT(outcome.err,
              HasSubstr("needs.csv:2:1: places/us-tx-san-antonio/needs/masks "
                        "was withdrawn and is not brought back; take another "
                        "id to post it again"));
  EXPECT_THAT(Done("need show us-tx-san-antonio/masks"),
              HasSubstr("withdrawn"));
}

TEST_F(NamesWalk, WhatHasNoNameRefusesToPrintNames) {
  for (const char* line : {"-o name doctor", "-o name config list"}) {
    const Outcome outcome = Command(line);
    EXPECT_EQ(outcome.code, kUsage) << line;
    EXPECT_EQ(outcome.out, "") << line;
    EXPECT_THAT(outcome.err, HasSubstr("no names to print")) << line;
  }
}

TEST_F(NamesWalk, WhatAMachineReadsOfSettingsIsInNoLanguageButEnglish) {
  for (const std::string line :
       {"config list -o json", "config list -o csv", "doctor -o csv"}) {
    const std::string english = Command("--lang en " + line).out;
    std::string chinese = Command("--lang zh " + line).out;
    for (const char c : chinese) {
      EXPECT_GT(c, '\0') << line << "\n" << chinese;
      if (c <= '\0') break;
    }
    EXPECT_NE(english, "") << line;
  }
}

}  // namespace
}  // namespace twinaid::client
