// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Files brought to a real server: names, rejects, changes, and again.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "absl/strings/match.h"
#include "absl/strings/str_replace.h"
#include "tests/client/cli/walk.h"

namespace twinaid::client {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class ImportWalk : public Walk {
 protected:
  ImportWalk() {
    std::filesystem::create_directory(Folder());
    Write("places.csv",
          "place_id,kind,name_en,name_zh,parent_place_id\n"
          "us-oh,state,Ohio,,\nus-md,state,Maryland,,\n"
          "us-oh-columbus,city,Columbus,哥伦布,us-oh\n"
          "us-md-columbus,city,Columbus,,us-md\n"
          "cn-js-wuxi,city,Wuxi,无锡市,\n");
    Write("items.csv",
          "item_id,category,name_en,name_zh,unit,base_content\n"
          "mask-n95,supplies,N95 respirator,N95口罩,piece,1\n"
          "mask-kn95,supplies,KN95 respirator,KN95口罩,piece,1\n");
  }
  std::string Folder() { return harness_.folder() + "/mine"; }
  void Write(const std::string& file, const std::string& text) {
    std::ofstream(Folder() + "/" + file, std::ios::binary) << text;
  }
  std::string Read(const std::string& file) {
    std::ifstream in(Folder() + "/" + file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
  }
  bool Exists(const std::string& file) {
    return std::filesystem::exists(Folder() + "/" + file);
  }
  // The row of needs.csv in what an import counted.
  std::string Needs(const std::string& printed) {
    for (const absl::string_view line : absl::StrSplit(printed, '\n')) {
      if (absl::StartsWith(line, "needs.csv,")) return std::string(line);
    }
    return "";
  }
  // Words between blanks, of which some have blanks themselves.
  Outcome Words(const std::vector<std::string>& words) {
    return RunCommand(words,
                      {{"TWINAID_SERVER", harness_.server().addresses()[0]},
                       {"TWINAID_TOKEN", harness_.token()}},
                      absl::StrCat("words-", ++requests_));
  }
};

constexpr char kHeader[] = "need_id,place_id,item_id,quantity\n";

// file, created, updated, unchanged, refused
TEST_F(ImportWalk, RunningItAgainChangesNothing) {
  Write("needs.csv", std::string(kHeader) +
                         "n1,无锡,N95口罩,\"10,000\"\n"
                         "n2,\"Columbus, Ohio\",KN95 mask,1万\n");
  EXPECT_EQ(Needs(Done("import " + Folder() + " -o csv")), "needs.csv,2,0,0,0");
  EXPECT_EQ(Needs(Done("import " + Folder() + " -o csv")), "needs.csv,0,0,2,0");
  EXPECT_THAT(Done("need show us-oh-columbus/n2"), HasSubstr("10,000"));
}

TEST_F(ImportWalk, RowsLeftOutAreMendedInTheirFile) {
  Write("needs.csv", std::string(kHeader) +
                         "n1,无锡,N95口罩,5\nn2,Columbus,N95口罩,7\n"
                         "n3,无锡,N95口罩,\"1,5\"\n");
  EXPECT_EQ(Command("import " + Folder()).code, kRefused);
  EXPECT_FALSE(Exists("needs.rejects.csv"));
  const Outcome some = Command("import " + Folder() + " --continue -o csv");
  EXPECT_EQ(some.code, kRefused);
  EXPECT_EQ(Needs(some.out), "needs.csv,1,0,0,2");
  EXPECT_THAT(some.err, HasSubstr("needs.rejects.csv"));
  const std::string rejects = Read("needs.rejects.csv");
  EXPECT_THAT(rejects, AllOf(HasSubstr("us-md-columbus | us-oh-columbus"),
                             HasSubstr("15 | 1.5"), Not(HasSubstr("n1,"))));
  // Again: the same file, once.
  EXPECT_EQ(Needs(Command("import " + Folder() + " --continue -o csv").out),
            "needs.csv,0,0,1,2");
  EXPECT_FALSE(Exists("needs.rejects-2.csv"));
  Write("needs.rejects.csv",
        absl::StrReplaceAll(
            rejects, {{"n2,Columbus,", "n2,us-oh-columbus,"},
                      {"n3,无锡,N95口罩,\"1,5\"", "n3,无锡,N95口罩,15"}}));
  EXPECT_EQ(Needs(Done("import " + Folder() + "/needs.rejects.csv -o csv")),
            "needs.csv,2,0,0,0");
  EXPECT_THAT(Done("need show cn-js-wuxi/n3"), HasSubstr("15"));
  // What somebody mended is not written over.
  Command("import " + Folder() + " --continue");
  EXPECT_TRUE(Exists("needs.rejects-2.csv"));
}

// What was left of a file does not tell in which order its days were.
TEST_F(ImportWalk, DaysOfRejectsAreAskedAbout) {
  const std::string header = "need_id,place_id,item_id,quantity,needed_by\n";
  Write("needs.csv", header +
                         "k1,无锡,N95口罩,5,13/2/2027\n"
                         "k2,Nowhere,N95口罩,5,3/4/2027\n");
  Command("import " + Folder() + " --continue --dates mdy");
  Write("needs.rejects.csv",
        absl::StrReplaceAll(Read("needs.rejects.csv"), {{"Nowhere", "无锡"}}));
  EXPECT_EQ(Command("import " + Folder() + "/needs.rejects.csv").code,
            kRefused);
  EXPECT_EQ(Command("need show cn-js-wuxi/k2").code, kRefused);
}

TEST_F(ImportWalk, RejectsAreInTheLanguageOfTheCaller) {
  Write("needs.csv", std::string(kHeader) + "n2,Columbus,N95口罩,7\n");
  Command("--lang zh import " + Folder() + " --continue --rejects " + Folder() +
          "/out");
  EXPECT_THAT(Read("out/needs.rejects.csv"), HasSubstr("可能指"));
}

TEST_F(ImportWalk, RowsThatDifferAreChangedOnlyWhenAsked) {
  Write("needs.csv", std::string(kHeader) + "n1,无锡,N95口罩,5\n");
  Done("import " + Folder());
  Done("need update cn-js-wuxi/n1 --note kept");
  Write("needs.csv", std::string(kHeader) + "n1,无锡,N95口罩,8\n");
  const Outcome refused = Command("import " + Folder());
  EXPECT_EQ(refused.code, kRefused);
  EXPECT_THAT(refused.err, AllOf(HasSubstr("quantity: 5 there, 8 here"),
                                 HasSubstr("--update")));
  EXPECT_THAT(Done("need show cn-js-wuxi/n1 -o jsonl"),
              Not(HasSubstr("\"quantity\":\"8\"")));
  const std::string tried =
      Done("--dry-run import " + Folder() + " --update -o csv");
  EXPECT_EQ(Needs(tried), "needs.csv,0,1,0,0");
  EXPECT_EQ(Needs(Done("import " + Folder() + " --update -o csv")),
            "needs.csv,0,1,0,0");
  // The file says nothing of notes.
  EXPECT_THAT(Done("need show cn-js-wuxi/n1"),
              AllOf(HasSubstr("8"), HasSubstr("kept")));
  EXPECT_EQ(Needs(Done("import " + Folder() + " --update -o csv")),
            "needs.csv,0,0,1,0");
}

TEST_F(ImportWalk, WhatARowIsCannotBeChanged) {
  Write("needs.csv", std::string(kHeader) + "n1,无锡,N95口罩,5\n");
  Done("import " + Folder());
  Write("needs.csv", std::string(kHeader) + "n1,无锡,KN95口罩,5\n");
  const Outcome refused = Command("import " + Folder() + " --update");
  EXPECT_EQ(refused.code, kRefused);
  EXPECT_THAT(refused.err, HasSubstr("what it is cannot be changed"));
}

TEST_F(ImportWalk, NamesServeOnTheCommandLine) {
  Done("import " + Folder());
  EXPECT_EQ(Words({"need", "create", "--place", "无锡", "--item", "N95 mask",
                   "--quantity", "5"})
                .code,
            kDone);
  EXPECT_THAT(Words({"need", "list", "--place", "Wuxi"}).out,
              HasSubstr("mask-n95"));
  EXPECT_EQ(Words({"inventory", "show", "wuxi"}).code, kDone);
  const Outcome several = Words({"offer", "create", "--place", "Columbus",
                                 "--item", "mask-n95", "--quantity", "5"});
  EXPECT_EQ(several.code, kRefused);
  EXPECT_THAT(several.err,
              AllOf(HasSubstr("us-md-columbus"), HasSubstr("us-oh-columbus"),
                    HasSubstr("Columbus, Maryland")));
  const Outcome none =
      Words({"--lang", "zh", "need", "create", "--place", "Wuxii", "--item",
             "mask-n95", "--quantity", "5"});
  EXPECT_EQ(none.code, kRefused);
  EXPECT_THAT(none.err, HasSubstr("最接近的是 cn-js-wuxi"));
}

TEST_F(ImportWalk, SaysOnceHowAFileWasRead) {
  Write("needs.csv",
        "need_id;place_id;item_id;quantity;needed_by\r\n"
        "n1;cn-js-wuxi;mask-n95;5;2/10/2030\r\n");
  const Outcome asked = Command("import " + Folder());
  EXPECT_EQ(asked.code, kRefused);
  EXPECT_THAT(asked.err, AllOf(HasSubstr("columns between semicolons"),
                               HasSubstr("--dates mdy")));
  const Outcome said = Command("import " + Folder() + " --dates dmy");
  EXPECT_EQ(said.code, kDone);
  EXPECT_THAT(said.err, HasSubstr("days with the day first, as you say"));
  EXPECT_THAT(Done("need show cn-js-wuxi/n1"), HasSubstr("2030-10-02"));
}

}  // namespace
}  // namespace twinaid::client
