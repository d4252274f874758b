// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The report on what contributors to a scheme gave, and where it went.
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "service/core/report_sums.h"
#include "service/core/reports.h"
#include "service/core/rows.h"

namespace twinaid::core {
namespace {

bool CameToSomething(const model::Match& match) {
  return match.is_live() || match.received().value() > 0;
}

// What of the match stands where.
absl::Status AddMatch(const model::Match& match, Contribution& row) {
  ++row.matches;
  const model::BaseUnits sent = match.dispatched();
  const model::BaseUnits rest = match.quantity - sent;
  if (match.state == model::MatchState::kProposed) {
    TWINAID_RETURN_IF_ERROR(AddTo(row.proposed, match.quantity, row.item));
  } else if (match.is_live() && !match.dispatch_final) {
    TWINAID_RETURN_IF_ERROR(AddTo(row.committed, rest, row.item));
  }
  TWINAID_RETURN_IF_ERROR(AddTo(row.in_transit, match.in_transit(), row.item));
  return AddTo(row.received, match.received(), row.item);
}

// The places that an active link joins to this one.
absl::StatusOr<std::set<model::PlaceId>> SistersOf(
    const View& v, const model::PlaceId& place) {
  store::SisterLinkQuery query;
  query.place = place;
  query.state = model::LinkState::kActive;
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::SisterLink> links,
                           v.tx.sister_links().List(query, std::nullopt, 0));
  std::set<model::PlaceId> sisters;
  for (const model::SisterLink& link : links) {
    sisters.insert(link.place_a == place ? link.place_b : link.place_a);
  }
  return sisters;
}

}  // namespace

absl::StatusOr<std::vector<Contribution>> ReportContributions(
    const View& v, const model::SchemeId& scheme,
    const std::optional<model::PlaceId>& donor) {
  using Key =
      std::tuple<model::PlaceId, model::PlaceId, model::ItemId, std::string>;
  TWINAID_RETURN_IF_ERROR(Require(v.tx.schemes(), scheme).status());
  if (donor) {
    TWINAID_RETURN_IF_ERROR(Require(v.tx.places(), *donor).status());
  }
  store::MatchQuery query;
  query.scheme = scheme;
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Match> matches,
                           v.tx.matches().List(query, std::nullopt, 0));
  std::map<Key, Contribution> rows;
  std::map<model::PlaceId, std::set<model::PlaceId>> donors_of;
  for (const model::Match& match : matches) {
    if (!CameToSomething(match)) continue;
    donors_of[match.recipient_place()].insert(match.donor_place());
    if (donor && match.donor_place() != *donor) continue;
    Contribution& row = rows[Key(match.donor_place(), match.recipient_place(),
                                 match.offer_item, match.currency)];
    row.donor = match.donor_place();
    row.recipient = match.recipient_place();
    row.item = match.offer_item;
    row.currency = match.currency;
    TWINAID_RETURN_IF_ERROR(AddMatch(match, row));
  }
  std::map<model::PlaceId, std::set<model::PlaceId>> sisters;
  std::vector<Contribution> sorted;
  sorted.reserve(rows.size());
  for (auto& [key, row] : rows) {
    if (!sisters.contains(row.donor)) {
      TWINAID_ASSIGN_OR_RETURN(sisters[row.donor], SistersOf(v, row.donor));
    }
    for (const model::PlaceId& other : donors_of[row.recipient]) {
      const bool together = sisters[row.donor].contains(other);
      if (together) row.together_with.push_back(other);
    }
    sorted.push_back(std::move(row));
  }
  return sorted;
}

}  // namespace twinaid::core
