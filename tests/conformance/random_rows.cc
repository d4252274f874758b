// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/conformance/random_rows.h"

#include <algorithm>

namespace twinaid::store {
namespace {

using model::BaseUnits;
using model::Units;

}  // namespace

model::PlaceId RandomRows::PlaceBut(const model::PlaceId& other) {
  while (true) {
    model::PlaceId place = Place();
    if (place != other) return place;
  }
}

model::Meta RandomRows::Meta() {
  const absl::Time created = absl::FromUnixMicros(Below(10));
  return {created, created + absl::Microseconds(Below(5)), 1 + Below(3)};
}

std::string RandomRows::Text() {
  static constexpr const char* kTexts[] = {"", "masks", "口罩", "it's \"it\"",
                                           "a\nb\\c"};
  return kTexts[Below(5)];
}

template <>
model::Place RandomRows::Make() {
  model::Place row;
  row.id = Place();
  row.kind = OneOf<model::PlaceKind>(8);
  row.name_en = Text();
  row.aliases.assign(Below(3), Text());
  if (Chance(3)) row.parent = PlaceBut(row.id);
  row.country_code = Chance(2) ? "CN" : "US";
  if (Chance(2)) row.position = model::Position{Below(9), -Below(9)};
  if (Chance(2)) row.population = Below(1000);
  if (Chance(2)) row.external_ids["wikidata"] = Text();
  if (Chance(2)) row.donor_capacity = Below(3);
  if (Chance(2)) row.recipient_capacity = Below(3);
  row.meta = Meta();
  return row;
}

template <>
model::SisterLink RandomRows::Make() {
  model::SisterLink row;
  row.id = Link();
  row.place_a = Place();
  row.place_b = PlaceBut(row.place_a);
  row.kind = OneOf<model::LinkKind>(4);
  if (Chance(2)) row.since_year = 1980 + Below(40);
  row.state = OneOf<model::LinkState>(2);
  row.transit_days = Below(30);
  row.note = Text();
  row.meta = Meta();
  return row;
}

template <>
model::Organization RandomRows::Make() {
  model::Organization row;
  row.id = IdAmong<model::OrganizationId>("o", 3);
  row.kind = OneOf<model::OrganizationKind>(10);
  row.name_en = Text();
  row.seat = Place();
  row.meta = Meta();
  return row;
}

template <>
model::Item RandomRows::Make() {
  model::Item row;
  row.id = Item();
  row.category = OneOf<model::Category>(5);
  row.name_zh = Text();
  row.base_content = 1 + Below(100);
  const model::ItemId substitute = Item();
  if (substitute != row.id)
    row.substitutes = {{substitute, Below(101), Text()}};
  row.meta = Meta();
  return row;
}

template <>
model::Need RandomRows::Make() {
  model::Need row;
  row.name = Need();
  row.item = Item();
  row.quantity = Units(1 + Below(20));
  row.total = BaseUnits(40);
  row.urgency = OneOf<model::Urgency>(4);
  if (Chance(2)) row.needed_by = absl::CivilDay(2020, 2, 1) + Below(60);
  row.substitutes = OneOf<model::SubstitutePolicy>(3);
  if (row.substitutes == model::SubstitutePolicy::kListed) {
    row.listed_substitutes = {Item()};
  }
  row.min_quality_percent = Below(101);
  if (Chance(3)) row.beneficiary = IdAmong<model::OrganizationId>("o", 3);
  row.note = Text();
  row.closed = static_cast<model::Closed>(Chance(3) ? 1 + Below(2) : 0);
  row.tallies = {BaseUnits(0), BaseUnits(10 * Below(3)),
                 BaseUnits(10 * Below(2)), BaseUnits(0)};
  if (Chance(4)) row.tallies = {{}, {}, {}, row.total};
  row.tallies.proposed = BaseUnits(
      Below(1 + static_cast<int>((row.total - row.covered()).value())));
  row.meta = Meta();
  return row;
}

template <>
model::Offer RandomRows::Make() {
  model::Offer row;
  row.name = Offer();
  row.item = Item();
  row.quantity = Units(1 + Below(20));
  row.total = BaseUnits(40);
  if (Chance(2)) row.available_from = absl::CivilDay(2020, 2, 1) + Below(60);
  if (Chance(2)) row.min_lot = Units(1 + Below(5));
  if (Chance(3)) row.directed_to = PlaceBut(row.name.parent);
  if (Chance(3)) row.donor = IdAmong<model::OrganizationId>("o", 3);
  row.certificates.assign(Below(3), Text());
  row.closed = static_cast<model::Closed>(Chance(3) ? 1 + Below(2) : 0);
  row.tallies = {BaseUnits(0), BaseUnits(10 * Below(3)),
                 BaseUnits(10 * Below(3))};
  if (Chance(4)) row.tallies = {{}, {}, row.total};
  row.meta = Meta();
  return row;
}

template <>
model::Scheme RandomRows::Make() {
  model::Scheme row;
  row.id = Scheme();
  row.title_en = Text();
  if (Chance(2)) row.participants = {Place()};
  if (Chance(8)) row.third_places = {Place()};
  row.policy.rungs = 1 + Below(4);
  row.policy.pool = OneOf<model::Pool>(3);
  row.policy.allow_one_way = Chance(2);
  row.meta = Meta();
  return row;
}

template <>
model::Round RandomRows::Make() {
  model::Round row;
  row.name = Round();
  row.state = OneOf<model::RoundState>(3);
  row.as_of = absl::CivilDay(2020, 2, 1) + Below(60);
  row.coverage.needs = Below(9);
  if (Chance(2)) {
    row.certificate = {{OneOf<model::StageKind>(4),
                        Below(5),
                        1 + Below(3),
                        1,
                        2,
                        {"7"},
                        {"7"},
                        true,
                        absl::Nanoseconds(Below(9)),
                        absl::Nanoseconds(Below(9))}};
  }
  if (Chance(2)) row.fairness.fair = model::OrderFigures{{"1"}, 1, 2, 3, 4};
  if (Chance(2)) row.extra_capacity.more = {{Place(), Below(4)}};
  if (Chance(2)) row.stale = {{Need(), Offer(), BaseUnits(1), Text()}};
  if (Chance(2)) row.finish_time = absl::FromUnixMicros(Below(9));
  row.meta = Meta();
  return row;
}

template <>
model::UnmetNeed RandomRows::Make() {
  model::UnmetNeed row;
  row.round = Round();
  row.need = Need();
  row.quantity = BaseUnits(1 + Below(9));
  row.reason = OneOf<model::UnmetReason>(16);
  if (Chance(2)) {
    row.closed = {{Offer(), BaseUnits(Below(9)), {{Need(), BaseUnits(1)}}}};
    row.closed_offers = 1 + Below(20);
  }
  return row;
}

template <>
model::RoundEdge RandomRows::Make() {
  model::RoundEdge row;
  row.round = Round();
  row.donor = Place();
  row.recipient = PlaceBut(row.donor);
  row.stage = Below(12);
  row.rung = Below(5);
  row.link = Link();
  row.paired = Chance(2);
  row.value = {Below(9), Below(9), 0, 1};
  row.slack = {-Below(9), Below(9), 0, 1};
  return row;
}

template <>
model::Pairing RandomRows::Make() {
  model::Pairing row;
  row.name = Pairing();
  row.donor = Place();
  row.recipient = PlaceBut(row.donor);
  row.state = OneOf<model::PairingState>(3);
  row.rung = 1 + Below(4);
  row.link = Link();
  if (Chance(2)) row.pair_id = Text();
  row.value = {Below(9), Below(9), 0, 1};
  row.round = Round();
  row.meta = Meta();
  return row;
}

template <>
model::Match RandomRows::Make() {
  model::Match row;
  row.id = IdAmong<model::MatchId>("m", 12);
  row.need = Need();
  row.offer = Offer();
  row.offer.parent = PlaceBut(row.need.parent);
  row.need_item = Item();
  row.offer_item = Item();
  row.quality_percent = Below(101);
  row.quantity = BaseUnits(1 + Below(9));
  row.origin = OneOf<model::MatchOrigin>(3);
  if (Chance(2)) row.pairing = Pairing();
  if (Chance(2)) row.round = Round();
  row.state = OneOf<model::MatchState>(9);
  if (Chance(2)) {
    row.donor_decision = {model::Answer::kAccepted, Text(), Chance(2),
                          absl::FromUnixMicros(Below(9))};
    row.dispatches = {{absl::FromUnixMicros(1),
                       BaseUnits(1),
                       Text(),
                       "x",
                       {{Text(), Text()}}}};
  }
  row.end_reason = static_cast<model::Reason>(Below(14));
  if (Chance(2)) row.answer_by = absl::FromUnixMicros(Below(9));
  row.keeps_apart = OneOf<model::Apart>(3);
  row.substitute_refused = Chance(3);
  row.meta = Meta();
  return row;
}

template <>
model::Letter RandomRows::Make() {
  model::Letter row;
  row.id = IdAmong<model::LetterId>("l", 4);
  row.kind = OneOf<model::LetterKind>(2);
  row.from = Place();
  row.to = PlaceBut(row.from);
  if (Chance(8)) row.organization = IdAmong<model::OrganizationId>("o", 3);
  row.text = Text();
  row.language = "en";
  if (Chance(8)) row.match = IdAmong<model::MatchId>("m", 12);
  row.meta = Meta();
  return row;
}

template <>
model::Notice RandomRows::Make() {
  model::Notice row;
  row.seq = 1 + Below(4);
  row.channel = OneOf<model::NoticeChannel>(2);
  if (row.channel == model::NoticeChannel::kEmail) {
    row.recipient = Chance(2) ? "a@b.example" : "c@d.example";
  }
  row.state = OneOf<model::NoticeState>(2);
  row.attempts = Below(9);
  row.next_time = absl::FromUnixMicros(Below(9));
  row.last_error = Text();
  row.create_time = absl::FromUnixMicros(Below(9));
  return row;
}

template <>
model::Principal RandomRows::Make() {
  model::Principal row;
  row.id = IdAmong<model::PrincipalId>("a", 4);
  row.role = OneOf<model::Role>(5);
  row.title = Text();
  row.places.assign(Below(3), Place());
  row.every_place = Chance(3);
  row.schemes.assign(Below(2), Scheme());
  row.every_scheme = Chance(3);
  row.disabled = Chance(2);
  row.meta = Meta();
  return row;
}

template <>
model::Token RandomRows::Make() {
  model::Token row;
  row.id = IdAmong<model::TokenId>("t", 6);
  row.principal = IdAmong<model::PrincipalId>("a", 4);
  row.title = Text();
  row.secret_hash = std::string(64, static_cast<char>('a' + Below(6)));
  row.expire_time = absl::FromUnixMicros(Below(1000));
  if (Chance(2)) row.revoke_time = absl::FromUnixMicros(Below(1000));
  row.create_time = absl::FromUnixMicros(Below(1000));
  return row;
}

}  // namespace twinaid::store
