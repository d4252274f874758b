// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Text and numbers of a page: html.h and numbers.h.
#include <gtest/gtest.h>

#include <limits>

#include "client/picture/html.h"
#include "client/picture/numbers.h"

namespace twinaid::picture {
namespace {

TEST(Escape, LeavesNoMarkup) {
  EXPECT_EQ(Escape("<script>\"a\" & 'b'</script>"),
            "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;");
  EXPECT_EQ(Escape("无锡市"), "无锡市");
  EXPECT_EQ(Escape("a\nb\tc\rd\x7f"), "a\nb\tc\uFFFDd\uFFFD");
  EXPECT_EQ(Escape("\xc3("), "\uFFFD(");
}

TEST(Both, MarksEachLanguage) {
  EXPECT_EQ(Both({"a<b", "甲"}),
            "<span lang=\"en\">a&lt;b</span><span lang=\"zh-Hans\">甲</span>");
  EXPECT_EQ(Both({"N95", ""}), "<span lang=\"en\" class=\"b\">N95</span>");
  EXPECT_EQ(Both({"12,345", "12,345"}), "12,345");
  EXPECT_EQ(Both({}), "");
}

TEST(Count, KnowsOneFromMany) {
  EXPECT_EQ(Count(1, "need", "needs", "项").en, "1 need");
  EXPECT_EQ(Count(1200, "need", "needs", "项"),
            (Words{"1,200 needs", "1,200 项"}));
}

TEST(Grouped, TakesAnyNumber) {
  EXPECT_EQ(Grouped(0), "0");
  EXPECT_EQ(Grouped(999), "999");
  EXPECT_EQ(Grouped(-1000), "-1,000");
  EXPECT_EQ(Grouped(std::numeric_limits<std::int64_t>::min()),
            "-9,223,372,036,854,775,808");
  EXPECT_EQ(
      Grouped(absl::int128{std::numeric_limits<std::int64_t>::max()} * 10),
      "92,233,720,368,547,758,070");
}

TEST(Rounded, SpeaksToEachReader) {
  EXPECT_EQ(Rounded(9999), (Words{"9,999", "9,999"}));
  EXPECT_EQ(Rounded(1350400), (Words{"1.35 million", "135.04万"}));
  EXPECT_EQ(Rounded(20000), (Words{"20,000", "2万"}));
  EXPECT_EQ(Rounded(2'500'000'000), (Words{"2.5 billion", "25亿"}));
}

TEST(Amount, TellsMoneyInMajorUnits) {
  EXPECT_EQ(Amount(500, ""), (Words{"500", "500"}));
  EXPECT_EQ(Amount(1234550, "CNY"), (Words{"12,345.50 CNY", "12,345.50 元"}));
  EXPECT_EQ(Amount(5, "USD"), (Words{"0.05 USD", "0.05 美元"}));
  EXPECT_EQ(Amount(-5, "USD").en, "-0.05 USD");
  EXPECT_EQ(Amount(1200, "JPY"), (Words{"1,200 JPY", "1,200 JPY"}));
  EXPECT_EQ(Amount(1234, "KWD").en, "1.234 KWD");
}

TEST(Percent, NeverRoundsToNothingOrAll) {
  EXPECT_EQ(Percent(0, 5), "0%");
  EXPECT_EQ(Percent(5, 5), "100%");
  EXPECT_EQ(Percent(0, 0), "100%");
  EXPECT_EQ(Percent(3, 8), "37.5%");
  EXPECT_EQ(Percent(1, 1e9), "0.1%");
  EXPECT_EQ(Percent(1e9 - 1, 1e9), "99.9%");
}

TEST(DayText, IsAsEachReaderWritesIt) {
  EXPECT_EQ(DayText(absl::CivilDay(2026, 2, 1)),
            (Words{"1 February 2026", "2026年2月1日"}));
  EXPECT_EQ(MonthText(absl::CivilMonth(2020, 12)),
            (Words{"December 2020", "2020年12月"}));
  EXPECT_EQ(ShortDay(absl::CivilDay(2026, 9, 30)),
            (Words{"30 Sep", "9月30日"}));
  EXPECT_EQ(ShortMonth(absl::CivilMonth(2008, 5)),
            (Words{"May 08", "08年5月"}));
}

TEST(Length, HasAtMostOneDecimal) {
  EXPECT_EQ(Length(12), "12");
  EXPECT_EQ(Length(12.55), "12.6");
  EXPECT_EQ(Length(-0.01), "0");
}

}  // namespace
}  // namespace twinaid::picture
