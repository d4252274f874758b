// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/report_picture.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/cli/arguments.h"
#include "client/cli/match_moves.h"
#include "client/cli/own_places.h"
#include "client/cli/picture_catalogue.h"
#include "client/cli/picture_file.h"
#include "client/cli/picture_needs.h"
#include "client/picture/numbers.h"

namespace twinaid::client {
namespace {

using Ends = std::pair<std::string, std::string>;  // of donor and recipient

PictureCatalogue CatalogueOf(const ReportFacts& facts) {
  PictureCatalogue catalogue;
  for (const v1::Place& place : facts.places) {
    picture::Place row{{place.name_en(), place.name_zh()}, std::nullopt};
    if (place.has_position()) {
      row.position = {place.position().latitude(),
                      place.position().longitude()};
    }
    catalogue.AddPlace(place.name(), std::move(row));
  }
  for (const v1::Item& item : facts.items) {
    catalogue.AddItem(item.name(), {item.name_en(), item.name_zh()});
  }
  for (const v1::SisterLink& link : facts.links) {
    catalogue.AddLink(link.name(), link.kind());
  }
  return catalogue;
}

absl::CivilDay DayOf(const google::type::Date& date) {
  return absl::CivilDay(date.year(), date.month(), date.day());
}

class ReportPainter {
 public:
  ReportPainter(const ReportFacts& facts, picture::Page& page)
      : facts_(facts), page_(page), catalogue_(CatalogueOf(facts)) {}

  void Paint() {
    AddPairings();
    AddPool();
    AddCoverage();
    AddOpenNeeds();
    for (const v1::Match& match : facts_.matches) {
      for (const picture::Move& move : MovesOf(match)) {
        page_.moves.push_back(move);
      }
    }
    for (const v1::Delivery& row : facts_.deliveries) {
      page_.arrivals.push_back({absl::CivilMonth(DayOf(row.month())),
                                catalogue_.Item(row.item()), row.currency(),
                                row.matches(), row.received()});
    }
    AddExchanges();
  }

 private:
  picture::Help HelpOf(const std::string& donor, const std::string& recipient,
                       const std::string& link, int rung) {
    picture::Help help;
    help.donor = catalogue_.PlaceIn(page_, donor);
    help.recipient = catalogue_.PlaceIn(page_, recipient);
    help.tie = catalogue_.Tie(link, rung);
    return help;
  }

  // Counts a match that lives or was received towards the help it is part of.
  void Add(const v1::Match& match, picture::Step step,
           picture::Help& help) const {
    ++help.matches;
    help.step = std::max(help.step, step);
    AddGoods(help.goods, {catalogue_.Item(match.offer_item()), match.currency(),
                          match.quantity()});
  }

  void Sort(std::vector<picture::Help>& helps) const {
    for (picture::Help& help : helps) SortGoods(help.goods);
    const auto key = [&](const picture::Help& help) {
      return std::tie(page_.places[help.donor].name, help.donor,
                      page_.places[help.recipient].name);
    };
    std::stable_sort(helps.begin(), helps.end(),
                     [&](const picture::Help& a, const picture::Help& b) {
                       return key(a) < key(b);
                     });
  }

  void AddPairings() {
    std::map<std::string, std::vector<const v1::Match*>> matches;
    for (const v1::Match& match : facts_.matches) {
      if (!match.pairing().empty()) matches[match.pairing()].push_back(&match);
    }
    for (const v1::Pairing& row : facts_.pairings) {
      picture::Help help =
          HelpOf(row.donor(), row.recipient(), row.sister_link(), row.rung());
      if (row.state() == v1::Pairing::ACTIVE) {
        help.step = picture::Step::kAccepted;
      }
      for (const v1::Match* match : matches[row.name()]) {
        const std::optional<picture::Step> step = StepOf(*match);
        if (step) Add(*match, *step, help);
      }
      if (row.state() == v1::Pairing::ENDED) help.step = picture::Step::kEnded;
      page_.pairings.push_back(std::move(help));
    }
    Sort(page_.pairings);
  }

