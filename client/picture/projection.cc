// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/picture/projection.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace twinaid::picture {
namespace {

constexpr double kCircle = 360;
// Around the places.
constexpr double kMargin = 7;
// A gap of so many degrees between places is left out.
constexpr double kOcean = 45;
constexpr double kNarrowest = 24;
// What is drawn of the earth at most.
constexpr double kSouth = -58;
constexpr double kNorth = 82;
// Height over width.
constexpr double kFlattest = 0.36;
constexpr double kSteepest = 0.62;

// Of a longitude, from 0 to below 360 degrees east of `from`.
double EastOf(double lon, double from) {
  const double east = std::fmod(lon - from, kCircle);
  return east < 0 ? east + kCircle : east;
}

// -180 to below 180.
double Standard(double lon) {
  constexpr double kHalf = 180;
  return EastOf(lon, -kHalf) - kHalf;
}

struct Span {
  double west = 0;
  double width = 0;
};

// The places from west to east, from the one after the widest gap.
std::vector<double> FromWest(const std::vector<Position>& places) {
  std::vector<double> lons;
  lons.reserve(places.size());
  for (const Position& place : places) lons.push_back(Standard(place.lon));
  std::sort(lons.begin(), lons.end());
  std::size_t first = 0;
  double widest = lons.front() + kCircle - lons.back();
  for (std::size_t i = 1; i < lons.size(); ++i) {
    if (lons[i] - lons[i - 1] > widest) {
      widest = lons[i] - lons[i - 1];
      first = i;
    }
  }
  std::rotate(lons.begin(), lons.begin() + static_cast<std::ptrdiff_t>(first),
              lons.end());
  for (double& lon : lons) {
    if (lon < lons.front()) lon += kCircle;
  }
  return lons;
}

// One span, or two with an ocean between them, with their margins.
std::vector<Span> SpansOf(const std::vector<double>& lons) {
  std::size_t cut = 0;
  double widest = kOcean;
  for (std::size_t i = 1; i < lons.size(); ++i) {
    if (lons[i] - lons[i - 1] > widest) {
      widest = lons[i] - lons[i - 1];
      cut = i;
    }
  }
  const auto span = [](double west, double east) {
    const double width = std::max(east - west + 2 * kMargin, kNarrowest);
    return Span{(west + east - width) / 2, std::min(width, kCircle)};
  };
  if (cut == 0) return {span(lons.front(), lons.back())};
  return {span(lons.front(), lons[cut - 1]), span(lons[cut], lons.back())};
}

}  // namespace

double Projection::Northing(double lat) {
  constexpr double kRadian = std::numbers::pi / 180;
  constexpr double kMiller = 0.4;
  const double clamped = std::clamp(lat, -90.0, 90.0);
  return 1.25 *
         std::log(
             std::tan(std::numbers::pi / 4 + kMiller * clamped * kRadian)) /
         kRadian;
}

Projection Projection::Fit(const std::vector<Position>& places) {
  // The usual cut of a map with the Pacific in the middle.
  std::vector<Span> spans = {{-30, kCircle}};
  double south = kSouth;
  double north = kNorth;
  if (!places.empty()) {
    spans = SpansOf(FromWest(places));
    const auto [low, high] = std::minmax_element(
        places.begin(), places.end(),
        [](const Position& a, const Position& b) { return a.lat < b.lat; });
    south = std::min(low->lat - kMargin, kNorth - kMargin);
    north = std::max(high->lat + kMargin, kSouth + kMargin);
  }
  double width = 0;
  for (const Span& span : spans) width += span.width;
  double top = Northing(north);
  double bottom = Northing(south);
  // Too steep: show more to the west and the east.
  const double wanted = (top - bottom) / kSteepest;
  if (wanted > width) {
    const double more = (wanted - width) / static_cast<double>(spans.size());
    for (Span& span : spans) {
      const double before = span.width;
      span.width = std::min(span.width + more, kCircle);
      span.west -= (span.width - before) / 2;
    }
    width = 0;
    for (const Span& span : spans) width += span.width;
  }
  // Too flat: show more to the north and the south, as far as there is any.
  if (top - bottom < kFlattest * width) {
    const double more = (kFlattest * width - (top - bottom)) / 2;
    top = std::max(top, std::min(top + more, Northing(kNorth)));
    bottom =
        std::min(bottom, std::max(top - kFlattest * width, Northing(kSouth)));
    top = std::max(top, std::min(bottom + kFlattest * width, Northing(kNorth)));
  }
  Projection projection;
  const double gutters = kGutter * static_cast<double>(spans.size() - 1);
  projection.scale_ = (kWidth - gutters) / width;
  projection.top_ = top;
  projection.height_ = (top - bottom) * projection.scale_;
  double x = 0;
  for (const Span& span : spans) {
    const double west = Standard(span.west);
    projection.panels_.push_back(
        {x, span.width * projection.scale_, west, west + span.width});
    x += span.width * projection.scale_ + kGutter;
  }
  return projection;
}

Point Projection::At(const Position& position) const {
  const double y = (top_ - Northing(position.lat)) * scale_;
  // The panel that holds it; else the one whose edge is nearest.
  const Panel* best = &panels_.front();
  double best_off = kCircle;
  double best_east = 0;
  for (const Panel& panel : panels_) {
    const double span = panel.east - panel.west;
    double east = EastOf(position.lon, panel.west);
    double off = 0;
    if (east > span) {
      off = std::min(east - span, kCircle - east);
      east = east - span < kCircle - east ? span : 0;
    }
    if (off < best_off) {
      best_off = off;
      best = &panel;
      best_east = east;
    }
  }
  return {best->x + best_east * scale_, y};
}

}  // namespace twinaid::picture
