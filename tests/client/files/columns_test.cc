// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Columns by what people call them.
#include <gmock/gmock.h>

#include <map>

#include "client/files/column_names.h"
#include "client/files/columns.h"
#include "client/files/fold.h"
#include "client/files/folder.h"
#include "tests/client/files/good_texts.h"

namespace twinaid::client {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<const SheetSpec*> AllSheets() {
  return {&PlacesSheet(), &LinksSheet(),       &OrganizationsSheet(),
          &ItemsSheet(),  &SubstitutesSheet(), &NeedsSheet(),
          &OffersSheet(), &GiftsSheet()};
}

// Columns that share a name; what the tables must never have.
std::vector<std::string> SharedNames(
    const std::map<std::string, std::vector<std::string>>& names) {
  std::map<std::string, std::string> owners;
  std::vector<std::string> shared;
  for (const auto& [column, all] : names) {
    for (const std::string& name : all) {
      const auto [known, fresh] = owners.emplace(Folded(name), column);
      if (!fresh && known->second != column) shared.push_back(name);
    }
  }
  return shared;
}

TEST(Columns, HaveNamesInBothLanguagesThatMeanOneColumnEach) {
  for (const SheetSpec* spec : AllSheets()) {
    std::map<std::string, std::vector<std::string>> names;
    const ColumnFinder finder(*spec);
    for (const ColumnSpec& column : spec->columns) {
      std::vector<std::string>& all = names[column.name];
      all = OtherNamesOf(*spec, column.name);
      EXPECT_THAT(all, ::testing::Not(IsEmpty()))
          << spec->file << " " << column.name;
      all.emplace_back(column.name);
      for (const std::string& name : all) {
        EXPECT_EQ(finder.ByName(name), column.name) << name;
      }
      EXPECT_EQ(finder.ByTag(column.hxl), column.name) << column.hxl;
    }
    EXPECT_THAT(SharedNames(names), IsEmpty()) << spec->file;
  }
  EXPECT_THAT(SharedNames({{"a", {"Name"}}, {"b", {"NAME "}}}), SizeIs(1));
}

TEST(Columns, AreFoundInChinese) {
  FileTexts texts = GoodTexts();
  texts["needs.csv"] =
      "需求编号,地方,物资名称,数量,紧急程度,截止日期,备注\n"
      "n1,Texas,Mask,100,high,2026年12月1日,谢谢\n";
  const FolderReading reading = ReadTexts(texts);
  EXPECT_THAT(reading.problems, IsEmpty());
  ASSERT_THAT(reading.folder.needs, SizeIs(1));
  EXPECT_EQ(reading.folder.needs[0].quantity, model::Units(100));
  EXPECT_EQ(reading.folder.needs[0].needed_by, absl::CivilDay(2026, 12, 1));
  EXPECT_EQ(reading.folder.needs[0].note, "谢谢");
}

TEST(Columns, AreFoundInWordsOfAnyCase) {
  FileTexts texts = GoodTexts();
  texts["needs.csv"] =
      "ID,PLACE,Item, qty ,Urgancy,Needed By\nn1,us-tx,mask,100,,\n";
  const FolderReading reading = ReadTexts(texts);
  ASSERT_THAT(reading.problems, SizeIs(1));  // "Urgancy"
  EXPECT_EQ(reading.problems[0].reason, "UNKNOWN_COLUMN");
  EXPECT_THAT(reading.problems[0].en, HasSubstr("is it urgency?"));
  EXPECT_THAT(reading.folder.needs, SizeIs(1));
}

TEST(Columns, AreFoundByTagsAlone) {
  for (const char* header :
       {"#meta+id,#adm+code,#item+code,#need+num\n",
        "one,two,three,four\n#meta+id,#adm +code,#ITEM+code,#need+num\n"}) {
    FileTexts texts = GoodTexts();
    texts["needs.csv"] = std::string(header) + "n1,us-tx,mask,100\n";
    const FolderReading reading = ReadTexts(texts);
    EXPECT_THAT(reading.problems, IsEmpty());
    EXPECT_THAT(reading.folder.needs, SizeIs(1)) << header;
  }
}

TEST(Columns, OfSpreadsheetsMayBeEmptyAtTheEnd) {
  FileTexts texts = GoodTexts();
  texts["needs.csv"] =
      "need_id,place_id,item_id,quantity,,\nn1,us-tx,mask,100,,,\n";
  const FolderReading reading = ReadTexts(texts);
  EXPECT_THAT(reading.problems, IsEmpty());
  EXPECT_THAT(reading.folder.needs, SizeIs(1));
  texts["needs.csv"] += "n2,us-tx,mask,100,lost,\n";
  const FolderReading lost = ReadTexts(texts);
  ASSERT_THAT(lost.problems, SizeIs(1));
  EXPECT_TRUE(lost.problems[0].warning);
  EXPECT_EQ(lost.problems[0].reason, "UNKNOWN_COLUMN");
}

}  // namespace
}  // namespace twinaid::client
