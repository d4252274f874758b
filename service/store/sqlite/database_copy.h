// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A database copied into one new file, checked before it has its name.
#ifndef TWINAID_SERVICE_STORE_SQLITE_DATABASE_COPY_H_
#define TWINAID_SERVICE_STORE_SQLITE_DATABASE_COPY_H_

#include <cstdint>
#include <string>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "service/store/backup.h"
#include "service/store/sqlite/connection.h"
#include "service/store/sqlite/database_check.h"
#include "service/store/sqlite/files.h"
#include "service/store/sqlite/sqlite_tuning.h"

namespace twinaid::store {

// The files that `tuning` names.
const Files& FilesOf(const SqliteTuning& tuning);

// Which moment of a database a copy would hold.
struct Moment {
  std::int64_t schema = 0;
  std::int64_t last_seq = 0;
  std::string last_hash;
};

// Copies what `source` sees into the file that `name` calls for, which is not
// there yet. All of it is one moment, whatever is written meanwhile: the source
// is read in one transaction, 256 pages at a time.
//
// The file is written as "<its path>.draft", in place of a draft that was left
// there, then checked (CheckDatabase), synced, renamed, and its folder synced.
// It is one file without a log beside it. Any error takes the draft away.
//
// ALREADY_EXISTS BACKUP_ALREADY_EXISTS; RESOURCE_EXHAUSTED BACKUP_FULL;
// UNAVAILABLE BACKUP_UNWRITABLE, also for a copy that is not whole while the
// source is, or what the source says; DATA_LOSS (STORE_DAMAGED, ROW_DAMAGED) of
// the source, which it reports. UNAVAILABLE BACKUP_STOPPED: `go_on`, which is
// asked every 256 pages and between the steps of the check, said no.
absl::StatusOr<Backup> CopyDatabase(
    Connection& source, const SqliteTuning& tuning,
    absl::FunctionRef<std::string(const Moment&)> name,
    absl::FunctionRef<bool()> go_on = [] { return true; });

// A file that nobody writes, such as a copy: read without a log or a lock.
// Errors as Connection::Open and CheckDatabase.
absl::StatusOr<CheckedDatabase> CheckCopy(
    const std::string& path, const SqliteTuning& tuning,
    absl::FunctionRef<bool()> go_on = [] { return true; });

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_DATABASE_COPY_H_
