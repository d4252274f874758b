// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/suggestion_search.h"

#include <iterator>
#include <tuple>

#include "service/core/compatibility.h"
#include "service/core/rows.h"
#include "service/model/common_errors.h"

namespace twinaid::core {
namespace {

// The most places that one query names: each costs a look into an index for
// every item.
constexpr std::size_t kMostPlaces = 500;

constexpr int kRungOfEverybody = 4;

bool Has(const std::vector<model::PlaceId>& ascending,
         const model::PlaceId& place) {
  return std::binary_search(ascending.begin(), ascending.end(), place);
}

// Whether the scheme has the place on the side that gives or receives. Third
// places only receive, and where there are some the others only give.
bool Stands(const model::Scheme& scheme, const model::PlaceId& place,
            bool gives) {
  if (!scheme.third_places.empty()) {
    if (Has(scheme.third_places, place)) return !gives;
    if (!gives) return false;
  }
  return scheme.participants.empty() || Has(scheme.participants, place);
}

}  // namespace

model::BaseUnits LotOf(const model::Offer& offer, const model::Item& item) {
  return model::BaseUnits(
      offer.min_lot ? offer.min_lot->value() * item.base_content : 0);
}

absl::StatusOr<SuggestionSearch> SuggestionSearch::Begin(
    const View& v, const SuggestionQuery& query, const model::PlaceId& place,
    Seeks seeks) {
  if (query.limit < 1 || query.limit > kMaxSuggestions) {
    return model::OutOfRange("limit", query.limit, 1, kMaxSuggestions);
  }
  SuggestionSearch search;
  search.seeks_ = seeks;
  search.place_ = place;
  search.today_ = DayOf(v.now);
  search.limit_ = static_cast<std::size_t>(query.limit);
  const model::SchemeId scheme =
      query.scheme.empty() ? model::SchemeId::Trusted(model::kDefaultSchemeId)
                           : query.scheme;
  TWINAID_ASSIGN_OR_RETURN(search.scheme_, Require(v.tx.schemes(), scheme));
  search.stands_ = Stands(search.scheme_, place, seeks == Seeks::kNeeds);
  TWINAID_ASSIGN_OR_RETURN(search.ties_,
                           TiesOf(v, place, search.scheme_.policy.rungs));
  absl::erase_if(search.ties_,
                 [&](const auto& tie) { return !search.MayStand(tie.first); });
  return search;
}

bool SuggestionSearch::MayStand(const model::PlaceId& other) const {
  return other != place_ && Stands(scheme_, other, seeks_ == Seeks::kOffers);
}

int SuggestionSearch::RungTo(const model::PlaceId& other) const {
  const auto tie = ties_.find(other);
  return tie == ties_.end() ? kRungOfEverybody : tie->second.rung;
}

std::vector<model::PlaceId> SuggestionSearch::TiedPlaces(int low, int high) {
  std::vector<std::tuple<int, int, model::PlaceId>> near;
  for (const auto& [to, tie] : ties_) {
    if (tie.rung >= low && tie.rung <= high) {
      near.emplace_back(tie.rung, tie.transit_days, to);
    }
  }
  std::sort(near.begin(), near.end());
  if (near.size() > kMostPlaces) {
    near.resize(kMostPlaces);
    left_ties_out_ = true;
    CutShort();
  }
  std::vector<model::PlaceId> places;
  places.reserve(near.size());
  for (auto& [rung, transit, to] : near) places.push_back(std::move(to));
  return places;
}

std::optional<std::vector<model::PlaceId>> SuggestionSearch::UntiedPlaces()
    const {
  const bool thirds = seeks_ == Seeks::kNeeds && !scheme_.third_places.empty();
  const std::vector<model::PlaceId>& named =
      thirds ? scheme_.third_places : scheme_.participants;
  if (named.empty() || named.size() > kMostPlaces) return std::nullopt;
  std::vector<model::PlaceId> untied;
  std::copy_if(named.begin(), named.end(), std::back_inserter(untied),
               [&](const model::PlaceId& place) {
                 return MayStand(place) && !IsCovered(place);
               });
  return untied;
}

void SuggestionSearch::Cover(const std::vector<model::PlaceId>& places) {
  covered_.insert(places.begin(), places.end());
}

bool SuggestionSearch::Judge(const model::Need& need, const model::Item& needed,
                             const model::Offer& offer, model::BaseUnits lot,
                             bool apart) {
  ++answer_.looked_at;
  const bool rests = seeks_ == Seeks::kOffers ? Rests(offer) : Rests(need);
  if (rests) {
    ++answer_.resting;
    return false;
  }
  const auto tie = ties_.find(seeks_ == Seeks::kOffers ? offer.name.parent
                                                       : need.name.parent);
  const bool tied = tie != ties_.end();
  if (!tied && scheme_.policy.rungs < kRungOfEverybody) {
    return MisfitFor(model::Misfit::kNoTie);
  }
  Found found;
  Suggestion& suggestion = found.suggestion;
  if (tied) {
    suggestion.rung = tie->second.rung;
    suggestion.link = tie->second.link;
    suggestion.transit_days = tie->second.transit_days;
  }
  const Fit fit = JudgeFit(need, needed, offer, suggestion.transit_days, today_,
                           Days::kCheck);
  if (fit.misfit) return MisfitFor(*fit.misfit);
  if (apart) return MisfitFor(model::Misfit::kDeclinedBefore);
  suggestion.quantity = std::min(need.open_to_matching(), offer.available());
  if (suggestion.quantity < lot) {
    ++answer_.below_minimum_lot;
    return false;
  }
  suggestion.quality_percent = fit.quality_percent;
  suggestion.substitute = need.item != offer.item;
  suggestion.covers_all = suggestion.quantity == need.open_to_matching();
  if (tied) suggestion.arrives = fit.arrival;
  found.day = fit.arrival;
  if (seeks_ == Seeks::kOffers) {
    suggestion.offer = offer;
  } else {
    suggestion.need = need;
  }
  found_.push_back(std::move(found));
  return true;
}

}  // namespace twinaid::core
