// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The clock of the machine.
#ifndef TWINAID_SERVICE_OPS_SYSTEM_CLOCK_H_
#define TWINAID_SERVICE_OPS_SYSTEM_CLOCK_H_

#include "service/model/clock.h"

namespace twinaid::ops {

// Thread-safe.
class SystemClock final : public model::Clock {
 public:
  absl::Time Now() const override;
  absl::Duration Elapsed() const override;
};

}  // namespace twinaid::ops

#endif  // TWINAID_SERVICE_OPS_SYSTEM_CLOCK_H_
