// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/pair_values.h"

#include <span>

namespace twinaid::matcher {

void PairValues::Prefetch(PlaceIndex recipient) const {
  constexpr std::size_t kLine = 64;
  constexpr std::size_t kMostLines = 24;
  const std::span<const NeedCell> cells = shelves_.NeedCells(recipient);
  if (cells.empty()) return;
  const NeedRow* const rows = shelves_.needs().data();
  const auto* byte = reinterpret_cast<const char*>(rows + cells.front().begin);
  const auto* const end =
      reinterpret_cast<const char*>(rows + cells.back().end);
  for (std::size_t i = 0; i < kMostLines && byte < end; ++i, byte += kLine) {
    __builtin_prefetch(byte);
  }
}

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
