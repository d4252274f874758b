// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A bar whose parts say how far a need is covered.
#ifndef TWINAID_CLIENT_PICTURE_BARS_H_
#define TWINAID_CLIENT_PICTURE_BARS_H_

#include <string>

#include "client/picture/page.h"

namespace twinaid::picture {

// Shares of what is needed; what is missing to 1 is open.
struct Shares {
  double received = 0;
  double in_transit = 0;
  double committed = 0;
  double proposed = 0;
};

// Of one row, and of nothing needed: all of it received.
Shares SharesOf(const Coverage& row);

// An SVG of fixed height and of the width of what it stands in. It is hidden
// from screen readers: the figures stand beside it.
std::string Bar(const Shares& shares);

// What the colours of bars mean; a plan knows proposals only.
std::string BarLegend(Kind kind);

}  // namespace twinaid::picture

#endif  // TWINAID_CLIENT_PICTURE_BARS_H_
