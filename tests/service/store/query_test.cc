// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/query.h"

#include "gtest/gtest.h"

namespace twinaid::store {
namespace {

const absl::Time kNoon = absl::FromUnixSeconds(1'581'336'000);

TEST(Query, WithoutWishesSelectsEverything) {
  EXPECT_TRUE(PlaceQuery().Matches({}));
  EXPECT_TRUE(NeedQuery().Matches({}));
  EXPECT_TRUE(MatchQuery().Matches({}));
  EXPECT_TRUE(EventQuery().Matches({}));
}

TEST(Query, CountsTheMomentOfAnUpdateIn) {
  model::Place place;
  place.meta.update_time = kNoon;
  PlaceQuery query;
  query.updated_since = kNoon;
  EXPECT_TRUE(query.Matches(place));
  query.updated_since = kNoon + absl::Microseconds(1);
  EXPECT_FALSE(query.Matches(place));
}

TEST(Query, LooksForAPlaceOnEitherSide) {
  model::Match match;
  match.need.parent = model::PlaceId::Trusted("recipient");
  match.offer.parent = model::PlaceId::Trusted("donor");
  MatchQuery query;
  query.place = model::PlaceId::Trusted("donor");
  EXPECT_TRUE(query.Matches(match));
  query.place = model::PlaceId::Trusted("recipient");
  EXPECT_TRUE(query.Matches(match));
  query.place = model::PlaceId::Trusted("neither");
  EXPECT_FALSE(query.Matches(match));
  query = {};
  query.donor = model::PlaceId::Trusted("recipient");
  EXPECT_FALSE(query.Matches(match));
}

TEST(Query, WantsAllOfItsWishesMet) {
  model::Need need;
  need.name.parent = model::PlaceId::Trusted("p");
  need.total = model::BaseUnits(1);
  NeedQuery query;
  query.place = need.name.parent;
  query.state = model::NeedState::kOpen;
  EXPECT_TRUE(query.Matches(need));
  need.closed = model::Closed::kWithdrawn;
  EXPECT_FALSE(query.Matches(need)) << "the state is derived";
}

}  // namespace
}  // namespace twinaid::store
