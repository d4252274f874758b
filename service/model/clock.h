// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Time comes in through the door.
#ifndef TWINAID_SERVICE_MODEL_CLOCK_H_
#define TWINAID_SERVICE_MODEL_CLOCK_H_

#include "absl/time/time.h"

namespace twinaid::model {

// Thread-safe.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual absl::Time Now() const = 0;
};

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_CLOCK_H_
