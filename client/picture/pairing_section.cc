// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/picture/html.h"
#include "client/picture/map.h"
#include "client/picture/numbers.h"
#include "client/picture/sections.h"
#include "client/picture/steps.h"
#include "client/picture/table.h"

namespace twinaid::picture {
namespace {

// "30,000 Surgical mask, 500 Goggles and 2 more".
Words GoodsText(const std::vector<Goods>& goods) {
  constexpr std::size_t kTold = 2;
  Words words;
  const std::size_t told = std::min(kTold, goods.size());
  for (std::size_t i = 0; i < told; ++i) {
    const Words amount = Amount(goods[i].quantity, goods[i].currency);
    absl::StrAppend(&words.en, i > 0 ? ", " : "", amount.en, " ",
                    goods[i].item.en);
    absl::StrAppend(&words.zh, i > 0 ? "、" : "",
                    goods[i].item.In(Language::kChinese), " ", amount.zh);
  }
  if (goods.size() > told) {
    absl::StrAppend(&words.en, " and ", goods.size() - told, " more");
    absl::StrAppend(&words.zh, "等 ", goods.size(), " 项");
  }
  return words;
}

std::vector<std::vector<std::string>> RowsOf(const Page& page,
                                             const std::vector<Help>& helps) {
  std::vector<std::vector<std::string>> rows;
  rows.reserve(helps.size());
  for (const Help& help : helps) {
    rows.push_back({Both(page.places[help.donor].name),
                    Both(page.places[help.recipient].name), Both(help.tie),
                    absl::StrCat("<span class=\"step t-", StepName(help.step),
                                 "\">", Both(StepWords(help.step)), "</span>"),
                    Grouped(help.matches), Both(GoodsText(help.goods))});
  }
  return rows;
}

std::vector<Heading> Headings() {
  return {{{"gives", "援助方"}},       {{"receives", "受援方"}},
          {{"tie", "关系"}},           {{"stands at", "进展"}},
          {{"matches", "匹配"}, true}, {{"what", "内容"}}};
}

}  // namespace

std::string PairingSection(const Page& page) {
  std::string html = MapHtml(page);
  if (page.pairings.empty()) {
    absl::StrAppend(&html,
                    Nothing({"There are no pairings.", "目前没有结对。"}));
  } else {
    absl::StrAppend(&html, TableHtml({"pairings",
                                      {"Pairings", "结对"},
                                      Headings(),
                                      RowsOf(page, page.pairings)}));
  }
  if (!page.pool.empty()) {
    absl::StrAppend(&html, TableHtml({"pool",
                                      {"Help from the pool, without a pairing",
                                       "统筹余量援助（未结对）"},
                                      Headings(),
                                      RowsOf(page, page.pool)}));
  }
  return Section("map", {"Who looks after whom", "结对互助"}, html);
}

}  // namespace twinaid::picture
