// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Brings the write-ahead log into the database while the writer goes on.
#ifndef TWINAID_SERVICE_STORE_SQLITE_CHECKPOINTER_H_
#define TWINAID_SERVICE_STORE_SQLITE_CHECKPOINTER_H_

#include <functional>
#include <memory>
#include <thread>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/synchronization/mutex.h"
#include "service/store/sqlite/connection.h"

namespace twinaid::store {

// A thread with a connection of its own. What the writer appends meanwhile is
// brought in by another pass, until little is left: the writer brings in that
// rest between two groups, after which the log begins anew. Thread-safe.
class Checkpointer {
 public:
  // `failed` is called by the thread with what ended a pass, which will not be
  // tried again: I/O errors, damage.
  Checkpointer(std::unique_ptr<Connection> connection,
               std::function<void(const absl::Status&)> failed);
  // Waits for the pass that is under way.
  ~Checkpointer();
  Checkpointer(const Checkpointer&) = delete;
  Checkpointer& operator=(const Checkpointer&) = delete;

  // Begins, or says how far it is. True once all but a rest was brought in
  // since the last true: then nothing is under way until the next call.
  bool Advance();

 private:
  enum class State { kIdle, kAsked, kDone };
  void Work();
  bool HasWork() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    return stopping_ || state_ == State::kAsked;
  }
  absl::Status BringIn();

  const std::unique_ptr<Connection> connection_;
  const std::function<void(const absl::Status&)> failed_;
  absl::Mutex mutex_;
  State state_ ABSL_GUARDED_BY(mutex_) = State::kIdle;
  bool stopping_ ABSL_GUARDED_BY(mutex_) = false;
  std::thread thread_;
};

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_CHECKPOINTER_H_
