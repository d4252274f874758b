// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/apart.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "service/core/rows.h"
#include "service/core/steps.h"

namespace twinaid::core {
namespace {

absl::StatusOr<std::vector<model::Match>> All(const store::ReadTransaction& tx,
                                              const store::MatchQuery& query) {
  return tx.matches().List(query, std::nullopt, 0);
}

// Whether the need's side wants no substitute of what is offered.
absl::StatusOr<bool> IsRefused(const View& v, const model::NeedName& need,
                               const model::OfferName& name) {
  store::MatchQuery of_need;
  of_need.need = need;
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Match> matches,
                           All(v.tx, of_need));
  const bool any =
      std::any_of(matches.begin(), matches.end(),
                  [](const auto& match) { return match.substitute_refused; });
  if (!any) return false;
  TWINAID_ASSIGN_OR_RETURN(const model::Offer offer,
                           Require(v.tx.offers(), name));
  return std::any_of(matches.begin(), matches.end(), [&](const auto& match) {
    return match.substitute_refused && match.offer_item == offer.item;
  });
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
  TWINAID_ASSIGN_OR_RETURN(const bool refused, IsRefused(v, need, offer));
  if (refused) return true;
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
