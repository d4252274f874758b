// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/supply_store.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "service/model/scheme.h"
#include "service/model/status_macros.h"
#include "tests/bench/random.h"
#include "tests/bench/write_rows.h"

namespace twinaid::bench {
namespace {

constexpr std::uint64_t kStream = 61;
constexpr std::int32_t kRowsAtOnce = 5'000;
constexpr std::int32_t kPlacesInAProvince = 50;
constexpr std::int32_t kItems = 300;
constexpr std::int32_t kMoney = kItems - 1;
constexpr const char* kCurrencies[] = {"CNY", "CNY", "CNY", "USD", "EUR"};
constexpr char kNote[] =
    "Packed on pallets; the office asks for a call a day before it comes.";

class Filler {
 public:
  Filler(store::Store& store, const Scale& scale, std::uint64_t seed)
      : store_(store),
        scale_(scale),
        random_(seed, kStream),
        item_(ItemWeights()) {
    supplies_.now = absl::FromCivil(absl::CivilSecond(2020, 2, 10, 12, 0, 0),
                                    absl::UTCTimeZone());
  }

  absl::StatusOr<Supplies> Run() {
    TWINAID_RETURN_IF_ERROR(store_.Write([&](store::WriteTransaction& tx) {
      model::Scheme scheme;
      scheme.id = model::SchemeId::Trusted(model::kDefaultSchemeId);
      scheme.policy.rungs = 4;
      scheme.meta = AnyMeta();
      return tx.schemes().Insert(scheme);
    }));
    TWINAID_RETURN_IF_ERROR(
        Write(scale_.places, [&](auto& tx, auto i) { return Place(tx, i); }));
    TWINAID_RETURN_IF_ERROR(
        Write(scale_.links, [&](auto& tx, auto i) { return Link(tx, i); }));
    TWINAID_RETURN_IF_ERROR(
        Write(kItems, [&](auto& tx, auto i) { return Item(tx, i); }));
    TWINAID_RETURN_IF_ERROR(
        Write(scale_.needs, [&](auto& tx, auto i) { return Need(tx, i); }));
    TWINAID_RETURN_IF_ERROR(
        Write(scale_.offers, [&](auto& tx, auto i) { return Offer(tx, i); }));
    TWINAID_RETURN_IF_ERROR(Write(
        scale_.needs / 8, [&](auto& tx, auto i) { return Match(tx, i); }));
    return std::move(supplies_);
  }

 private:
  template <typename One>
  absl::Status Write(std::int32_t count, One one) {
    return WriteRows(store_, count, kRowsAtOnce, one);
  }

