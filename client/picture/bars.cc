// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/picture/bars.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/picture/html.h"
#include "client/picture/numbers.h"
#include "client/picture/steps.h"

namespace twinaid::picture {

Shares SharesOf(const Coverage& row) {
  if (row.needed <= 0) return {1, 0, 0, 0};
  const auto needed = static_cast<double>(row.needed);
  return {static_cast<double>(row.received) / needed,
          static_cast<double>(row.in_transit) / needed,
          static_cast<double>(row.committed) / needed,
          static_cast<double>(row.proposed) / needed};
}

std::string Bar(const Shares& shares) {
  constexpr double kWhole = 200;
  // A part that is there is seen, however small.
  constexpr double kLeast = 1;
  const std::array<std::pair<absl::string_view, double>, 4> parts = {
      {{"received", shares.received},
       {"dispatched", shares.in_transit},
       {"accepted", shares.committed},
       {"proposed", shares.proposed}}};
  std::string svg =
      "<svg class=\"bar\" viewBox=\"0 0 200 10\" preserveAspectRatio=\"none\" "
      "aria-hidden=\"true\"><rect class=\"f-open\" width=\"200\" "
      "height=\"10\"/>";
  double x = 0;
  for (const auto& [name, share] : parts) {
    if (share <= 0) continue;
    const double width =
        std::clamp(share * kWhole, kLeast, std::max(kLeast, kWhole - x));
    absl::StrAppend(&svg, "<rect class=\"f-", name, "\" x=\"", Length(x),
                    "\" width=\"", Length(width), "\" height=\"10\"/>");
    x += width;
  }
  return absl::StrCat(svg, "</svg>");
}

std::string BarLegend(Kind kind) {
  std::vector<std::pair<absl::string_view, Words>> parts;
  if (kind == Kind::kReport) {
    parts = {{"received", StepWords(Step::kReceived)},
             {"dispatched", StepWords(Step::kDispatched)},
             {"accepted", StepWords(Step::kAccepted)}};
  }
  parts.push_back({"proposed", StepWords(Step::kProposed)});
  parts.push_back({"open", {"still open", "尚缺"}});
  std::string html = "<ul class=\"legend\">";
  for (const auto& [name, words] : parts) {
    absl::StrAppend(&html,
                    "<li><svg class=\"swatch\" viewBox=\"0 0 14 14\" "
                    "aria-hidden=\"true\"><rect class=\"f-",
                    name, "\" width=\"14\" height=\"14\"/></svg>", Both(words),
                    "</li>");
  }
  return absl::StrCat(html, "</ul>\n");
}

}  // namespace twinaid::picture
