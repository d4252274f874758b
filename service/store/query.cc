// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/query.h"

#include <algorithm>

namespace twinaid::store {
namespace {

// An unset wish is met by everything.
template <typename T, typename U>
bool Is(const std::optional<T>& wanted, const U& value) {
  return !wanted || *wanted == value;
}

bool Since(const std::optional<absl::Time>& since, const model::Meta& meta) {
  return !since || meta.update_time >= *since;
}

template <typename T>
bool Either(const std::optional<T>& wanted, const T& a, const T& b) {
  return !wanted || *wanted == a || *wanted == b;
}

// No wishes are met by everything.
template <typename T>
bool AnyOf(const std::vector<T>& wanted, const T& value) {
  return wanted.empty() ||
         std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

bool Lists(const model::Item& row, const std::optional<model::ItemId>& item) {
  return !item || std::any_of(row.substitutes.begin(), row.substitutes.end(),
                              [&](const auto& s) { return s.item == *item; });
}

bool DueBy(const std::optional<absl::Time>& time, const model::Match& row) {
  return !time || (row.state == model::MatchState::kProposed && row.answer_by &&
                   *row.answer_by <= *time);
}

}  // namespace

bool PlaceQuery::Matches(const model::Place& row) const {
  return Is(parent, row.parent) && Is(kind, row.kind) &&
         Is(country_code, row.country_code) && Since(updated_since, row.meta);
}

bool SisterLinkQuery::Matches(const model::SisterLink& row) const {
  return Either(place, row.place_a, row.place_b) && Is(kind, row.kind) &&
         Is(state, row.state) && Since(updated_since, row.meta);
}

bool OrganizationQuery::Matches(const model::Organization& row) const {
  return Is(seat, row.seat) && Is(kind, row.kind) &&
         Since(updated_since, row.meta);
}

bool ItemQuery::Matches(const model::Item& row) const {
  return Is(category, row.category) && Lists(row, substitute) &&
         Since(updated_since, row.meta);
}

bool NeedQuery::Matches(const model::Need& row) const {
  return Is(place, row.name.parent) && AnyOf(places, row.name.parent) &&
         Is(item, row.item) && AnyOf(items, row.item) &&
         Is(currency, row.currency) &&
         (!open || row.open_to_matching() > model::BaseUnits(0)) &&
         Is(state, row.state()) && Is(urgency, row.urgency) &&
         Is(organization, row.beneficiary) && Since(updated_since, row.meta);
}

bool OfferQuery::Matches(const model::Offer& row) const {
  return Is(place, row.name.parent) && AnyOf(places, row.name.parent) &&
         Is(item, row.item) && AnyOf(items, row.item) &&
         Is(currency, row.currency) && Is(directed_to, row.directed_to) &&
         (!available || row.available() > model::BaseUnits(0)) &&
         Is(state, row.state()) && Is(organization, row.donor) &&
         Since(updated_since, row.meta);
}

bool SchemeQuery::Matches(const model::Scheme& row) const {
  return Since(updated_since, row.meta);
}

bool RoundQuery::Matches(const model::Round& row) const {
  return Is(scheme, row.name.parent) && Is(state, row.state);
}

bool UnmetNeedQuery::Matches(const model::UnmetNeed& row) const {
  return Is(round, row.round) && Is(place, row.need.parent);
}

bool RoundEdgeQuery::Matches(const model::RoundEdge& row) const {
  return Is(round, row.round) && Is(stage, row.stage) && Is(donor, row.donor) &&
         Is(recipient, row.recipient);
}

bool PairingQuery::Matches(const model::Pairing& row) const {
  return Is(scheme, row.name.parent) &&
         Either(place, row.donor, row.recipient) && Is(state, row.state) &&
         Is(round, row.round);
}

bool MatchQuery::Matches(const model::Match& row) const {
  return Either(place, row.donor_place(), row.recipient_place()) &&
         Is(donor, row.donor_place()) && Is(recipient, row.recipient_place()) &&
         Is(need, row.need) && Is(offer, row.offer) &&
         Is(item, row.need_item) && Is(state, row.state) &&
         Is(pairing, row.pairing) && Is(round, row.round) &&
         (!refused_item ||
          (row.substitute_refused && row.offer_item == *refused_item)) &&
         Is(scheme, row.round.parent) && Is(keeps_apart, row.keeps_apart) &&
         DueBy(answer_by, row) && Since(updated_since, row.meta);
}

bool LetterQuery::Matches(const model::Letter& row) const {
  return Either(place, row.from, row.to) && Is(from, row.from) &&
         Is(to, row.to) && Is(match, row.match) &&
         Since(updated_since, row.meta);
}

bool NoticeQuery::Matches(const model::Notice& row) const {
  return Is(state, row.state) && Is(channel, row.channel) &&
         Is(recipient, row.recipient) && (!due || row.next_time <= *due);
}

bool EventQuery::Matches(const model::Event& row) const {
  const bool there = !place || std::find(row.places.begin(), row.places.end(),
                                         *place) != row.places.end();
  return there && Is(resource, row.resource) && Is(type, row.type);
}

bool PrincipalQuery::Matches(const model::Principal& row) const {
  return Is(role, row.role) && Since(updated_since, row.meta);
}

bool TokenQuery::Matches(const model::Token& row) const {
  return Is(principal, row.principal);
}

}  // namespace twinaid::store