  static std::vector<std::int64_t> ItemWeights() {
    std::vector<std::int64_t> weights;
    for (std::int32_t i = 0; i < kItems; ++i) {
      weights.push_back(i == kMoney ? 300'000 : 1'000'000 / (i + 3));
    }
    return weights;
  }

  bool IsProvince(std::int32_t place) const {
    return place % kPlacesInAProvince == 0;
  }
  static model::PlaceId PlaceAt(std::int32_t i) {
    return model::PlaceId::Trusted(absl::StrCat("place-", i));
  }
  static model::ItemId ItemAt(std::int32_t i) {
    return model::ItemId::Trusted(absl::StrCat("item-", i));
  }
  std::int32_t AnyProvince() {
    const std::int32_t provinces = (scale_.places - 1) / kPlacesInAProvince + 1;
    return random_.Below(provinces) * kPlacesInAProvince;
  }
  absl::CivilDay DayIn(std::int32_t low, std::int32_t high) {
    return absl::ToCivilDay(supplies_.now, absl::UTCTimeZone()) + low +
           random_.Below(high - low + 1);
  }
  model::Meta AnyMeta() const { return {supplies_.now, supplies_.now, 1}; }
  // Nine in ten within two weeks.
  absl::Time AnyConfirmTime() {
    return supplies_.now - absl::Hours(24 * random_.Below(14) +
                                       (random_.Chance(10) ? 24 * 14 : 0));
  }

  absl::Status Place(store::WriteTransaction& tx, std::int32_t i) {
    model::Place place;
    place.id = PlaceAt(i);
    place.name_en = absl::StrCat("Place ", i);
    place.aliases = {absl::StrCat("Alias ", i)};
    place.external_ids = {{"wikidata", absl::StrCat("Q", i)}};
    if (!IsProvince(i)) {
      place.parent = PlaceAt(i - i % kPlacesInAProvince);
    } else {
      place.kind = model::PlaceKind::kProvince;
    }
    place.meta = AnyMeta();
    return tx.places().Insert(place);
  }

  absl::Status Link(store::WriteTransaction& tx, std::int32_t i) {
    const bool provinces = random_.Chance(2);
    const std::int32_t a =
        provinces ? AnyProvince() : random_.Below(scale_.places);
    const std::int32_t b =
        provinces ? AnyProvince() : random_.Below(scale_.places);
    model::SisterLink link;
    link.id = model::SisterLinkId::Trusted(absl::StrCat("lnk-", i));
    link.place_a = PlaceAt(a);
    link.place_b = PlaceAt(b);
    link.kind = random_.Chance(20) ? model::LinkKind::kFriendlyExchange
                                   : model::LinkKind::kSisterCity;
    if (random_.Chance(3)) link.state = model::LinkState::kSuspended;
    link.transit_days = random_.Below(8);
    link.meta = AnyMeta();
    if (a == b) return absl::OkStatus();
    const absl::Status status = tx.sister_links().Insert(link);
    // The two are tied already.
    return absl::IsAlreadyExists(status) ? absl::OkStatus() : status;
  }

  absl::Status Item(store::WriteTransaction& tx, std::int32_t i) {
    model::Item item;
    item.id = ItemAt(i);
    item.name_en = absl::StrCat("Item ", i);
    if (i == kMoney) {
      item.category = model::Category::kFunds;
      item.unit = model::kCurrencyUnit;
    } else {
      // Those before it: they are stored.
      for (std::int32_t k = 1; k <= random_.Below(5) && k <= i; ++k) {
        item.substitutes.push_back({ItemAt(i - k), 60 + random_.Below(41), ""});
      }
      std::sort(item.substitutes.begin(), item.substitutes.end(),
                [](const auto& a, const auto& b) { return a.item < b.item; });
    }
    item.meta = AnyMeta();
    return tx.items().Insert(item);
  }

  template <typename Row>
  void FillCommon(Row& row) {
    const std::int32_t item = item_.Draw(random_);
    row.item = ItemAt(item);
    if (item == kMoney) row.currency = kCurrencies[random_.Below(5)];
    row.quantity = model::Units(PowerOfTwo(random_.Below(14 << 16)) >> 16);
    row.total = model::BaseUnits(row.quantity.value());
    row.note = kNote;
    row.note_language = "en";
    if (random_.Chance(10)) row.closed = model::Closed::kWithdrawn;
    row.confirm_time = AnyConfirmTime();
    row.meta = AnyMeta();
  }

  absl::Status Need(store::WriteTransaction& tx, std::int32_t i) {
    model::Need need;
    need.name = {PlaceAt(random_.Below(scale_.places)),
                 model::NeedId::Trusted(absl::StrCat("n-", i))};
    FillCommon(need);
    const std::int32_t dice = random_.Below(10);
    need.urgency = dice == 0  ? model::Urgency::kCritical
                   : dice < 3 ? model::Urgency::kHigh
                   : dice < 8 ? model::Urgency::kMedium
                              : model::Urgency::kLow;
    if (random_.Chance(70)) need.needed_by = DayIn(-2, 90);
    if (random_.Chance(50)) need.substitutes = model::SubstitutePolicy::kAny;
    if (random_.Chance(20)) need.min_quality_percent = 80;
    if (random_.Chance(25)) {
      need.tallies.committed = model::BaseUnits(need.total.value() / 2);
    }
    if (random_.Chance(5)) {
      need.tallies = {};
      need.tallies.received = need.total;
    }
    supplies_.needs.push_back(need.name);
    return tx.needs().Insert(need);
  }

  absl::Status Offer(store::WriteTransaction& tx, std::int32_t i) {
    model::Offer offer;
    offer.name = {PlaceAt(random_.Below(scale_.places)),
                  model::OfferId::Trusted(absl::StrCat("o-", i))};
    FillCommon(offer);
    if (random_.Chance(30)) offer.available_from = DayIn(-10, 20);
    if (random_.Chance(20)) offer.available_until = DayIn(20, 90);
    if (random_.Chance(20)) offer.expires = DayIn(30, 300);
    if (random_.Chance(15)) {
      offer.min_lot = model::Units(std::max<std::int64_t>(
          1, offer.quantity.value() / (1 + random_.Below(8))));
    }
    offer.lead_days = random_.Below(8);
    if (random_.Chance(8)) {
      offer.directed_to = PlaceAt(random_.Below(scale_.places));
    }
    if (random_.Chance(25)) {
      offer.tallies.committed = model::BaseUnits(offer.total.value() / 2);
    }
    if (random_.Chance(5)) {
      offer.tallies = {};
      offer.tallies.dispatched = offer.total;
    }
    supplies_.offers.push_back(offer.name);
    return tx.offers().Insert(offer);
  }

  absl::Status Match(store::WriteTransaction& tx, std::int32_t i) {
    const auto any = [&](const auto& names) {
      return names[static_cast<std::size_t>(
          random_.Below(static_cast<std::int32_t>(names.size())))];
    };
    model::Match match;
    match.id = model::MatchId::Trusted(absl::StrCat("m-", i));
    match.need = any(supplies_.needs);
    match.offer = any(supplies_.offers);
    if (match.need.parent == match.offer.parent) return absl::OkStatus();
    match.need_item = match.offer_item = ItemAt(0);
    match.quantity = model::BaseUnits(1);
    match.origin = model::MatchOrigin::kManual;
    match.state = model::MatchState::kReceived;
    if (random_.Chance(33)) {
      match.state = model::MatchState::kDeclined;
      match.keeps_apart = random_.Chance(20) ? model::Apart::kPlaces
                                             : model::Apart::kNeedAndOffer;
    }
    match.meta = AnyMeta();
    return tx.matches().Insert(match);
  }

  store::Store& store_;
  const Scale scale_;
  Random random_;
  const WeightedChoice item_;
  Supplies supplies_;
};

}  // namespace

absl::StatusOr<Supplies> FillStore(store::Store& store, const Scale& scale,
                                   std::uint64_t seed) {
  return Filler(store, scale, seed).Run();
}

}  // namespace twinaid::bench
