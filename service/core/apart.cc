// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/apart.h"

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "service/core/rows.h"
#include "service/core/steps.h"

namespace twinaid::core {
namespace {

absl::StatusOr<std::vector<model::Match>> All(const store::ReadTransaction& tx,
                                              const store::MatchQuery& query) {
  return tx.matches().List(query, std::nullopt, 0);
}

// The substitutes that the need's side refused.
absl::StatusOr<std::set<model::ItemId>> RefusedItems(
    const View& v, const model::NeedName& need) {
  store::MatchQuery of_need;
  of_need.need = need;
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Match> matches,
                           All(v.tx, of_need));
  std::set<model::ItemId> items;
  for (const model::Match& match : matches) {
    if (match.substitute_refused) items.insert(match.offer_item);
  }
  return items;
}

absl::Status LiftAll(Mutation& m, store::MatchQuery query) {
  query.state = model::MatchState::kLapsed;
  query.keeps_apart = model::Apart::kNeedAndOffer;
  TWINAID_ASSIGN_OR_RETURN(std::vector<model::Match> lapsed, All(m.tx, query));
  for (model::Match& match : lapsed) {
    match.keeps_apart = model::Apart::kNobody;
    TWINAID_RETURN_IF_ERROR(
        SaveStep(m, match, "match.reconsidered", {{"why", "confirmed"}}));
  }
  return absl::OkStatus();
}

// `declined` selects the matches of the row that was asked for; `other_of` is
// the other end of a match of it, empty for a match of another row.
template <typename OtherName, typename OtherOf>
absl::StatusOr<KeptApart<OtherName>> ReadApart(const View& v,
                                               store::MatchQuery declined,
                                               const model::PlaceId& place,
                                               const model::SchemeId& scheme,
                                               OtherOf other_of) {
  KeptApart<OtherName> apart;
  declined.keeps_apart = model::Apart::kNeedAndOffer;
  TWINAID_ASSIGN_OR_RETURN(std::vector<model::Match> matches,
                           All(v.tx, declined));
  for (const model::Match& match : matches) apart.names.insert(other_of(match));
  // Two questions that each have an index, rather than one for either side.
  for (const auto side :
       {&store::MatchQuery::donor, &store::MatchQuery::recipient}) {
    store::MatchQuery of_places;
    of_places.keeps_apart = model::Apart::kPlaces;
    of_places.*side = place;
    TWINAID_ASSIGN_OR_RETURN(matches, All(v.tx, of_places));
    for (const model::Match& match : matches) {
      if (const OtherName other = other_of(match); !other.empty()) {
        apart.names.insert(other);
      }
      if (!KeepsPlacesApart(match, scheme)) continue;
      apart.places.insert(match.donor_place() == place ? match.recipient_place()
                                                       : match.donor_place());
    }
  }
  return apart;
}

}  // namespace

model::Apart ApartAfter(model::Reason reason) {
  return reason == model::Reason::kPrefersOther ? model::Apart::kPlaces
                                                : model::Apart::kNeedAndOffer;
}

bool KeepsPlacesApart(const model::Match& match,
                      const model::SchemeId& scheme) {
  return match.keeps_apart == model::Apart::kPlaces &&
         (match.round.empty() || match.round.parent == scheme);
}

absl::StatusOr<bool> AreApart(const View& v, const model::NeedName& need,
                              const model::OfferName& offer,
                              const model::SchemeId& scheme) {
  store::MatchQuery of_both;
  of_both.need = need;
  of_both.offer = offer;
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Match> together,
                           All(v.tx, of_both));
  if (std::any_of(together.begin(), together.end(), [](const auto& match) {
        return match.keeps_apart != model::Apart::kNobody;
      })) {
    return true;
  }
  TWINAID_ASSIGN_OR_RETURN(const std::set<model::ItemId> refused,
                           RefusedItems(v, need));
  if (!refused.empty()) {
    TWINAID_ASSIGN_OR_RETURN(const model::Offer row,
                             Require(v.tx.offers(), offer));
    if (refused.contains(row.item)) return true;
  }
  store::MatchQuery of_places;
  of_places.keeps_apart = model::Apart::kPlaces;
  of_places.place = need.parent;
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Match> places,
                           All(v.tx, of_places));
  return std::any_of(places.begin(), places.end(), [&](const auto& match) {
    const bool joins = match.donor_place() == offer.parent ||
                       match.recipient_place() == offer.parent;
    return joins && KeepsPlacesApart(match, scheme);
  });
}

absl::StatusOr<KeptApart<model::OfferName>> ApartFrom(
    const View& v, const model::NeedName& need, const model::SchemeId& scheme) {
  store::MatchQuery declined;
  declined.need = need;
  TWINAID_ASSIGN_OR_RETURN(
      auto apart,
      ReadApart<model::OfferName>(
          v, declined, need.parent, scheme, [&](const model::Match& match) {
            return match.need == need ? match.offer : model::OfferName();
          }));
  TWINAID_ASSIGN_OR_RETURN(apart.items, RefusedItems(v, need));
  return apart;
}

absl::StatusOr<KeptApart<model::NeedName>> ApartFrom(
    const View& v, const model::OfferName& offer,
    const model::SchemeId& scheme) {
  store::MatchQuery declined;
  declined.offer = offer;
  TWINAID_ASSIGN_OR_RETURN(
      auto apart,
      ReadApart<model::NeedName>(
          v, declined, offer.parent, scheme, [&](const model::Match& match) {
            return match.offer == offer ? match.need : model::NeedName();
          }));
  TWINAID_ASSIGN_OR_RETURN(const model::Offer row,
                           Require(v.tx.offers(), offer));
  store::MatchQuery refusing;
  refusing.refused_item = row.item;
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Match> refused,
                           All(v.tx, refusing));
  for (const model::Match& match : refused) apart.names.insert(match.need);
  return apart;
}

absl::Status LiftLapsed(Mutation& m, const model::NeedName& need) {
  store::MatchQuery query;
  query.need = need;
  return LiftAll(m, query);
}

absl::Status LiftLapsed(Mutation& m, const model::OfferName& offer) {
  store::MatchQuery query;
  query.offer = offer;
  return LiftAll(m, query);
}

}  // namespace twinaid::core
