// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/folder.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "tests/client/files/good_texts.h"
#include "tests/support/status_matchers.h"

namespace twinaid::client {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

template <typename Row>
void SortByKey(std::vector<Row>& rows) {
  std::sort(rows.begin(), rows.end(),
            [](const Row& a, const Row& b) { return a.key() < b.key(); });
}

Folder Sorted(Folder folder) {
  SortByKey(folder.places);
  SortByKey(folder.links);
  SortByKey(folder.organizations);
  SortByKey(folder.items);
  SortByKey(folder.needs);
  SortByKey(folder.offers);
  return folder;
}

TEST(ReadTexts, ReadsAGoodFolderWithoutProblems) {
  const FolderReading reading = ReadTexts(GoodTexts());
  EXPECT_THAT(reading.problems, IsEmpty());
  const Folder& folder = reading.folder;
  EXPECT_THAT(folder.places, SizeIs(3));
  ASSERT_THAT(folder.needs, SizeIs(1));
  EXPECT_EQ(folder.needs[0].name.ToString(), "places/us-tx/needs/n1");
  EXPECT_EQ(folder.needs[0].total, model::BaseUnits(100));
  EXPECT_EQ(folder.needs[0].urgency, model::Urgency::kHigh);
  EXPECT_EQ(folder.needs[0].needed_by, absl::CivilDay(2026, 12, 1));
  EXPECT_EQ(folder.needs[0].substitutes, model::SubstitutePolicy::kAny);
  EXPECT_EQ(folder.needs[0].min_quality_percent, 50);
  ASSERT_THAT(folder.offers, SizeIs(1));
  EXPECT_EQ(folder.offers[0].min_lot, model::Units(10));
  EXPECT_EQ(folder.offers[0].directed_to.value(), "us-tx");
  ASSERT_THAT(folder.items[0].substitutes, SizeIs(1));
  EXPECT_EQ(folder.items[0].substitutes[0].quality_percent, 90);
}

TEST(ReadTexts, TakesByteOrderMarkAndCarriageReturns) {
  FileTexts texts;
  for (const auto& [file, text] : GoodTexts()) {
    std::string windows = "\xEF\xBB\xBF";
    for (const char c : text) {
      if (c == '\n') windows += '\r';
      windows += c;
    }
    texts[file] = windows;
  }
  const FolderReading reading = ReadTexts(texts);
  EXPECT_THAT(reading.problems, IsEmpty());
  EXPECT_EQ(reading.folder, ReadTexts(GoodTexts()).folder);
}

TEST(ReadTexts, PassesOverHxlTagsUnderTheHeader) {
  const Folder folder = ReadTexts(GoodTexts()).folder;
  const FileTexts tagged = WriteTexts(folder, /*hxl=*/true);
  EXPECT_THAT(tagged.at("needs.csv"), HasSubstr("\n#meta+id,#adm+code,"));
  const FolderReading again = ReadTexts(tagged);
  EXPECT_THAT(again.problems, IsEmpty());
  EXPECT_EQ(Sorted(again.folder), Sorted(folder));
}

TEST(ReadTexts, CountsMoneyInMinorUnits) {
  FileTexts texts = GoodTexts();
  texts["needs.csv"] +=
      "usd,us-tx,cash,1234.5,,,,,USD,\n"
      "jpy,us-tx,cash,500,,,,,JPY,\n"
      "kwd,us-tx,cash,0.001,,,,,KWD,\n";
  const FolderReading reading = ReadTexts(texts);
  EXPECT_THAT(reading.problems, IsEmpty());
  ASSERT_THAT(reading.folder.needs, SizeIs(4));
  EXPECT_EQ(reading.folder.needs[1].quantity, model::Units(123450));
  EXPECT_EQ(reading.folder.needs[2].quantity, model::Units(500));
  EXPECT_EQ(reading.folder.needs[3].quantity, model::Units(1));
  const std::string written = WriteTexts(reading.folder).at("needs.csv");
  EXPECT_THAT(written, HasSubstr("usd,us-tx,cash,1234.5,"));
  EXPECT_THAT(written, HasSubstr("kwd,us-tx,cash,0.001,"));
}

TEST(ReadTexts, CountsPacksInBaseUnits) {
  FileTexts texts = GoodTexts();
  texts["needs.csv"] += "boxes,us-tx,mask-box,3,,,,,,\n";
  const FolderReading reading = ReadTexts(texts);
  ASSERT_THAT(reading.folder.needs, SizeIs(2));
  EXPECT_EQ(reading.folder.needs[1].total, model::BaseUnits(150));
}

TEST(ReadTexts, WarnsOfColumnsThatAreNotRead) {
  FileTexts texts;
  texts["places.csv"] =
      "place_id,kind,name_en,poplation,source\n"
      "cn,country,China,1,x\n";
  const FolderReading reading = ReadTexts(texts);
  ASSERT_THAT(reading.problems, SizeIs(2));
  EXPECT_EQ(reading.errors(), 0);
  EXPECT_EQ(ProblemText(reading.problems[0], model::Language::kEnglish, "d"),
            "d/places.csv:1:23: warning: column \"poplation\" is not read; is "
            "it population?");
  EXPECT_EQ(reading.problems[1].reason, "UNKNOWN_COLUMN");
  EXPECT_THAT(reading.folder.places, SizeIs(1));
}

TEST(ReadTexts, NamesTheNearestKnownId) {
  FileTexts texts = GoodTexts();
  texts["needs.csv"] += "n2,us-tz,mask,1,,,,,,\n";
  const FolderReading reading = ReadTexts(texts);
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(ProblemText(reading.problems[0], model::Language::kEnglish),
            "needs.csv:3:4: place_id: place places/us-tz does not exist; give "
            "one that does; nearest: us-tx (Texas)");
  EXPECT_THAT(reading.problems[0].zh, HasSubstr("最接近的是 us-tx(Texas)"));
  EXPECT_THAT(reading.folder.needs, SizeIs(1));
}

TEST(ReadTexts, TellsAllBadRowsInTheOrderOfTheFiles) {
  FileTexts texts = GoodTexts();
  texts["offers.csv"] += "o2,cn-js,mask,0,,,,,,,,\n";
  texts["needs.csv"] += "n2,us-tx,mask,0,wild,,,,,\nn3,us-tx,mask,0,,,,,,\n";
  std::vector<std::string> spots;
  for (const Problem& problem : ReadTexts(texts).problems) {
    spots.push_back(problem.file + ":" + std::to_string(problem.spot.line) +
                    ":" + problem.column);
  }
  EXPECT_THAT(spots, ElementsAre("needs.csv:3:urgency", "needs.csv:4:quantity",
                                 "offers.csv:3:quantity"));
}

TEST(ReadTexts, KnowsLinesBehindCellsOfSeveralLines) {
  FileTexts texts;
  texts["places.csv"] =
      "place_id,kind,name_en\r\ncn,country,\"two\r\nlines\"\r\n\r\nX,city,X\n";
  const FolderReading reading = ReadTexts(texts);
  ASSERT_THAT(reading.folder.places, SizeIs(1));
  EXPECT_EQ(reading.folder.places[0].name_en, "two\nlines");
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].spot, (Spot{5, 1}));
}

