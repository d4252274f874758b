// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/picture/projection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "client/picture/land.h"
#include "tests/client/picture/sample_page.h"

namespace twinaid::picture {
namespace {

const std::vector<Position>& Sisters() {
  static const auto& kSisters = *new std::vector<Position>{
      kWuxi, kSanAntonio, kBeijing, kWuhan, kChicago, kPittsburgh, kHonolulu};
  return kSisters;
}

bool IsInside(const Projection& projection, const Point& point) {
  return point.x >= 0 && point.x <= Projection::kWidth && point.y >= 0 &&
         point.y <= projection.height();
}

TEST(Projection, PutsChinaAndTheUnitedStatesBesideEachOther) {
  const Projection map = Projection::Fit(Sisters());
  ASSERT_EQ(map.panels().size(), 2);
  const Point wuxi = map.At(kWuxi);
  const Point beijing = map.At(kBeijing);
  const Point wuhan = map.At(kWuhan);
  const Point honolulu = map.At(kHonolulu);
  const Point chicago = map.At(kChicago);
  const Point pittsburgh = map.At(kPittsburgh);
  // West to east, over the Pacific.
  EXPECT_LT(wuhan.x, beijing.x);
  EXPECT_LT(beijing.x, wuxi.x);
  EXPECT_LT(wuxi.x, honolulu.x);
  EXPECT_LT(honolulu.x, chicago.x);
  EXPECT_LT(chicago.x, pittsburgh.x);
  // North is up: Chicago lies north of Beijing, Honolulu south of all.
  EXPECT_LT(chicago.y, beijing.y);
  EXPECT_LT(beijing.y, wuxi.y);
  EXPECT_LT(wuxi.y, map.At(kSanAntonio).y);
  EXPECT_LT(map.At(kSanAntonio).y, honolulu.y);
  EXPECT_TRUE(wuxi.x < map.panels()[0].width);
  EXPECT_TRUE(honolulu.x > map.panels()[1].x);
  // Where a known city is, to the unit: 120.29 E is 13.02 degrees east of the
  // western edge, which lies 7 degrees west of Wuhan.
  EXPECT_NEAR(wuxi.x,
              (kWuxi.lon - kWuhan.lon + 7) * map.scale() +
                  (map.panels()[0].width -
                   (kWuxi.lon - kWuhan.lon + 14) * map.scale()) /
                      2,
              0.1);
  EXPECT_NEAR(chicago.x - honolulu.x,
              (kChicago.lon - kHonolulu.lon) * map.scale(), 1e-6);
}

TEST(Projection, CutsTheMapWhereNobodyIs) {
  const Position paris{48.86, 2.35};
  const Position montreal{45.51, -73.59};
  const Projection map = Projection::Fit({paris, montreal});
  // Over the Atlantic, not around the earth.
  EXPECT_LT(map.At(montreal).x, map.At(paris).x);
  const Position nairobi{-1.29, 36.82};
  const Projection third = Projection::Fit({paris, nairobi});
  EXPECT_EQ(third.panels().size(), 1);
  EXPECT_LT(third.At(paris).x, third.At(nairobi).x);
  EXPECT_LT(third.At(paris).y, third.At(nairobi).y);
}

TEST(Projection, ShowsTheEarthWhereThereAreNoPlaces) {
  const Projection map = Projection::Fit({});
  ASSERT_EQ(map.panels().size(), 1);
  EXPECT_TRUE(IsInside(map, map.At(kWuxi)));
  EXPECT_TRUE(IsInside(map, map.At(kPittsburgh)));
  EXPECT_LT(map.At(kWuxi).x, map.At(kPittsburgh).x);
}

TEST(Projection, HasRoomForOnePlaceAndForThePoles) {
  const Projection one = Projection::Fit({kWuxi});
  const Point middle = one.At(kWuxi);
  EXPECT_NEAR(middle.x, Projection::kWidth / 2, 1);
  EXPECT_TRUE(IsInside(one, middle));
  const Position north{90, 0};
  const Position south{-90, 180};
  const Projection poles = Projection::Fit({north, south});
  EXPECT_TRUE(IsInside(poles, poles.At(north)));
  EXPECT_TRUE(IsInside(poles, poles.At(south)));
}

TEST(Projection, HoldsEveryPlaceForAnyOrder) {
  constexpr unsigned kSeed = 11;
  SCOPED_TRACE(kSeed);
  std::mt19937 random(kSeed);
  std::uniform_real_distribution<double> lat(-90, 90);
  std::uniform_real_distribution<double> lon(-180, 180);
  for (int round = 0; round < 300; ++round) {
    std::vector<Position> places;
    const int count = 1 + round % 12;
    for (int i = 0; i < count; ++i)
      places.push_back({lat(random), lon(random)});
    const Projection map = Projection::Fit(places);
    ASSERT_LE(map.panels().size(), 2);
    EXPECT_GE(map.height(), 150);
    EXPECT_LE(map.height(), 740);  // from pole to pole
    std::vector<Point> points;
    for (const Position& place : places) {
      points.push_back(map.At(place));
      EXPECT_TRUE(IsInside(map, points.back()))
          << place.lat << " " << place.lon;
    }
    std::vector<Position> turned(places.rbegin(), places.rend());
    const Projection other = Projection::Fit(turned);
    for (std::size_t i = 0; i < places.size(); ++i) {
      EXPECT_EQ(other.At(places[i]).x, points[i].x);
      EXPECT_EQ(other.At(places[i]).y, points[i].y);
    }
  }
}

TEST(Land, HoldsInlandCitiesAndNoOcean) {
  EXPECT_TRUE(IsLand(kWuhan));
  EXPECT_TRUE(IsLand(kBeijing));
  EXPECT_TRUE(IsLand(kPittsburgh));
  EXPECT_TRUE(IsLand(kSanAntonio));
  EXPECT_TRUE(IsLand({-1.29, 36.82}));  // Nairobi
  EXPECT_TRUE(IsLand({67, -175}));      // Chukotka, beyond 180 degrees
  EXPECT_TRUE(IsLand({67, 175}));
  EXPECT_FALSE(IsLand({67, -10}));  // the Norwegian Sea, as far north
  EXPECT_FALSE(IsLand({30, 180}));  // the Pacific
  EXPECT_FALSE(IsLand({40, -40}));  // the Atlantic
  EXPECT_FALSE(IsLand({-20, 80}));  // the Indian Ocean
}

TEST(Land, IsOnePathOfAllRings) {
  const std::string path = LandPath();
  EXPECT_EQ(std::count(path.begin(), path.end(), 'M'),
            static_cast<std::ptrdiff_t>(LandRings().size()));
  EXPECT_EQ(std::count(path.begin(), path.end(), 'z'),
            static_cast<std::ptrdiff_t>(LandRings().size()));
  EXPECT_EQ(path.find_first_not_of("Mlz -0123456789"), std::string::npos);
  EXPECT_LT(path.size(), 60'000);
}

}  // namespace
}  // namespace twinaid::picture
