// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Slows failed logins down, by token id and by address.
#ifndef TWINAID_SERVICE_ACCESS_LOGIN_THROTTLE_H_
#define TWINAID_SERVICE_ACCESS_LOGIN_THROTTLE_H_

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/strings/string_view.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "service/model/clock.h"

namespace twinaid::access {

// Failures that cost nothing; after them each one doubles the wait, from
// kFirstWait to kLongestWait.
inline constexpr int kFreeFailures = 5;
inline constexpr absl::Duration kFirstWait = absl::Seconds(1);
inline constexpr absl::Duration kLongestWait = absl::Minutes(5);
// A key without a failure for so long is forgotten.
inline constexpr absl::Duration kForgottenAfter = absl::Minutes(15);
// Keys that are remembered; beyond, those of the oldest failure go first.
inline constexpr int kRememberedKeys = 10'000;

// What a failed login is to be recorded as.
struct FailedLogin {
  // Failures since the last one that was recorded, this one included.
  std::int64_t count = 0;
  bool record = false;  // now, and not later with others
};

// Somebody who guesses does not lock out who is known: a token that was right
// before from the same address waits for nothing, whoever else is behind that
// address.
//
// Thread-safe; each call is O(log keys). The clock is borrowed.
class LoginThrottle {
 public:
  explicit LoginThrottle(const model::Clock& clock) : clock_(clock) {}

  // How long this login has to wait; zero: it may be tried.
  absl::Duration Wait(absl::string_view token_id, absl::string_view address);

  // It was tried and failed. One failure a second is recorded at most, with the
  // number of those that were not.
  FailedLogin Failed(absl::string_view token_id, absl::string_view address);

  // It was right: the address's failures are forgotten.
  void Succeeded(absl::string_view token_id, absl::string_view address);

  // Failures since the start.
  std::int64_t failures() const;

 private:
  using Key = std::string;  // "id ..." or "address ..."
  struct Entry {
    int failures = 0;
    absl::Duration last;   // by Clock::Elapsed()
    absl::Duration until;  // no login before
  };

  absl::Duration WaitOf(const Key& key, absl::Duration now)
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  void Count(const Key& key, absl::Duration now)
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  void Forget(const Key& key) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  const model::Clock& clock_;
  mutable absl::Mutex mutex_;
  std::map<Key, Entry> entries_ ABSL_GUARDED_BY(mutex_);
  // By age, oldest first.
  std::set<std::pair<absl::Duration, Key>> by_age_ ABSL_GUARDED_BY(mutex_);
  // "id address" of logins that were right.
  std::set<Key> known_ ABSL_GUARDED_BY(mutex_);
  std::int64_t failures_ ABSL_GUARDED_BY(mutex_) = 0;
  std::int64_t unrecorded_ ABSL_GUARDED_BY(mutex_) = 0;
  absl::Duration recorded_ ABSL_GUARDED_BY(mutex_) = -absl::InfiniteDuration();
};

}  // namespace twinaid::access

#endif  // TWINAID_SERVICE_ACCESS_LOGIN_THROTTLE_H_
