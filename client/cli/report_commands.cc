// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// `twinaid report`: what the inventory and the matches come to.
#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/numeric/int128.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "client/cli/columns.h"
#include "client/cli/commands.h"
#include "client/cli/enum_text.h"
#include "client/cli/own_places.h"
#include "client/cli/report_contributions.h"
#include "client/cli/report_picture.h"
#include "client/cli/verbs.h"

namespace twinaid::client {
namespace {

struct Typed {
  std::string place;
  std::string partner;
  std::string item;
  std::string side;
  std::string since;
  std::string until;
  int silent_days = 0;
};

std::string ScopeName(const Typed& typed) {
  return PlaceName(typed.place.empty() ? "-" : typed.place);
}

// More than a quantity can be is told as such.
std::string SumText(absl::int128 sum, const std::string& currency) {
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  if (sum > kMost) return absl::StrCat("> ", QuantityText(kMost, currency));
  return QuantityText(static_cast<std::int64_t>(sum), currency);
}

// "2020-04".
std::string MonthText(const google::type::Date& month) {
  return absl::StrFormat("%04d-%02d", month.year(), month.month());
}

std::string PermilleOf(int permille) {
  return absl::StrFormat("%d.%d%%", permille / 10, permille % 10);
}

int Coverage(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!OnePlace(session, typed.place, code)) return code;
  v1::ListCoverageRequest request;
  request.set_place(ScopeName(typed));
  using R = v1::CoverageRow;
  const auto sum = [](const R& r, std::int64_t q) {
    return QuantityText(q, q == 0 ? "" : r.currency());
  };
  return PrintList<R>(
      session, request, &ReportStub::ListCoverage,
      &v1::ListCoverageResponse::mutable_rows,
      {{"place", "地方", false, [](const R& r) { return IdOf(r.place()); }},
       {"item", "物品", false, [](const R& r) { return IdOf(r.item()); }},
       {"needs",
        "需求数",
        true,
        [](const R& r) { return Grouped(r.needs()); },
        {.spare = 4}},
       {"needed", "需要", true,
        [sum](const R& r) { return sum(r, r.needed()); }},
       {"proposed",
        "提议",
        true,
        [sum](const R& r) { return sum(r, r.proposed()); },
        {.spare = 6}},
       {"committed",
        "承诺",
        true,
        [sum](const R& r) { return sum(r, r.committed()); },
        {.spare = 5}},
       {"in_transit",
        "在途",
        true,
        [sum](const R& r) { return sum(r, r.in_transit()); },
        {.spare = 7}},
       {"received",
        "收到",
        true,
        [sum](const R& r) { return sum(r, r.received()); },
        {.spare = 3}},
       {"outstanding",
        "尚缺",
        true,
        [sum](const R& r) { return sum(r, r.outstanding()); },
        {.spare = 2}},
       {"covered", "已落实", true,
        [](const R& r) { return PermilleOf(r.covered_permille()); }}});
}

int OpenNeeds(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!OnePlace(session, typed.place, code)) return code;
  v1::ListOpenNeedsRequest request;
  request.set_place(ScopeName(typed));
  request.set_silent_days(typed.silent_days);
  using N = v1::OpenNeed;
  return PrintList<N>(
      session, request, &ReportStub::ListOpenNeeds,
      &v1::ListOpenNeedsResponse::mutable_needs,
      {{"need", "需求", false,
        [](const N& n) { return ShortName(n.need().name()); }},
       {"item", "物品", false,
        [](const N& n) { return IdOf(n.need().item()); }},
       {"urgency",
        "紧急程度",
        false,
        [](const N& n, bool zh) { return EnumText(n.need().urgency(), zh); },
        {.spare = 1}},
       {"outstanding", "尚缺", true,
        [](const N& n) {
          return QuantityText(n.need().outstanding(), n.need().currency());
        }},
       {"needed_by",
        "期限",
        false,
        [](const N& n) { return DateText(n.need().needed_by()); },
        {.spare = 2}},
       {"silent_days", "沉默天数", true,
        [](const N& n) { return Grouped(n.silent_days()); }},
       {"rests",
        "待确认",
        false,
        [](const N& n, bool zh) { return n.rests() ? YesText(true, zh) : ""; },
        {.spare = 3}}});
}