  void AddPool() {
    if (!facts_.round) return;
    std::map<Ends, picture::Help> pool;
    for (const v1::Match& match : facts_.matches) {
      if (match.round() != facts_.round->name() || !match.pairing().empty()) {
        continue;
      }
      const std::optional<picture::Step> step = StepOf(match);
      if (!step) continue;
      const Ends ends = {match.donor_place(), match.recipient_place()};
      auto help = pool.find(ends);
      if (help == pool.end()) {
        help = pool.emplace(ends,
                            HelpOf(ends.first, ends.second, "", match.rung()))
                   .first;
      }
      Add(match, *step, help->second);
    }
    for (auto& [ends, help] : pool) page_.pool.push_back(std::move(help));
    Sort(page_.pool);
  }

  void AddCoverage() {
    for (const v1::CoverageRow& row : facts_.coverage) {
      page_.coverage.push_back(
          {catalogue_.PlaceIn(page_, row.place()), catalogue_.Item(row.item()),
           row.currency(), row.needs(), row.needs_fulfilled(), row.needed(),
           row.proposed(), row.committed(), row.in_transit(), row.received()});
    }
    std::stable_sort(
        page_.coverage.begin(), page_.coverage.end(),
        [&](const picture::Coverage& a, const picture::Coverage& b) {
          return std::tie(page_.places[a.place].name, a.item, a.currency) <
                 std::tie(page_.places[b.place].name, b.item, b.currency);
        });
  }

  void AddOpenNeeds() {
    std::map<std::string, v1::UnmetNeed::Reason> reasons;
    for (const v1::UnmetNeed& row : facts_.unmet) {
      reasons.emplace(row.need(), row.reason());
    }
    for (const v1::OpenNeed& row : facts_.open_needs) {
      const v1::Need& need = row.need();
      if (need.urgency() != v1::CRITICAL) {
        ++page_.other_open_needs;
        continue;
      }
      picture::OpenNeed open;
      open.place = catalogue_.PlaceIn(
          page_, need.name().substr(0, need.name().find("/needs/")));
      open.item = catalogue_.Item(need.item());
      open.currency = need.currency();
      open.outstanding = need.outstanding();
      if (need.has_needed_by()) open.needed_by = DayOf(need.needed_by());
      const auto reason = reasons.find(need.name());
      if (need.proposed() >= need.outstanding()) {
        open.why = {"proposed, and waits for an answer", "已有提议，等待答复"};
      } else if (reason != reasons.end()) {
        open.why = WhyWords(reason->second);
      } else {
        // Since then it was posted, or something was lost, declined or came
        // short.
        open.why = facts_.round
                       ? picture::Words{"open since the last round",
                                        "上一轮次之后新增的缺口"}
                       : picture::Words{"no round has looked at it yet",
                                        "尚未经过任何轮次"};
      }
      page_.critical.push_back(std::move(open));
    }
    SortCritical(page_);
  }

  void AddExchanges() {
    std::map<Ends, std::int64_t> gifts;
    for (const v1::Match& match : facts_.matches) {
      if (match.received() > 0) {
        ++gifts[{match.donor_place(), match.recipient_place()}];
      }
    }
    std::map<Ends, picture::Exchange> exchanges;
    for (const v1::Balance& row : facts_.balances) {
      const Ends ends = {row.place(), row.partner()};
      const auto [at, is_new] = exchanges.emplace(ends, picture::Exchange());
      picture::Exchange& exchange = at->second;
      if (is_new) {
        exchange.place = catalogue_.PlaceIn(page_, row.place());
        exchange.partner = catalogue_.PlaceIn(page_, row.partner());
        exchange.gifts_given = gifts[ends];
        exchange.gifts_received = gifts[{row.partner(), row.place()}];
        if (!row.sister_link().empty()) {
          exchange.tie = catalogue_.Tie(row.sister_link(), 1);
        }
      }
      AddLine(exchange, row);
    }
    for (auto& [ends, exchange] : exchanges) {
      page_.exchanges.push_back(std::move(exchange));
    }
    // Sister links first, the busiest of them at the top.
    std::stable_sort(
        page_.exchanges.begin(), page_.exchanges.end(),
        [](const picture::Exchange& a, const picture::Exchange& b) {
          return std::tuple(a.tie.empty(), -a.gifts_given - a.gifts_received) <
                 std::tuple(b.tie.empty(), -b.gifts_given - b.gifts_received);
        });
  }

