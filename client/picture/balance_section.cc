// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/picture/html.h"
#include "client/picture/numbers.h"
#include "client/picture/sections.h"
#include "client/picture/table.h"

namespace twinaid::picture {
namespace {

// "1,000 KN95 respirator, 20 Ventilator"; of one way, with zeros left out.
Words LinesText(const std::vector<Exchange::Line>& lines, bool given) {
  Words words;
  for (const Exchange::Line& line : lines) {
    const absl::int128 quantity = given ? line.given : line.received;
    if (quantity == 0) continue;
    const Words amount = Amount(quantity, line.currency);
    absl::StrAppend(&words.en, words.en.empty() ? "" : ", ", amount.en, " ",
                    line.item.en);
    absl::StrAppend(&words.zh, words.zh.empty() ? "" : "、",
                    line.item.In(Language::kChinese), " ", amount.zh);
  }
  return words;
}

// A bar to each side of a middle line: gifts from the first place to the right,
// gifts to it to the left.
std::string Scales(const Exchange& exchange, std::int64_t most) {
  constexpr double kHalf = 100;
  const auto length = [&](std::int64_t gifts) {
    if (gifts == 0) return 0.0;
    return std::max(
        2.0, kHalf * static_cast<double>(gifts) / static_cast<double>(most));
  };
  const double left = length(exchange.gifts_received);
  return absl::StrCat(
      "<svg class=\"bar\" viewBox=\"0 0 200 10\" preserveAspectRatio=\"none\" "
      "aria-hidden=\"true\"><rect class=\"f-open\" width=\"200\" "
      "height=\"10\"/><rect class=\"f-accepted\" x=\"",
      Length(kHalf - left), "\" width=\"", Length(left),
      "\" height=\"10\"/><rect class=\"f-received\" x=\"100\" width=\"",
      Length(length(exchange.gifts_given)),
      "\" height=\"10\"/><path class=\"middle\" d=\"M100 0V10\"/></svg>");
}

}  // namespace

std::string BalanceSection(const Page& page) {
  const Words title = {"What went each way", "往来平衡"};
  if (page.exchanges.empty()) {
    return Section("balance", title,
                   Nothing({"Nothing has arrived between two places yet.",
                            "各地之间尚无已签收的援助。"}));
  }
  std::int64_t most = 1;
  for (const Exchange& exchange : page.exchanges) {
    most = std::max({most, exchange.gifts_given, exchange.gifts_received});
  }
  const Words none = {"nothing", "无"};
  std::vector<std::vector<std::string>> rows;
  rows.reserve(page.exchanges.size());
  for (const Exchange& exchange : page.exchanges) {
    const Words given = LinesText(exchange.lines, true);
    const Words received = LinesText(exchange.lines, false);
    rows.push_back({Both(page.places[exchange.place].name),
                    Both(page.places[exchange.partner].name),
                    Both(exchange.tie.empty() ? Words{"no link", "无友好关系"}
                                              : exchange.tie),
                    Grouped(exchange.gifts_received), Scales(exchange, most),
                    Grouped(exchange.gifts_given),
                    Both(given.empty() ? none : given),
                    Both(received.empty() ? none : received)});
  }
  return Section(
      "balance", title,
      absl::StrCat(
          "<p>",
          Both({"Gifts that arrived between two places. The bar leans right "
                "where the first place gave more, left where it received "
                "more. Goods of different kinds cannot be weighed against each "
                "other, so gifts are counted.",
                "两地之间已签收的援助。横条偏右表示甲地给出较多，"
                "偏左表示甲地收到较多。"
                "不同物品无法相加，故按次数计。"}),
          "</p>\n",
          TableHtml({"exchanges",
                     {"By pair of places", "按两地"},
                     {{{"first place", "甲地"}},
                      {{"second place", "乙地"}},
                      {{"link", "关系"}},
                      {{"gifts to the first", "甲地收到（次）"}, true},
                      {{"balance", "平衡"}},
                      {{"gifts from the first", "甲地给出（次）"}, true},
                      {{"the first gave", "甲地给出"}},
                      {{"the first received", "甲地收到"}}},
                     rows})));
}

}  // namespace twinaid::picture
