// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What the lines and marks of the map mean, and the map in words.
#ifndef TWINAID_CLIENT_PICTURE_MAP_LEGEND_H_
#define TWINAID_CLIENT_PICTURE_MAP_LEGEND_H_

#include <string>
#include <vector>

#include "client/picture/marks.h"
#include "client/picture/page.h"

namespace twinaid::picture {

// Whether help has its line on the map: both places have a position.
bool IsDrawn(const Page& page, const Help& help);

// The steps and roles that there are.
std::string MapLegend(const Page& page, const std::vector<PlaceRole>& roles);

// The paragraph "map-text": what the map shows, and what it cannot. `divided`:
// an ocean is left out of it.
std::string MapText(const Page& page, const std::vector<PlaceRole>& roles,
                    bool divided);

}  // namespace twinaid::picture

#endif  // TWINAID_CLIENT_PICTURE_MAP_LEGEND_H_