int Deliveries(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!OnePlace(session, typed.place, code)) return code;
  v1::ListDeliveriesRequest request;
  request.set_place(ScopeName(typed));
  using D = v1::Delivery;
  return PrintList<D>(
      session, request, &ReportStub::ListDeliveries,
      &v1::ListDeliveriesResponse::mutable_rows,
      {{"month", "月份", false,
        [](const D& d) { return MonthText(d.month()); }},
       {"item", "物品", false, [](const D& d) { return IdOf(d.item()); }},
       {"matches", "配对单", true,
        [](const D& d) { return Grouped(d.matches()); }},
       {"received", "收到", true,
        [](const D& d) { return QuantityText(d.received(), d.currency()); }}});
}

int Balances(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!OnePlace(session, typed.place, code) ||
      !FindPlace(session, "--partner", typed.partner, code))
    return code;
  v1::ListBalancesRequest request;
  request.set_place(ScopeName(typed));
  if (!typed.partner.empty()) request.set_partner(PlaceName(typed.partner));
  using B = v1::Balance;
  const auto sum = [](const B& b, std::int64_t q) {
    return q == 0 ? std::string("0") : QuantityText(q, b.currency());
  };
  return PrintList<B>(
      session, request, &ReportStub::ListBalances,
      &v1::ListBalancesResponse::mutable_rows,
      {{"place", "地方", false, [](const B& b) { return IdOf(b.place()); }},
       {"partner", "对方", false, [](const B& b) { return IdOf(b.partner()); }},
       {"link",
        "关系",
        false,
        [](const B& b) { return IdOf(b.sister_link()); },
        {.spare = 2}},
       {"month", "月份", false,
        [](const B& b) { return MonthText(b.month()); }},
       {"category",
        "类别",
        false,
        [](const B& b, bool zh) { return EnumText(b.category(), zh); },
        {.spare = 1}},
       {"item", "物品", false, [](const B& b) { return IdOf(b.item()); }},
       {"given", "给出", true, [sum](const B& b) { return sum(b, b.given()); }},
       {"received", "收到", true,
        [sum](const B& b) { return sum(b, b.received()); }}});
}

void FillRequest(const Typed& typed, v1::ListDonationsRequest& request) {
  request.set_place(ScopeName(typed));
  request.set_side(EnumValue<v1::Side>(typed.side));
  if (!typed.item.empty()) request.set_item(ItemName(typed.item));
  if (const auto day = ParseDate(typed.since)) *request.mutable_since() = *day;
  if (const auto day = ParseDate(typed.until)) *request.mutable_until() = *day;
}

// No number of rows overflows them.
using Totals = std::map<std::pair<std::string, std::string>, absl::int128>;

// By item and currency, after the rows, for people who read a table.
void PrintTotals(Session& session, const std::vector<v1::Donation>& rows) {
  if (session.options.format != Format::kTable || rows.empty()) return;
  Totals totals;
  std::map<std::string, std::string> names;
  for (const v1::Donation& row : rows) {
    absl::int128& total = totals[{row.item(), row.currency()}];
    total += row.quantity();
    names[row.item()] = row.item_name();
  }
  session.out() << "\n";
  Cells cells;
  cells.keys = {"item", "name", "total"};
  cells.headings = session.chinese()
                       ? std::vector<std::string>{"物品", "名称", "合计"}
                       : cells.keys;
  cells.right = {false, false, true};
  cells.fits = {{}, {.cut = true}, {}};
  for (const auto& [key, total] : totals) {
    cells.rows.push_back(
        {IdOf(key.first), names[key.first], SumText(total, key.second)});
  }
  PrintCells(session, cells);
}

