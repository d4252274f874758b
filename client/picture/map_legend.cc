// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/picture/map_legend.h"

#include <algorithm>
#include <cstdint>

#include "absl/strings/str_cat.h"
#include "client/picture/html.h"
#include "client/picture/numbers.h"
#include "client/picture/steps.h"

namespace twinaid::picture {
namespace {

std::string LegendLine(absl::string_view classes, const Words& words) {
  return absl::StrCat(
      "<li><svg class=\"key\" viewBox=\"0 0 40 14\" aria-hidden=\"true\"><path "
      "class=\"",
      classes, "\" d=\"M2 7h36\"/></svg>", Both(words), "</li>");
}

}  // namespace

bool IsDrawn(const Page& page, const Help& help) {
  return page.places[help.donor].position.has_value() &&
         page.places[help.recipient].position.has_value();
}

std::string MapLegend(const Page& page, const std::vector<PlaceRole>& roles) {
  std::string html = "<ul class=\"legend\">";
  for (const Step step : kSteps) {
    if (std::any_of(page.pairings.begin(), page.pairings.end(),
                    [&](const Help& help) { return help.step == step; })) {
      absl::StrAppend(&html, LegendLine(absl::StrCat("s-", StepName(step)),
                                        StepWords(step)));
    }
  }
  if (!page.pool.empty()) {
    absl::StrAppend(&html, LegendLine("pool s-proposed",
                                      {"thin: from the pool, without a pairing",
                                       "细线：来自统筹余量，未结对"}));
  }
  for (const Role role : kRoles) {
    if (std::any_of(roles.begin(), roles.end(), [&](const PlaceRole& place) {
          return place.role == role;
        })) {
      absl::StrAppend(&html,
                      "<li><svg class=\"swatch\" viewBox=\"0 0 14 14\" "
                      "aria-hidden=\"true\">",
                      MarkSvg(role, {7, 7}, 5), "</svg>", Both(RoleWords(role)),
                      "</li>");
    }
  }
  return absl::StrCat(html, "</ul>\n");
}

std::string MapText(const Page& page, const std::vector<PlaceRole>& roles,
                    bool divided) {
  const auto drawn = [&](const std::vector<Help>& helps) {
    return std::count_if(helps.begin(), helps.end(),
                         [&](const Help& help) { return IsDrawn(page, help); });
  };
  const std::int64_t lines = drawn(page.pairings);
  const auto all = static_cast<std::int64_t>(page.pairings.size());
  const std::int64_t pool = drawn(page.pool);
  std::int64_t nowhere = 0;
  for (std::size_t i = 0; i < page.places.size(); ++i) {
    if (roles[i].role != Role::kNone && !page.places[i].position) ++nowhere;
  }
  std::string html = "<p id=\"map-text\">";
  if (all == 0 && page.pool.empty()) {
    absl::StrAppend(&html,
                    Both({"No places are paired, so the map has no lines.",
                          "目前没有结对，地图上没有连线。"}));
  } else {
    const Words pairs = Count(lines, "pairing", "pairings", "对结对");
    absl::StrAppend(
        &html,
        Both({absl::StrCat("The map has a line for each of ", pairs.en,
                           "; it bends to the left on its way from the place "
                           "that gives to the place that receives."),
              absl::StrCat("地图上每条连线代表一对结对，共 ", Grouped(lines),
                           " 条；连线由援助方向受援方，沿行进方向左弯。")}));
    if (pool > 0) {
      absl::StrAppend(
          &html,
          Both({absl::StrCat(
                    " Thin lines are help from the pool: ",
                    Count(pool, "pair of places", "pairs of places", "").en,
                    "."),
                absl::StrCat("细线为统筹余量的援助，共 ", Grouped(pool),
                             " 条。")}));
    }
  }
  if (nowhere > 0) {
    absl::StrAppend(
        &html,
        Both({absl::StrCat(" ",
                           Count(nowhere, "place has", "places have", "").en,
                           " no position and so no mark; the tables "
                           "have them."),
              absl::StrCat("有 ", Grouped(nowhere),
                           " 个地方没有坐标，未在地图上标出，但列于表中。")}));
  }
  if (divided) {
    absl::StrAppend(&html,
                    Both({" The ocean between the two parts is left out.",
                          "两幅图之间的海洋已省略。"}));
  }
  return absl::StrCat(html, "</p>\n");
}

}  // namespace twinaid::picture
