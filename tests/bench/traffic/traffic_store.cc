// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/traffic/traffic_store.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "service/model/event.h"
#include "service/model/scheme.h"
#include "service/model/sha256.h"
#include "service/model/status_macros.h"
#include "tests/bench/random.h"
#include "tests/bench/write_rows.h"

namespace twinaid::bench {
namespace {

constexpr std::uint64_t kStream = 71;
constexpr std::int32_t kRowsAtOnce = 5'000;
constexpr char kPrincipal[] = "principals/loader";
constexpr char kMethod[] = "twinaid.v1.InventoryService/CreateNeed";
constexpr char kNote[] =
    "Packed on pallets; the office asks for a call a day before it comes.";

class Filler {
 public:
  Filler(store::Store& store, const Traffic& traffic, std::uint64_t seed,
         absl::Time now)
      : store_(store),
        traffic_(traffic),
        random_(seed, kStream),
        before_(now - absl::Hours(24)),
        today_(absl::ToCivilDay(now, absl::UTCTimeZone())) {}

  absl::Status Run() {
    TWINAID_RETURN_IF_ERROR(
        Write(traffic_.places, [&](auto& tx, auto i) { return Place(tx, i); }));
    TWINAID_RETURN_IF_ERROR(
        Write(traffic_.links, [&](auto& tx, auto i) { return Link(tx, i); }));
    TWINAID_RETURN_IF_ERROR(
        Write(kTrafficItems, [&](auto& tx, auto i) { return Item(tx, i); }));
    TWINAID_RETURN_IF_ERROR(
        Write(traffic_.needs, [&](auto& tx, auto i) { return Need(tx, i); }));
    TWINAID_RETURN_IF_ERROR(
        Write(traffic_.offers, [&](auto& tx, auto i) { return Offer(tx, i); }));
    if (!traffic_.proposals) return absl::OkStatus();
    return Write(traffic_.needs * kProposalsEach,
                 [&](auto& tx, auto i) { return Match(tx, i); });
  }

 private:
  template <typename One>
  absl::Status Write(std::int32_t count, One one) {
    return WriteRows(store_, count, kRowsAtOnce, one);
  }

  model::Meta AnyMeta() const { return {before_, before_, 1}; }
  static model::PlaceId PlaceAt(std::int32_t i) {
    return model::PlaceId::Trusted(absl::StrCat("p-", i));
  }
  static model::ItemId ItemAt(std::int32_t i) {
    return model::ItemId::Trusted(absl::StrCat("i-", i));
  }
  model::NeedName NeedAt(std::int32_t i) const {
    return {PlaceAt(i / traffic_.needs_each()),
            model::NeedId::Trusted(absl::StrCat("n-", i))};
  }
  model::OfferName OfferAt(std::int32_t i) const {
    return {PlaceAt(i / traffic_.offers_each()),
            model::OfferId::Trusted(absl::StrCat("o-", i))};
  }
  // Need i is proposed what the offers have that lie 100, 200, ... further on,
  // at other places and of the same item.
  std::int32_t OfferOf(std::int32_t match) const {
    const std::int32_t need = match / kProposalsEach;
    const std::int32_t step = match % kProposalsEach + 1;
    return (need + step * traffic_.offers_each()) % traffic_.offers;
  }
  std::int32_t ItemOf(std::int32_t row, std::int32_t each) {
    return traffic_.proposals ? row % each % kTrafficItems
                              : random_.Below(kTrafficItems);
  }

  absl::Status Place(store::WriteTransaction& tx, std::int32_t i) {
    model::Place place;
    place.id = PlaceAt(i);
    place.name_en = absl::StrCat("Place ", i);
    place.meta = AnyMeta();
    return tx.places().Insert(place);
  }

  absl::Status Link(store::WriteTransaction& tx, std::int32_t i) {
    model::SisterLink link;
    link.id = model::SisterLinkId::Trusted(absl::StrCat("l-", i));
    link.place_a = PlaceAt(random_.Below(traffic_.places));
    link.place_b = PlaceAt(random_.Below(traffic_.places));
    link.meta = AnyMeta();
    if (link.place_a == link.place_b) return absl::OkStatus();
    const absl::Status status = tx.sister_links().Insert(link);
    // The two are tied already.
    return absl::IsAlreadyExists(status) ? absl::OkStatus() : status;
  }

