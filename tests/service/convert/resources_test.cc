// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a caller sets comes back as it was.
#include <gtest/gtest.h>

#include "service/convert/fields.h"
#include "service/convert/item.h"
#include "service/convert/need.h"
#include "service/convert/offer.h"
#include "service/convert/organization.h"
#include "service/convert/place.h"
#include "service/convert/scheme.h"
#include "service/convert/sister_link.h"
#include "service/model/errors.h"
#include "tests/support/status_matchers.h"

namespace twinaid::convert {
namespace {

// To the contract and back; `row` has what callers set only.
template <typename Row>
void ExpectRoundTrip(const Row& row) {
  EXPECT_THAT(FromProto(ToProto(row)), IsOkAndHolds(row));
}

model::PlaceId P(const char* id) { return model::PlaceId::Trusted(id); }
model::ItemId I(const char* id) { return model::ItemId::Trusted(id); }

TEST(ResourcesTest, AFullPlaceComesBack) {
  model::Place place;
  place.id = P("p");
  place.kind = model::PlaceKind::kDistrict;
  place.name_en = "Haidian";
  place.name_zh = "海淀区";
  place.aliases = {"a", "b"};
  place.parent = P("q");
  place.country_code = "CN";
  place.subdivision = "CN-BJ";
  place.position = model::Position{399'560'000, -1'163'100'001};
  place.population = 0;
  place.time_zone = "Asia/Shanghai";
  place.external_ids = {{"wikidata", "Q393454"}};
  place.donor_capacity = 0;
  place.recipient_capacity = 1;
  ExpectRoundTrip(place);
}

TEST(ResourcesTest, AnEmptyPlaceComesBackEmpty) {
  model::Place place;
  place.kind = model::PlaceKind::kCity;
  ExpectRoundTrip(place);
}

TEST(ResourcesTest, LinksOrganizationsAndItemsComeBack) {
  model::SisterLink link;
  link.id = model::SisterLinkId::Trusted("l");
  link.place_a = P("a");
  link.place_b = P("b");
  link.kind = model::LinkKind::kFriendlyExchange;
  link.since_year = 1987;
  link.state = model::LinkState::kSuspended;
  link.transit_days = 4;
  link.note = "n";
  ExpectRoundTrip(link);
  model::Organization organization;
  organization.id = model::OrganizationId::Trusted("o");
  organization.kind = model::OrganizationKind::kIndividual;
  organization.name_zh = "某人";
  organization.seat = P("a");
  organization.note = "n";
  ExpectRoundTrip(organization);
  model::Item item;
  item.id = I("i");
  item.category = model::Category::kExpertise;
  item.name_en = "Advice";
  item.unit = "session";
  item.base_content = 50;
  item.unspsc = "1";
  item.hs = "2";
  item.hxl = "#service";
  item.note = "n";
  item.substitutes = {{I("j"), 0, "why"}, {I("k"), 100, ""}};
  ExpectRoundTrip(item);
}

TEST(ResourcesTest, NeedsOffersAndSchemesComeBack) {
  model::Need need;
  need.name = {P("p"), model::NeedId::Trusted("n")};
  need.item = I("i");
  need.quantity = model::Units(7);
  need.urgency = model::Urgency::kLow;
  need.needed_by = absl::CivilDay(2026, 2, 28);
  need.substitutes = model::SubstitutePolicy::kListed;
  need.listed_substitutes = {I("z"), I("a")};
  need.min_quality_percent = 60;
  need.currency = "CNY";
  need.beneficiary = model::OrganizationId::Trusted("o");
  need.note = "便条";
  need.note_language = "zh-Hans";
  ExpectRoundTrip(need);
  model::Offer offer;
  offer.name = {P("p"), model::OfferId::Trusted("o")};
  offer.item = I("i");
  offer.quantity = model::Units(7);
  offer.available_from = absl::CivilDay(2026, 1, 1);
  offer.available_until = absl::CivilDay(2026, 1, 2);
  offer.expires = absl::CivilDay(2027, 1, 2);
  offer.min_lot = model::Units(2);
  offer.lead_days = 3;
  offer.directed_to = P("q");
  offer.currency = "USD";
  offer.donor = model::OrganizationId::Trusted("o");
  offer.certificates = {"CE", "GB 2626"};
  offer.note = "n";
  offer.note_language = "en";
  ExpectRoundTrip(offer);
  model::Scheme scheme;
  scheme.id = model::SchemeId::Trusted("s");
  scheme.title_en = "S";
  scheme.title_zh = "方案";
  scheme.participants = {P("a"), P("b")};
  scheme.policy = {model::Shape::kMutual,
                   2,
                   3,
                   4,
                   model::Tiers::kWeighted,
                   model::Pool::kFair,
                   model::Keep::kTies,
                   true,
                   {0, 3, 14},
                   true};
  scheme.third_places = {P("c"), P("d")};
  scheme.round_every_hours = 24;
  scheme.round_after_minutes = 30;
  ExpectRoundTrip(scheme);
}

TEST(ResourcesTest, TimesKeepTheirMicroseconds) {
  for (const std::int64_t micros : {std::int64_t{0}, std::int64_t{-1},
                                    std::int64_t{1'790'000'000'123'456}}) {
    const absl::Time time = absl::FromUnixMicros(micros);
    EXPECT_THAT(FromProto(ToProto(time), "t"), IsOkAndHolds(time));
  }
  google::protobuf::Timestamp bad;
  bad.set_nanos(-1);
  EXPECT_FALSE(FromProto(bad, "t").ok());
}

TEST(ResourcesTest, ADayThatIsNoneIsRefused) {
  for (const auto& [y, m, d] :
       {std::tuple(2026, 2, 29), std::tuple(2026, 0, 1), std::tuple(0, 1, 1),
        std::tuple(2026, 1, 0), std::tuple(10000, 1, 1)}) {
    google::type::Date date;
    date.set_year(y);
    date.set_month(m);
    date.set_day(d);
    const auto day = FromProto(date, "needed_by");
    EXPECT_EQ(model::FieldOf(day.status()), "needed_by");
  }
}

}  // namespace
}  // namespace twinaid::convert
