// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/geography.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "tests/bench/random.h"

namespace twinaid::bench {
namespace {

enum Stream : std::uint64_t { kStricken = 1, kCentres, kPlaces, kLinks };

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

// The land is a rectangle of 65536 by 32768.
struct Point {
  std::int64_t x = 0;
  std::int64_t y = 0;
};

// About nine days from one end of the land to the other.
std::int32_t TransitDays(const Point& a, const Point& b) {
  const std::int64_t dx = a.x - b.x;
  const std::int64_t dy = a.y - b.y;
  return 1 + static_cast<std::int32_t>(SquareRoot(dx * dx + dy * dy) * 9 >> 16);
}

std::vector<Point> DrawCentres(std::int32_t provinces, std::uint64_t seed) {
  Random random(seed, kCentres);
  std::vector<Point> centres(At(provinces));
  for (Point& centre : centres) {
    centre.x = random.Below(65536);
    centre.y = random.Below(32768);
  }
  return centres;
}

std::int32_t DrawAffinity(Random& random) {
  const std::int32_t draw = random.Below(100);
  return draw < 60 ? 2 : draw < 90 ? 1 : 0;
}

}  // namespace

std::vector<bool> DrawStricken(std::int32_t provinces, std::uint64_t seed) {
  Random random(seed, kStricken);
  std::vector<bool> stricken(At(provinces));
  for (std::size_t i = 0; i < stricken.size(); ++i) {
    stricken[i] = random.Chance(15);
  }
  return stricken;
}

Geography ScatterPlaces(const Scale& scale, std::uint64_t seed) {
  const std::int32_t provinces = std::max(8, scale.places / 25);
  const std::vector<bool> stricken = DrawStricken(provinces, seed);
  const std::vector<Point> centres = DrawCentres(provinces, seed);

  Geography land;
  Random random(seed, kPlaces);
  std::vector<Point> points;
  std::vector<std::int64_t> link_weights;
  for (std::int32_t i = 0; i < scale.places; ++i) {
    Site site;
    site.province = random.Below(provinces);
    site.stricken = stricken[At(site.province)];
    const Point& centre = centres[At(site.province)];
    const std::int64_t x = centre.x + random.Normal() / 50;
    const std::int64_t y = centre.y + random.Normal() / 50;
    points.push_back({x, y});
    // exp(0.9 z) = 2^(1.3 z), around 100,000 people.
    const std::int64_t size = std::int64_t{random.Normal()} * 13 / 10;
    site.population = (PowerOfTwo(size) * 100'000) >> 16;
    // Larger places have more links, by less than their size.
    link_weights.push_back(PowerOfTwo(size * 4 / 5));
    land.sites.push_back(site);
  }

  random = Random(seed, kLinks);
  const WeightedChoice choice(link_weights);
  absl::flat_hash_set<std::pair<std::int32_t, std::int32_t>> present;
  while (land.links.size() < At(scale.links)) {
    Link link;
    link.a = choice.Draw(random);
    link.b = choice.Draw(random);
    if (link.a == link.b) continue;
    if (link.a > link.b) std::swap(link.a, link.b);
    const bool near =
        land.sites[At(link.a)].province == land.sites[At(link.b)].province;
    if (near && random.Chance(90)) continue;
    if (!present.emplace(link.a, link.b).second) continue;
    link.transit_days = TransitDays(points[At(link.a)], points[At(link.b)]);
    link.affinity = DrawAffinity(random);
    land.links.push_back(link);
  }
  return land;
}

}  // namespace twinaid::bench
