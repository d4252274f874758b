// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <string>

#include "absl/time/civil_time.h"
#include "tests/conformance/sample_fields.h"
#include "tests/conformance/sample_rows.h"

namespace twinaid::store {

using model::BaseUnits;

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
  row.confirm_days = 1;
  row.answer_days = model::kMaxWaitDays;
  row.third_places = {PlaceOf("base-b"), PlaceOf("base-c")};
  row.round_every_hours = model::kMaxRoundEveryHours;
  row.round_after_minutes = model::kMaxRoundAfterMinutes;
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
  row.fairness = {4,
                  3,
                  {{"CNY", kMost, 0}, {kText, 2, 1}},
                  6,
                  1500,
                  model::OrderFigures{{"1", "-2"}, 1, 2, 3, 4},
                  model::OrderFigures{{}, 5, 6, 7, 8}};
  row.extra_capacity = {
      3, 2, {PlaceOf("base-a"), PlaceOf("gone")}, 1, {{PlaceOf("base-b"), 1}}};
  row.certificate = {
      {model::StageKind::kStanding, 0, 1, 2, 3, {}, {}, false, {}, {}},
      {model::StageKind::kPool,
       2,
       7,
       4,
       5,
       {"12345678901234567890123456789", "-1"},
       {"0", kText},
       true,
       absl::Seconds(3600) + absl::Nanoseconds(1),
       absl::Nanoseconds(999'999'999)}};
  row.stale = {{NeedOf("base-a", "gone"), OfferOf("base-b", "gone"),
                BaseUnits(9), "NEED_CLOSED"}};
  row.failure = {"STORE_FULL", kText, "{\"口罩\"}"};
  row.finish_time = TimeAt(1'581'336'000'000'001);
  row.meta = WholeMeta();
  return row;
}

template <>
model::UnmetNeed BareRow() {
  return {RoundOf("base"),
          NeedOf("base-a", "base"),
          BaseUnits(1),
          model::UnmetReason::kNoTie,
          {},
          0};
}
template <>
model::UnmetNeed WholeRow() {
  return {RoundOf("base"),
          NeedOf("base-c", "base"),
          BaseUnits(model::kMaxBaseUnits),
          model::UnmetReason::kStockUsedUp,
          {{OfferOf("base-b", "gone"),
            BaseUnits(kMost),
            {{NeedOf("base-a", "gone"), BaseUnits(2)}}},
           {OfferOf("base-c", "gone"), BaseUnits(1), {}}},
          kMost};
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
  row.stage = 10;
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
  row.pair_id = kText;
  row.returns_help = true;
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
  row.dispatches = {
      {TimeAt(1), BaseUnits(3), kText, "AWB 1", {{kText, "https://a.example"}}},
      {TimeAt(2), BaseUnits(4), "", "", {}}};
  row.receipts = {{TimeAt(3),
                   BaseUnits(0),
                   {{BaseUnits(2), model::Reason::kDamaged, kText},
                    {BaseUnits(1), model::Reason::kCustoms, ""}},
                   kText,
                   {{"B/L", ""}, {kText, kText}}},
                  {TimeAt(4), BaseUnits(4), {}, "", {}}};
  row.dispatch_final = true;
  row.end_reason = model::Reason::kOther;
  row.end_note = kText;
  row.answer_by = TimeAt(1'581'336'000'000'002);
  row.keeps_apart = model::Apart::kPlaces;
  row.substitute_refused = true;
  row.category = model::Category::kMoralSupport;
  row.currency = "CNY";
  row.replaces = model::MatchId::Trusted("base");
  row.consignee = {kText, "1 Hospital Road\n无锡", "+86 1", "a@b.c", kText};
  row.meta = WholeMeta();
  return row;
}

template <>
model::Letter BareRow() {
  model::Letter row;
  row.id = model::LetterId::Trusted("bare");
  row.from = PlaceOf("base-a");
  row.to = PlaceOf("base-b");
  row.meta = BareMeta();
  return row;
}
template <>
model::Letter WholeRow() {
  model::Letter row;
  row.id = model::LetterId::Trusted("whole");
  row.kind = model::LetterKind::kThanks;
  row.from = PlaceOf("base-c");
  row.to = PlaceOf("base-a");
  row.organization = model::OrganizationId::Trusted("base");
  row.signatory = kText;
  row.text = kText;
  row.language = "zh-Hans";
  row.match = model::MatchId::Trusted("base");
  row.meta = WholeMeta();
  return row;
}

template <>
model::Notice BareRow() {
  model::Notice row;
  row.seq = 1;
  row.next_time = TimeAt(0);
  row.create_time = TimeAt(0);
  return row;
}
template <>
model::Notice WholeRow() {
  model::Notice row;
  row.seq = kMost;
  row.channel = model::NoticeChannel::kEmail;
  row.recipient = kText;
  row.language = "zh-Hans";
  row.state = model::NoticeState::kGivenUp;
  row.attempts = 7;
  row.next_time = TimeAt(1'581'336'000'000'003);
  row.last_error = kText;
  row.create_time = TimeAt(-7);
  return row;
}

}  // namespace twinaid::store
