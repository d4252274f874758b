// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/ops/system_clock.h"

#include "absl/time/clock.h"

namespace twinaid::ops {

absl::Time SystemClock::Now() const { return absl::Now(); }

}  // namespace twinaid::ops
