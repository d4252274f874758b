// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/picture/render.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "tests/client/picture/page_judge.h"
#include "tests/client/picture/sample_page.h"

namespace twinaid::picture {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::size_t TimesIn(const std::string& html, const std::string& what) {
  const std::vector<absl::string_view> parts = absl::StrSplit(html, what);
  return parts.size() - 1;
}

Page PlanPage() {
  Page page = SamplePage();
  page.kind = Kind::kPlan;
  page.moves.clear();
  page.arrivals.clear();
  page.exchanges.clear();
  return page;
}

TEST(Render, MakesAPageWithoutAFault) {
  for (const Language first : {Language::kEnglish, Language::kChinese}) {
    EXPECT_THAT(FaultsOf(Render(SamplePage(), first)), IsEmpty());
    EXPECT_THAT(FaultsOf(Render(PlanPage(), first)), IsEmpty());
  }
}

TEST(Render, GivesEqualBytesForEqualPages) {
  EXPECT_EQ(Render(SamplePage(), Language::kEnglish),
            Render(SamplePage(), Language::kEnglish));
}

TEST(Render, DiffersByLanguageInTheOneShownFirstOnly) {
  const std::string en = Render(SamplePage(), Language::kEnglish);
  const std::string zh = Render(SamplePage(), Language::kChinese);
  EXPECT_THAT(en, AllOf(HasSubstr("<html lang=\"en\">"),
                        HasSubstr("id=\"en\" checked")));
  EXPECT_THAT(zh, AllOf(HasSubstr("<html lang=\"zh-Hans\">"),
                        HasSubstr("id=\"zh\" checked")));
  EXPECT_EQ(en.substr(en.find("<main>")), zh.substr(zh.find("<main>")));
}

TEST(Render, TellsTheSameInBothLanguages) {
  const std::string html = Render(SamplePage(), Language::kEnglish);
  const std::string en = ShownText(html, false);
  const std::string zh = ShownText(html, true);
  EXPECT_THAT(en, AllOf(HasSubstr("San Antonio"), HasSubstr("10 February 2026"),
                        HasSubstr("12,345.50 USD"), HasSubstr("sister city"),
                        HasSubstr("nobody offers it"), Not(HasSubstr("市"))));
  EXPECT_THAT(zh, AllOf(HasSubstr("圣安东尼奥"), HasSubstr("2026年2月10日"),
                        HasSubstr("12,345.50 美元"), HasSubstr("友好城市"),
                        HasSubstr("无人提供"), Not(HasSubstr("sister"))));
  // Who has no Chinese name is shown by the English one.
  EXPECT_THAT(zh, HasSubstr("Pittsburgh"));
}

TEST(Render, ForbidsEverythingButItsOwnStyle) {
  const std::string html = Render(SamplePage(), Language::kEnglish);
  EXPECT_THAT(html, HasSubstr("content=\"default-src 'none'; style-src "
                              "'sha256-"));
  EXPECT_EQ(TimesIn(html, "<style>"), 1);
  for (const char* never : {"http:", "https:", "url(", "@import", "<script",
                            "javascript:", "data:"}) {
    EXPECT_THAT(html, Not(HasSubstr(never)));
  }
}

TEST(Render, KeepsMarkupInEveryTextAsText) {
  const std::string evil = "</span><script>alert(1)</script>\"'&<b>";
  const Words words = {evil, evil + "坏"};
  Page page = SamplePage();
  page.about = page.source = words;
  for (Place& place : page.places) place.name = words;
  for (std::vector<Help>* helps : {&page.pairings, &page.pool}) {
    for (Help& help : *helps) {
      help.tie = words;
      for (Goods& goods : help.goods) goods.item = words;
    }
  }
  for (Coverage& row : page.coverage) row.item = words;
  for (OpenNeed& need : page.critical) need.item = need.why = words;
  for (Arrival& row : page.arrivals) row.item = words;
  for (Exchange& exchange : page.exchanges) {
    exchange.tie = words;
    for (Exchange::Line& line : exchange.lines) line.item = words;
  }
  const std::string html = Render(page, Language::kChinese);
  EXPECT_THAT(FaultsOf(html), IsEmpty());
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_THAT(html, HasSubstr("&lt;script&gt;alert(1)"));
}

TEST(Render, ReplacesWhatIsNoText) {
  Page page = SamplePage();
  page.places[0].name = {std::string("Wu\0xi\x1b[31m\xff", 12), "无\xc3锡"};
  const std::string html = Render(page, Language::kEnglish);
  EXPECT_THAT(FaultsOf(html), IsEmpty());
  EXPECT_THAT(html, HasSubstr("Wu\uFFFDxi\uFFFD[31m\uFFFD"));
  EXPECT_THAT(html, Not(HasSubstr("\x1b")));
}

TEST(Render, DrawsALineForEachPairingWithTwoPositions) {
  const std::string html = Render(SamplePage(), Language::kEnglish);
  // One of the six has a place without a position.
  EXPECT_EQ(TimesIn(html, "<path class=\"pair "), 5);
  EXPECT_EQ(TimesIn(html, "<path class=\"pool "), 1 + 1);  // and the legend's
  EXPECT_THAT(ShownText(html, false),
              HasSubstr("1 place has no position and so no mark"));
  EXPECT_THAT(ShownText(html, false), HasSubstr("each of 5 pairings"));
}

TEST(Render, SaysInWordsWhereThereIsNothing) {
  Page page;
  page.as_of = absl::CivilDay(2026, 2, 10);
  page.about = {"Nothing yet", "尚无内容"};
  const std::string html = Render(page, Language::kEnglish);
  EXPECT_THAT(FaultsOf(html), IsEmpty());
  const std::string en = ShownText(html, false);
  for (const char* said :
       {"There are no pairings.", "No critical need is open.",
        "No needs have been posted.", "No match has been proposed yet.",
        "Nothing has arrived yet.",
        "Nothing has arrived between two places yet."}) {
    EXPECT_THAT(en, HasSubstr(said));
  }
  const std::string zh = ShownText(html, true);
  for (const char* said : {"目前没有结对", "没有尚未满足的危急需求",
                           "尚未发布任何需求", "尚无任何匹配"}) {
    EXPECT_THAT(zh, HasSubstr(said));
  }
}

TEST(Render, LeavesFlowsAndBalanceOutOfAPlan) {
  const std::string html = Render(PlanPage(), Language::kEnglish);
  EXPECT_THAT(html, AllOf(Not(HasSubstr("id=\"flow-title\"")),
                          Not(HasSubstr("id=\"balance-title\"")),
                          HasSubstr("id=\"coverage-title\"")));
}

// What a scheme of every city of the two countries would come to.
TEST(Render, StaysSmallWithFiveThousandPairings) {
  constexpr unsigned kSeed = 7;
  std::mt19937 random(kSeed);
  std::uniform_real_distribution<double> lat(18, 60);
  std::uniform_real_distribution<double> lon(0, 60);
  Page page = SamplePage();
  page.places.clear();
  page.pairings.clear();
  constexpr std::size_t kPlaces = 600;
  for (std::size_t i = 0; i < kPlaces; ++i) {
    const double west = i % 2 == 0 ? 75 : -125;
    page.places.push_back(
        {{absl::StrCat("Place number ", i), absl::StrCat("第", i, "号地方")},
         Position{lat(random), west + lon(random)}});
  }
  constexpr std::size_t kPairings = 5000;
  const Words mask = {"Surgical mask", "医用外科口罩"};
  for (std::size_t i = 0; i < kPairings; ++i) {
    page.pairings.push_back({random() % kPlaces,
                             random() % kPlaces,
                             {"sister city", "友好城市"},
                             Step::kProposed,
                             2,
                             {{mask, "", 1000}, {mask, "", 20}}});
  }
  const std::string html = Render(page, Language::kEnglish);
  EXPECT_THAT(FaultsOf(html), IsEmpty());
  EXPECT_EQ(TimesIn(html, "<path class=\"pair "), kPairings);
  constexpr std::size_t kMegabyte = 1 << 20;
  EXPECT_LT(html.size(), 5 * kMegabyte) << "seed " << kSeed;
  EXPECT_GT(html.size(), 1 * kMegabyte);
  // The first rows at once, the others behind a fold.
  EXPECT_THAT(ShownText(html, false), HasSubstr("Show the other 4,975 rows"));
}

}  // namespace
}  // namespace twinaid::picture
