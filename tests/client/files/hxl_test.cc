// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What is written with HXL tags is read again without loss, by the tags alone,
// for every column of every kind of file.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "client/files/columns.h"
#include "client/files/csv.h"
#include "client/files/folder.h"
#include "client/files/gifts.h"
#include "tests/client/files/full_texts.h"

namespace twinaid::client {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

const std::vector<std::reference_wrapper<const SheetSpec>>& Sheets() {
  static const auto* const sheets =
      new std::vector<std::reference_wrapper<const SheetSpec>>{
          PlacesSheet(),      LinksSheet(), OrganizationsSheet(), ItemsSheet(),
          SubstitutesSheet(), NeedsSheet(), OffersSheet()};
  return *sheets;
}

// The text without its first line.
std::string WithoutHeader(const std::string& text) {
  return text.substr(text.find('\n') + 1);
}

TEST(Hxl, HasATextInEveryColumnOfTheFolderThatIsTried) {
  const FolderReading reading = ReadTexts(FullTexts());
  ASSERT_THAT(reading.problems, IsEmpty());
  const FileTexts written = WriteTexts(reading.folder);
  EXPECT_THAT(written, SizeIs(Sheets().size()));
  for (const SheetSpec& sheet : Sheets()) {
    const std::vector<CsvRow> rows = ParseCsv(written.at(sheet.file));
    ASSERT_GT(rows.size(), 1U) << sheet.file;
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
      EXPECT_EQ(rows[0].cells[i].text, sheet.columns[i].name);
      const bool filled = std::any_of(
          rows.begin() + 1, rows.end(),
          [i](const CsvRow& row) { return !row.cells[i].text.empty(); });
      EXPECT_TRUE(filled) << sheet.file << " " << sheet.columns[i].name;
    }
  }
}

TEST(Hxl, ComesBackTheSameWithTagsUnderTheHeader) {
  const Folder folder = ReadTexts(FullTexts()).folder;
  const FolderReading again = ReadTexts(WriteTexts(folder, /*hxl=*/true));
  EXPECT_THAT(again.problems, IsEmpty());
  EXPECT_EQ(WriteTexts(again.folder), WriteTexts(folder));
}

TEST(Hxl, ComesBackTheSameByTheTagsAlone) {
  const Folder folder = ReadTexts(FullTexts()).folder;
  FileTexts tagged = WriteTexts(folder, /*hxl=*/true);
  for (auto& [file, text] : tagged) {
    text = WithoutHeader(text);
    ASSERT_EQ(text.front(), '#') << file;
  }
  const FolderReading again = ReadTexts(tagged);
  EXPECT_THAT(again.problems, IsEmpty());
  EXPECT_EQ(WriteTexts(again.folder), WriteTexts(folder));
}

// The same where a column would be lost: the tests above would see it.
TEST(Hxl, IsNotTheSameWithoutOneTag) {
  const Folder folder = ReadTexts(FullTexts()).folder;
  FileTexts tagged = WriteTexts(folder, /*hxl=*/true);
  std::string& needs = tagged["needs.csv"];
  needs = WithoutHeader(needs);
  needs.replace(needs.find("#severity"), 9, "#sector");
  const FolderReading again = ReadTexts(tagged);
  EXPECT_NE(WriteTexts(again.folder), WriteTexts(folder));
}

TEST(Hxl, TagsOfAFileAreDifferent) {
  for (const SheetSpec& sheet : Sheets()) {
    std::set<std::string> tags;
    for (const ColumnSpec& column : sheet.columns) tags.insert(column.hxl);
    EXPECT_THAT(tags, SizeIs(sheet.columns.size())) << sheet.file;
  }
}

TEST(Hxl, ReadsGiftsByTheirTagsAlone) {
  const std::string row =
      "gift-1,us-tx/n2,cn-js/o2,12.5,CNY,2020-02-10,\"by air, twice\"\n";
  const GiftReading named = ReadGifts(HeaderText(GiftsSheet(), false) + row);
  const GiftReading tagged =
      ReadGifts(WithoutHeader(HeaderText(GiftsSheet(), true)) + row);
  ASSERT_THAT(named.problems, IsEmpty());
  ASSERT_THAT(tagged.problems, IsEmpty());
  ASSERT_THAT(named.gifts, SizeIs(1));
  ASSERT_THAT(tagged.gifts, SizeIs(1));
  EXPECT_EQ(tagged.gifts[0].id, named.gifts[0].id);
  EXPECT_EQ(tagged.gifts[0].need, named.gifts[0].need);
  EXPECT_EQ(tagged.gifts[0].offer, named.gifts[0].offer);
  EXPECT_EQ(tagged.gifts[0].quantity, model::BaseUnits(1250));
  EXPECT_EQ(tagged.gifts[0].received_on, named.gifts[0].received_on);
  EXPECT_EQ(tagged.gifts[0].note, "by air, twice");
}

}  // namespace
}  // namespace twinaid::client
