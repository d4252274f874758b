// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// How SQLite is run. The defaults are what a server uses, and the only safe
// ones: the rest lets tests show what is lost otherwise.
#ifndef TWINAID_SERVICE_STORE_SQLITE_SQLITE_TUNING_H_
#define TWINAID_SERVICE_STORE_SQLITE_SQLITE_TUNING_H_

#include <cstdint>
#include <functional>
#include <string>

namespace twinaid::store {

class Files;

enum class Synchronous { kOff, kNormal, kFull };

struct SqliteTuning {
  // The VFS that files are reached by; empty: that of the system.
  std::string vfs;
  // What whole files are moved and synced with, in keeping with the VFS; null:
  // SystemFiles(). Outlives the store.
  const Files* files = nullptr;
  // FULL: what is committed is on the disk when COMMIT returns.
  Synchronous synchronous = Synchronous::kFull;
  // Pages that the write-ahead log has when it is to begin anew: 128 MiB. A
  // page that changed often since is brought into the database once; after a
  // crash the next start reads the log.
  int checkpoint_pages = 32768;
  // Pages of it that are brought in at once before that (see Checkpointer).
  int pass_pages = 4096;
  // Whether a thread of its own does most of that, while the writer goes on.
  // Off: the writer does, and equal requests make equal calls of the VFS.
  bool checkpoint_apart = true;
  // Memory for pages of the connection that writes. What others have is of no
  // use to them after the next commit.
  int writer_cache_kib = 64 << 10;
  // Pages that the database may have; 0: as many as the disk takes.
  std::int64_t max_pages = 0;
  // Whether a row that is read is checked by its hash. Off: rows that rotted on
  // the disk are served as if nothing had happened.
  bool check_rows = true;
  // Called when a write has been queued, by the thread that waits for it, with
  // the queue's lock held: it must not block or call the store.
  std::function<void()> on_queued;
};

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_SQLITE_TUNING_H_
