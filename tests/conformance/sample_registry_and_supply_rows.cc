// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "absl/time/civil_time.h"
#include "tests/conformance/sample_fields.h"
#include "tests/conformance/sample_rows.h"

namespace twinaid::store {

using model::BaseUnits;
using model::Units;

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
  row.contacts = {{kText, "fao@wuxi.example", "+86 510 1", "zh-Hans", true},
                  {"", "", "", "", false}};
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
  row.confirm_time = TimeAt(1'581'336'000'000'003);
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
  row.confirm_time = TimeAt(-3);
  row.tallies = {BaseUnits(4), BaseUnits(3), BaseUnits(2)};
  row.meta = WholeMeta();
  return row;
}

}  // namespace twinaid::store
