// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The store in one file of SQLite.
#ifndef TWINAID_SERVICE_STORE_SQLITE_SQLITE_STORE_H_
#define TWINAID_SERVICE_STORE_SQLITE_SQLITE_STORE_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "service/store/sqlite/sqlite_tuning.h"
#include "service/store/store.h"

namespace twinaid::store {

struct SqliteOptions {
  std::string path;
  int readers = 4;  // read-only connections, 1 or more
  SqliteTuning tuning = {};
};

// Opens the database, makes it if it is not there, and brings its schema up to
// date.
//
// UNAVAILABLE         STORE_LOCKED: another process has it; STORE_UNAVAILABLE:
//                     it cannot be opened, or has no write-ahead log
// FAILED_PRECONDITION STORE_TOO_NEW: a newer release wrote it
// DATA_LOSS           it is no database, or damaged
//
// A full disk refuses what needs room with STORE_FULL, and no more: reads go
// on, and so do writes once there is room. An I/O error of the writer, at a
// COMMIT or anywhere else, ends the use of the store: what the group asked for
// has an unknown outcome if it was the COMMIT, and every call after it gets
// UNAVAILABLE (STORE_UNAVAILABLE; DATA_LOSS if the file is damaged), reads too,
// since they might not see what the next start finds on the disk. Health() says
// the same for good; only opening the file again helps.
//
// Damage (a row that does not fit its hash, an event that does not fit its own,
// a file that SQLite calls corrupt) is never served: the read or write that
// meets it hears DATA_LOSS (ROW_DAMAGED, STORE_DAMAGED), and nothing is
// repaired by itself. From then on nothing is written any more, since a restore
// would lose it, and Health() says what was found for good; rows that are whole
// can still be read.
absl::StatusOr<std::unique_ptr<Store>> OpenSqliteStore(
    const SqliteOptions& options);

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_SQLITE_STORE_H_
