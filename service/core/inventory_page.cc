// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "service/core/inventory.h"
#include "service/core/rows.h"

namespace twinaid::core {
namespace {

absl::StatusOr<std::vector<model::Match>> LiveMatches(
    const View& v, const store::MatchQuery& query) {
  TWINAID_ASSIGN_OR_RETURN(std::vector<model::Match> matches,
                           v.tx.matches().List(query, std::nullopt, 0));
  matches.erase(std::remove_if(
                    matches.begin(), matches.end(),
                    [](const model::Match& match) { return !match.is_live(); }),
                matches.end());
  return matches;
}

}  // namespace

absl::StatusOr<Inventory> GetInventory(const View& v,
                                       const model::PlaceId& id) {
  Inventory page;
  TWINAID_ASSIGN_OR_RETURN(page.place, Require(v.tx.places(), id));
  store::NeedQuery needs;
  needs.place = id;
  TWINAID_ASSIGN_OR_RETURN(page.needs,
                           v.tx.needs().List(needs, std::nullopt, 0));
  store::OfferQuery offers;
  offers.place = id;
  TWINAID_ASSIGN_OR_RETURN(page.offers,
                           v.tx.offers().List(offers, std::nullopt, 0));
  store::MatchQuery gives;
  gives.donor = id;
  TWINAID_ASSIGN_OR_RETURN(page.promised, LiveMatches(v, gives));
  store::MatchQuery takes;
  takes.recipient = id;
  TWINAID_ASSIGN_OR_RETURN(page.expected, LiveMatches(v, takes));
  return page;
}

}  // namespace twinaid::core
