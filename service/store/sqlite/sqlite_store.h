// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The store in one file of SQLite.
#ifndef TWINAID_SERVICE_STORE_SQLITE_SQLITE_STORE_H_
#define TWINAID_SERVICE_STORE_SQLITE_SQLITE_STORE_H_

#include <functional>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "service/store/backup.h"
#include "service/store/sqlite/commit_observer.h"
#include "service/store/sqlite/sqlite_tuning.h"
#include "service/store/store.h"

namespace twinaid::store {

struct SqliteOptions {
  std::string path;
  // Read-only connections, 1 or more: for the workers, and for a call that is
  // not handed to one.
  int readers = 5;
  CommitObserver on_commit = {};
  SqliteTuning tuning = {};
  // Minutes from the end of one background check to the begin of the next, and
  // from the start to the first; 0: none.
  int check_every_minutes = 0;
  // Told what came of each of them (OK, a finding, or that the file could not
  // be read), by its thread; must not block. May be empty.
  std::function<void(const absl::Status&)> on_checked = nullptr;
};

// Thread-safe.
class SqliteStore : public Store, public Backups {
 public:
  // The background check at once, in the caller's thread. OK; DATA_LOSS (what
  // was found, which Health() says from then on); UNAVAILABLE: the file cannot
  // be read.
  virtual absl::Status CheckNow() = 0;
};

// Opens the database, makes it if it is not there, looks whether it is whole as
// far as a start can afford (its header, its size, its schema, the end of its
// ledger), and brings its schema up to date. Before the schema of a database
// that was there is touched, a backup of it is made beside it,
// "PATH.before-schema-N.backup" (see migration_backup.h); without one it is not
// migrated and not opened.
//
// UNAVAILABLE         STORE_LOCKED: another process has it; STORE_UNAVAILABLE:
//                     it cannot be opened, or has no write-ahead log;
//                     BACKUP_UNWRITABLE
// RESOURCE_EXHAUSTED  BACKUP_FULL: no room for the backup
// FAILED_PRECONDITION STORE_TOO_NEW: a newer release wrote it;
//                     RESTORE_INTERRUPTED: a restore did not end
// DATA_LOSS           STORE_DAMAGED, ROW_DAMAGED: it is no database, or damaged
//
// A full disk refuses what needs room with STORE_FULL, and no more: reads go
// on, and so do writes once there is room. An I/O error of the writer, at a
// COMMIT or anywhere else, ends the use of the store: what the group asked for
// has an unknown outcome if it was the COMMIT, and every call after it gets
// UNAVAILABLE (STORE_UNAVAILABLE), reads too, since they might not see what the
// next start finds on the disk. Health() says the same for good; only opening
// the file again helps.
//
// Damage (a row that does not fit its hash, an event that does not fit its own,
// a file that SQLite calls corrupt, whatever a check finds) is never served:
// the read or write that meets it hears DATA_LOSS (ROW_DAMAGED, STORE_DAMAGED),
// and nothing is repaired by itself. From then on nothing is written any more,
// since a restore would lose it, and Health() says what was found for good;
// rows that are whole can still be read.
absl::StatusOr<std::unique_ptr<SqliteStore>> OpenSqliteStore(
    const SqliteOptions& options);

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_SQLITE_STORE_H_
