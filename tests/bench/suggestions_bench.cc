// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Suggestions in a store of SQLite, against a scan of every row.

#include <time.h>

#include <algorithm>
#include <cstdint>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_format.h"
#include "service/core/apart.h"
#include "service/core/rows.h"
#include "service/core/suggestion_search.h"
#include "service/core/suggestions.h"
#include "service/store/sqlite/sqlite_store.h"
#include "tests/bench/options.h"
#include "tests/bench/random.h"
#include "tests/bench/supply_store.h"
#include "tests/bench/timing.h"
#include "tests/support/scratch_folder.h"

namespace twinaid::bench {
namespace {

constexpr std::uint64_t kStream = 62;
constexpr int kQuestions = 2000;
constexpr int kScans = 10;
// Up to here the search sees everything; beyond, as far as its bounds go.
constexpr int kLastLinkedRung = 2;

double Millis(Nanoseconds time) { return static_cast<double>(time) / 1e6; }

// Of times, the one that so many in a hundred do not exceed.
Nanoseconds Percentile(std::vector<Nanoseconds> times, std::size_t percent) {
  std::sort(times.begin(), times.end());
  return times[std::min(times.size() - 1, times.size() * percent / 100)];
}

// Of the processor that this thread had: what other programs on the machine
// take away is not in it. A read runs on the thread that asks.
Nanoseconds ProcessorTime() {
  timespec time;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return Nanoseconds{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

// What the answers came to.
struct Totals {
  std::vector<Nanoseconds> times;
  std::vector<Nanoseconds> processor;
  std::int64_t rows = 0;
  std::int64_t looked_at = 0;
  int empty = 0;
  int bounded = 0;  // more may exist
};

// The pairs of an answer.
using Names = std::vector<std::string>;

using Items = std::map<model::ItemId, model::Item>;
using core::Seeks;

class Bench {
 public:
  Bench(store::Store& store, const Supplies& supplies, std::uint64_t seed)
      : store_(store), supplies_(supplies), random_(seed, kStream) {}

  // False: an answer has other pairs over links than a scan.
  absl::StatusOr<bool> Run() {
    TWINAID_ASSIGN_OR_RETURN(
        const bool offers_agree,
        Ask(
            supplies_.needs, "offers for a need",
            [](const core::View& v, const model::NeedName& name) {
              return core::SuggestOffers(v, name, {});
            },
            [this](const core::View& v, const model::NeedName& name) {
              return ScanOffers(v, name);
            }));
    TWINAID_ASSIGN_OR_RETURN(
        const bool needs_agree,
        Ask(
            supplies_.offers, "needs for an offer",
            [](const core::View& v, const model::OfferName& name) {
              return core::SuggestNeeds(v, name, {});
            },
            [this](const core::View& v, const model::OfferName& name) {
              return ScanNeeds(v, name);
            }));
    return offers_agree && needs_agree;
  }

 private:
  template <typename Name, typename Suggest, typename Scan>
  absl::StatusOr<bool> Ask(const std::vector<Name>& names, const char* what,
                           Suggest suggest, Scan scan) {
    const auto any = [&]() -> const Name& {
      return names[static_cast<std::size_t>(
          random_.Below(static_cast<std::int32_t>(names.size())))];
    };
    // The first questions prepare the statements of a connection.
    for (int i = 0; i < 20; ++i) {
      TWINAID_RETURN_IF_ERROR(Read([&](const core::View& v) {
                                return suggest(v, any());
                              }).status());
    }
    Totals totals;
    for (int i = 0; i < kQuestions; ++i) {
      const Name& name = any();
      const Stopwatch watch;
      const Nanoseconds before = ProcessorTime();
      TWINAID_ASSIGN_OR_RETURN(
          const core::Suggestions answer,
          Read([&](const core::View& v) { return suggest(v, name); }));
      totals.processor.push_back(ProcessorTime() - before);
      totals.times.push_back(watch.Elapsed());
      totals.rows += static_cast<std::int64_t>(answer.rows.size());
      totals.looked_at += answer.looked_at;
      if (answer.rows.empty()) ++totals.empty;
      if (answer.more_may_exist) ++totals.bounded;
    }
    std::vector<Nanoseconds> scans;
    bool agree = true;
    int same = 0;
    for (int i = 0; i < kScans; ++i) {
      const Name& name = any();
      const Stopwatch watch;
      TWINAID_ASSIGN_OR_RETURN(
          const core::Suggestions scanned,
          Read([&](const core::View& v) { return scan(v, name); }));
      scans.push_back(watch.Elapsed());
      TWINAID_ASSIGN_OR_RETURN(
          const core::Suggestions answer,
          Read([&](const core::View& v) { return suggest(v, name); }));
      agree = agree && NamesOf(scanned, kLastLinkedRung) ==
                           NamesOf(answer, kLastLinkedRung);
      if (NamesOf(scanned, 4) == NamesOf(answer, 4)) ++same;
    }
    Print(what, totals, scans, same);
    if (!agree) std::cout << what << ": not what the scan gives\n";
    return agree;
  }

  template <typename Body>
  auto Read(Body body) {
    using Result = decltype(body(std::declval<const core::View&>()));
    Result result = absl::UnknownError("not run");
    const core::Caller caller{"principals/bench"};
    const absl::Status status =
        store_.Read([&](const store::ReadTransaction& tx) {
          result = body(core::View{tx, supplies_.now, caller});
          return absl::OkStatus();
        });
    return status.ok() ? std::move(result) : Result(status);
  }

  static Names NamesOf(const core::Suggestions& answer, int last_rung) {
    Names names;
    for (const core::Suggestion& row : answer.rows) {
      if (row.rung > last_rung) continue;
      names.push_back(row.need.name.ToString() + " " +
                      row.offer.name.ToString());
    }
    return names;
  }

  // Every offer is judged as the search judges it.
  absl::StatusOr<core::Suggestions> ScanOffers(const core::View& v,
                                               const model::NeedName& name) {
    TWINAID_ASSIGN_OR_RETURN(const model::Need need,
                             core::Require(v.tx.needs(), name));
    TWINAID_ASSIGN_OR_RETURN(
        core::SuggestionSearch search,
        core::SuggestionSearch::Begin(v, {}, name.parent, Seeks::kOffers));
    core::Suggestions barred;
    barred.barred = search.BarredFor(need, need.open_to_matching());
    if (barred.barred != core::Barred::kNo) return barred;
    TWINAID_ASSIGN_OR_RETURN(const Items items, ItemsOf(v));
    TWINAID_ASSIGN_OR_RETURN(const auto apart,
                             core::ApartFrom(v, name, search.scheme().id));
    store::OfferQuery query;
    query.available = true;
    TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Offer> offers,
                             v.tx.offers().List(query, std::nullopt, 0));
    for (const model::Offer& offer : offers) {
      search.Judge(need, items.at(need.item), offer,
                   core::LotOf(offer, items.at(offer.item)),
                   apart.Has(offer.name, offer.item));
    }
    core::Suggestions answer = std::move(search).Finish(core::BestOfferFirst);
    for (core::Suggestion& row : answer.rows) row.need = need;
    return answer;
  }

  absl::StatusOr<core::Suggestions> ScanNeeds(const core::View& v,
                                              const model::OfferName& name) {
    TWINAID_ASSIGN_OR_RETURN(const model::Offer offer,
                             core::Require(v.tx.offers(), name));
    TWINAID_ASSIGN_OR_RETURN(
        core::SuggestionSearch search,
        core::SuggestionSearch::Begin(v, {}, name.parent, Seeks::kNeeds));
    core::Suggestions barred;
    barred.barred = search.BarredFor(offer, offer.available());
    if (barred.barred != core::Barred::kNo) return barred;
    TWINAID_ASSIGN_OR_RETURN(const Items items, ItemsOf(v));
    TWINAID_ASSIGN_OR_RETURN(const auto apart,
                             core::ApartFrom(v, name, search.scheme().id));
    store::NeedQuery query;
    query.open = true;
    TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Need> needs,
                             v.tx.needs().List(query, std::nullopt, 0));
    for (const model::Need& need : needs) {
      search.Judge(need, items.at(need.item), offer,
                   core::LotOf(offer, items.at(offer.item)),
                   apart.Has(need.name, offer.item));
    }
    core::Suggestions answer = std::move(search).Finish(core::BestNeedFirst);
    for (core::Suggestion& row : answer.rows) row.offer = offer;
    return answer;
  }

  static absl::StatusOr<Items> ItemsOf(const core::View& v) {
    TWINAID_ASSIGN_OR_RETURN(std::vector<model::Item> rows,
                             v.tx.items().List({}, std::nullopt, 0));
    Items items;
    for (model::Item& row : rows) items.emplace(row.id, std::move(row));
    return items;
  }

  void Print(const char* what, const Totals& totals,
             const std::vector<Nanoseconds>& scans, int same) {
    const double asked = static_cast<double>(totals.times.size());
    std::cout << absl::StrFormat(
        "| %s | %.2f ms | %.2f ms | %.2f ms | %.2f ms | %.1f ms | %.1f | %.0f "
        "| %d | %d | %d of %d |\n",
        what, Millis(Percentile(totals.times, 50)),
        Millis(Percentile(totals.times, 99)),
        Millis(Percentile(totals.processor, 99)),
        Millis(Percentile(totals.times, 100)), Millis(Percentile(scans, 50)),
        static_cast<double>(totals.rows) / asked,
        static_cast<double>(totals.looked_at) / asked, totals.empty,
        totals.bounded, same, static_cast<int>(scans.size()));
  }

  store::Store& store_;
  const Supplies& supplies_;
  Random random_;
};

absl::StatusOr<bool> Run(const Options& options) {
  const ScratchFolder folder;
  store::SqliteOptions sqlite;
  sqlite.path = folder.File("twinaid.db");
  sqlite.readers = 1;
  TWINAID_ASSIGN_OR_RETURN(const std::unique_ptr<store::Store> store,
                           store::OpenSqliteStore(sqlite));
  const Stopwatch watch;
  TWINAID_ASSIGN_OR_RETURN(const Supplies supplies,
                           FillStore(*store, options.scale, options.seed));
  std::cout << absl::StrFormat(
      "%d needs, %d offers, %d places, %d links, seed %d, stored in %.1f s\n\n",
      supplies.needs.size(), supplies.offers.size(), options.scale.places,
      options.scale.links, options.seed, Millis(watch.Elapsed()) / 1e3);
  std::cout << "| question | p50 | p99 | p99 of processor time | most | full "
               "scan, p50 | rows | looked "
               "at | empty | more may exist | all as scanned |\n"
               "|---|---|---|---|---|---|---|---|---|---|---|\n";
  return Bench(*store, supplies, options.seed).Run();
}

}  // namespace
}  // namespace twinaid::bench

int main(int argc, char** argv) {
  const auto options = twinaid::bench::ParseOptions(argc, argv);
  if (!options.ok()) {
    std::cerr << options.status().message() << "\n";
    return 2;
  }
  const auto agree = twinaid::bench::Run(*options);
  if (!agree.ok()) std::cerr << agree.status() << "\n";
  return agree.ok() && *agree ? 0 : 1;
}
