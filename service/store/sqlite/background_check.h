// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Looks through a database while it is in use.
#ifndef TWINAID_SERVICE_STORE_SQLITE_BACKGROUND_CHECK_H_
#define TWINAID_SERVICE_STORE_SQLITE_BACKGROUND_CHECK_H_

#include <functional>
#include <string>
#include <thread>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "service/store/sqlite/connection.h"
#include "service/store/sqlite/damage.h"
#include "service/store/sqlite/sqlite_tuning.h"

namespace twinaid::store {

// What became of a check: OK, a finding (DATA_LOSS), or that the file could not
// be read (UNAVAILABLE). Called by the thread of the check; must not block.
using OnChecked = std::function<void(const absl::Status&)>;

// CheckDatabase on a connection of its own, again and again, with a rest after
// each step, so that it takes little from those who are served. A finding goes
// to the Damage; what could not be read is tried again the next time. Nothing
// is repaired. Thread-safe.
class BackgroundCheck {
 public:
  // The first check begins `every` after the start; zero: none by itself.
  // `damage` outlives it; `on_checked` may be empty.
  BackgroundCheck(std::string path, SqliteTuning tuning, absl::Duration every,
                  Damage& damage, OnChecked on_checked);
  // Breaks off a check that is under way.
  ~BackgroundCheck();
  BackgroundCheck(const BackgroundCheck&) = delete;
  BackgroundCheck& operator=(const BackgroundCheck&) = delete;

  // Checks at once, without rests, in the caller's thread; waits for a check
  // that is under way. What OnChecked gets, which is not called; CANCELLED when
  // it was broken off.
  absl::Status CheckNow();

 private:
  void Work(absl::Duration every);
  absl::Status Check(absl::Duration rest);
  // Waits; false when it is time to stop.
  bool Rest(absl::Duration rest) ABSL_LOCKS_EXCLUDED(mutex_);

  const std::string path_;
  const SqliteTuning tuning_;
  Damage& damage_;
  const OnChecked on_checked_;
  absl::Mutex one_at_a_time_;
  absl::Mutex mutex_;
  bool stopping_ ABSL_GUARDED_BY(mutex_) = false;
  Connection* checking_ ABSL_GUARDED_BY(mutex_) = nullptr;
  std::thread thread_;
};

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_BACKGROUND_CHECK_H_
