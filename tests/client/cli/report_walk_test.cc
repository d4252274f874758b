// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The donation table of the 2020 report, entered as received gifts and printed
// again, by the real client from the real server.
#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "client/files/csv.h"
#include "tests/client/cli/walk.h"
#include "tests/support/scratch_folder.h"

namespace twinaid::client {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

using Row = std::map<std::string, std::string>;

std::vector<Row> RowsOf(const std::string& text) {
  const std::vector<CsvRow> lines = ParseCsv(text);
  std::vector<Row> rows;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    Row row;
    for (std::size_t c = 0; c < lines[i].cells.size(); ++c) {
      row[lines[0].cells[c].text] = lines[i].cells[c].text;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string TextOf(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  return {std::istreambuf_iterator<char>(file), {}};
}

// As deploy/inventory-from-report has it: the other kinds are places.
bool IsBody(const std::string& kind) {
  const std::set<std::string> kBodies = {
      "agency",   "association", "chamber",    "college",   "company",
      "hospital", "individual",  "foundation", "university"};
  return kBodies.contains(kind);
}

class ReportWalk : public Walk {
 protected:
  ReportWalk() {
    const std::string command =
        absl::StrCat(TWINAID_SOURCE_DIR, "/deploy/inventory-from-report ",
                     TWINAID_SOURCE_DIR, "/deploy/data ", Data(), " 2>&1");
    EXPECT_EQ(std::system(command.c_str()), 0);  // NOLINT: a path of our own
    Done("import " + Data());
  }
  std::string Data() const { return folder_.File("data"); }
  std::string Gifts() const { return Data() + "/gifts.csv"; }

  const ScratchFolder folder_;
};

TEST_F(ReportWalk, TableOneComesOutAsItWentIn) {
  EXPECT_THAT(Done("gift import " + Gifts() + " -o csv"),
              HasSubstr("\n97,0,0"));
  // Again: nothing is doubled.
  EXPECT_THAT(Done("gift import " + Gifts() + " -o csv"),
              HasSubstr("\n0,97,0"));

  std::map<std::string, Row> printed;
  for (Row& row : RowsOf(Done("report donations -o csv"))) {
    printed[row["match"]] = row;
  }
  const std::vector<Row> table = RowsOf(TextOf(
      absl::StrCat(TWINAID_SOURCE_DIR, "/deploy/data/donations_table1.csv")));
  ASSERT_EQ(table.size(), 97);
  std::map<std::string, std::string> names;
  for (const Row& place : RowsOf(TextOf(
           absl::StrCat(TWINAID_SOURCE_DIR, "/deploy/data/places.csv")))) {
    names[place.at("place_id")] = place.at("name_en");
  }
  EXPECT_EQ(printed.size(), table.size());
  std::map<std::string, std::int64_t> totals;
  for (const Row& gift : table) {
    const std::string number = (gift.at("row").size() == 1 ? "t0" : "t") +
                               gift.at("row") + "-" + gift.at("item_id");
    SCOPED_TRACE(number);
    ASSERT_TRUE(printed.contains(number));
    const Row& row = printed.at(number);
    EXPECT_EQ(row.at("donor_place"), gift.at("donor_place_id"));
    EXPECT_EQ(row.at("recipient_place"), gift.at("recipient_place_id"));
    EXPECT_EQ(row.at("item"), gift.at("item_id"));
    // Bodies by their own name, places by theirs.
    EXPECT_EQ(row.at("donor"), IsBody(gift.at("donor_kind"))
                                   ? gift.at("donor_name")
                                   : names.at(gift.at("donor_place_id")));
    EXPECT_EQ(row.at("recipient"),
              IsBody(gift.at("recipient_kind"))
                  ? gift.at("recipient_name")
                  : names.at(gift.at("recipient_place_id")));
    const bool money = !gift.at("currency").empty();
    EXPECT_EQ(row.at("quantity"),
              money ? gift.at("quantity") + ".00 " + gift.at("currency")
                    : gift.at("quantity"));
    std::int64_t quantity = 0;
    ASSERT_TRUE(absl::SimpleAtoi(gift.at("quantity"), &quantity));
    totals[gift.at("item_id")] += quantity;
  }

  // Totals by item as deploy/data/README.md has them, for Table 1.
  EXPECT_EQ(totals["mask-surgical"], 1350400);
  EXPECT_EQ(totals["mask-unspecified"], 1035920);
  EXPECT_EQ(totals["mask-n95-kn95"], 176536);
  const std::string text = Done("report donations");
  for (const char* total :
       {"1,350,400", "1,035,920", "176,536", "20,000", "1,220", "29,552",
        "136,000", "30,220", "10,000", "6,000.00 CNY"}) {
    EXPECT_THAT(text, HasSubstr(total));
  }
  // What arrived, by month, is the same in all.
  std::map<std::string, std::int64_t> delivered;
  for (const Row& row : RowsOf(Done("report deliveries -o csv"))) {
    std::int64_t quantity = 0;
    if (absl::SimpleAtoi(row.at("received"), &quantity)) {
      delivered[row.at("item")] += quantity;
    }
  }
  totals.erase("cash");
  for (const auto& [item, total] : totals) {
    EXPECT_EQ(delivered[item], total) << item;
  }
  EXPECT_EQ(delivered["mask-surgical"], 1350400);
}

TEST_F(ReportWalk, WhoHelpedAndWhatWentEachWayIsOneCommand) {
  Done("gift import " + Gifts());
  EXPECT_THAT(Done("report helpers --place us-il-chicago"), HasSubstr("cn-sh"));
  EXPECT_THAT(Done("--lang zh report helpers --place us-il-chicago"),
              AllOf(HasSubstr("捐赠方"), HasSubstr("上海")));
  EXPECT_THAT(Done("report helpers --place us-il-chicago -o json"),
              HasSubstr("\"donorPlace\": \"places/cn-sh\""));
  EXPECT_THAT(Done("report balance --place cn-sh --partner us-il-chicago"),
              AllOf(HasSubstr("us-il-chicago"), HasSubstr("supplies")));
  EXPECT_THAT(Command("report helpers --place cn-tj").err,
              HasSubstr("nobody so far"));
  EXPECT_THAT(Done("report coverage --place us-il-chicago"),
              HasSubstr("100.0%"));
  EXPECT_THAT(Done("report open-needs --place cn-hb"), HasSubstr("cn-hb"));
  EXPECT_THAT(Command("report coverage --place nowhere").err,
              HasSubstr("nowhere"));
}

TEST_F(ReportWalk, AFileWithABadRowEntersNothing) {
  const std::string bad = folder_.File("bad.csv");
  std::ofstream(bad) << "match_id,need,offer,quantity,received_on\n"
                        "g-1,us-il-chicago/t02-mask-n95-kn95,"
                        "cn-sh/t02-mask-n95-kn95,5,2020-04-30\n"
                        "g-2,chicago,cn-sh/o,many,April\n";
  const Outcome outcome = Command("gift import " + bad);
  EXPECT_EQ(outcome.code, kRefused);
  EXPECT_THAT(outcome.err,
              AllOf(HasSubstr("bad.csv:3:5"), HasSubstr("bad.csv:3:21"),
                    HasSubstr("nothing was entered")));
  EXPECT_EQ(Done("report donations -o csv").find("g-1"), std::string::npos);
}

}  // namespace
}  // namespace twinaid::client
