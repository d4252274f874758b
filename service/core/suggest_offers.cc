// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cstddef>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "service/core/apart.h"
#include "service/core/compatibility.h"
#include "service/core/rows.h"
#include "service/core/suggestion_search.h"

namespace twinaid::core {
namespace {

constexpr int kLastNearRung = 3;
constexpr int kRungOfEverybody = 4;
// Of an item's largest offers that fit so many, and so many for each one
// wanted, to choose the earlier among them.
constexpr std::size_t kLeastChoice = 50;
constexpr std::size_t kChoice = 4;
// Looked at for the reasons only.
constexpr int kRowsForReasons = 50;

// An item that may serve the need.
struct Serving {
  model::Item item;
  int quality_percent = 100;
};

class OfferSearch {
 public:
  OfferSearch(const View& v, const model::Need& need, SuggestionSearch search)
      : v_(v), need_(need), search_(std::move(search)) {}

  absl::StatusOr<Suggestions> Run() && {
    TWINAID_ASSIGN_OR_RETURN(needed_, Require(v_.tx.items(), need_.item));
    TWINAID_RETURN_IF_ERROR(FindServing());
    TWINAID_ASSIGN_OR_RETURN(apart_,
                             ApartFrom(v_, need_.name, search_.scheme().id));
    TWINAID_RETURN_IF_ERROR(LookNear());
    if (!Enough() && search_.scheme().policy.rungs >= kRungOfEverybody) {
      TWINAID_RETURN_IF_ERROR(LookEverywhere());
    }
    if (search_.found().empty()) TWINAID_RETURN_IF_ERROR(LookForReasons());
    Suggestions answer = std::move(search_).Finish(BestOfferFirst);
    for (Suggestion& row : answer.rows) {
      row.need = need_;
      // Judged by a sketch, answered in full.
      TWINAID_ASSIGN_OR_RETURN(row.offer,
                               Require(v_.tx.offers(), row.offer.name));
    }
    return answer;
  }

 private:
  // The item itself, then the substitutes that the need takes, the better
  // first.
  absl::Status FindServing() {
    serving_.push_back({needed_, 100});
    std::vector<model::Substitute> accepted;
    for (const model::Substitute& substitute : needed_.substitutes) {
      if (substitute.quality_percent >= need_.min_quality_percent &&
          Accepts(need_, substitute.item)) {
        accepted.push_back(substitute);
      }
    }
    std::stable_sort(accepted.begin(), accepted.end(),
                     [](const auto& a, const auto& b) {
                       return a.quality_percent > b.quality_percent;
                     });
    for (const model::Substitute& substitute : accepted) {
      TWINAID_ASSIGN_OR_RETURN(model::Item item,
                               Require(v_.tx.items(), substitute.item));
      serving_.push_back({std::move(item), substitute.quality_percent});
    }
    return absl::OkStatus();
  }

  const Serving* ServingOf(const model::ItemId& item) const {
    for (const Serving& serving : serving_) {
      if (serving.item.id == item) return &serving;
    }
    return nullptr;
  }
  store::OfferQuery OfServing() const {
    store::OfferQuery query;
    query.available = true;
    for (const Serving& serving : serving_) {
      query.items.push_back(serving.item.id);
    }
    return query;
  }

  bool Enough() const { return search_.found().size() >= search_.limit(); }

  bool Judge(const model::Offer& offer) {
    // One that cannot serve is closed out before its lot is asked.
    const Serving* serving = ServingOf(offer.item);
    const model::BaseUnits lot =
        serving ? LotOf(offer, serving->item) : model::BaseUnits(0);
    return search_.Judge(need_, needed_, offer, lot,
                         apart_.Has(offer.name, offer.item));
  }

  // Judges those of the query that are wanted, as far as the budget goes.
  template <typename Wanted>
  absl::Status JudgeAll(const store::OfferQuery& query, Wanted wanted) {
    return v_.tx.shortlists().OffersByItem(query, [&](model::Offer offer) {
      const bool more = search_.CountRead();
      if (!more) search_.CutShort();
      if (wanted(offer)) Judge(offer);
      return more;
    });
  }

  // Judges the offers of some places, all of them.
  absl::Status LookAt(const std::vector<model::PlaceId>& places) {
    if (places.empty() || search_.budget() == 0) return absl::OkStatus();
    store::OfferQuery query = OfServing();
    query.places = places;
    TWINAID_RETURN_IF_ERROR(JudgeAll(query, [](const auto&) { return true; }));
    search_.Cover(places);
    return absl::OkStatus();
  }

  absl::Status LookNear() {
    const int rungs = std::min(search_.scheme().policy.rungs, kLastNearRung);
    for (int rung = 1; rung <= rungs && !Enough(); ++rung) {
      TWINAID_RETURN_IF_ERROR(LookAt(search_.TiedPlaces(rung, rung)));
    }
    if (Enough()) search_.CutShort();
    return absl::OkStatus();
  }

