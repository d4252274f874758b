// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What each row refers to.
#ifndef TWINAID_TESTS_SUPPORT_REFERENCES_H_
#define TWINAID_TESTS_SUPPORT_REFERENCES_H_

#include "service/store/store.h"

namespace twinaid {

// The kind of row that a key names.
template <typename K>
struct RowOfKey;
template <>
struct RowOfKey<model::PlaceId> {
  using type = model::Place;
};
template <>
struct RowOfKey<model::SisterLinkId> {
  using type = model::SisterLink;
};
template <>
struct RowOfKey<model::OrganizationId> {
  using type = model::Organization;
};
template <>
struct RowOfKey<model::ItemId> {
  using type = model::Item;
};
template <>
struct RowOfKey<model::NeedName> {
  using type = model::Need;
};
template <>
struct RowOfKey<model::OfferName> {
  using type = model::Offer;
};
template <>
struct RowOfKey<model::SchemeId> {
  using type = model::Scheme;
};
template <>
struct RowOfKey<model::RoundName> {
  using type = model::Round;
};
template <>
struct RowOfKey<model::PairingName> {
  using type = model::Pairing;
};

template <>
struct RowOfKey<model::MatchId> {
  using type = model::Match;
};
template <>
struct RowOfKey<model::PrincipalId> {
  using type = model::Principal;
};

// visit(key) for every reference of the row that is not empty.
template <typename Visit>
void ForEachReference(const model::Place& row, Visit visit) {
  if (!row.parent.empty()) visit(row.parent);
}
template <typename Visit>
void ForEachReference(const model::SisterLink& row, Visit visit) {
  visit(row.place_a);
  visit(row.place_b);
}
template <typename Visit>
void ForEachReference(const model::Organization& row, Visit visit) {
  visit(row.seat);
}
template <typename Visit>
void ForEachReference(const model::Item& row, Visit visit) {
  for (const model::Substitute& each : row.substitutes) visit(each.item);
}
template <typename Visit>
void ForEachReference(const model::Need& row, Visit visit) {
  visit(row.name.parent);
  visit(row.item);
  for (const model::ItemId& each : row.listed_substitutes) visit(each);
  if (!row.beneficiary.empty()) visit(row.beneficiary);
}
template <typename Visit>
void ForEachReference(const model::Offer& row, Visit visit) {
  visit(row.name.parent);
  visit(row.item);
  if (!row.directed_to.empty()) visit(row.directed_to);
  if (!row.donor.empty()) visit(row.donor);
}
template <typename Visit>
void ForEachReference(const model::Scheme& row, Visit visit) {
  for (const model::PlaceId& each : row.participants) visit(each);
  for (const model::PlaceId& each : row.third_places) visit(each);
}
template <typename Visit>
void ForEachReference(const model::Round& row, Visit visit) {
  visit(row.name.parent);
}
template <typename Visit>
void ForEachReference(const model::UnmetNeed& row, Visit visit) {
  visit(row.round);
  visit(row.need);
}
// The link is what counted at the time of the round; it may go.
template <typename Visit>
void ForEachReference(const model::RoundEdge& row, Visit visit) {
  visit(row.round);
  visit(row.donor);
  visit(row.recipient);
}
template <typename Visit>
void ForEachReference(const model::Pairing& row, Visit visit) {
  visit(row.name.parent);
  visit(row.donor);
  visit(row.recipient);
  if (!row.link.empty()) visit(row.link);
  visit(row.round);
}
template <typename Visit>
void ForEachReference(const model::Match& row, Visit visit) {
  visit(row.need);
  visit(row.offer);
  visit(row.need_item);
  visit(row.offer_item);
  if (!row.pairing.empty()) visit(row.pairing);
  if (!row.round.empty()) visit(row.round);
  if (!row.replaces.empty()) visit(row.replaces);
}
template <typename Visit>
void ForEachReference(const model::Letter& row, Visit visit) {
  visit(row.from);
  visit(row.to);
  if (!row.organization.empty()) visit(row.organization);
  if (!row.match.empty()) visit(row.match);
}
// The ledger keeps every event.
template <typename Visit>
void ForEachReference(const model::Notice&, Visit) {}
// Nothing deletes a scheme; whether a granted one exists is core's to see.
template <typename Visit>
void ForEachReference(const model::Principal& row, Visit visit) {
  for (const model::PlaceId& each : row.places) visit(each);
}
template <typename Visit>
void ForEachReference(const model::Token& row, Visit visit) {
  visit(row.principal);
}
// The ledger names what is gone, too.
template <typename Visit>
void ForEachReference(const model::Event&, Visit) {}

}  // namespace twinaid

#endif  // TWINAID_TESTS_SUPPORT_REFERENCES_H_
