// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// `report --html` and `plan -o html` against a real server and real folders.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "tests/client/cli/walk.h"
#include "tests/client/picture/page_judge.h"
#include "tests/support/scratch_folder.h"

namespace twinaid::client {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::string TextOf(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  return {std::istreambuf_iterator<char>(file), {}};
}

std::size_t TimesIn(const std::string& html, const std::string& what) {
  const std::vector<absl::string_view> parts = absl::StrSplit(html, what);
  return parts.size() - 1;
}

class PictureWalk : public Walk {
 protected:
  // The sisters of Walk, where they are.
  void PostSistersOnTheMap(const std::string& wuxi = "Wuxi") {
    std::filesystem::create_directory(folder_.File("data"));
    std::ofstream(folder_.File("data/places.csv"))
        << "place_id,kind,name_en,name_zh,lat,lon\n"
        << "cn-js-wuxi,city," << wuxi << ",无锡市,31.57,120.29\n"
        << "us-tx-san-antonio,city,San Antonio,圣安东尼奥,29.42,-98.49\n";
    Done("import " + folder_.File("data"));
    PostTheirInventory();
  }
  std::string Page(const std::string& options = "") {
    const std::string html = Done(absl::StrCat(options, "report --html -"));
    EXPECT_THAT(picture::FaultsOf(html), IsEmpty());
    return html;
  }

  const ScratchFolder folder_;
};

TEST_F(PictureWalk, AServerWithNothingSaysSoInWords) {
  const std::string en = picture::ShownText(Page(), false);
  EXPECT_THAT(en, AllOf(HasSubstr("no round has succeeded yet"),
                        HasSubstr("There are no pairings."),
                        HasSubstr("No needs have been posted.")));
  EXPECT_THAT(picture::ShownText(Page(), true), HasSubstr("尚无成功的轮次"));
}

TEST_F(PictureWalk, FollowsAPairingFromProposalToReceipt) {
  PostSistersOnTheMap();
  Done("round run first --wait");
  std::string html = Page();
  EXPECT_EQ(TimesIn(html, "<path class=\"pair s-proposed\""), 1);
  EXPECT_THAT(picture::ShownText(html, false),
              AllOf(HasSubstr("round first"), HasSubstr("sister cities"),
                    HasSubstr("8,000 KN95"), HasSubstr("10 February 2026"),
                    HasSubstr("Nothing has arrived yet.")));
  const std::string match = Only("match list");
  Done(absl::StrCat("match accept ", match, " --side both"));
  EXPECT_EQ(TimesIn(Page(), "<path class=\"pair s-accepted\""), 1);
  Done(absl::StrCat("match dispatch ", match, " --quantity 8000"));
  EXPECT_EQ(TimesIn(Page(), "<path class=\"pair s-dispatched\""), 1);
  Done(absl::StrCat("match receive ", match,
                    " --quantity 7900 --missing 100:damaged"));
  html = Page();
  EXPECT_EQ(TimesIn(html, "<path class=\"pair s-received\""), 1);
  const std::string en = picture::ShownText(html, false);
  EXPECT_THAT(en, AllOf(HasSubstr("What arrived, by month"), HasSubstr("7,900"),
                        HasSubstr("79.0%")));
  // What is short of the critical need is open again.
  EXPECT_THAT(en, HasSubstr("2,100"));
  EXPECT_THAT(
      picture::ShownText(html, true),
      AllOf(HasSubstr("无锡"), HasSubstr("已签收"), HasSubstr("友好城市")));
  // Equal state, equal bytes.
  EXPECT_EQ(Page(), html);
}

TEST_F(PictureWalk, KeepsAPlaceNamedLikeMarkupAsText) {
  PostSistersOnTheMap("<script>alert(1)</script>");
  Done("round run first --wait");
  const std::string html = Page();
  EXPECT_THAT(html, AllOf(Not(HasSubstr("<script")),
                          HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt;")));
}

TEST_F(PictureWalk, WritesAFileWholeOrNotAtAll) {
  PostSistersOnTheMap();
  const std::string path = folder_.File("report.html");
  const Outcome written = Command(absl::StrCat("report --html ", path));
  EXPECT_EQ(written.code, kDone);
  EXPECT_EQ(written.out, "");
  EXPECT_THAT(written.err, HasSubstr("wrote "));
  EXPECT_EQ(TextOf(path), Page());
  EXPECT_FALSE(std::filesystem::exists(path + ".part"));
  const std::string nowhere = folder_.File("no/such/folder.html");
  const Outcome refused = Command(absl::StrCat("report --html ", nowhere));
  EXPECT_EQ(refused.code, kUsage);
  EXPECT_THAT(refused.err, HasSubstr("cannot be written"));
  EXPECT_THAT(Command(absl::StrCat("--lang zh report --html ", nowhere)).err,
              HasSubstr("无法写入"));
}

TEST_F(PictureWalk, IsRefusedAsEverythingElseIs) {
  const Outcome scheme = Command("report --html - --scheme nowhere");
  EXPECT_EQ(scheme.code, kRefused);
  EXPECT_EQ(scheme.out, "");
  EXPECT_THAT(scheme.err, HasSubstr("nowhere"));
}

TEST(PlanPicture, DrawsAFolderWithoutAServer) {
  const std::vector<std::string> plan = {
      "-o",
      "html",
      "plan",
      "--data",
      absl::StrCat(TWINAID_SOURCE_DIR, "/tests/data/worked_example/pairs"),
      "--as-of",
      "2020-02-10"};
  const Outcome outcome = RunCommand(plan);
  EXPECT_EQ(outcome.code, kDone) << outcome.err;
  EXPECT_THAT(picture::FaultsOf(outcome.out), IsEmpty());
  EXPECT_EQ(RunCommand(plan).out, outcome.out);
  EXPECT_THAT(
      picture::ShownText(outcome.out, false),
      AllOf(HasSubstr("Folder pairs: counterparts"),
            HasSubstr("10 February 2020"), Not(HasSubstr("Help over time"))));
  std::vector<std::string> json = plan;
  json[1] = "json";
  const std::size_t pairings =
      TimesIn(RunCommand(json).out, "\"pass\"") -
      TimesIn(RunCommand(json).out, "\"edgesChecked\"");
  EXPECT_GT(pairings, 0);
  // One line of the table for each.
  const std::string table =
      outcome.out.substr(outcome.out.find("<caption id=\"pairings\">"));
  EXPECT_EQ(
      TimesIn(table.substr(0, table.find("</table>")), "<th scope=\"row\">"),
      pairings);
}

}  // namespace
}  // namespace twinaid::client
