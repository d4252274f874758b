// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Numbers and days as people write them.
#include <gmock/gmock.h>

#include "client/files/date.h"
#include "client/files/folder.h"
#include "client/files/number.h"
#include "tests/client/files/good_texts.h"

namespace twinaid::client {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(ReadNumber, TakesWhatIsSure) {
  const std::pair<const char*, const char*> cases[] = {
      {"10000", "10000"},       {"10,000", "10000"},       {"10 000", "10000"},
      {"1,234,567", "1234567"}, {"１０，０００", "10000"}, {" 5 ", "5"},
      {"10\u00a0000", "10000"}, {"-1,250.50", "-1250.50"}, {"1万", "10000"},
      {"1.5 万", "15000"},      {"2亿", "200000000"},      {"3千", "3000"},
      {"1.23456万", "12345.6"}, {"1.000", "1.000"},        {"007", "007"}};
  for (const auto& [typed, plain] : cases) {
    EXPECT_EQ(ReadNumber(typed).plain.value_or("none"), plain) << typed;
  }
}

TEST(ReadNumber, SaysBothReadingsOfTheOthers) {
  EXPECT_THAT(ReadNumber("1,5").candidates, ElementsAre("15", "1.5"));
  EXPECT_THAT(ReadNumber("1250,50").candidates,
              ElementsAre("125050", "1250.50"));
  EXPECT_THAT(ReadNumber("1,0000").candidates, ElementsAre("10000", "1.0000"));
  EXPECT_THAT(ReadNumber("1.234,50").candidates, ElementsAre("1234.50"));
  EXPECT_THAT(ReadNumber("1.234.567").candidates, ElementsAre("1234567"));
  for (const char* typed : {"1,5", "1.234,50", "1.234.567", "1,23,456"}) {
    EXPECT_FALSE(ReadNumber(typed).plain.has_value()) << typed;
  }
}

TEST(ReadNumber, TakesNothingElse) {
  for (const char* typed : {"", "-", "five", "5k", "1e5", "+5", "0x10", "5-",
                            "1, 000", "1 万 2", "万", ".5", "5.", "1,,000"}) {
    EXPECT_FALSE(ReadNumber(typed).plain.has_value()) << typed;
  }
}

TEST(ReadingsOfPoint, AreTwoForThreeDigits) {
  EXPECT_THAT(ReadingsOfPoint("1.000"), ElementsAre("1000", "1.000"));
  EXPECT_THAT(ReadingsOfPoint("1.00"), IsEmpty());
  EXPECT_THAT(ReadingsOfPoint("0.500"), IsEmpty());
  EXPECT_THAT(ReadingsOfPoint("1000.000"), IsEmpty());
  EXPECT_THAT(ReadingsOfPoint("1000"), IsEmpty());
}

TEST(ReadDate, TakesAllThatBeginWithTheYearOrNameTheMonth) {
  for (const char* typed :
       {"2020-02-10", "2020-2-10", "2020/2/10", "2020.2.10", "20200210",
        "2020年2月10日", "2020 年 02 月 10 日", "２０２０年２月１０日",
        "2020/2/10 0:00", "2020-02-10 00:00:00", "10 Feb 2020", "10-Feb-2020",
        "Feb 10, 2020", "February 10, 2020"}) {
    EXPECT_EQ(ReadDate(typed).day, absl::CivilDay(2020, 2, 10)) << typed;
  }
  EXPECT_EQ(ReadDate("5/5/2020").day, absl::CivilDay(2020, 5, 5));
}

TEST(ReadDate, SaysBothOrdersOfTheOthers) {
  const DateReading date = ReadDate("2/10/2020");
  EXPECT_FALSE(date.day.has_value());
  EXPECT_EQ(date.month_first, absl::CivilDay(2020, 2, 10));
  EXPECT_EQ(date.day_first, absl::CivilDay(2020, 10, 2));
  EXPECT_EQ(date.order(), DateOrder::kUnknown);
  EXPECT_EQ(ReadDate("2/13/2020").order(), DateOrder::kMonthFirst);
  EXPECT_EQ(ReadDate("13.2.2020").order(), DateOrder::kDayFirst);
}

TEST(ReadDate, TakesNothingElse) {
  for (const char* typed :
       {"", "2020", "2020-02-30", "2020-13-01", "31/31/2020", "10/2/20",
        "43871", "2020年", "20年2月10日", "soon", "2020-02-10 12:30",
        "2020/02-10", "1/2/3/2020", "10 Foo 2020", "-1-2-2020"}) {
    const DateReading date = ReadDate(typed);
    EXPECT_FALSE(date.day || date.month_first || date.day_first) << typed;
  }
  EXPECT_TRUE(ReadDate("10/2/20").short_year);
  EXPECT_TRUE(ReadDate("20年2月10日").short_year);
}

FolderReading ReadDays(const std::string& rows,
                       const ReadingOptions& options = {}) {
  FileTexts texts = GoodTexts();
  texts["needs.csv"] = "need_id,place_id,item_id,quantity,needed_by\n" + rows;
  return ReadTexts(texts, {}, options);
}

TEST(Days, ADayAboveTwelveSettlesItForTheFile) {
  const FolderReading us =
      ReadDays("a,us-tx,mask,1,2/10/2020\nb,us-tx,mask,1,2/13/2020\n");
  EXPECT_THAT(us.problems, IsEmpty());
  ASSERT_THAT(us.folder.needs, SizeIs(2));
  EXPECT_EQ(us.folder.needs[0].needed_by, absl::CivilDay(2020, 2, 10));
  ASSERT_THAT(us.notes, SizeIs(1));
  EXPECT_EQ(us.notes[0].en,
            "needs.csv: days with the month first, as line 3 shows");
  const FolderReading other =
      ReadDays("a,us-tx,mask,1,2/10/2020\nb,us-tx,mask,1,13/2/2020\n");
  ASSERT_THAT(other.folder.needs, SizeIs(2));
  EXPECT_EQ(other.folder.needs[0].needed_by, absl::CivilDay(2020, 10, 2));
}

TEST(Days, AreAskedAboutWhereNothingSettlesIt) {
  const FolderReading reading = ReadDays("a,us-tx,mask,1,2/10/2020\n");
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].reason, "AMBIGUOUS_DATE");
  EXPECT_THAT(reading.problems[0].en,
              HasSubstr("2020-02-10 with the month first (--dates mdy) or "
                        "2020-10-02 with the day first (--dates dmy)"));
  EXPECT_THAT(reading.problems[0].suggestions,
              ElementsAre("2020-02-10", "2020-10-02"));
  ReadingOptions said;
  said.dates = DateOrder::kDayFirst;
  const FolderReading day_first = ReadDays("a,us-tx,mask,1,2/10/2020\n", said);
  ASSERT_THAT(day_first.folder.needs, SizeIs(1));
  EXPECT_EQ(day_first.folder.needs[0].needed_by, absl::CivilDay(2020, 10, 2));
  // What was said is held to.
  EXPECT_EQ(ReadDays("a,us-tx,mask,1,2/13/2020\n", said).errors(), 1);
}