int Donations(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!OnePlace(session, typed.place, code) ||
      !FindItem(session, "--item", typed.item, code))
    return code;
  v1::ListDonationsRequest request;
  FillRequest(typed, request);
  std::vector<v1::Donation> rows;
  const grpc::Status status =
      Fetch(session, request, &ReportStub::ListDonations,
            &v1::ListDonationsResponse::mutable_donations, rows);
  if (!status.ok()) return session.Refused(status);
  using D = v1::Donation;
  PrintRows<D>(
      session, rows,
      {{"match", "配对单", false, [](const D& d) { return IdOf(d.match()); }},
       {"received_on",
        "收到日期",
        false,
        [](const D& d) { return TimeText(d.received_time()).substr(0, 10); },
        {.spare = 1}},
       {"donor",
        "捐赠方",
        false,
        [](const D& d) { return d.donor_name(); },
        {.cut = true, .spare = 2}},
       {"donor_place", "捐赠地方", false,
        [](const D& d) { return IdOf(d.donor_place()); }},
       {"recipient",
        "受助方",
        false,
        [](const D& d) { return d.recipient_name(); },
        {.cut = true, .spare = 3}},
       {"recipient_place", "受助地方", false,
        [](const D& d) { return IdOf(d.recipient_place()); }},
       {"item", "物品", false, [](const D& d) { return IdOf(d.item()); }},
       {"quantity", "数量", true,
        [](const D& d) { return QuantityText(d.quantity(), d.currency()); }}});
  PrintTotals(session, rows);
  return kDone;
}

// Who helped a place: its donors with what each gave, the last helper first; as
// JSON the gifts themselves.
int Helpers(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!OnePlace(session, typed.place, code) ||
      !FindItem(session, "--item", typed.item, code))
    return code;
  v1::ListDonationsRequest request;
  FillRequest(typed, request);
  request.set_side(v1::RECIPIENT);
  std::vector<v1::Donation> rows;
  const grpc::Status status =
      Fetch(session, request, &ReportStub::ListDonations,
            &v1::ListDonationsResponse::mutable_donations, rows);
  if (!status.ok()) return session.Refused(status);
  if (session.options.format == Format::kJson) {
    PrintRows<v1::Donation>(session, rows, {});
    return kDone;
  }
  // One line a donor and item; rows come with the oldest first.
  struct Help {
    v1::Donation last;
    std::int64_t gifts = 0;
    absl::int128 quantity = 0;
  };
  std::map<std::vector<std::string>, Help> by_donor;
  for (const v1::Donation& row : rows) {
    Help& help =
        by_donor[{row.donor_place(), row.donor(), row.item(), row.currency()}];
    help.last = row;
    ++help.gifts;
    help.quantity += row.quantity();
  }
  std::vector<Help> helps;
  for (auto& [key, help] : by_donor) helps.push_back(std::move(help));
  std::stable_sort(helps.begin(), helps.end(),
                   [](const Help& a, const Help& b) {
                     return a.last.received_time().seconds() >
                            b.last.received_time().seconds();
                   });
  Cells cells;
  cells.keys = {"donor", "donor_place", "item", "gifts", "quantity", "last_on"};
  cells.headings =
      session.chinese()
          ? std::vector<std::string>{"捐赠方", "捐赠地方", "物品",
                                     "次数",   "数量",     "最近日期"}
          : cells.keys;
  cells.right = {false, false, false, true, true, false};
  cells.fits = {
      {.cut = true, .spare = 1}, {}, {}, {.spare = 2}, {}, {.spare = 3}};
  for (const Help& help : helps) {
    cells.rows.push_back({help.last.donor_name(), IdOf(help.last.donor_place()),
                          IdOf(help.last.item()), Grouped(help.gifts),
                          SumText(help.quantity, help.last.currency()),
                          TimeText(help.last.received_time()).substr(0, 10)});
  }
  PrintCells(session, cells);
  if (helps.empty()) session.Say("nobody so far", "目前没有");
  return kDone;
}

