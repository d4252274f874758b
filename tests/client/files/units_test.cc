// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/units.h"

#include <gmock/gmock.h>

#include "client/files/folder.h"
#include "service/model/unit_words.h"
#include "tests/client/files/good_texts.h"

namespace twinaid::client {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

FolderReading ReadNeed(const std::string& item, const std::string& quantity,
                       const std::string& unit,
                       const std::string& currency = "") {
  FileTexts texts = GoodTexts();
  texts["needs.csv"] = "need_id,place_id,item_id,quantity,unit,currency\nn1," +
                       std::string("us-tx,") + item + "," + quantity + "," +
                       unit + "," + currency + "\n";
  return ReadTexts(texts);
}

TEST(UnitWord, IsOneForBothLanguages) {
  for (const char* typed : {"piece", "Pieces", "pcs", "PCS.", "只", "件"}) {
    EXPECT_EQ(UnitWord(typed), "piece") << typed;
  }
  EXPECT_NE(UnitWord("盒"), UnitWord("箱"));
  EXPECT_NE(UnitWord("套"), UnitWord("件"));
  EXPECT_EQ(UnitWord("Tonne"), "tonne");
}

// What a table shows can be copied into a file.
TEST(UnitWord, IsReadAsItIsShown) {
  for (const auto& [unit, chinese] : model::UnitWords()) {
    EXPECT_EQ(UnitWord(chinese), unit);
    EXPECT_EQ(UnitWord(unit), unit);
  }
}

TEST(Units, OfTheItemAreTaken) {
  for (const char* unit : {"", "piece", "Pieces", "只"}) {
    EXPECT_THAT(ReadNeed("mask", "100", unit).problems, IsEmpty()) << unit;
  }
  EXPECT_THAT(ReadNeed("mask-box", "2", "盒").problems, IsEmpty());
}

// The folder says that a box of 50 stands in for masks.
TEST(Units, OfAPackAreRefusedWithWhatWouldBeRight) {
  const FolderReading reading = ReadNeed("mask", "3", "boxes");
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].reason, "UNIT_MISMATCH");
  EXPECT_EQ(reading.problems[0].column, "unit");
  EXPECT_EQ(reading.problems[0].en,
            "unit: mask is counted in piece, not in \"boxes\"; by base content "
            "(1 piece = 1, 1 boxes = 50) 3 boxes = 150 piece: write that, or "
            "take mask-box");
  EXPECT_THAT(reading.problems[0].zh, HasSubstr("3 boxes = 150 piece"));
  EXPECT_THAT(reading.folder.needs, IsEmpty());
}

TEST(Units, OfPiecesAreRefusedForAPack) {
  const FolderReading whole = ReadNeed("mask-box", "150", "只");
  ASSERT_THAT(whole.problems, SizeIs(1));
  EXPECT_THAT(whole.problems[0].en, HasSubstr("150 只 = 3 box: write that"));
  const FolderReading broken = ReadNeed("mask-box", "120", "piece");
  ASSERT_THAT(broken.problems, SizeIs(1));
  EXPECT_THAT(broken.problems[0].en, HasSubstr("> 2 box, no whole number"));
}

TEST(Units, ThatNothingIsKnownOfAreRefused) {
  const FolderReading reading = ReadNeed("mask", "3", "carton");
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_THAT(reading.problems[0].en,
              HasSubstr("write how many piece there are in all"));
}

TEST(Units, OfMoneyAreItsCurrency) {
  for (const char* unit : {"", "CNY", "cny", "元", "人民币", "currency"}) {
    EXPECT_THAT(ReadNeed("cash", "5", unit, "CNY").problems, IsEmpty()) << unit;
  }
  for (const char* unit : {"万元", "USD", "美元", "piece"}) {
    EXPECT_THAT(ReadNeed("cash", "5", unit, "CNY").problems, Not(IsEmpty()))
        << unit;
  }
}

TEST(Units, AreWrittenBesideQuantities) {
  FileTexts texts = GoodTexts();
  texts["needs.csv"] += "boxes,us-tx,mask-box,3,,,,,,\n";
  const FileTexts written = WriteTexts(ReadTexts(texts).folder);
  EXPECT_THAT(written.at("needs.csv"),
              HasSubstr("boxes,us-tx,mask-box,3,box,"));
  EXPECT_THAT(written.at("offers.csv"), HasSubstr("o1,cn-js,mask,80,piece,"));
}

}  // namespace
}  // namespace twinaid::client
