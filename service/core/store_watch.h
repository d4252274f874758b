// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Tells a store that answers from one that is stuck and from one that is lost.
#ifndef TWINAID_SERVICE_CORE_STORE_WATCH_H_
#define TWINAID_SERVICE_CORE_STORE_WATCH_H_

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "service/core/ticker.h"
#include "service/model/clock.h"
#include "service/store/store.h"

namespace twinaid::core {

// Whether a store with this health is of no more use to the process that has it
// open: an I/O error ended its use (STORE_UNAVAILABLE), and only opening it
// again may help. Damage stays damage whoever opens it, and is not this.
bool IsLost(const absl::Status& health);

// Asks a store every so often on a thread of its own: its health, and a write
// of nothing, which goes through the writer's queue like any other.
// Thread-safe.
class StoreWatch {
 public:
  // `store` and `clock` are borrowed. `silence`: a question that has waited for
  // so long means that the store is stuck.
  StoreWatch(store::Store& store, const model::Clock& clock,
             absl::Duration every, absl::Duration silence);

  // At once, whatever the store does. OK until the first answer; then what the
  // last answer was, OK for a full disk, which is no illness; UNAVAILABLE
  // (STORE_STUCK) while a question waits for longer than `silence`.
  absl::Status Health() const;

 private:
  absl::Status Ask();

  store::Store& store_;
  const model::Clock& clock_;
  const absl::Duration silence_;
  mutable absl::Mutex mutex_;
  bool asking_ ABSL_GUARDED_BY(mutex_) = false;
  absl::Duration asked_at_ ABSL_GUARDED_BY(mutex_);
  absl::Status last_ ABSL_GUARDED_BY(mutex_);
  Ticker ticker_;  // the first to go
};

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_STORE_WATCH_H_
