// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/conformance/sample_rows.h"

#include <cstdint>
#include <limits>
#include <string>
#include <type_traits>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "service/model/status_macros.h"

namespace twinaid::store {
namespace {

using model::BaseUnits;
using model::Units;

constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

// Hard to quote: both languages, a face, quotes, a backslash, a line break.
constexpr char kText[] = "Masks \"N95\" 口罩 \U0001F637 it's 100% \\ \n;--";

model::PlaceId PlaceOf(absl::string_view id) {
  return model::PlaceId::Trusted(id);
}
model::ItemId ItemOf(absl::string_view id) {
  return model::ItemId::Trusted(id);
}
model::NeedName NeedOf(absl::string_view place, absl::string_view id) {
  return {PlaceOf(place), model::NeedId::Trusted(id)};
}
model::OfferName OfferOf(absl::string_view place, absl::string_view id) {
  return {PlaceOf(place), model::OfferId::Trusted(id)};
}
model::RoundName RoundOf(absl::string_view id) {
  return {model::SchemeId::Trusted("base"), model::RoundId::Trusted(id)};
}
model::PairingName PairingOf(absl::string_view id) {
  return {model::SchemeId::Trusted("base"), model::PairingId::Trusted(id)};
}
absl::Time TimeAt(std::int64_t micros) { return absl::FromUnixMicros(micros); }

model::Meta WholeMeta() {
  return {TimeAt(-1), TimeAt(1'581'336'000'123'456), 7};
}
model::Meta BareMeta() { return {TimeAt(0), TimeAt(0), 1}; }

model::Policy OtherPolicy() {
  return {model::Shape::kMutual,
          2,
          3,
          4,
          model::Tiers::kWeighted,
          model::Pool::kFair,
          model::Keep::kTies};
}

model::Place BasePlace(absl::string_view id) {
  model::Place row = BareRow<model::Place>();
  row.id = PlaceOf(id);
  return row;
}

}  // namespace

template <>
model::Place BareRow() {
  model::Place row;
  row.id = PlaceOf("bare");
  row.kind = model::PlaceKind::kState;
  row.name_en = "Texas";
  row.meta = BareMeta();
  return row;
}
template <>
model::Place WholeRow() {
  model::Place row;
  row.id = PlaceOf("whole");
  row.kind = model::PlaceKind::kDistrict;
  row.name_en = kText;
  row.name_zh = "无锡";
  row.aliases = {"Wu-hsi", kText, ""};
  row.parent = PlaceOf("base-a");
  row.country_code = "CN";
  row.subdivision = "CN-JS";
  row.position = model::Position{-900'000'000, 1'800'000'000};
  row.population = 7'462'135;
  row.time_zone = "Asia/Shanghai";
  row.external_ids = {{"wikidata", "Q42651"}, {"odd", kText}};
  row.donor_capacity = 0;
  row.recipient_capacity = 5;
  row.meta = WholeMeta();
  return row;
}

template <>
model::SisterLink BareRow() {
  model::SisterLink row;
  row.id = model::SisterLinkId::Trusted("bare");
  row.place_a = PlaceOf("base-c");
  row.place_b = PlaceOf("base-b");
  row.meta = BareMeta();
  return row;
}
template <>
model::SisterLink WholeRow() {
  model::SisterLink row;
  row.id = model::SisterLinkId::Trusted("whole");
  row.place_a = PlaceOf("base-c");
  row.place_b = PlaceOf("base-a");
  row.kind = model::LinkKind::kFriendlyExchange;
  row.since_year = 2012;
  row.state = model::LinkState::kSuspended;
  row.transit_days = 3650;
  row.note = kText;
  row.meta = WholeMeta();
  return row;
}

template <>
model::Organization BareRow() {
  model::Organization row;
  row.id = model::OrganizationId::Trusted("bare");
  row.name_en = "Office";
  row.seat = PlaceOf("base-a");
  row.meta = BareMeta();
  return row;
}
template <>
model::Organization WholeRow() {
  model::Organization row;
  row.id = model::OrganizationId::Trusted("whole");
  row.kind = model::OrganizationKind::kIndividual;
  row.name_en = kText;
  row.name_zh = "外办";
  row.seat = PlaceOf("base-b");
  row.note = kText;
  row.meta = WholeMeta();
  return row;
}

template <>
model::Item BareRow() {
  model::Item row;
  row.id = ItemOf("bare");
  row.name_en = "Mask";
  row.meta = BareMeta();
  return row;
}
template <>
model::Item WholeRow() {
  model::Item row;
  row.id = ItemOf("whole");
  row.category = model::Category::kMoralSupport;
  row.name_en = kText;
  row.name_zh = "口罩";
  row.unit = "box";
  row.base_content = model::kMaxBaseUnits;
  row.unspsc = "42131606";
  row.hs = "630790";
  row.hxl = "#item+mask";
  row.note = kText;
  row.substitutes = {{ItemOf("base"), 0, kText}, {ItemOf("other"), 80, ""}};
  row.meta = WholeMeta();
  return row;
}

template <>
model::Need BareRow() {
  model::Need row;
  row.name = NeedOf("base-b", "bare");
  row.item = ItemOf("base");
  row.quantity = Units(1);
  row.total = BaseUnits(1);
  row.meta = BareMeta();
  return row;
}
template <>
model::Need WholeRow() {
  model::Need row;
  row.name = NeedOf("base-a", "whole");
  row.item = ItemOf("other");
  row.quantity = Units(12);
  row.total = BaseUnits(model::kMaxBaseUnits);
  row.urgency = model::Urgency::kCritical;
  row.needed_by = absl::CivilDay(9999, 12, 31);
  row.substitutes = model::SubstitutePolicy::kListed;
  row.listed_substitutes = {ItemOf("other"), ItemOf("base")};
  row.min_quality_percent = 100;
  row.currency = "CNY";
  row.beneficiary = model::OrganizationId::Trusted("base");
  row.note = kText;
  row.note_language = "zh-Hans";
  row.closed = model::Closed::kExpired;
  row.tallies = {BaseUnits(4), BaseUnits(3), BaseUnits(2), BaseUnits(1)};
  row.meta = WholeMeta();
  return row;
}

template <>
model::Offer BareRow() {
  model::Offer row;
  row.name = OfferOf("base-b", "bare");
  row.item = ItemOf("base");
  row.quantity = Units(1);
  row.total = BaseUnits(1);
  row.meta = BareMeta();
  return row;
}
template <>
model::Offer WholeRow() {
  model::Offer row;
  row.name = OfferOf("base-a", "whole");
  row.item = ItemOf("other");
  row.quantity = Units(5);
  row.total = BaseUnits(500);
  row.available_from = absl::CivilDay(1970, 1, 1);
  row.available_until = absl::CivilDay(2020, 2, 29);
  row.expires = absl::CivilDay(2021, 12, 31);
  row.min_lot = Units(2);
  row.lead_days = 3650;
  row.directed_to = PlaceOf("base-c");
  row.currency = "USD";
  row.donor = model::OrganizationId::Trusted("base");
  row.certificates = {"EN 149", kText};
  row.note = kText;
  row.note_language = "en";
  row.closed = model::Closed::kWithdrawn;
  row.tallies = {BaseUnits(4), BaseUnits(3), BaseUnits(2)};
  row.meta = WholeMeta();
  return row;
}

template <>
model::Scheme BareRow() {
  model::Scheme row;
  row.id = model::SchemeId::Trusted("bare");
  row.meta = BareMeta();
  return row;
}
template <>
model::Scheme WholeRow() {
  model::Scheme row;
  row.id = model::SchemeId::Trusted("whole");
  row.title_en = kText;
  row.title_zh = "对口支援";
  row.participants = {PlaceOf("base-a"), PlaceOf("base-c")};
  row.policy = OtherPolicy();
  row.meta = WholeMeta();
  return row;
}

template <>
model::Round BareRow() {
  model::Round row;
  row.name = RoundOf("bare");
  row.as_of = absl::CivilDay(2020, 2, 10);
  row.meta = BareMeta();
  return row;
}
template <>
model::Round WholeRow() {
  model::Round row;
  row.name = RoundOf("whole");
  row.state = model::RoundState::kFailed;
  row.policy = OtherPolicy();
  row.seed = kLeast;
  row.as_of = absl::CivilDay(2024, 2, 29);
  row.input_hash = std::string(64, 'a');
  row.pairings = 1;
  row.matches = 2;
  row.donors = 3;
  row.coverage = {10, 4, 3, BaseUnits(kMost), BaseUnits(7), 5, 999, 1000};
  row.certificate = {
      {0, 2, 3, {}, {}, false},
      {2, 4, 5, {"12345678901234567890123456789", "-1"}, {"0", kText}, true}};
  row.stale = {{NeedOf("base-a", "gone"), OfferOf("base-b", "gone"),
                BaseUnits(9), "NEED_CLOSED"}};
  row.failure = kText;
  row.finish_time = TimeAt(1'581'336'000'000'001);
  row.meta = WholeMeta();
  return row;
}

template <>
model::UnmetNeed BareRow() {
  return {RoundOf("base"), NeedOf("base-a", "base"), BaseUnits(1),
          model::UnmetReason::kNoTie};
}
template <>
model::UnmetNeed WholeRow() {
  return {RoundOf("base"), NeedOf("base-c", "base"),
          BaseUnits(model::kMaxBaseUnits), model::UnmetReason::kStockUsedUp};
}

template <>
model::RoundEdge BareRow() {
  model::RoundEdge row;
  row.round = RoundOf("base");
  row.donor = PlaceOf("base-a");
  row.recipient = PlaceOf("base-b");
  row.link = model::SisterLinkId::Trusted("base");
  return row;
}
template <>
model::RoundEdge WholeRow() {
  model::RoundEdge row;
  row.round = RoundOf("base");
  row.donor = PlaceOf("base-b");
  row.recipient = PlaceOf("base-a");
  row.rung = 2;
  row.link = model::SisterLinkId::Trusted("base");
  row.paired = true;
  row.value = {kMost, 1, 2, 3};
  row.donor_price = {kLeast, -1, 0, 1};
  row.recipient_price = {5, 6, 7, 8};
  row.slack = {-5, 0, -7, 9};
  return row;
}

template <>
model::Pairing BareRow() {
  model::Pairing row;
  row.name = PairingOf("bare");
  row.donor = PlaceOf("base-a");
  row.recipient = PlaceOf("base-b");
  row.link = model::SisterLinkId::Trusted("base");
  row.round = RoundOf("base");
  row.meta = BareMeta();
  return row;
}
template <>
model::Pairing WholeRow() {
  model::Pairing row;
  row.name = PairingOf("whole");
  row.donor = PlaceOf("base-b");
  row.recipient = PlaceOf("base-a");
  row.state = model::PairingState::kEnded;
  row.rung = 2;
  row.link = model::SisterLinkId::Trusted("base");
  row.value = {kMost, 1, 2, 3};
  row.round = RoundOf("base");
  row.meta = WholeMeta();
  return row;
}

template <>
model::Match BareRow() {
  model::Match row;
  row.id = model::MatchId::Trusted("bare");
  row.need = NeedOf("base-a", "base");
  row.offer = OfferOf("base-b", "base");
  row.need_item = ItemOf("base");
  row.offer_item = ItemOf("base");
  row.quantity = BaseUnits(1);
  row.meta = BareMeta();
  return row;
}
template <>
model::Match WholeRow() {
  model::Match row;
  row.id = model::MatchId::Trusted("whole");
  row.need = NeedOf("base-c", "base");
  row.offer = OfferOf("base-b", "base");
  row.need_item = ItemOf("base");
  row.offer_item = ItemOf("other");
  row.quality_percent = 0;
  row.quantity = BaseUnits(model::kMaxBaseUnits);
  row.origin = model::MatchOrigin::kRecorded;
  row.pairing = PairingOf("base");
  row.round = RoundOf("base");
  row.rung = 2;
  row.state = model::MatchState::kLost;
  row.donor_decision = {model::Answer::kAccepted, "principals/a", true,
                        TimeAt(-7)};
  row.recipient_decision = {model::Answer::kDeclined, "principals/b", false,
                            TimeAt(1'581'336'000'000'001)};
  row.dispatches = {{TimeAt(1), BaseUnits(3), kText, "AWB 1"},
                    {TimeAt(2), BaseUnits(4), "", ""}};
  row.receipts = {{TimeAt(3),
                   BaseUnits(0),
                   {{BaseUnits(2), model::Reason::kDamaged, kText},
                    {BaseUnits(1), model::Reason::kCustoms, ""}},
                   kText},
                  {TimeAt(4), BaseUnits(4), {}, ""}};
  row.dispatch_final = true;
  row.end_reason = model::Reason::kOther;
  row.end_note = kText;
  row.meta = WholeMeta();
  return row;
}

template <typename R>
R UnderKeyOf(R row, const R& other) {
  if constexpr (std::is_same_v<R, model::UnmetNeed>) {
    row.round = other.round;
    row.need = other.need;
  } else if constexpr (std::is_same_v<R, model::RoundEdge>) {
    row.round = other.round;
    row.donor = other.donor;
    row.recipient = other.recipient;
  } else if constexpr (requires { row.name; }) {
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
  return tx.pairings().Insert(pairing);
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
