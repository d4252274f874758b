// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/conformance/sample_queries.h"

#include <functional>

namespace twinaid::store {
namespace {

template <typename Query>
std::vector<Query> OneByOneAndAll(
    const std::vector<std::function<void(Query&)>>& wishes) {
  std::vector<Query> queries(1);
  Query all;
  for (const auto& wish : wishes) {
    Query one;
    wish(one);
    wish(all);
    queries.push_back(one);
  }
  queries.push_back(all);
  return queries;
}

// Ids that no row has, beside those that one has.
model::PlaceId NoPlace() { return model::PlaceId::Trusted("nowhere"); }
model::ItemId NoItem() { return model::ItemId::Trusted("nothing"); }

}  // namespace

template <>
std::vector<PlaceQuery> QueriesThatSelect(const model::Place& row) {
  return OneByOneAndAll<PlaceQuery>(
      {[&](auto& q) { q.parent = row.parent; },
       [&](auto& q) { q.kind = row.kind; },
       [&](auto& q) { q.country_code = row.country_code; },
       [&](auto& q) { q.updated_since = row.meta.update_time; }});
}
template <>
std::vector<SisterLinkQuery> QueriesThatSelect(const model::SisterLink& row) {
  return OneByOneAndAll<SisterLinkQuery>(
      {[&](auto& q) { q.place = row.place_a; },
       [&](auto& q) { q.place = row.place_b; },
       [&](auto& q) { q.kind = row.kind; },
       [&](auto& q) { q.state = row.state; },
       [&](auto& q) { q.updated_since = row.meta.update_time; }});
}
template <>
std::vector<OrganizationQuery> QueriesThatSelect(
    const model::Organization& row) {
  return OneByOneAndAll<OrganizationQuery>(
      {[&](auto& q) { q.seat = row.seat; }, [&](auto& q) { q.kind = row.kind; },
       [&](auto& q) { q.updated_since = row.meta.update_time; }});
}
template <>
std::vector<ItemQuery> QueriesThatSelect(const model::Item& row) {
  return OneByOneAndAll<ItemQuery>(
      {[&](auto& q) { q.category = row.category; },
       [&](auto& q) {
         if (!row.substitutes.empty()) q.substitute = row.substitutes[0].item;
       },
       [&](auto& q) { q.updated_since = row.meta.update_time; }});
}
template <>
std::vector<NeedQuery> QueriesThatSelect(const model::Need& row) {
  return OneByOneAndAll<NeedQuery>(
      {[&](auto& q) { q.place = row.name.parent; },
       [&](auto& q) {
         q.places = {NoPlace(), row.name.parent};
       },
       [&](auto& q) { q.item = row.item; },
       [&](auto& q) {
         q.items = {row.item, NoItem()};
       },
       [&](auto& q) { q.currency = row.currency; },
       [&](auto& q) { q.open = row.open_to_matching() > model::BaseUnits(0); },
       [&](auto& q) { q.state = row.state(); },
       [&](auto& q) { q.urgency = row.urgency; },
       [&](auto& q) { q.organization = row.beneficiary; },
       [&](auto& q) { q.updated_since = row.meta.update_time; }});
}
template <>
std::vector<OfferQuery> QueriesThatSelect(const model::Offer& row) {
  return OneByOneAndAll<OfferQuery>(
      {[&](auto& q) { q.place = row.name.parent; },
       [&](auto& q) {
         q.places = {row.name.parent, NoPlace()};
       },
       [&](auto& q) { q.item = row.item; },
       [&](auto& q) {
         q.items = {NoItem(), row.item};
       },
       [&](auto& q) { q.currency = row.currency; },
       [&](auto& q) { q.directed_to = row.directed_to; },
       [&](auto& q) { q.available = row.available() > model::BaseUnits(0); },
       [&](auto& q) { q.state = row.state(); },
       [&](auto& q) { q.organization = row.donor; },
       [&](auto& q) { q.updated_since = row.meta.update_time; }});
}
template <>
std::vector<SchemeQuery> QueriesThatSelect(const model::Scheme& row) {
  return OneByOneAndAll<SchemeQuery>(
      {[&](auto& q) { q.updated_since = row.meta.update_time; }});
}
template <>
std::vector<RoundQuery> QueriesThatSelect(const model::Round& row) {
  return OneByOneAndAll<RoundQuery>(
      {[&](auto& q) { q.scheme = row.name.parent; },
       [&](auto& q) { q.state = row.state; }});
}
template <>
std::vector<UnmetNeedQuery> QueriesThatSelect(const model::UnmetNeed& row) {
  return OneByOneAndAll<UnmetNeedQuery>(
      {[&](auto& q) { q.round = row.round; },
       [&](auto& q) { q.place = row.need.parent; }});
}
template <>
std::vector<RoundEdgeQuery> QueriesThatSelect(const model::RoundEdge& row) {
  return OneByOneAndAll<RoundEdgeQuery>(
      {[&](auto& q) { q.round = row.round; },
       [&](auto& q) { q.stage = row.stage; },
       [&](auto& q) { q.donor = row.donor; },
       [&](auto& q) { q.recipient = row.recipient; }});
}
template <>
std::vector<PairingQuery> QueriesThatSelect(const model::Pairing& row) {
  return OneByOneAndAll<PairingQuery>(
      {[&](auto& q) { q.scheme = row.name.parent; },
       [&](auto& q) { q.place = row.donor; },
       [&](auto& q) { q.place = row.recipient; },
       [&](auto& q) { q.state = row.state; },
       [&](auto& q) { q.round = row.round; }});
}
template <>
std::vector<MatchQuery> QueriesThatSelect(const model::Match& row) {
  return OneByOneAndAll<MatchQuery>(
      {[&](auto& q) { q.place = row.donor_place(); },
       [&](auto& q) { q.place = row.recipient_place(); },
       [&](auto& q) { q.donor = row.donor_place(); },
       [&](auto& q) { q.recipient = row.recipient_place(); },
       [&](auto& q) { q.need = row.need; },
       [&](auto& q) { q.offer = row.offer; },
       [&](auto& q) { q.item = row.need_item; },
       [&](auto& q) { q.state = row.state; },
       [&](auto& q) { q.pairing = row.pairing; },
       [&](auto& q) { q.round = row.round; },
       [&](auto& q) {
         if (!row.round.empty()) q.scheme = row.round.parent;
       },
       [&](auto& q) {
         if (row.substitute_refused) q.refused_item = row.offer_item;
       },
       [&](auto& q) { q.keeps_apart = row.keeps_apart; },
       [&](auto& q) {
         // Only of a proposal does it ask anything.
         if (row.state == model::MatchState::kProposed) {
           q.answer_by = row.answer_by;
         }
       },
       [&](auto& q) { q.updated_since = row.meta.update_time; }});
}
template <>
std::vector<LetterQuery> QueriesThatSelect(const model::Letter& row) {
  return OneByOneAndAll<LetterQuery>(
      {[&](auto& q) { q.place = row.from; }, [&](auto& q) { q.place = row.to; },
       [&](auto& q) { q.from = row.from; }, [&](auto& q) { q.to = row.to; },
       [&](auto& q) { q.match = row.match; },
       [&](auto& q) { q.updated_since = row.meta.update_time; }});
}
template <>
std::vector<NoticeQuery> QueriesThatSelect(const model::Notice& row) {
  return OneByOneAndAll<NoticeQuery>(
      {[&](auto& q) { q.state = row.state; },
       [&](auto& q) { q.channel = row.channel; },
       [&](auto& q) { q.recipient = row.recipient; },
       [&](auto& q) { q.due = row.next_time; }});
}
template <>
std::vector<PrincipalQuery> QueriesThatSelect(const model::Principal& row) {
  return OneByOneAndAll<PrincipalQuery>(
      {[&](auto& q) { q.role = row.role; },
       [&](auto& q) { q.updated_since = row.meta.update_time; }});
}
template <>
std::vector<TokenQuery> QueriesThatSelect(const model::Token& row) {
  return OneByOneAndAll<TokenQuery>(
      {[&](auto& q) { q.principal = row.principal; }});
}
template <>
std::vector<EventQuery> QueriesThatSelect(const model::Event& row) {
  std::vector<std::function<void(EventQuery&)>> wishes = {
      [&](auto& q) { q.resource = row.resource; },
      [&](auto& q) { q.type = row.type; }};
  for (const model::PlaceId& place : row.places) {
    wishes.push_back([&place](auto& q) { q.place = place; });
  }
  return OneByOneAndAll<EventQuery>(wishes);
}

}  // namespace twinaid::store
