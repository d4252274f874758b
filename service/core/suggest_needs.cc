// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "service/core/apart.h"
#include "service/core/rows.h"
#include "service/core/suggestion_search.h"

namespace twinaid::core {
namespace {

constexpr int kLastLinkedRung = 2;
constexpr int kLastNearRung = 3;
constexpr int kRungOfEverybody = 4;
// Looked at for the reasons only.
constexpr int kRowsForReasons = 50;

// What a need is ranked by before its quantity: urgency, rung, the day.
using Rank = std::tuple<model::Urgency, int, absl::CivilDay>;

Rank RankOf(const model::Need& need, int rung) {
  return {need.urgency, rung, need.needed_by.value_or(absl::CivilDay::max())};
}

// The ranks of the best so far, as many as are wanted.
class Best {
 public:
  explicit Best(std::size_t limit) : limit_(limit) {}
  void Add(const Rank& rank) {
    ranks_.insert(rank);
    if (ranks_.size() > limit_) ranks_.erase(std::prev(ranks_.end()));
  }
  // Whether one of this rank is behind all of them.
  bool Beats(const Rank& rank) const {
    return ranks_.size() == limit_ && *ranks_.rbegin() < rank;
  }

 private:
  const std::size_t limit_;
  std::multiset<Rank> ranks_;
};

class NeedSearch {
 public:
  NeedSearch(const View& v, const model::Offer& offer, SuggestionSearch search)
      : v_(v),
        offer_(offer),
        search_(std::move(search)),
        best_(search_.limit()) {}

  absl::StatusOr<Suggestions> Run() && {
    TWINAID_RETURN_IF_ERROR(FindServed());
    TWINAID_ASSIGN_OR_RETURN(apart_,
                             ApartFrom(v_, offer_.name, search_.scheme().id));
    if (offer_.directed_to.empty()) {
      // Rung 3 may be more than can be read; the closer ones never are.
      TWINAID_RETURN_IF_ERROR(LookAt(search_.TiedPlaces(1, kLastLinkedRung)));
      TWINAID_RETURN_IF_ERROR(
          LookAt(search_.TiedPlaces(kLastNearRung, kLastNearRung)));
      if (search_.scheme().policy.rungs >= kRungOfEverybody) {
        TWINAID_RETURN_IF_ERROR(LookEverywhere());
      }
    } else if (search_.MayStand(offer_.directed_to)) {
      TWINAID_RETURN_IF_ERROR(LookAt({offer_.directed_to}));
    }
    if (search_.found().empty()) TWINAID_RETURN_IF_ERROR(LookForReasons());
    Suggestions answer = std::move(search_).Finish(BestNeedFirst);
    for (Suggestion& row : answer.rows) {
      row.offer = offer_;
      // Judged by a sketch, answered in full.
      TWINAID_ASSIGN_OR_RETURN(row.need, Require(v_.tx.needs(), row.need.name));
    }
    return answer;
  }

 private:
  // The item itself and those that list it as a substitute.
  absl::Status FindServed() {
    TWINAID_ASSIGN_OR_RETURN(model::Item own,
                             Require(v_.tx.items(), offer_.item));
    lot_ = LotOf(offer_, own);
    served_.emplace(own.id, std::move(own));
    store::ItemQuery query;
    query.substitute = offer_.item;
    TWINAID_ASSIGN_OR_RETURN(std::vector<model::Item> others,
                             v_.tx.items().List(query, std::nullopt, 0));
    for (model::Item& item : others) served_.emplace(item.id, std::move(item));
    return absl::OkStatus();
  }

  store::NeedQuery OfServed() const {
    store::NeedQuery query;
    query.open = true;
    for (const auto& [id, item] : served_) query.items.push_back(id);
    return query;
  }

  // One that is behind enough others is not judged at all.
  void Judge(const model::Need& need) {
    const Rank rank = RankOf(need, search_.RungTo(need.name.parent));
    if (best_.Beats(rank)) return search_.CutShort();
    if (search_.Judge(need, served_.at(need.item), offer_, lot_,
                      apart_.Has(need.name, offer_.item))) {
      best_.Add(rank);
    }
  }

