// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/pair_values.h"

#include <span>

namespace twinaid::matcher {

PairValue PairValues::Of(PlaceIndex recipient, std::int32_t transit_days) {
  PairValue value;
  auto cell = donor_.cells().begin();
  const auto end = donor_.cells().end();
  for (const NeedCell& needs : shelves_.NeedCells(recipient)) {
    while (cell != end && cell->shelf.family < needs.family) ++cell;
    if (cell == end) break;
    if (cell->shelf.family != needs.family) continue;
    if (cell->shelf.words() == 1) {
      narrow_.Add(*cell, needs, recipient, transit_days, value);
    } else {
      wide_.Add(*cell, needs, recipient, transit_days, value);
    }
  }
  return value;
}

}  // namespace twinaid::matcher
