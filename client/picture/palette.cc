// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/picture/palette.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/str_format.h"

namespace twinaid::picture {
namespace {

constexpr double kText = 4.5;
constexpr double kDrawn = 3;

// One channel, linear: the definition of sRGB.
double Linear(Colour colour, int shift) {
  constexpr int kChannel = 255;
  const double value = ((colour >> shift) & kChannel) / double{kChannel};
  return value <= 0.04045 ? value / 12.92
                          : std::pow((value + 0.055) / 1.055, 2.4);
}

double Luminance(Colour colour) {
  return 0.2126 * Linear(colour, 16) + 0.7152 * Linear(colour, 8) +
         0.0722 * Linear(colour, 0);
}

const Shade* Find(const std::array<Shade, 15>& palette,
                  absl::string_view name) {
  const auto* found =
      std::find_if(palette.begin(), palette.end(),
                   [&](const Shade& shade) { return shade.name == name; });
  return found == palette.end() ? nullptr : found;
}

}  // namespace

std::vector<Neighbours> AllNeighbours() {
  std::vector<Neighbours> all;
  for (const char* front : {"ink", "soft", "accent", "alarm"}) {
    for (const char* back : {"paper", "card"}) {
      all.push_back({front, back, kText});
    }
  }
  // Labels of the map.
  all.push_back({"ink", "sea", kText});
  all.push_back({"ink", "land", kText});
  // Lines and marks of the map, bars of the charts.
  for (const char* front :
       {"proposed", "accepted", "dispatched", "received", "ended"}) {
    for (const char* back : {"sea", "land", "paper", "card", "open"}) {
      all.push_back({front, back, kDrawn});
    }
  }
  for (const char* back : {"sea", "land"}) {
    all.push_back({"accent", back, kDrawn});
    all.push_back({"alarm", back, kDrawn});
  }
  return all;
}

double Contrast(Colour one, Colour other) {
  constexpr double kFlare = 0.05;
  const double a = Luminance(one) + kFlare;
  const double b = Luminance(other) + kFlare;
  return std::max(a, b) / std::min(a, b);
}

std::vector<std::string> TooClose(const std::array<Shade, 15>& palette) {
  std::vector<std::string> lines;
  for (const Neighbours& pair : AllNeighbours()) {
    const Shade* front = Find(palette, pair.front);
    const Shade* back = Find(palette, pair.back);
    if (front == nullptr || back == nullptr) {
      lines.push_back(
          absl::StrFormat("%s on %s: no such shade", pair.front, pair.back));
      continue;
    }
    const double day = Contrast(front->light, back->light);
    const double night = Contrast(front->dark, back->dark);
    if (day < pair.least) {
      lines.push_back(absl::StrFormat("%s on %s, day: %.2f < %.1f", pair.front,
                                      pair.back, day, pair.least));
    }
    if (night < pair.least) {
      lines.push_back(absl::StrFormat("%s on %s, night: %.2f < %.1f",
                                      pair.front, pair.back, night,
                                      pair.least));
    }
  }
  return lines;
}

}  // namespace twinaid::picture
