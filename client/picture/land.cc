// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/picture/land.h"

#include <cmath>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "client/picture/land_data.h"
#include "client/picture/projection.h"

namespace twinaid::picture {

std::vector<std::vector<Position>> LandRings() {
  constexpr double kTenths = 10;
  std::vector<std::vector<Position>> rings;
  for (const absl::string_view line :
       absl::StrSplit(kLandText, '\n', absl::SkipEmpty())) {
    std::vector<Position> ring;
    double lon = 0;
    bool is_lon = true;
    for (const absl::string_view word : absl::StrSplit(line, ' ')) {
      int tenths = 0;
      if (!absl::SimpleAtoi(word, &tenths)) continue;  // the data is our own
      if (is_lon) {
        lon = tenths / kTenths;
      } else {
        ring.push_back({tenths / kTenths, lon});
      }
      is_lon = !is_lon;
    }
    rings.push_back(std::move(ring));
  }
  return rings;
}

std::string LandPath() {
  const auto units = [](double degrees) {
    return std::lround(degrees * Projection::kLandUnits);
  };
  std::string path;
  for (const std::vector<Position>& ring : LandRings()) {
    long x = units(ring.front().lon);
    long y = units(-Projection::Northing(ring.front().lat));
    absl::StrAppend(&path, "M", x, " ", y, "l");
    // A sign parts two numbers as well as a blank does.
    bool after_letter = true;
    for (std::size_t i = 1; i < ring.size(); ++i) {
      const long to_x = units(ring[i].lon);
      const long to_y = units(-Projection::Northing(ring[i].lat));
      absl::StrAppend(&path, after_letter || to_x < x ? "" : " ", to_x - x,
                      to_y < y ? "" : " ", to_y - y);
      after_letter = false;
      x = to_x;
      y = to_y;
    }
    path += 'z';
  }
  return path;
}

bool IsLand(const Position& position) {
  constexpr double kCircle = 360;
  bool inside = false;
  for (const std::vector<Position>& ring : LandRings()) {
    // How often a ray to the east crosses the ring, or the same ring on the
    // next map to the left or the right.
    for (const double turn : {-kCircle, 0.0, kCircle}) {
      const double lon = position.lon + turn;
      for (std::size_t i = 0; i < ring.size(); ++i) {
        const Position& a = ring[i];
        const Position& b = ring[(i + 1) % ring.size()];
        if ((a.lat > position.lat) == (b.lat > position.lat)) continue;
        const double at =
            a.lon + (position.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon);
        if (at > lon) inside = !inside;
      }
    }
  }
  return inside;
}

}  // namespace twinaid::picture
