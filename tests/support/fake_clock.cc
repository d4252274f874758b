// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fake_clock.h"

#include "absl/time/civil_time.h"

namespace twinaid {
namespace {

absl::Time Noon() {
  return absl::FromCivil(absl::CivilHour(2020, 2, 10, 12), absl::UTCTimeZone());
}

}  // namespace

FakeClock::FakeClock() : FakeClock(Noon()) {}

absl::Time FakeClock::Now() const {
  absl::MutexLock lock(&mutex_);
  return now_;
}

absl::Duration FakeClock::Elapsed() const {
  absl::MutexLock lock(&mutex_);
  return advanced_ + absl::Milliseconds(++readings_);
}

void FakeClock::Advance(absl::Duration by) {
  absl::MutexLock lock(&mutex_);
  now_ += by;
  advanced_ += by;
}

void FakeClock::Set(absl::Time now) {
  absl::MutexLock lock(&mutex_);
  now_ = now;
}

}  // namespace twinaid
