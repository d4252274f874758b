// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "client/picture/html.h"
#include "client/picture/numbers.h"
#include "client/picture/sections.h"

namespace twinaid::picture {
namespace {

std::string Card(const std::string& figure, const Words& words,
                 bool alarm = false) {
  return absl::StrCat("<li", alarm ? " class=\"alarm\"" : "", "><b>", figure,
                      "</b> ", Both(words), "</li>\n");
}

// Help that has not ended.
std::int64_t Living(const std::vector<Help>& helps) {
  return std::count_if(helps.begin(), helps.end(), [](const Help& help) {
    return help.step != Step::kEnded;
  });
}

std::int64_t PlacesHelped(const Page& page) {
  std::set<std::size_t> places;
  for (const std::vector<Help>* helps : {&page.pairings, &page.pool}) {
    for (const Help& help : *helps) {
      if (help.step != Step::kEnded) places.insert(help.recipient);
    }
  }
  return static_cast<std::int64_t>(places.size());
}

}  // namespace

std::string Section(const std::string& id, const Words& title,
                    const std::string& content) {
  return absl::StrCat("<section aria-labelledby=\"", id, "-title\">\n<h2 id=\"",
                      id, "-title\">", Both(title), "</h2>\n", content,
                      "</section>\n");
}

std::string Nothing(const Words& words) {
  return absl::StrCat("<p class=\"nothing\">", Both(words), "</p>\n");
}

std::string HeadSection(const Page& page) {
  const bool plan = page.kind == Kind::kPlan;
  std::int64_t needs = 0;
  std::int64_t met = 0;
  for (const Coverage& row : page.coverage) {
    needs += row.needs;
    met += row.needs_met;
  }
  const auto critical = static_cast<std::int64_t>(page.critical.size());
  const Words day = DayText(page.as_of);
  std::string html = absl::StrCat(
      "<header>\n<h1>",
      Both(plan ? Words{"Mutual assistance: a plan", "互助方案"}
                : Words{"Mutual assistance: where it stands", "互助进展报告"}),
      "</h1>\n<p class=\"about\">", Both(page.about),
      "</p>\n<p class=\"when\">",
      Both({absl::StrCat("As of ", day.en), absl::StrCat("截至", day.zh)}),
      page.source.empty() ? "" : " · ", Both(page.source),
      "</p>\n<ul class=\"cards\">\n");
  absl::StrAppend(
      &html, Card(Grouped(Living(page.pairings)), {"pairings", "结对"}),
      Card(Grouped(PlacesHelped(page)), {"places that are helped", "受援地方"}),
      Card(absl::StrCat(Grouped(met), "<small> / ", Grouped(needs), "</small>"),
           plan ? Words{"needs that the plan meets whole", "方案全额满足的需求"}
                : Words{"needs met whole", "已全部满足的需求"}),
      Card(Grouped(critical),
           {"critical needs still open", "尚未满足的危急需求"}, critical > 0));
  if (!plan) {
    std::int64_t gifts = 0;
    for (const Arrival& row : page.arrivals) gifts += row.matches;
    absl::StrAppend(&html,
                    Card(Grouped(gifts), {"gifts arrived", "已签收的援助"}));
  }
  return absl::StrCat(html, "</ul>\n</header>\n");
}

}  // namespace twinaid::picture
