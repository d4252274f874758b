// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The judge of pages finds every fault that is planted.
#include "tests/client/picture/page_judge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"

namespace twinaid::picture {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string PageOf(const std::string& body) {
  return absl::StrCat("<!DOCTYPE html>\n<html lang=\"en\"><body>", body,
                      "</body></html>\n");
}

TEST(PageJudge, HasNothingAgainstAGoodPage) {
  EXPECT_THAT(FaultsOf(PageOf("<p id=\"a\"><span lang=\"en\">one</span>"
                              "<span lang=\"zh-Hans\">一</span> 1 &lt; 2</p>"
                              "<label for=\"a\"></label>"
                              "<span lang=\"en\" class=\"b\">N95</span>")),
              IsEmpty());
}

struct Planted {
  const char* name;
  const char* body;
  const char* found;
};

class PageJudgeFinds : public ::testing::TestWithParam<Planted> {};

TEST_P(PageJudgeFinds, ThePlantedFault) {
  EXPECT_THAT(FaultsOf(PageOf(GetParam().body)),
              Contains(HasSubstr(GetParam().found)));
}

INSTANTIATE_TEST_SUITE_P(
    All, PageJudgeFinds,
    ::testing::Values(
        Planted{"AScript", "<script>alert(1)</script>", "no element of ours"},
        Planted{"AnImage", "<img src=\"x\">", "no element of ours"},
        Planted{"AHandler", "<p onclick=\"x\"></p>", "may not be"},
        Planted{"AStyleInPlace", "<p style=\"x\"></p>", "may not be"},
        Planted{"AnAddress", "<use href=\"https://example.org/\"/>",
                "an address"},
        Planted{"NoChinese", "<p><span lang=\"en\">one</span></p>",
                "no Chinese"},
        Planted{"NoEnglish", "<p><span lang=\"zh-Hans\">一</span></p>",
                "without English"},
        Planted{"NoWords",
                "<span lang=\"en\">a</span><span lang=\"zh-Hans\"></span>",
                "no words"},
        Planted{"ElementsThatCross", "<p><b></p></b>", "does not nest"},
        Planted{"AnElementLeftOpen", "<p>", "does not nest"},
        Planted{"AnIdTwice", "<p id=\"a\"></p><p id=\"a\"></p>", "id twice"},
        Planted{"AnIdThatIsNotThere", "<label for=\"a\"></label>",
                "no element has the id"},
        Planted{"ABareAmpersand", "<p>Bed & Breakfast</p>", "no entity"},
        Planted{"ABareLess", "<p>1 < 2</p>", "no markup"}),
    [](const auto& planted) { return planted.param.name; });

}  // namespace
}  // namespace twinaid::picture
