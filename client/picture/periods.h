// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Steps of matches counted by days, months or years, as their span asks.
#ifndef TWINAID_CLIENT_PICTURE_PERIODS_H_
#define TWINAID_CLIENT_PICTURE_PERIODS_H_

#include <array>
#include <cstdint>
#include <vector>

#include "client/picture/page.h"

namespace twinaid::picture {

struct Period {
  Words name;       // "10 February 2026", "February 2026", "2026"
  Words axis_name;  // "10 Feb", "Feb 26", "2026"
  // Proposed, accepted, dispatched, received.
  std::array<std::int64_t, 4> counts{};
};

// One after another without a gap, the oldest first: days where all moves lie
// within 31 of them, months within 36, else years. Moves of kEnded are passed
// over. Nothing for no moves. O(n + periods).
std::vector<Period> PeriodsOf(const std::vector<Move>& moves);

}  // namespace twinaid::picture

#endif  // TWINAID_CLIENT_PICTURE_PERIODS_H_
