// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The store in one file of SQLite.
#ifndef TWINAID_SERVICE_STORE_SQLITE_SQLITE_STORE_H_
#define TWINAID_SERVICE_STORE_SQLITE_SQLITE_STORE_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "service/store/store.h"

namespace twinaid::store {

struct SqliteOptions {
  std::string path;
  int readers = 4;  // read-only connections, 1 or more
};

// Opens the database, makes it if it is not there, and brings its schema up to
// date.
//
// UNAVAILABLE         STORE_LOCKED: another process has it; STORE_UNAVAILABLE:
//                     it cannot be opened
// FAILED_PRECONDITION STORE_TOO_NEW: a newer release wrote it
// DATA_LOSS           it is no database, or damaged
absl::StatusOr<std::unique_ptr<Store>> OpenSqliteStore(
    const SqliteOptions& options);

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_SQLITE_STORE_H_
