// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Colours, periods, columns and bars.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "absl/strings/str_cat.h"
#include "client/picture/bars.h"
#include "client/picture/columns_chart.h"
#include "client/picture/palette.h"
#include "client/picture/periods.h"
#include "client/picture/style.h"

namespace twinaid::picture {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(Palette, HasTheContrastOfWcagAa) {
  EXPECT_THAT(TooClose(kPalette), IsEmpty());
  EXPECT_NEAR(Contrast(0xffffff, 0x000000), 21, 1e-9);
  EXPECT_NEAR(Contrast(0x777777, 0xffffff), 4.48, 0.01);
}

TEST(Palette, IsFoundOutWhereAColourIsTooPale) {
  std::array<Shade, 15> palette = kPalette;
  for (Shade& shade : palette) {
    if (shade.name == "received") shade.light = 0x90d0a0;
  }
  EXPECT_THAT(TooClose(palette),
              ::testing::Contains(HasSubstr("received on land, day")));
}

TEST(Style, SetsEveryColourThatItUses) {
  const std::string css = StyleText();
  for (const Shade& shade : kPalette) {
    EXPECT_THAT(css, HasSubstr(absl::StrCat("--", shade.name, ":#")));
  }
  // What is used and never set would be drawn black.
  for (std::size_t at = css.find("var(--"); at != std::string::npos;
       at = css.find("var(--", at + 1)) {
    const std::size_t from = at + 6;
    const std::string name = css.substr(from, css.find(')', from) - from);
    EXPECT_TRUE(std::any_of(kPalette.begin(), kPalette.end(),
                            [&](const Shade& s) { return s.name == name; }))
        << name;
  }
}

std::vector<Move> MovesOn(absl::CivilDay first, absl::CivilDay last) {
  return {{Step::kProposed, first},
          {Step::kReceived, last},
          {Step::kEnded, last + 1000}};
}

TEST(PeriodsOf, ChoosesTheUnitByTheSpan) {
  const absl::CivilDay first(2026, 1, 30);
  EXPECT_THAT(PeriodsOf({}), IsEmpty());
  EXPECT_THAT(PeriodsOf({{Step::kEnded, first}}), IsEmpty());
  const std::vector<Period> one = PeriodsOf(MovesOn(first, first));
  ASSERT_EQ(one.size(), 1);
  EXPECT_EQ(one[0].counts, (std::array<std::int64_t, 4>{1, 0, 0, 1}));
  const std::vector<Period> days = PeriodsOf(MovesOn(first, first + 30));
  ASSERT_EQ(days.size(), 31);
  EXPECT_EQ(days[2].name.en, "1 February 2026");
  const std::vector<Period> months = PeriodsOf(MovesOn(first, first + 31));
  ASSERT_EQ(months.size(), 3);
  EXPECT_EQ(months[2].name.zh, "2026年3月");
  EXPECT_EQ(months[1].counts, (std::array<std::int64_t, 4>{}));
  const std::vector<Period> years =
      PeriodsOf(MovesOn(first, absl::CivilDay(2030, 1, 1)));
  ASSERT_EQ(years.size(), 5);
  EXPECT_EQ(years[4].name.en, "2030");
}

TEST(RoundStep, IsRoundAndReaches) {
  EXPECT_EQ(RoundStep(1, 4), 1);
  EXPECT_EQ(RoundStep(8, 4), 2);
  EXPECT_EQ(RoundStep(9, 4), 5);
  EXPECT_EQ(RoundStep(4000, 4), 1000);
  // Beyond any count, it still ends.
  EXPECT_GT(RoundStep(std::numeric_limits<std::int64_t>::max() - 4, 4), 0);
}

TEST(Bar, ShowsWhatIsThereAndNotWhatIsNot) {
  EXPECT_THAT(Bar({0, 0, 0, 0}), Not(HasSubstr("f-received")));
  const std::string bar = Bar({0.5, 0, 0, 0.0001});
  EXPECT_THAT(bar, HasSubstr("f-received\" x=\"0\" width=\"100\""));
  // A little is still seen.
  EXPECT_THAT(bar, HasSubstr("f-proposed\" x=\"100\" width=\"1\""));
  EXPECT_THAT(Bar({1, 0, 0, 0}), HasSubstr("x=\"0\" width=\"200\""));
}

TEST(SharesOf, AreOfWhatIsNeeded) {
  Coverage row;
  EXPECT_EQ(SharesOf(row).received, 1);
  row.needed = 8;
  row.received = 2;
  row.proposed = 4;
  EXPECT_EQ(SharesOf(row).received, 0.25);
  EXPECT_EQ(SharesOf(row).proposed, 0.5);
}

}  // namespace
}  // namespace twinaid::picture
