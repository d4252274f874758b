// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/picture/table.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "client/picture/html.h"
#include "client/picture/numbers.h"

namespace twinaid::picture {
namespace {

std::string Part(const Table& table, const std::string& id,
                 const Words& caption, std::size_t from, std::size_t to) {
  std::string html = absl::StrCat(
      "<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
      "aria-labelledby=\"",
      id, "\"><table><caption id=\"", id, "\">", Both(caption),
      "</caption><thead><tr>");
  for (const Heading& heading : table.headings) {
    absl::StrAppend(&html, "<th scope=\"col\"",
                    heading.number ? " class=\"n\"" : "", ">",
                    Both(heading.words), "</th>");
  }
  absl::StrAppend(&html, "</tr></thead><tbody>\n");
  for (std::size_t r = from; r < to; ++r) {
    absl::StrAppend(&html, "<tr>");
    for (std::size_t c = 0; c < table.rows[r].size(); ++c) {
      const absl::string_view element = c == 0 ? "th" : "td";
      absl::StrAppend(&html, "<", element, c == 0 ? " scope=\"row\"" : "",
                      table.headings[c].number ? " class=\"n\"" : "", ">",
                      table.rows[r][c], "</", element, ">");
    }
    absl::StrAppend(&html, "</tr>\n");
  }
  return absl::StrCat(html, "</tbody></table></div>\n");
}

}  // namespace

std::string TableHtml(const Table& table) {
  const std::size_t all = table.rows.size();
  // A fold for a row or two would be more than they are.
  constexpr std::size_t kFew = 5;
  const std::size_t shown = all <= kShownRows + kFew ? all : kShownRows;
  std::string html = Part(table, table.id, table.caption, 0, shown);
  if (shown == all) return html;
  const std::string number = Grouped(static_cast<std::int64_t>(all - shown));
  const Words rest = {absl::StrCat("the other ", number, " rows"),
                      absl::StrCat("其余 ", number, " 行")};
  const Words caption = {absl::StrCat(table.caption.en, ": ", rest.en),
                         absl::StrCat(table.caption.zh, "：", rest.zh)};
  return absl::StrCat(
      html, "<details><summary>",
      Both({absl::StrCat("Show ", rest.en), absl::StrCat("显示", rest.zh)}),
      "</summary>\n",
      Part(table, absl::StrCat(table.id, "-rest"), caption, shown, all),
      "</details>\n");
}

}  // namespace twinaid::picture