TEST(ReadTexts, RefersToWhatIsKnownFromElsewhere) {
  const Folder known = ReadTexts(GoodTexts()).folder;
  const FileTexts texts = {{"needs.csv",
                            "need_id,place_id,item_id,quantity,substitutes\n"
                            "late,us-tx,mask,7,mask-box\n"}};
  const FolderReading reading = ReadTexts(texts, known);
  EXPECT_THAT(reading.problems, IsEmpty());
  EXPECT_THAT(reading.folder.needs, SizeIs(1));
  EXPECT_THAT(reading.folder.places, IsEmpty());
}

TEST(WriteTexts, KeepsEverythingACallerSets) {
  Folder folder = ReadTexts(GoodTexts()).folder;
  model::Place& place = folder.places[1];
  place.aliases = {"Kiangsu; old", "back\\slash", "江苏"};
  place.external_ids = {{"wikidata", "Q16963"}, {"geonames", "1806260"}};
  place.position = model::Position{-5, 1187674000};
  place.population = 84748016;
  place.donor_capacity = 0;
  folder.links[0].note = "quoted \"words\", and\ntwo lines";
  folder.offers[0].certificates = {"CE", "GB 2626"};
  folder.offers[0].note_language = "zh-Hans";
  const FolderReading again = ReadTexts(WriteTexts(folder));
  EXPECT_THAT(again.problems, IsEmpty());
  EXPECT_EQ(Sorted(again.folder), Sorted(folder));
}

TEST(WriteTexts, TellsAnItemFromAWordOfTheSameText) {
  for (const std::string id : {"any", "none"}) {
    FileTexts texts = GoodTexts();
    texts["items.csv"] += id + ",supplies,Mask of any kind,piece,1\n";
    texts["item_substitutes.csv"] += "mask," + id + ",,0.5\n";
    texts["needs.csv"] += "n2,us-tx,mask,1,,, " + id + ",,,\n";
    const FolderReading reading = ReadTexts(texts);
    EXPECT_THAT(reading.problems, IsEmpty());
    ASSERT_THAT(reading.folder.needs, SizeIs(2));
    EXPECT_THAT(reading.folder.needs[1].listed_substitutes,
                ElementsAre(model::ItemId::Trusted(id)));
    const FolderReading again = ReadTexts(WriteTexts(reading.folder));
    EXPECT_EQ(Sorted(again.folder), Sorted(reading.folder));
  }
}

TEST(WriteTexts, GivesTheSameBytesForAnyOrder) {
  Folder folder = ReadTexts(GoodTexts()).folder;
  const FileTexts texts = WriteTexts(folder);
  std::reverse(folder.places.begin(), folder.places.end());
  std::reverse(folder.items.begin(), folder.items.end());
  EXPECT_EQ(WriteTexts(folder), texts);
}

TEST(ReadFolder, RoundTripsTheRealData) {
  const absl::StatusOr<FolderReading> reading = ReadFolder(TWINAID_DEPLOY_DATA);
  ASSERT_THAT(reading, IsOk());
  for (const Problem& problem : reading->problems) {
    EXPECT_EQ(problem.reason, "UNKNOWN_COLUMN")
        << ProblemText(problem, model::Language::kEnglish);
  }
  EXPECT_THAT(reading->folder.places, SizeIs(456));
  EXPECT_THAT(reading->folder.links, SizeIs(257));
  EXPECT_THAT(reading->folder.items, SizeIs(34));
  const FileTexts written = WriteTexts(reading->folder);
  const FolderReading again = ReadTexts(written);
  EXPECT_THAT(again.problems, IsEmpty());
  EXPECT_EQ(Sorted(again.folder), Sorted(reading->folder));
  EXPECT_EQ(WriteTexts(again.folder), written);
}

TEST(ReadFolder, RefusesAFolderWithoutFiles) {
  EXPECT_THAT(ReadFolder("/nowhere/at/all"),
              StatusIs(absl::StatusCode::kInvalidArgument,
                       HasSubstr("/nowhere/at/all")));
}

}  // namespace
}  // namespace twinaid::client
