// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/rejects.h"

#include <gmock/gmock.h>

#include "absl/strings/str_replace.h"
#include "client/files/folder.h"
#include "tests/client/files/good_texts.h"

namespace twinaid::client {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr char kHeader[] = "need_id,place_id,item_id,quantity,note\n";

std::string RejectsOf(const FileTexts& texts,
                      model::Language language = model::Language::kEnglish) {
  const FolderReading reading = ReadTexts(texts);
  return RejectsText(reading.raw.at("needs.csv"), reading.problems, language);
}

TEST(RejectsText, HasBadRowsAsTheyWereWithTheReasonBeside) {
  FileTexts texts = GoodTexts();
  texts["needs.csv"] = std::string(kHeader) +
                       "n1,us-tx,mask,5,good\n"
                       "n2,us-tz,mask,\"1,5\",\"a, b\"\n"
                       "n3,us-tx,mask,5,too,many\n";
  EXPECT_EQ(
      RejectsOf(texts),
      "\xEF\xBB\xBFline,problem,suggestion,need_id,place_id,item_id,quantity,"
      "note\n"
      "3,\"place_id: place places/us-tz does not exist; give one that does; "
      "nearest: us-tx (Texas)\nquantity: \"\"1,5\"\" may be 15 or 1.5; write "
      "digits alone or in groups of three as in 10,000, and a point before "
      "decimals\",\"place_id=us-tx\nquantity=15 | 1.5\","
      "n2,us-tz,mask,\"1,5\",\"a, b\"\n"
      "4,\"this row has 6 cells, the header 5; nothing stands above "
      "\"\"many\"\": quote a cell that holds a "
      "comma\",,n3,us-tx,mask,5,too,many\n");
  EXPECT_THAT(RejectsOf(texts, model::Language::kChinese),
              HasSubstr("最接近的是 us-tx"));
}

TEST(RejectsText, IsEmptyWhereNothingWasRefused) {
  EXPECT_EQ(RejectsOf(GoodTexts()), "");
}

TEST(RejectsText, IsReadAgainOnceItIsMended) {
  FileTexts texts = GoodTexts();
  texts["needs.csv"] = std::string(kHeader) + "n2,us-tz,mask,5,x\n";
  const std::string mended =
      absl::StrReplaceAll(RejectsOf(texts), {{",us-tz,", ",us-tx,"}});
  texts["needs.csv"] = mended;
  const FolderReading reading = ReadTexts(texts);
  EXPECT_THAT(reading.problems, IsEmpty());
  ASSERT_THAT(reading.folder.needs, SizeIs(1));
  EXPECT_EQ(reading.folder.needs[0].note, "x");
}

TEST(RejectsText, OfRejectsHasItsColumnsOnce) {
  FileTexts texts = GoodTexts();
  texts["needs.csv"] = std::string(kHeader) + "n2,us-tz,mask,5,x\n";
  const std::string first = RejectsOf(texts);
  texts["needs.csv"] = first;
  EXPECT_EQ(RejectsOf(texts), absl::StrReplaceAll(first, {{"\n2,", "\n2,"}}));
}

}  // namespace
}  // namespace twinaid::client