CLI::App* Add(CLI::App& noun, Session& session, const std::string& name,
              const std::string& help, std::shared_ptr<Typed> typed,
              int (*action)(Session&, const Typed&)) {
  CLI::App* verb = noun.add_subcommand(name, help);
  verb->add_option("--place", typed->place,
                   "of this place and those inside it; all that you act for "
                   "if left out");
  Does(*verb, session, typed, action);
  return verb;
}

// `twinaid report --html FILE`, without a verb.
void AddPicture(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<WantedPicture>();
  noun.add_option("--html", typed->path,
                  "write one page for any browser, in English and Chinese: a "
                  "map of the pairings, coverage, critical needs, flows and "
                  "balance; - for stdout");
  CLI::Option* scheme =
      noun.add_option("--scheme", typed->scheme,
                      "with --html: whose pairings, those of its last round")
          ->capture_default_str();
  CLI::Option* place = noun.add_option(
      "--place", typed->place,
      "with --html: only of this place and those inside it; all that you act "
      "for if left out");
  CLI::Option* yes = noun.add_flag(
      "--yes", typed->yes, "with --html: replace a file without asking");
  // CLI11 runs it after that of a verb, which must have its way.
  noun.callback([&noun, &session, typed, scheme, place, yes] {
    const bool verb = !noun.get_subcommands().empty();
    if (verb && typed->path.empty() &&
        scheme->count() + place->count() + yes->count() == 0) {
      return;
    }
    session.action = [&session, typed, verb] {
      if (verb || typed->path.empty()) {
        return session.Usage(
            "report takes either a verb, such as report coverage, or --html "
            "FILE; see twinaid report --help",
            "report 需要一个子命令（如 report coverage）或 --html 文件；"
            "见 twinaid report --help");
      }
      return WriteReportPicture(session, *typed);
    };
  });
}

void AddDays(CLI::App& verb, Typed& typed) {
  AddDate(verb, "--since", typed.since, "first day it may have arrived");
  AddDate(verb, "--until", typed.until, "last day it may have arrived");
  verb.add_option("--item", typed.item, "only this item, as it was given");
}

}  // namespace

void AddReportCommands(CLI::App& root, Session& session) {
  CLI::App* noun =
      root.add_subcommand("report",
                          "what needs, offers and matches come to\n"
                          "Example: twinaid report --html report.html");
  noun->require_subcommand(0, 1);
  AddPicture(*noun, session);
  Add(*noun, session, "coverage",
      "how far needs are covered, by place and item", std::make_shared<Typed>(),
      &Coverage);
  auto open = std::make_shared<Typed>();
  Add(*noun, session, "open-needs",
      "what still waits, the longest silence first", open, &OpenNeeds)
      ->add_option("--silent-days", open->silent_days,
                   "only where nobody spoke of it for so many days");
  Add(*noun, session, "deliveries", "what arrived, by month and item",
      std::make_shared<Typed>(), &Deliveries);
  auto balance = std::make_shared<Typed>();
  Add(*noun, session, "balance",
      "what went each way between two places, by month and item", balance,
      &Balances)
      ->add_option("--partner", balance->partner, "only with this place");
  auto donated = std::make_shared<Typed>();
  CLI::App* donations =
      Add(*noun, session, "donations",
          "the donation table: who gave what to whom, with totals by item",
          donated, &Donations);
  AddEnum<v1::Side>(*donations, "--side", donated->side,
                    "only what the place gave (donor) or received (recipient)");
  AddDays(*donations, *donated);
  auto helped = std::make_shared<Typed>();
  CLI::App* helpers = Add(*noun, session, "helpers",
                          "who helped a place when it was in need\n"
                          "Example: twinaid report helpers --place "
                          "us-tx-san-antonio --since 2020-03-01",
                          helped, &Helpers);
  AddDays(*helpers, *helped);
  AddReportContributions(*noun, session);
}

}  // namespace twinaid::client
