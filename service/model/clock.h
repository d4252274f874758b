// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Time comes in through the door.
#ifndef TWINAID_SERVICE_MODEL_CLOCK_H_
#define TWINAID_SERVICE_MODEL_CLOCK_H_

#include <functional>

#include "absl/time/time.h"

namespace twinaid::model {

// How long something took is the difference of two readings.
using Stopwatch = std::function<absl::Duration()>;

// Thread-safe.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual absl::Time Now() const = 0;
  // Since a moment that stays the same while the program runs; never less than
  // before, whatever is done to the time of day. In whole nanoseconds.
  virtual absl::Duration Elapsed() const = 0;
};

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_CLOCK_H_