  absl::Status Item(store::WriteTransaction& tx, std::int32_t i) {
    model::Item item;
    item.id = ItemAt(i);
    item.name_en = absl::StrCat("Item ", i);
    item.meta = AnyMeta();
    return tx.items().Insert(item);
  }

  template <typename Row>
  void FillCommon(Row& row, std::int32_t item) {
    row.item = ItemAt(item);
    row.quantity = model::Units(kProposalsEach + random_.Below(5'000));
    row.total = model::BaseUnits(row.quantity.value());
    row.note = kNote;
    row.note_language = "en";
    row.confirm_time = before_;
    if (traffic_.proposals) {
      row.tallies.proposed = model::BaseUnits(kProposalsEach);
    }
    row.meta = AnyMeta();
  }

  absl::Status Need(store::WriteTransaction& tx, std::int32_t i) {
    model::Need need;
    need.name = NeedAt(i);
    FillCommon(need, ItemOf(i, traffic_.needs_each()));
    need.urgency = static_cast<model::Urgency>(1 + random_.Below(4));
    if (random_.Chance(30)) need.needed_by = today_ + 30 + random_.Below(60);
    TWINAID_RETURN_IF_ERROR(tx.needs().Insert(need));
    TWINAID_RETURN_IF_ERROR(Event(tx, need));
    return Answer(tx, need);
  }

  absl::Status Event(store::WriteTransaction& tx, const model::Need& need) {
    model::Event event;
    event.seq = ++seq_;
    event.time = before_;
    event.principal = kPrincipal;
    event.type = "need.created";
    event.resource = need.name.ToString();
    event.places = {need.name.parent};
    event.details = {{"item", model::ToName(need.item)},
                     {"total", absl::StrCat(need.total.value())},
                     {"urgency", "medium"}};
    event.request_id = RequestId();
    event.prev_hash = head_;
    event.hash = head_ = model::HashOf(event);
    return tx.AppendEvent(event);
  }

  // A UUID's length, in no order.
  std::string RequestId() const {
    return model::Sha256Hex(absl::StrCat(seq_)).substr(0, 36);
  }

  absl::Status Answer(store::WriteTransaction& tx, const model::Need& need) {
    store::StoredAnswer answer;
    answer.principal = kPrincipal;
    answer.method = kMethod;
    answer.request_id = RequestId();
    answer.request_hash = head_;
    // As long as a need of the contract.
    answer.answer = std::string(250, 'x') + need.name.ToString();
    answer.create_time = before_;
    return tx.SaveAnswer(answer);
  }

  absl::Status Offer(store::WriteTransaction& tx, std::int32_t i) {
    model::Offer offer;
    offer.name = OfferAt(i);
    FillCommon(offer, ItemOf(i, traffic_.offers_each()));
    if (random_.Chance(20)) {
      offer.available_until = today_ + 30 + random_.Below(60);
    }
    return tx.offers().Insert(offer);
  }

  absl::Status Match(store::WriteTransaction& tx, std::int32_t i) {
    model::Match match;
    match.id = model::MatchId::Trusted(absl::StrCat("m-", i));
    match.need = NeedAt(i / kProposalsEach);
    match.offer = OfferAt(OfferOf(i));
    match.need_item = match.offer_item =
        ItemAt(i / kProposalsEach % traffic_.needs_each() % kTrafficItems);
    match.quantity = model::BaseUnits(1);
    match.origin = model::MatchOrigin::kManual;
    match.meta = AnyMeta();
    return tx.matches().Insert(match);
  }

  store::Store& store_;
  const Traffic traffic_;
  Random random_;
  const absl::Time before_;
  const absl::CivilDay today_;
  std::int64_t seq_ = 0;
  std::string head_ = std::string(64, '0');
};

}  // namespace

std::string TrafficPlace(std::int32_t place) {
  return absl::StrCat("places/p-", place);
}
std::string TrafficNeed(const Traffic& traffic, std::int32_t need) {
  return absl::StrCat(TrafficPlace(need / traffic.needs_each()), "/needs/n-",
                      need);
}
std::string TrafficItem(std::int32_t item) {
  return absl::StrCat("items/i-", item);
}
std::string TrafficMatch(std::int32_t match) {
  return absl::StrCat("matches/m-", match);
}

absl::Status FillTraffic(store::Store& store, const Traffic& traffic,
                         std::uint64_t seed, absl::Time now) {
  return Filler(store, traffic, seed,
                absl::FromUnixMicros(absl::ToUnixMicros(now)))
      .Run();
}

}  // namespace twinaid::bench