  absl::Status LookEverywhere() {
    if (const auto named = search_.UntiedPlaces()) return LookAt(*named);
    TWINAID_RETURN_IF_ERROR(LookAtDirected());
    for (std::size_t i = 0; i < serving_.size(); ++i) {
      if (IsBehind(i)) {
        search_.CutShort();
        break;
      }
      TWINAID_RETURN_IF_ERROR(LookAtLargest(serving_[i].item.id));
    }
    everywhere_ = true;
    return absl::OkStatus();
  }

  // Whether the untied offers of an item are behind enough that were found: the
  // item itself goes before all others, and these by quality.
  bool IsBehind(std::size_t i) const {
    const bool lower = i == 1 || (i > 1 && serving_[i].quality_percent <
                                               serving_[i - 1].quality_percent);
    if (!lower) return false;
    const auto before = std::count_if(
        search_.found().begin(), search_.found().end(), [&](const Found& f) {
          return f.suggestion.rung < kRungOfEverybody ||
                 ServingOf(f.suggestion.offer.item) < &serving_[i];
        });
    return static_cast<std::size_t>(before) >= search_.limit();
  }

  // Those meant for this place, however small.
  absl::Status LookAtDirected() {
    if (search_.budget() == 0) return absl::OkStatus();
    store::OfferQuery query = OfServing();
    query.directed_to = need_.name.parent;
    return JudgeAll(query, [this](const auto& offer) { return IsNew(offer); });
  }

  // The largest offers of an item, until there are enough to choose from.
  absl::Status LookAtLargest(const model::ItemId& item) {
    if (search_.budget() == 0) return absl::OkStatus();
    store::OfferQuery query;
    query.item = item;
    query.currency = need_.currency;
    query.available = true;
    const std::size_t wanted =
        search_.found().size() +
        std::max(kLeastChoice, kChoice * search_.limit());
    return v_.tx.shortlists().OffersBySize(query, [&](model::Offer offer) {
      if (search_.found().size() >= wanted) {
        search_.CutShort();
        return false;
      }
      const bool more = search_.CountRead();
      if (!more) search_.CutShort();
      // What is directed here was judged before.
      if (IsNew(offer) && offer.directed_to != need_.name.parent) Judge(offer);
      return more;
    });
  }

  // May serve by its place, and was not judged with its place.
  bool IsNew(const model::Offer& offer) const {
    return search_.MayStand(offer.name.parent) &&
           !search_.IsCovered(offer.name.parent);
  }

  // Nothing fits: looks at some that were left out from the start, for their
  // item, their currency or the want of a tie, so that the answer says why.
  absl::Status LookForReasons() {
    store::OfferQuery query;
    query.available = true;
    query.items.push_back(needed_.id);
    for (const model::Substitute& substitute : needed_.substitutes) {
      query.items.push_back(substitute.item);
    }
    int read = 0;
    return v_.tx.shortlists().OffersByItem(query, [&](model::Offer offer) {
      const bool sought = ServingOf(offer.item) != nullptr;
      const bool judged =
          sought && (search_.IsCovered(offer.name.parent) ||
                     (everywhere_ && (offer.currency == need_.currency ||
                                      offer.directed_to == need_.name.parent)));
      if (!judged && search_.MayStand(offer.name.parent)) Judge(offer);
      return ++read < kRowsForReasons;
    });
  }

  const View& v_;
  const model::Need& need_;
  SuggestionSearch search_;
  model::Item needed_;
  std::vector<Serving> serving_;
  KeptApart<model::OfferName> apart_;
  bool everywhere_ = false;
};

}  // namespace

bool BestOfferFirst(const Found& a, const Found& b) {
  const auto key = [](const Found& found) {
    const Suggestion& s = found.suggestion;
    return std::tuple(s.rung, s.substitute, -s.quality_percent, !s.covers_all,
                      found.day, -s.quantity.value());
  };
  if (const auto ka = key(a), kb = key(b); ka != kb) return ka < kb;
  return a.suggestion.offer.name < b.suggestion.offer.name;
}

absl::StatusOr<Suggestions> SuggestOffers(const View& v,
                                          const model::NeedName& name,
                                          const SuggestionQuery& query) {
  TWINAID_ASSIGN_OR_RETURN(const model::Need need, Require(v.tx.needs(), name));
  TWINAID_ASSIGN_OR_RETURN(
      SuggestionSearch search,
      SuggestionSearch::Begin(v, query, name.parent, Seeks::kOffers));
  const Barred barred = search.BarredFor(need, need.open_to_matching());
  if (barred != Barred::kNo) {
    Suggestions answer;
    answer.barred = barred;
    return answer;
  }
  return OfferSearch(v, need, std::move(search)).Run();
}

}  // namespace twinaid::core
