// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/rpc/event_hub.h"

namespace twinaid::rpc {

bool EventHub::Add(Watcher* watcher) {
  absl::MutexLock lock(&mutex_);
  if (stopped_ || static_cast<int>(watchers_.size()) >= limit_) return false;
  watchers_.insert(watcher);
  return true;
}

void EventHub::Remove(Watcher* watcher) {
  absl::MutexLock lock(&mutex_);
  watchers_.erase(watcher);
}

void EventHub::Grew(std::int64_t seq) {
  absl::MutexLock lock(&mutex_);
  for (Watcher* watcher : watchers_) watcher->Grew(seq);
}

void EventHub::Tick(absl::Duration passed) {
  absl::MutexLock lock(&mutex_);
  for (Watcher* watcher : watchers_) watcher->Tick(passed);
}

void EventHub::Stop() {
  absl::MutexLock lock(&mutex_);
  stopped_ = true;
  for (Watcher* watcher : watchers_) watcher->Stop();
}

bool EventHub::stopped() {
  absl::MutexLock lock(&mutex_);
  return stopped_;
}

}  // namespace twinaid::rpc