TEST(Days, OfAFileWithBothOrdersAreNotGuessed) {
  const FolderReading reading = ReadDays(
      "a,us-tx,mask,1,2/13/2020\nb,us-tx,mask,1,13/2/2020\n"
      "c,us-tx,mask,1,2/10/2020\n");
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_EQ(reading.problems[0].spot.line, 4);
  EXPECT_THAT(reading.problems[0].en,
              HasSubstr("both orders, in lines 2 and 3"));
  EXPECT_THAT(reading.folder.needs, SizeIs(2));
}

TEST(Quantities, ArePlainInEveryForm) {
  const FolderReading reading =
      ReadDays("a,us-tx,mask,\"10,000\",\nb,us-tx,mask,１万,\n");
  ASSERT_THAT(reading.folder.needs, SizeIs(2));
  EXPECT_EQ(reading.folder.needs[0].quantity, model::Units(10000));
  EXPECT_EQ(reading.folder.needs[1].quantity, model::Units(10000));
}

TEST(Quantities, ThatMayBeTwoAreTold) {
  const FolderReading reading = ReadDays("a,us-tx,mask,\"1,5\",\n");
  ASSERT_THAT(reading.problems, SizeIs(1));
  EXPECT_THAT(reading.problems[0].en, HasSubstr("\"1,5\" may be 15 or 1.5"));
  EXPECT_THAT(reading.problems[0].zh, HasSubstr("15 或 1.5"));
}

}  // namespace
}  // namespace twinaid::client
