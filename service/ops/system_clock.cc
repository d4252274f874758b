// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/ops/system_clock.h"

#include <chrono>

#include "absl/time/clock.h"

namespace twinaid::ops {

absl::Time SystemClock::Now() const { return absl::Now(); }

absl::Duration SystemClock::Elapsed() const {
  return absl::FromChrono(std::chrono::steady_clock::now().time_since_epoch());
}

}  // namespace twinaid::ops
