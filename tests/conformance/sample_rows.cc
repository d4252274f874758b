// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/conformance/sample_rows.h"

#include <string>
#include <type_traits>

#include "service/model/status_macros.h"
#include "tests/conformance/sample_fields.h"

namespace twinaid::store {
namespace {

model::Place BasePlace(absl::string_view id) {
  model::Place row = BareRow<model::Place>();
  row.id = PlaceOf(id);
  return row;
}

}  // namespace

template <typename R>
R UnderKeyOf(R row, const R& other) {
  if constexpr (std::is_same_v<R, model::UnmetNeed>) {
    row.round = other.round;
    row.need = other.need;
  } else if constexpr (std::is_same_v<R, model::RoundEdge>) {
    row.round = other.round;
    row.stage = other.stage;
    row.donor = other.donor;
    row.recipient = other.recipient;
  } else if constexpr (std::is_same_v<R, model::Notice>) {
    row.seq = other.seq;
    row.channel = other.channel;
    row.recipient = other.recipient;
  } else if constexpr (requires { row.name.child; }) {
    row.name = other.name;
  } else {
    row.id = other.id;
  }
  return row;
}
template model::Place UnderKeyOf(model::Place, const model::Place&);
template model::SisterLink UnderKeyOf(model::SisterLink,
                                      const model::SisterLink&);
template model::Organization UnderKeyOf(model::Organization,
                                        const model::Organization&);
template model::Item UnderKeyOf(model::Item, const model::Item&);
template model::Need UnderKeyOf(model::Need, const model::Need&);
template model::Offer UnderKeyOf(model::Offer, const model::Offer&);
template model::Scheme UnderKeyOf(model::Scheme, const model::Scheme&);
template model::Round UnderKeyOf(model::Round, const model::Round&);
template model::UnmetNeed UnderKeyOf(model::UnmetNeed, const model::UnmetNeed&);
template model::RoundEdge UnderKeyOf(model::RoundEdge, const model::RoundEdge&);
template model::Pairing UnderKeyOf(model::Pairing, const model::Pairing&);
template model::Match UnderKeyOf(model::Match, const model::Match&);
template model::Letter UnderKeyOf(model::Letter, const model::Letter&);
template model::Notice UnderKeyOf(model::Notice, const model::Notice&);
template model::Principal UnderKeyOf(model::Principal, const model::Principal&);
template model::Token UnderKeyOf(model::Token, const model::Token&);

absl::Status InsertBaseRows(WriteTransaction& tx) {
  for (const char* id : {"base-a", "base-b", "base-c"}) {
    TWINAID_RETURN_IF_ERROR(tx.places().Insert(BasePlace(id)));
  }
  auto link = BareRow<model::SisterLink>();
  link.id = model::SisterLinkId::Trusted("base");
  link.place_a = PlaceOf("base-a");
  TWINAID_RETURN_IF_ERROR(tx.sister_links().Insert(link));
  auto organization = BareRow<model::Organization>();
  organization.id = model::OrganizationId::Trusted("base");
  TWINAID_RETURN_IF_ERROR(tx.organizations().Insert(organization));
  for (const char* id : {"base", "other"}) {
    auto item = BareRow<model::Item>();
    item.id = ItemOf(id);
    TWINAID_RETURN_IF_ERROR(tx.items().Insert(item));
  }
  for (const char* place : {"base-a", "base-c"}) {
    auto need = BareRow<model::Need>();
    need.name = NeedOf(place, "base");
    TWINAID_RETURN_IF_ERROR(tx.needs().Insert(need));
  }
  auto offer = BareRow<model::Offer>();
  offer.name = OfferOf("base-b", "base");
  TWINAID_RETURN_IF_ERROR(tx.offers().Insert(offer));
  auto scheme = BareRow<model::Scheme>();
  scheme.id = model::SchemeId::Trusted("base");
  TWINAID_RETURN_IF_ERROR(tx.schemes().Insert(scheme));
  auto round = BareRow<model::Round>();
  round.name = RoundOf("base");
  TWINAID_RETURN_IF_ERROR(tx.rounds().Insert(round));
  auto pairing = BareRow<model::Pairing>();
  pairing.name = PairingOf("base");
  TWINAID_RETURN_IF_ERROR(tx.pairings().Insert(pairing));
  auto match = BareRow<model::Match>();
  match.id = model::MatchId::Trusted("base");
  TWINAID_RETURN_IF_ERROR(tx.matches().Insert(match));
  auto principal = BareRow<model::Principal>();
  principal.id = model::PrincipalId::Trusted("base");
  return tx.principals().Insert(principal);
}

model::Event NextEvent(const model::Event& last) {
  model::Event event;
  event.seq = last.seq + 1;
  event.time = TimeAt(1'581'336'000'000'000 + event.seq);
  event.principal = "principals/local";
  event.type = event.seq % 2 == 0 ? "need.created" : "place.created";
  event.resource = "places/base-a";
  event.places = {PlaceOf("base-a"), PlaceOf("gone")};
  event.details = {{"quantity", "12"}, {"odd", kText}};
  event.request_id = "request-1";
  event.prev_hash = last.seq == 0 ? std::string(64, '0') : last.hash;
  event.hash = model::HashOf(event);
  return event;
}

}  // namespace twinaid::store
