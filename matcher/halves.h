// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Halves of weights that are even digit by digit.

#ifndef TWINAID_MATCHER_HALVES_H_
#define TWINAID_MATCHER_HALVES_H_

#include <cstdint>

#include "matcher/weight.h"

namespace twinaid::matcher {

inline std::int64_t Half(std::int64_t w) { return w / 2; }
inline Int128 Half(Int128 w) { return w / 2; }
inline Weight Half(Weight w) {
  for (std::int64_t& digit : w.digits) digit /= 2;
  return w;
}

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_HALVES_H_
