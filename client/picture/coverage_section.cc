// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "absl/numeric/int128.h"
#include "absl/strings/str_cat.h"
#include "client/picture/bars.h"
#include "client/picture/html.h"
#include "client/picture/numbers.h"
#include "client/picture/sections.h"
#include "client/picture/table.h"

namespace twinaid::picture {
namespace {

// What is counted differently cannot be added up: of a place, the shares of its
// items are averaged.
struct OfPlace {
  std::size_t place = 0;
  std::int64_t rows = 0;
  std::int64_t needs = 0;
  std::int64_t needs_met = 0;
  Shares shares;
  double Covered(Kind kind) const {
    const double promised =
        shares.received + shares.in_transit + shares.committed;
    return kind == Kind::kPlan ? promised + shares.proposed : promised;
  }
};

struct OfItem {
  absl::int128 needed = 0;
  absl::int128 covered = 0;
  absl::int128 received = 0;
  absl::int128 in_transit = 0;
  absl::int128 committed = 0;
  absl::int128 proposed = 0;
};

std::int64_t Covered(const Coverage& row, Kind kind) {
  const std::int64_t promised = row.received + row.in_transit + row.committed;
  return kind == Kind::kPlan ? promised + row.proposed : promised;
}

std::string ByPlace(const Page& page) {
  std::map<std::size_t, OfPlace> by_place;
  for (const Coverage& row : page.coverage) {
    OfPlace& sum = by_place[row.place];
    const Shares shares = SharesOf(row);
    sum.place = row.place;
    ++sum.rows;
    sum.needs += row.needs;
    sum.needs_met += row.needs_met;
    sum.shares.received += shares.received;
    sum.shares.in_transit += shares.in_transit;
    sum.shares.committed += shares.committed;
    sum.shares.proposed += shares.proposed;
  }
  std::vector<OfPlace> places;
  places.reserve(by_place.size());
  for (auto& [place, sum] : by_place) {
    const auto rows = static_cast<double>(sum.rows);
    sum.shares.received /= rows;
    sum.shares.in_transit /= rows;
    sum.shares.committed /= rows;
    sum.shares.proposed /= rows;
    places.push_back(sum);
  }
  // Who has least comes first, and of those who has the least to hope for.
  const auto has = [&](const OfPlace& sum) {
    return std::pair(sum.Covered(page.kind), sum.shares.proposed);
  };
  std::stable_sort(
      places.begin(), places.end(),
      [&](const OfPlace& a, const OfPlace& b) { return has(a) < has(b); });
  std::vector<std::vector<std::string>> rows;
  rows.reserve(places.size());
  for (const OfPlace& sum : places) {
    rows.push_back(
        {Both(page.places[sum.place].name), Bar(sum.shares),
         Percent(sum.Covered(page.kind), 1),
         absl::StrCat(Grouped(sum.needs_met), " / ", Grouped(sum.needs))});
  }
  return TableHtml(
      {"by-place",
       {"By place: the average of its items, the least covered first",
        "按地方：各物品满足率的平均值，由低到高"},
       {{{"place", "地方"}},
        {{"how far", "进度"}},
        {{"covered", "满足率"}, true},
        {{"needs met", "已满足需求"}, true}},
       rows});
}

// Money is told exactly, goods as they are taken in.
Words AtAGlance(absl::int128 quantity, const std::string& currency) {
  return currency.empty() ? Rounded(quantity) : Amount(quantity, currency);
}

std::string ByItem(const Page& page) {
  std::map<std::pair<Words, std::string>, OfItem> by_item;
  for (const Coverage& row : page.coverage) {
    OfItem& sum = by_item[{row.item, row.currency}];
    sum.needed += row.needed;
    sum.covered += Covered(row, page.kind);
    sum.received += row.received;
    sum.in_transit += row.in_transit;
    sum.committed += row.committed;
    sum.proposed += row.proposed;
  }
  std::vector<std::vector<std::string>> rows;
  for (const auto& entry : by_item) {
    const auto& [item, currency] = entry.first;
    const OfItem& sum = entry.second;
    const auto needed = std::max(1.0, static_cast<double>(sum.needed));
    const Shares shares =
        sum.needed == 0 ? Shares{1, 0, 0, 0}
                        : Shares{static_cast<double>(sum.received) / needed,
                                 static_cast<double>(sum.in_transit) / needed,
                                 static_cast<double>(sum.committed) / needed,
                                 static_cast<double>(sum.proposed) / needed};
    rows.push_back({Both(item), Bar(shares),
                    Percent(static_cast<double>(sum.covered),
                            static_cast<double>(sum.needed)),
                    Both(AtAGlance(sum.covered, currency)),
                    Both(AtAGlance(sum.needed, currency))});
  }
  return TableHtml({"by-item",
                    {"By item, over all places", "按物品：各地合计"},
                    {{{"item", "物品"}},
                     {{"how far", "进度"}},
                     {{"covered", "满足率"}, true},
                     {{"quantity covered", "已满足数量"}, true},
                     {{"needed", "需要"}, true}},
                    rows});
}

std::string InFigures(const Page& page) {
  const bool plan = page.kind == Kind::kPlan;
  std::vector<Heading> headings = {
      {{"place", "地方"}}, {{"item", "物品"}}, {{"needed", "需要"}, true}};
  if (!plan) {
    headings.push_back({{"received", "已签收"}, true});
    headings.push_back({{"on its way", "在途"}, true});
    headings.push_back({{"accepted", "已接受"}, true});
  }
  headings.push_back({{"proposed", "已提议"}, true});
  headings.push_back({{"covered", "满足率"}, true});
  std::vector<std::vector<std::string>> rows;
  rows.reserve(page.coverage.size());
  for (const Coverage& row : page.coverage) {
    const auto amount = [&](std::int64_t quantity) {
      return Both(Amount(quantity, quantity == 0 ? "" : row.currency));
    };
    std::vector<std::string> cells = {Both(page.places[row.place].name),
                                      Both(row.item), amount(row.needed)};
    if (!plan) {
      cells.push_back(amount(row.received));
      cells.push_back(amount(row.in_transit));
      cells.push_back(amount(row.committed));
    }
    cells.push_back(amount(row.proposed));
    cells.push_back(Percent(static_cast<double>(Covered(row, page.kind)),
                            static_cast<double>(row.needed)));
    rows.push_back(std::move(cells));
  }
  return absl::StrCat(
      "<details><summary>",
      Both({"Every place and item in figures", "各地各物品明细"}),
      "</summary>\n",
      TableHtml({"figures",
                 {"Every place and item", "各地各物品"},
                 std::move(headings),
                 std::move(rows)}),
      "</details>\n");
}

}  // namespace

std::string CoverageSection(const Page& page) {
  const Words title = {"How far needs are covered", "需求满足情况"};
  if (page.coverage.empty()) {
    return Section(
        "coverage", title,
        Nothing({"No needs have been posted.", "尚未发布任何需求。"}));
  }
  const std::string what = absl::StrCat(
      "<p>",
      Both(page.kind == Kind::kPlan
               ? Words{"Covered: what the plan proposes, of what is needed.",
                       "满足率：方案拟提供的数量占需要数量的比例。"}
               : Words{"Covered: what is accepted, on its way or received, of "
                       "what is needed. Proposals that wait for an answer do "
                       "not count.",
                       "满足率：已接受、在途和已签收的数量占需要数量的比例；"
                       "尚待答复的提议不计入。"}),
      "</p>\n");
  return Section("coverage", title,
                 absl::StrCat(what, BarLegend(page.kind), ByItem(page),
                              ByPlace(page), InFigures(page)));
}

}  // namespace twinaid::picture
