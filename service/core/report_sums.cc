// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/report_sums.h"

#include <cstdint>
#include <limits>

#include "service/core/inside.h"
#include "service/core/rows.h"
#include "service/model/supply_errors.h"

namespace twinaid::core {
namespace {

absl::StatusOr<std::vector<model::Match>> MatchesOf(
    const View& v, const std::optional<model::PlaceId>& place) {
  store::MatchQuery query;
  query.place = place;
  return v.tx.matches().List(query, std::nullopt, 0);
}

absl::Status Tell(const View& v, const model::Match& match,
                  absl::FunctionRef<absl::Status(const Arrived&)> body) {
  Arrived arrived;
  arrived.match = match;
  TWINAID_ASSIGN_OR_RETURN(const model::Need need,
                           Require(v.tx.needs(), match.need));
  TWINAID_ASSIGN_OR_RETURN(const model::Offer offer,
                           Require(v.tx.offers(), match.offer));
  arrived.currency = need.currency;
  arrived.beneficiary = need.beneficiary;
  arrived.donor = offer.donor;
  return body(arrived);
}

}  // namespace

absl::StatusOr<Places> PlacesOf(const View& v, const Scope& scope) {
  if (!scope) return Places();
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::PlaceId> all,
                           WithInside(v, *scope));
  return Places(std::set<model::PlaceId>(all.begin(), all.end()));
}

absl::Status AddTo(model::BaseUnits& sum, model::BaseUnits more,
                   const model::ItemId& item) {
  if (more.value() > std::numeric_limits<std::int64_t>::max() - sum.value()) {
    return model::SumTooLarge(item);
  }
  sum += more;
  return absl::OkStatus();
}

absl::CivilMonth MonthOf(absl::Time time) {
  return absl::ToCivilMonth(time, absl::UTCTimeZone());
}

absl::Status ForEachNeed(
    const View& v, const Places& places,
    absl::FunctionRef<absl::Status(const model::Need&)> body) {
  std::vector<store::NeedQuery> queries(places ? places->size() : 1);
  if (places) {
    std::size_t at = 0;
    for (const model::PlaceId& place : *places) queries[at++].place = place;
  }
  for (const store::NeedQuery& query : queries) {
    TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Need> needs,
                             v.tx.needs().List(query, std::nullopt, 0));
    for (const model::Need& need : needs) TWINAID_RETURN_IF_ERROR(body(need));
  }
  return absl::OkStatus();
}

absl::Status ForEachArrived(
    const View& v, const Places& places,
    absl::FunctionRef<absl::Status(const Arrived&)> body) {
  const auto tell = [&](const model::Match& match) -> absl::Status {
    if (match.received().value() == 0) return absl::OkStatus();
    return Tell(v, match, body);
  };
  if (!places) {
    TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Match> matches,
                             MatchesOf(v, std::nullopt));
    for (const model::Match& match : matches) {
      TWINAID_RETURN_IF_ERROR(tell(match));
    }
    return absl::OkStatus();
  }
  for (const model::PlaceId& place : *places) {
    TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Match> matches,
                             MatchesOf(v, place));
    for (const model::Match& match : matches) {
      // Between two of the places: told at the one that gives.
      const bool again = match.recipient_place() == place &&
                         places->contains(match.donor_place());
      if (!again) TWINAID_RETURN_IF_ERROR(tell(match));
    }
  }
  return absl::OkStatus();
}

}  // namespace twinaid::core
