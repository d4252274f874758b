// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The land of the earth, as coasts: Natural Earth at 1:110m (data/README.md).
#ifndef TWINAID_CLIENT_PICTURE_LAND_H_
#define TWINAID_CLIENT_PICTURE_LAND_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "client/picture/page.h"

namespace twinaid::picture {

// The rings of the land, each closed by its first point; islands and mainlands
// alike. A ring that crosses the meridian of 180 degrees goes on beyond it.
std::vector<std::vector<Position>> LandRings();

// The same as the data of an SVG path, in the units of Projection::kLandUnits
// to a degree of longitude, from 180 west and from the equator down.
std::string LandPath();

// Whether a position is on land; for tests. O(points).
bool IsLand(const Position& position);

}  // namespace twinaid::picture

#endif  // TWINAID_CLIENT_PICTURE_LAND_H_
