// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/picture/columns_chart.h"

#include <algorithm>
#include <limits>

#include "absl/strings/str_cat.h"
#include "client/picture/html.h"
#include "client/picture/numbers.h"
#include "client/picture/steps.h"

namespace twinaid::picture {
namespace {

constexpr double kWidth = 1000;
constexpr double kLeft = 60;
constexpr double kTop = 30;
constexpr double kBase = 230;
constexpr double kHeight = 290;
constexpr std::int64_t kParts = 4;
constexpr std::size_t kSorts = 4;

// Names of periods that find room, for one language and one size of letters.
std::string AxisNames(const std::vector<Period>& periods, Language language,
                      bool narrow, double slot) {
  const std::size_t most = narrow ? 4 : 12;
  const std::size_t every = (periods.size() + most - 1) / most;
  std::string svg =
      absl::StrCat("<g class=\"names ", narrow ? "narrow" : "wide",
                   "\" lang=\"", LanguageTag(language), "\">");
  for (std::size_t i = 0; i < periods.size(); i += every) {
    absl::StrAppend(&svg, "<text class=\"m\" x=\"",
                    Length(kLeft + slot * (static_cast<double>(i) + 0.5)),
                    "\" y=\"", Length(kBase + (narrow ? 34 : 22)), "\">",
                    Escape(periods[i].axis_name.In(language)), "</text>");
  }
  return absl::StrCat(svg, "</g>\n");
}

}  // namespace

std::int64_t RoundStep(std::int64_t most, std::int64_t parts) {
  std::int64_t ten = 1;
  constexpr std::int64_t kLargest =
      std::numeric_limits<std::int64_t>::max() / 100;
  for (;;) {
    for (const std::int64_t digit : {1, 2, 5}) {
      const std::int64_t step = digit * ten;
      if (step >= kLargest || step >= (most + parts - 1) / parts) return step;
    }
    ten *= 10;
  }
}

std::string ColumnsChart(const std::vector<Period>& periods,
                         const std::string& labelled_by) {
  std::int64_t most = 1;
  for (const Period& period : periods) {
    most = std::max(
        most, *std::max_element(period.counts.begin(), period.counts.end()));
  }
  const std::int64_t step = RoundStep(most, kParts);
  const std::int64_t lines = (most + step - 1) / step;
  const double unit = (kBase - kTop) / static_cast<double>(lines * step);
  std::string svg = absl::StrCat(
      "<svg class=\"chart\" role=\"img\" aria-labelledby=\"", labelled_by,
      "\" viewBox=\"0 0 1000 ", Length(kHeight), "\">\n");
  for (std::int64_t i = 0; i <= lines; ++i) {
    const double y = kBase - static_cast<double>(i * step) * unit;
    absl::StrAppend(&svg, "<path class=\"grid\" d=\"M", Length(kLeft), " ",
                    Length(y), "H1000\"/><text class=\"e figure\" x=\"",
                    Length(kLeft - 8), "\" y=\"", Length(y + 4), "\">",
                    Grouped(i * step), "</text>\n");
  }
  const double slot = (kWidth - kLeft) / static_cast<double>(periods.size());
  // A quarter of a slot is left free, and no column is wider than a thumb.
  constexpr double kWidest = 44;
  const double width = std::min(slot * 0.76 / kSorts, kWidest);
  for (std::size_t i = 0; i < periods.size(); ++i) {
    const double middle = kLeft + slot * (static_cast<double>(i) + 0.5);
    for (std::size_t sort = 0; sort < kSorts; ++sort) {
      const std::int64_t count = periods[i].counts[sort];
      if (count == 0) continue;
      const double height = static_cast<double>(count) * unit;
      const Words words = StepWords(kSteps[sort]);
      absl::StrAppend(
          &svg, "<rect class=\"f-", StepName(kSteps[sort]), "\" x=\"",
          Length(middle + (static_cast<double>(sort) - 2) * width), "\" y=\"",
          Length(kBase - height), "\" width=\"", Length(width * 0.9),
          "\" height=\"", Length(height), "\"><title>", Side(periods[i].name),
          ": ", Grouped(count), " ", Side(words), "</title></rect>\n");
    }
  }
  for (const Language language : {Language::kEnglish, Language::kChinese}) {
    for (const bool narrow : {false, true}) {
      absl::StrAppend(&svg, AxisNames(periods, language, narrow, slot));
    }
  }
  return absl::StrCat(svg, "</svg>\n");
}

}  // namespace twinaid::picture
