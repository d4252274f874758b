// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <vector>

#include "absl/strings/str_cat.h"
#include "client/picture/html.h"
#include "client/picture/numbers.h"
#include "client/picture/sections.h"
#include "client/picture/table.h"

namespace twinaid::picture {

std::string NeedSection(const Page& page) {
  const Words title = {"Critical needs that are still open",
                       "尚未满足的危急需求"};
  std::string html;
  if (page.critical.empty()) {
    html = Nothing({"No critical need is open.", "没有尚未满足的危急需求。"});
  } else {
    std::vector<std::vector<std::string>> rows;
    rows.reserve(page.critical.size());
    for (const OpenNeed& need : page.critical) {
      rows.push_back(
          {Both(page.places[need.place].name), Both(need.item),
           Both(Amount(need.outstanding, need.currency)),
           need.needed_by ? Both(DayText(*need.needed_by))
                          : Both({"no day said", "未注明"}),
           Both(need.why.empty() ? Words{"not known", "未知"} : need.why)});
    }
    html = TableHtml({"critical",
                      {"The nearest deadline first", "按期限先后"},
                      {{{"place", "地方"}},
                       {{"item", "物品"}},
                       {{"still open", "尚缺"}, true},
                       {{"needed by", "期限"}},
                       {{"why", "原因"}}},
                      rows});
  }
  if (page.other_open_needs > 0) {
    const Words more = Count(page.other_open_needs, "need", "needs", "项");
    absl::StrAppend(
        &html, "<p>",
        Both({absl::StrCat("Besides, ", more.en, " of lower urgency ",
                           page.other_open_needs == 1 ? "is" : "are", " open."),
              absl::StrCat("此外，尚有较低紧急程度的需求 ", more.zh,
                           "未满足。")}),
        "</p>\n");
  }
  return Section("critical", title, html);
}

}  // namespace twinaid::picture
