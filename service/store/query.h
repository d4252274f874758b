// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a list may be narrowed by: one plain struct a resource. An unset or
// empty field selects everything. Each has Matches(), the meaning that every
// adapter must give it.
#ifndef TWINAID_SERVICE_STORE_QUERY_H_
#define TWINAID_SERVICE_STORE_QUERY_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "service/model/event.h"
#include "service/model/item.h"
#include "service/model/letter.h"
#include "service/model/match.h"
#include "service/model/need.h"
#include "service/model/notice.h"
#include "service/model/offer.h"
#include "service/model/organization.h"
#include "service/model/pairing.h"
#include "service/model/place.h"
#include "service/model/principal.h"
#include "service/model/round.h"
#include "service/model/scheme.h"
#include "service/model/sister_link.h"

namespace twinaid::store {

struct PlaceQuery {
  std::optional<model::PlaceId> parent;
  std::optional<model::PlaceKind> kind;
  std::optional<std::string> country_code;
  std::optional<absl::Time> updated_since;  // update_time >= it
  bool Matches(const model::Place& row) const;
};
struct SisterLinkQuery {
  std::optional<model::PlaceId> place;  // on either side
  std::optional<model::LinkKind> kind;
  std::optional<model::LinkState> state;
  std::optional<absl::Time> updated_since;
  bool Matches(const model::SisterLink& row) const;
};
struct OrganizationQuery {
  std::optional<model::PlaceId> seat;
  std::optional<model::OrganizationKind> kind;
  std::optional<absl::Time> updated_since;
  bool Matches(const model::Organization& row) const;
};
struct ItemQuery {
  std::optional<model::Category> category;
  std::optional<model::ItemId> substitute;  // may stand in, of any quality
  std::optional<absl::Time> updated_since;
  bool Matches(const model::Item& row) const;
};
struct NeedQuery {
  std::optional<model::PlaceId> place;
  std::vector<model::PlaceId> places;  // any of them; none: everywhere
  std::optional<model::ItemId> item;
  std::vector<model::ItemId> items;  // any of them; none: every item
  std::optional<std::string> currency;
  bool open = false;  // with something open to matching
  std::optional<model::NeedState> state;
  std::optional<model::Urgency> urgency;
  std::optional<model::OrganizationId> organization;
  std::optional<absl::Time> updated_since;
  bool Matches(const model::Need& row) const;
};
struct OfferQuery {
  std::optional<model::PlaceId> place;
  std::vector<model::PlaceId> places;  // any of them; none: everywhere
  std::optional<model::ItemId> item;
  std::vector<model::ItemId> items;  // any of them; none: every item
  std::optional<std::string> currency;
  std::optional<model::PlaceId> directed_to;
  bool available = false;  // with something available
  std::optional<model::OfferState> state;
  std::optional<model::OrganizationId> organization;
  std::optional<absl::Time> updated_since;
  bool Matches(const model::Offer& row) const;
};
struct SchemeQuery {
  std::optional<absl::Time> updated_since;
  bool Matches(const model::Scheme& row) const;
};
struct RoundQuery {
  std::optional<model::SchemeId> scheme;
  std::optional<model::RoundState> state;
  bool Matches(const model::Round& row) const;
};
struct UnmetNeedQuery {
  std::optional<model::RoundName> round;
  std::optional<model::PlaceId> place;
  bool Matches(const model::UnmetNeed& row) const;
};
struct RoundEdgeQuery {
  std::optional<model::RoundName> round;
  std::optional<int> stage;
  std::optional<model::PlaceId> donor;
  std::optional<model::PlaceId> recipient;
  bool Matches(const model::RoundEdge& row) const;
};
struct PairingQuery {
  std::optional<model::SchemeId> scheme;
  std::optional<model::PlaceId> place;  // on either side
  std::optional<model::PairingState> state;
  std::optional<model::RoundName> round;
  bool Matches(const model::Pairing& row) const;
};
struct MatchQuery {
  std::optional<model::PlaceId> place;  // on either side
  std::optional<model::PlaceId> donor;
  std::optional<model::PlaceId> recipient;
  std::optional<model::NeedName> need;
  std::optional<model::OfferName> offer;
  std::optional<model::ItemId> item;  // of the need
  std::optional<model::MatchState> state;
  std::optional<model::PairingName> pairing;
  std::optional<model::RoundName> round;
  std::optional<model::SchemeId> scheme;  // of the round
  // Those that refused it as a substitute.
  std::optional<model::ItemId> refused_item;
  std::optional<model::Apart> keeps_apart;
  std::optional<absl::Time> answer_by;  // PROPOSED ones due by then
  std::optional<absl::Time> updated_since;
  bool Matches(const model::Match& row) const;
};
struct LetterQuery {
  std::optional<model::PlaceId> place;  // on either side
  std::optional<model::PlaceId> from;
  std::optional<model::PlaceId> to;
  std::optional<model::MatchId> match;
  std::optional<absl::Time> updated_since;
  bool Matches(const model::Letter& row) const;
};
struct NoticeQuery {
  std::optional<model::NoticeState> state;
  std::optional<model::NoticeChannel> channel;
  std::optional<std::string> recipient;
  std::optional<absl::Time> due;  // next_time <= it
  bool Matches(const model::Notice& row) const;
};
struct EventQuery {
  std::optional<model::PlaceId> place;  // among the event's places
  std::optional<std::string> resource;
  std::optional<std::string> type;
  bool Matches(const model::Event& row) const;
};

struct PrincipalQuery {
  std::optional<model::Role> role;
  std::optional<absl::Time> updated_since;
  bool Matches(const model::Principal& row) const;
};
struct TokenQuery {
  std::optional<model::PrincipalId> principal;
  bool Matches(const model::Token& row) const;
};

template <typename R>
struct QueryFor;
template <>
struct QueryFor<model::Place> {
  using type = PlaceQuery;
};
template <>
struct QueryFor<model::SisterLink> {
  using type = SisterLinkQuery;
};
template <>
struct QueryFor<model::Organization> {
  using type = OrganizationQuery;
};
template <>
struct QueryFor<model::Item> {
  using type = ItemQuery;
};
template <>
struct QueryFor<model::Need> {
  using type = NeedQuery;
};
template <>
struct QueryFor<model::Offer> {
  using type = OfferQuery;
};
template <>
struct QueryFor<model::Scheme> {
  using type = SchemeQuery;
};
template <>
struct QueryFor<model::Round> {
  using type = RoundQuery;
};
template <>
struct QueryFor<model::UnmetNeed> {
  using type = UnmetNeedQuery;
};
template <>
struct QueryFor<model::RoundEdge> {
  using type = RoundEdgeQuery;
};
template <>
struct QueryFor<model::Pairing> {
  using type = PairingQuery;
};
template <>
struct QueryFor<model::Match> {
  using type = MatchQuery;
};
template <>
struct QueryFor<model::Letter> {
  using type = LetterQuery;
};
template <>
struct QueryFor<model::Notice> {
  using type = NoticeQuery;
};
template <>
struct QueryFor<model::Event> {
  using type = EventQuery;
};
template <>
struct QueryFor<model::Principal> {
  using type = PrincipalQuery;
};
template <>
struct QueryFor<model::Token> {
  using type = TokenQuery;
};
template <typename R>
using QueryOf = typename QueryFor<R>::type;

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_QUERY_H_
