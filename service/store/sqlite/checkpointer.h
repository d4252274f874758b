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

// A thread with a connection of its own. It makes a pass whenever the log has
// grown by some pages, so that the disk is never given much at once. The log
// begins anew only where all of it was brought in, nobody reads what it had
// before, and nothing came after: once it is long enough there are some passes
// one after another, each shorter than the last, and then the writer brings in
// the little that is left, after some groups again where readers were in the
// way.
//
// A pass begins only where the log has pages that are not in the database yet:
// until it ends, nobody can begin the log anew. SQLite 3.7.0 to 3.51.2 may lose
// what is committed while a checkpoint that has nothing to do begins
// (sqlite.org/wal.html#walresetbug).
class Checkpointer {
 public:
  // In pages of the log: how much of it a pass begins with, and how long it is
  // when it is to begin anew. Both >= 1. `failed` is called by the thread with
  // what ended a pass, after which there is none: I/O errors, damage.
  Checkpointer(std::unique_ptr<Connection> connection, int pass_pages,
               int log_pages, std::function<void(const absl::Status&)> failed);
  // Waits for the pass that is under way.
  ~Checkpointer();
  Checkpointer(const Checkpointer&) = delete;
  Checkpointer& operator=(const Checkpointer&) = delete;

  // For the writer, after each commit: how long the log is now. Begins a pass
  // where it is time for one, and does not wait for it. True: bring in the
  // rest.
  bool LogHas(int pages);

  bool IsUnderWay() ABSL_LOCKS_EXCLUDED(mutex_);

 private:
  void Work();
  bool HasWork() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    return stopping_ || under_way_;
  }
  // False, and nothing begins, while one is under way or where the log of so
  // many pages has nothing for it.
  bool BeginPass(int pages) ABSL_LOCKS_EXCLUDED(mutex_);

  const std::unique_ptr<Connection> connection_;
  const int pass_pages_;
  const int log_pages_;
  const std::function<void(const absl::Status&)> failed_;
  // Of the writer's thread: how long the log was at the last pass or rest, how
  // many of the passes at its end were made, and for how many groups the rest
  // is brought in once more.
  int looked_at_ = 0;
  int last_passes_ = 0;
  int more_rests_ = 0;
  absl::Mutex mutex_;
  // Pages of the log that are in the database, as far as passes know.
  int brought_in_ ABSL_GUARDED_BY(mutex_) = 0;
  bool under_way_ ABSL_GUARDED_BY(mutex_) = false;
  bool stopping_ ABSL_GUARDED_BY(mutex_) = false;
  std::thread thread_;
};

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_CHECKPOINTER_H_
