// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/notice_facts.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "service/core/rows.h"
#include "service/model/need.h"
#include "service/model/organization.h"
#include "service/store/query.h"

namespace twinaid::core {
namespace {

// Whether an organization seated there wants the address to be told.
absl::StatusOr<bool> IsToldAt(const View& v, const model::PlaceId& place,
                              const std::string& address) {
  store::OrganizationQuery seated;
  seated.seat = place;
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Organization> organizations,
                           v.tx.organizations().List(seated, std::nullopt, 0));
  const auto is_told = [&](const model::Contact& contact) {
    return contact.notify && contact.email == address;
  };
  return std::any_of(organizations.begin(), organizations.end(),
                     [&](const model::Organization& organization) {
                       return std::any_of(organization.contacts.begin(),
                                          organization.contacts.end(), is_told);
                     });
}

absl::StatusOr<MatchFacts> GoodsOf(const View& v, const std::string& name) {
  TWINAID_ASSIGN_OR_RETURN(const auto id,
                           model::ParseName<model::MatchId>(name));
  MatchFacts goods;
  TWINAID_ASSIGN_OR_RETURN(goods.match, Require(v.tx.matches(), id));
  TWINAID_ASSIGN_OR_RETURN(goods.item,
                           Require(v.tx.items(), goods.match.offer_item));
  TWINAID_ASSIGN_OR_RETURN(const model::Need need,
                           Require(v.tx.needs(), goods.match.need));
  goods.currency = need.currency;
  return goods;
}

}  // namespace

absl::StatusOr<model::Event> EventOf(const View& v,
                                     const model::Notice& notice) {
  TWINAID_ASSIGN_OR_RETURN(std::optional<model::Event> event,
                           v.tx.events().Find(notice.seq));
  if (!event) return model::NotFound("event", model::EventName(notice.seq));
  return *std::move(event);
}

absl::StatusOr<std::optional<NoticeFacts>> FactsOf(
    const View& v, const model::Notice& notice) {
  NoticeFacts facts;
  TWINAID_ASSIGN_OR_RETURN(facts.event, EventOf(v, notice));
  const std::string& resource = facts.event.resource;
  model::PlaceId donor;
  model::PlaceId recipient;
  if (absl::StartsWith(facts.event.type, "pairing.")) {
    TWINAID_ASSIGN_OR_RETURN(const auto name,
                             model::PairingName::Parse(resource));
    TWINAID_ASSIGN_OR_RETURN(facts.pairing, Require(v.tx.pairings(), name));
    donor = facts.pairing->donor;
    recipient = facts.pairing->recipient;
  } else {
    TWINAID_ASSIGN_OR_RETURN(facts.goods, GoodsOf(v, resource));
    donor = facts.goods->match.donor_place();
    recipient = facts.goods->match.recipient_place();
  }
  TWINAID_ASSIGN_OR_RETURN(facts.for_donor,
                           IsToldAt(v, donor, notice.recipient));
  TWINAID_ASSIGN_OR_RETURN(facts.for_recipient,
                           IsToldAt(v, recipient, notice.recipient));
  if (!facts.for_donor && !facts.for_recipient) {
    return std::optional<NoticeFacts>();
  }
  TWINAID_ASSIGN_OR_RETURN(facts.donor, Require(v.tx.places(), donor));
  TWINAID_ASSIGN_OR_RETURN(facts.recipient, Require(v.tx.places(), recipient));
  return std::optional<NoticeFacts>(std::move(facts));
}

}  // namespace twinaid::core
