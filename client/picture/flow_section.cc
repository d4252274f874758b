// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <vector>

#include "absl/strings/str_cat.h"
#include "client/picture/columns_chart.h"
#include "client/picture/html.h"
#include "client/picture/numbers.h"
#include "client/picture/periods.h"
#include "client/picture/sections.h"
#include "client/picture/steps.h"
#include "client/picture/table.h"

namespace twinaid::picture {
namespace {

std::string Legend() {
  std::string html = "<ul class=\"legend\">";
  for (const Step step : kSteps) {
    if (step == Step::kEnded) continue;
    absl::StrAppend(&html,
                    "<li><svg class=\"swatch\" viewBox=\"0 0 14 14\" "
                    "aria-hidden=\"true\"><rect class=\"f-",
                    StepName(step), "\" width=\"14\" height=\"14\"/></svg>",
                    Both(StepWords(step)), "</li>");
  }
  return absl::StrCat(html, "</ul>\n");
}

std::string StepTable(const std::vector<Period>& periods) {
  std::vector<std::vector<std::string>> rows;
  rows.reserve(periods.size());
  // The newest first, as everywhere.
  for (auto period = periods.rbegin(); period != periods.rend(); ++period) {
    std::vector<std::string> cells = {Both(period->name)};
    for (const std::int64_t count : period->counts) {
      cells.push_back(Grouped(count));
    }
    rows.push_back(std::move(cells));
  }
  return TableHtml({"steps",
                    {"Matches by the step they took", "各时段匹配进展（单数）"},
                    {{{"when", "时间"}},
                     {StepWords(Step::kProposed), true},
                     {StepWords(Step::kAccepted), true},
                     {{"dispatched", "已发运"}, true},
                     {StepWords(Step::kReceived), true}},
                    rows});
}

std::string ArrivalTable(const Page& page) {
  std::vector<std::vector<std::string>> rows;
  rows.reserve(page.arrivals.size());
  for (const Arrival& row : page.arrivals) {
    rows.push_back({Both(MonthText(row.month)), Both(row.item),
                    Grouped(row.matches),
                    Both(Amount(row.received, row.currency))});
  }
  return TableHtml({"arrivals",
                    {"What arrived, by month", "按月签收"},
                    {{{"month", "月份"}},
                     {{"item", "物品"}},
                     {{"matches", "匹配"}, true},
                     {{"received", "已签收"}, true}},
                    rows});
}

}  // namespace

std::string FlowSection(const Page& page) {
  const Words title = {"Help over time", "援助进程"};
  const std::vector<Period> periods = PeriodsOf(page.moves);
  std::string html;
  if (periods.empty()) {
    html = Nothing({"No match has been proposed yet.", "尚无任何匹配。"});
  } else {
    html = absl::StrCat(
        "<p id=\"flow-text\">",
        Both({"How many matches took each step, and when. The table below has "
              "the same figures.",
              "各时段内匹配所处的步骤及单数；数据同下表。"}),
        "</p>\n", Legend(), ColumnsChart(periods, "flow-title flow-text"),
        StepTable(periods));
  }
  absl::StrAppend(&html,
                  page.arrivals.empty()
                      ? Nothing({"Nothing has arrived yet.", "尚无物资签收。"})
                      : ArrivalTable(page));
  return Section("flow", title, html);
}

}  // namespace twinaid::picture