  // Months of one item are put together.
  void AddLine(picture::Exchange& exchange, const v1::Balance& row) const {
    const picture::Words item = catalogue_.Item(row.item());
    auto line = std::find_if(exchange.lines.begin(), exchange.lines.end(),
                             [&](const picture::Exchange::Line& other) {
                               return other.item == item &&
                                      other.currency == row.currency();
                             });
    if (line == exchange.lines.end()) {
      exchange.lines.push_back({item, row.currency(), 0, 0});
      line = exchange.lines.end() - 1;
    }
    line->given += row.given();
    line->received += row.received();
  }

  const ReportFacts& facts_;
  picture::Page& page_;
  PictureCatalogue catalogue_;
};

// What one place, and all inside it, has of a scheme.
picture::Words AboutPlace(const ReportFacts& facts) {
  const std::string& scheme_zh = facts.scheme.title_zh();
  picture::Words of = {IdOf(facts.place), IdOf(facts.place)};
  for (const v1::Place& place : facts.places) {
    if (place.name() != facts.place) continue;
    if (!place.name_en().empty()) of.en = place.name_en();
    of.zh = place.name_zh().empty() ? of.en : place.name_zh();
  }
  return {
      absl::StrCat(of.en, " in ", facts.scheme.title_en()),
      absl::StrCat(of.zh, "：",
                   scheme_zh.empty() ? facts.scheme.title_en() : scheme_zh)};
}

picture::Words AboutWords(const ReportFacts& facts) {
  if (!facts.place.empty()) return AboutPlace(facts);
  const std::string& en = facts.scheme.title_en();
  const std::string& zh = facts.scheme.title_zh();
  if (!facts.round) {
    return {absl::StrCat(en, ": no round has succeeded yet"),
            absl::StrCat(zh.empty() ? en : zh, "：尚无成功的轮次")};
  }
  const std::string round = IdOf(facts.round->name());
  const picture::Words day = picture::DayText(DayOf(facts.round->as_of()));
  return {
      absl::StrCat(en, ": round ", round, " as of ", day.en),
      absl::StrCat(zh.empty() ? en : zh, "：轮次 ", round, "（", day.zh, "）")};
}

}  // namespace

picture::Page ReportPicture(const ReportFacts& facts, absl::CivilDay today) {
  picture::Page page;
  page.as_of = today;
  page.about = AboutWords(facts);
  const std::string seq = Grouped(facts.head.seq());
  page.source = {absl::StrCat("the ledger stood at event ", seq),
                 absl::StrCat("账本至第 ", seq, " 条记录")};
  ReportPainter(facts, page).Paint();
  return page;
}

int WriteReportPicture(Session& session, const WantedPicture& wanted) {
  if (!MayWritePicture(session, wanted.path, wanted.yes)) return kUsage;
  std::string place = wanted.place;
  int code = kDone;
  if (!OnePlace(session, place, code)) return code;
  ReportFacts facts;
  code =
      FetchFacts(session, SchemeName(wanted.scheme), PlaceName(place), facts);
  if (code != kDone) return code;
  return WritePicture(
      session, ReportPicture(facts, session.environment().today), wanted.path);
}

}  // namespace twinaid::client
