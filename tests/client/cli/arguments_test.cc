// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/arguments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/cli/reason_text.h"
#include "twinaid/v1/round.pb.h"
#include "twinaid/v1/sister_link.pb.h"

namespace twinaid::client {
namespace {

TEST(Names, AreMadeOfShortAndOfFullForms) {
  EXPECT_EQ(PlaceName("cn-js-wuxi"), "places/cn-js-wuxi");
  EXPECT_EQ(PlaceName("places/cn-js-wuxi"), "places/cn-js-wuxi");
  EXPECT_EQ(PlaceName(""), "");
  EXPECT_EQ(NeedName("cn-js-wuxi/masks"), "places/cn-js-wuxi/needs/masks");
  EXPECT_EQ(NeedName("places/p/needs/n"), "places/p/needs/n");
  EXPECT_EQ(RoundName("r-1"), "schemes/default/rounds/r-1");
  EXPECT_EQ(RoundName("hubei/r-1"), "schemes/hubei/rounds/r-1");
  EXPECT_EQ(PairingName("schemes/s/pairings/p"), "schemes/s/pairings/p");
  EXPECT_EQ(PairingName(""), "");
}

TEST(Names, AreShortenedForPeople) {
  EXPECT_EQ(ShortName("places/p/needs/n"), "p/n");
  EXPECT_EQ(IdOf("matches/m-1"), "m-1");
}

TEST(Words, ComeFromTheEnum) {
  EXPECT_EQ(EnumWord(v1::SisterLink::SISTER_CITY), "sister_city");
  EXPECT_EQ(EnumWord(v1::SisterLink::KIND_UNSPECIFIED), "");
  EXPECT_EQ(EnumValue<v1::SisterLink::Kind>("Sister_City"),
            v1::SisterLink::SISTER_CITY);
}

TEST(ParseDate, TakesOneFormOnly) {
  EXPECT_EQ(DateText(*ParseDate("2026-02-28")), "2026-02-28");
  for (const char* bad : {"", "2026-2-28", "2026-02-30", "28.02.2026"}) {
    EXPECT_FALSE(ParseDate(bad).has_value()) << bad;
  }
}

TEST(ParseTime, TakesADateOrRfc3339) {
  EXPECT_EQ(TimeText(*ParseTime("2020-02-10")), "2020-02-10 00:00:00Z");
  EXPECT_EQ(TimeText(*ParseTime("2020-02-10T08:00:00+08:00")),
            "2020-02-10 00:00:00Z");
  EXPECT_FALSE(ParseTime("yesterday").has_value());
}

TEST(Quantities, AreGroupedForPeople) {
  EXPECT_EQ(QuantityText(999, ""), "999");
  EXPECT_EQ(QuantityText(1234567, ""), "1,234,567");
  EXPECT_EQ(QuantityText(1234550, "CNY"), "12,345.50 CNY");
  EXPECT_EQ(QuantityText(1500, "JPY"), "1,500 JPY");
}

TEST(Quantities, AreWholeNumbersOrAmountsOfMoney) {
  EXPECT_EQ(ParseQuantity("5000", ""), 5000);
  EXPECT_EQ(ParseQuantity("-20", ""), -20);
  EXPECT_EQ(ParseQuantity("12345.5", "CNY"), 1234550);
  EXPECT_EQ(ParseQuantity("7", "CNY"), 700);
  EXPECT_EQ(ParseQuantity("1500", "JPY"), 1500);
  EXPECT_EQ(ParseQuantity("21,200", ""), 21200);
  EXPECT_EQ(ParseQuantity("3万", ""), 30000);
  EXPECT_EQ(ParseQuantity("12,345.50", "CNY"), 1234550);
}

TEST(Quantities, OfAnyOtherFormAreRefused) {
  for (const char* bad : {"", "-", ".", "1.5", "5.", "1e3", "1,00", "1.000",
                          "0x10", "9223372036854775808"}) {
    EXPECT_EQ(ParseQuantity(bad, ""), std::nullopt) << bad;
  }
  EXPECT_EQ(ParseQuantity("1.234", "CNY"), std::nullopt);
  EXPECT_EQ(ParseQuantity("1.5", "JPY"), std::nullopt);
  EXPECT_EQ(ParseQuantity(".5", "CNY"), std::nullopt);
  EXPECT_EQ(ParseQuantity("1.-5", "CNY"), std::nullopt);
}

TEST(Filters, QuoteValuesAndLeaveOutWhatIsEmpty) {
  EXPECT_EQ(JoinFilter({Equals("kind", "city"), Equals("place", ""),
                        Equals("name", "a\"b")}),
            "kind = \"city\" AND name = \"a\\\"b\"");
}

TEST(ReasonText, IsThereForEveryReasonInBothLanguages) {
  for (const std::string& word : EnumWords<v1::UnmetNeed::Reason>()) {
    const auto reason = EnumValue<v1::UnmetNeed::Reason>(word);
    EXPECT_NE(ReasonText(reason, false), "") << word;
    EXPECT_NE(ReasonText(reason, true), "") << word;
  }
}

TEST(PointsText, SaysWhichShareOfEachUrgency) {
  v1::TierPoints points;
  EXPECT_EQ(PointsText(points, false), "0");
  points.set_critical(std::int64_t{1} << 44);
  points.set_low(std::int64_t{1} << 42);
  EXPECT_EQ(PointsText(points, false), "critical 100.0%, low 25.0%");
  EXPECT_EQ(PointsText(points, true), "危急 100.0%、低 25.0%");
}

}  // namespace
}  // namespace twinaid::client
