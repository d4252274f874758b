// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A clock whose time of day stands still until a test moves it.
#ifndef TWINAID_TESTS_SUPPORT_FAKE_CLOCK_H_
#define TWINAID_TESTS_SUPPORT_FAKE_CLOCK_H_

#include <cstdint>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "service/model/clock.h"

namespace twinaid {

// Thread-safe.
class FakeClock final : public model::Clock {
 public:
  // Noon, UTC, of 10 February 2020.
  FakeClock();
  explicit FakeClock(absl::Time start) : now_(start) {}

  absl::Time Now() const override;
  // A millisecond more at each reading, and what the clock was advanced by.
  absl::Duration Elapsed() const override;
  void Advance(absl::Duration by);
  void Set(absl::Time now);

 private:
  mutable absl::Mutex mutex_;
  absl::Time now_ ABSL_GUARDED_BY(mutex_);
  absl::Duration advanced_ ABSL_GUARDED_BY(mutex_);
  mutable std::int64_t readings_ ABSL_GUARDED_BY(mutex_) = 0;
};

}  // namespace twinaid

#endif  // TWINAID_TESTS_SUPPORT_FAKE_CLOCK_H_
