// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Tells those who watch that the ledger grew.
#ifndef TWINAID_SERVICE_RPC_EVENT_HUB_H_
#define TWINAID_SERVICE_RPC_EVENT_HUB_H_

#include <cstdint>
#include <set>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"

namespace twinaid::rpc {

// Somebody who watches. The calls come from the store's writer thread, or from
// the one that ticks, and must not block.
class Watcher {
 public:
  virtual ~Watcher() = default;
  // The ledger now ends with `seq`.
  virtual void Grew(std::int64_t seq) = 0;
  // The server stops: end soon.
  virtual void Stop() = 0;
  // So much time has passed since the last tick.
  virtual void Tick(absl::Duration passed) = 0;
};

// Thread-safe.
class EventHub {
 public:
  explicit EventHub(int limit) : limit_(limit) {}

  // False: there are as many as may be, or the server stops.
  bool Add(Watcher* watcher);
  // After it returns, the watcher is not called any more.
  void Remove(Watcher* watcher);

  void Grew(std::int64_t seq);
  void Tick(absl::Duration passed);
  // Tells all to end; no more are taken.
  void Stop();

  int limit() const { return limit_; }
  bool stopped();

 private:
  const int limit_;
  absl::Mutex mutex_;
  std::set<Watcher*> watchers_ ABSL_GUARDED_BY(mutex_);
  bool stopped_ ABSL_GUARDED_BY(mutex_) = false;
};

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_EVENT_HUB_H_
