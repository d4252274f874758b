// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The backup that is taken before a database is migrated.
#ifndef TWINAID_SERVICE_STORE_SQLITE_MIGRATION_BACKUP_H_
#define TWINAID_SERVICE_STORE_SQLITE_MIGRATION_BACKUP_H_

#include <string>

#include "absl/status/status.h"
#include "service/store/sqlite/connection.h"
#include "service/store/sqlite/sqlite_tuning.h"

namespace twinaid::store {

// Copies the database at `path`, which `connection` has open, to
// "<path>.before-schema-N.backup", where N is the first schema that is missing;
// checked, as CopyDatabase does it. Nothing to do for an empty database and one
// that is up to date.
//
// Where the name is taken by a whole backup of this very moment, left by a
// start that was interrupted after it, that one will do. Where it is taken by
// anything else, that stays, and the next free of "<...>-2.backup" to
// "<...>-99.backup" is taken.
//
// Errors as CopyDatabase: the database is not to be migrated then.
absl::Status BackUpBeforeMigration(Connection& connection,
                                   const std::string& path,
                                   const SqliteTuning& tuning);

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_MIGRATION_BACKUP_H_
