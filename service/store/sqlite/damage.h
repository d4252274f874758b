// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What was found to be damaged in a database, by whomever.
#ifndef TWINAID_SERVICE_STORE_SQLITE_DAMAGE_H_
#define TWINAID_SERVICE_STORE_SQLITE_DAMAGE_H_

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/synchronization/mutex.h"

namespace twinaid::store {

// Thread-safe. Once there is a finding it stays: a file that was damaged once
// is not to be trusted before it was restored.
class Damage {
 public:
  // Keeps the first that is DATA_LOSS; others are none of its business.
  void Report(const absl::Status& status) {
    if (!absl::IsDataLoss(status)) return;
    absl::MutexLock lock(&mutex_);
    found_.Update(status);
  }
  // The first finding; OK while there is none.
  absl::Status Found() const {
    absl::MutexLock lock(&mutex_);
    return found_;
  }

 private:
  mutable absl::Mutex mutex_;
  absl::Status found_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_DAMAGE_H_