  // Judges the needs of some places, all of them.
  absl::Status LookAt(const std::vector<model::PlaceId>& places) {
    if (places.empty() || search_.budget() == 0) return absl::OkStatus();
    store::NeedQuery query = OfServed();
    query.places = places;
    TWINAID_RETURN_IF_ERROR(
        v_.tx.shortlists().NeedsByItem(query, [&](model::Need need) {
          const bool more = search_.CountRead();
          if (!more) search_.CutShort();
          Judge(need);
          return more;
        }));
    search_.Cover(places);
    return absl::OkStatus();
  }

  absl::Status LookEverywhere() {
    if (const auto named = search_.UntiedPlaces()) return LookAt(*named);
    for (const auto& [id, item] : served_) {
      TWINAID_RETURN_IF_ERROR(LookAtMostUrgent(id));
    }
    everywhere_ = true;
    return absl::OkStatus();
  }

  // The most urgent needs for an item, until all others are behind those that
  // were found.
  absl::Status LookAtMostUrgent(const model::ItemId& item) {
    if (search_.budget() == 0) return absl::OkStatus();
    store::NeedQuery query;
    query.item = item;
    query.currency = offer_.currency;
    query.open = true;
    // Tied places that were too many to name are met here.
    const int rung = search_.LeftTiesOut() ? kLastNearRung : kRungOfEverybody;
    return v_.tx.shortlists().NeedsByUrgency(query, [&](model::Need need) {
      if (best_.Beats(RankOf(need, rung))) {
        search_.CutShort();
        return false;
      }
      const bool more = search_.CountRead();
      if (!more) search_.CutShort();
      if (search_.MayStand(need.name.parent) &&
          !search_.IsCovered(need.name.parent)) {
        Judge(need);
      }
      return more;
    });
  }

  // Nothing fits: looks at some that were left out from the start, for their
  // currency, the place it is meant for or the want of a tie, so that the
  // answer says why.
  absl::Status LookForReasons() {
    store::NeedQuery query = OfServed();
    int read = 0;
    return v_.tx.shortlists().NeedsByItem(query, [&](model::Need need) {
      const bool judged = search_.IsCovered(need.name.parent) ||
                          (everywhere_ && need.currency == offer_.currency);
      if (!judged && search_.MayStand(need.name.parent)) Judge(need);
      return ++read < kRowsForReasons;
    });
  }

  const View& v_;
  const model::Offer& offer_;
  SuggestionSearch search_;
  Best best_;
  std::map<model::ItemId, model::Item> served_;
  model::BaseUnits lot_;
  KeptApart<model::NeedName> apart_;
  bool everywhere_ = false;
};

}  // namespace

bool BestNeedFirst(const Found& a, const Found& b) {
  const auto key = [](const Found& found) {
    const Suggestion& s = found.suggestion;
    return std::tuple(RankOf(s.need, s.rung), -s.quantity.value());
  };
  if (const auto ka = key(a), kb = key(b); ka != kb) return ka < kb;
  return a.suggestion.need.name < b.suggestion.need.name;
}

absl::StatusOr<Suggestions> SuggestNeeds(const View& v,
                                         const model::OfferName& name,
                                         const SuggestionQuery& query) {
  TWINAID_ASSIGN_OR_RETURN(const model::Offer offer,
                           Require(v.tx.offers(), name));
  TWINAID_ASSIGN_OR_RETURN(
      SuggestionSearch search,
      SuggestionSearch::Begin(v, query, name.parent, Seeks::kNeeds));
  const Barred barred = search.BarredFor(offer, offer.available());
  if (barred != Barred::kNo) {
    Suggestions answer;
    answer.barred = barred;
    return answer;
  }
  return NeedSearch(v, offer, std::move(search)).Run();
}

}  // namespace twinaid::core
