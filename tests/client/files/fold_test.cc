// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/fold.h"

#include <gmock/gmock.h>

#include "client/files/short_names.h"

namespace twinaid::client {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Folded, IsTheSameForEveryKeyboard) {
  for (const char* text : {"San Antonio", " san  ANTONIO ", "San-Antonio",
                           "ＳＡＮ　ＡＮＴＯＮＩＯ", "san\u00a0antonio"}) {
    EXPECT_EQ(Folded(text), "sanantonio") << text;
  }
  EXPECT_EQ(Folded("Washington, D.C."), Folded("Washington DC"));
  EXPECT_EQ(Folded("Ma'anshan"), Folded("Ma\u2019anshan"));
  EXPECT_EQ(Folded("口罩（类型未注明）"), Folded("口罩(类型未注明)"));
}

TEST(Folded, KeepsWhatTellsNamesApart) {
  EXPECT_NE(Folded("Shanxi"), Folded("Shaanxi"));
  EXPECT_NE(Folded("N95"), Folded("KN95"));
  EXPECT_NE(Folded("山西"), Folded("陕西"));
  EXPECT_NE(Folded("San José"), Folded("San Jose"));
  EXPECT_NE(Folded("A+"), Folded("A"));
}

TEST(Folded, KeepsNumbersApart) {
  EXPECT_NE(Folded("Syringe 1.0 ml"), Folded("Syringe 10 ml"));
  EXPECT_NE(Folded("Suture 2-0"), Folded("Suture 20"));
  EXPECT_NE(Folded("2.5号针头"), Folded("25号针头"));
  EXPECT_EQ(Folded("Suture 2-0"), Folded("suture 2 0"));
  EXPECT_EQ(Folded("Syringe 10ml"), Folded("Syringe 10 ml"));
  EXPECT_EQ(Folded("6307.90"), Folded("630790")) << "a code";
}

TEST(Folded, IsEmptyWhereThereIsNoName) {
  EXPECT_EQ(Folded(""), "");
  EXPECT_EQ(Folded(" -,.（）"), "");
  EXPECT_EQ(Folded("\xFF\xFE"), "");
}

TEST(FoldedWords, AreCutBetweenChineseAndOtherLetters) {
  EXPECT_THAT(FoldedWords("N95口罩"), ElementsAre("n95", "口罩"));
  EXPECT_THAT(FoldedWords("N95/KN95 mask"), ElementsAre("n95", "kn95", "mask"));
  EXPECT_THAT(FoldedWords("  "), IsEmpty());
}

std::string Short(absl::string_view name) {
  const auto found = WithoutKindWord(name);
  return found.has_value() ? found->text : "";
}

TEST(WithoutKindWord, KnowsTheWordsOfBothLanguages) {
  EXPECT_EQ(Short("无锡市"), "无锡");
  EXPECT_EQ(Short("得克萨斯州"), "得克萨斯");
  EXPECT_EQ(Short("广西壮族自治区"), "广西");
  EXPECT_EQ(Short("恩施土家族苗族自治州"), "恩施");
  EXPECT_EQ(Short("Jilin City"), "Jilin");
  EXPECT_EQ(Short("Guangxi Zhuang Autonomous Region"), "Guangxi");
  EXPECT_EQ(Short("Enshi Tujia and Miao Autonomous Prefecture"), "Enshi");
}

TEST(WithoutKindWord, LeavesWhatWouldBeNoName) {
  EXPECT_EQ(Short("蓟县"), "");
  EXPECT_EQ(Short("Houston"), "");
  EXPECT_EQ(Short("市"), "");
  EXPECT_EQ(Short("City"), "");
}

}  // namespace
}  // namespace twinaid::client
