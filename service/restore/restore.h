// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A database brought back from a backup.
#ifndef TWINAID_SERVICE_RESTORE_RESTORE_H_
#define TWINAID_SERVICE_RESTORE_RESTORE_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/store/backup.h"
#include "service/store/sqlite/sqlite_tuning.h"

namespace twinaid::restore {

struct RestoreOptions {
  std::string backup;    // a file that a backup made
  std::string database;  // where it is to be
  bool replace = false;  // move aside what is there
  store::SqliteTuning tuning = {};
};

// A file that was moved aside.
struct Moved {
  std::string from;
  std::string to;
};

struct Restored {
  store::Backup backup;  // what the database holds now; its path and size
  std::optional<absl::Time> last_time;  // of the newest event, if there is one
  std::vector<Moved> moved;
};

// Checks the backup as a whole (pages, indexes, the hash of every row, the hash
// chain), copies it beside the database, checks the copy, and gives it the
// name. Nothing is deleted: with `replace` a database that is there, its log
// and the index of its log are first moved to
// "DATABASE.replaced-20261201T102243Z" and the same with "-wal" and "-shm", so
// that they can still be opened together. A backup of an older schema is
// restored as it is; the next start migrates it.
//
// All of it is on the disk when this returns. If it is interrupted before the
// old files are moved, the database is as it was. From then on until the end
// the file "DATABASE.restoring" stands beside it, and no server starts on it
// (RESTORE_INTERRUPTED): restore once more, with `replace`.
//
// NOT_FOUND           BACKUP_NOT_FOUND
// DATA_LOSS           BACKUP_DAMAGED: it is no whole backup; nothing was
// touched FAILED_PRECONDITION BACKUP_HAS_LOG: it is a database in use, not a
// backup;
//                     STORE_TOO_NEW: a newer release made it
// ALREADY_EXISTS      DATABASE_EXISTS: without `replace`
// UNAVAILABLE         STORE_LOCKED: a server has the database; RESTORE_FAILED:
//                     a file cannot be written or moved; BACKUP_UNWRITABLE
// RESOURCE_EXHAUSTED  BACKUP_FULL: no room for the copy
absl::StatusOr<Restored> Restore(const RestoreOptions& options, absl::Time now);

}  // namespace twinaid::restore

#endif  // TWINAID_SERVICE_RESTORE_RESTORE_H_
