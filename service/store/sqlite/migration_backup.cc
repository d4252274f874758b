// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/migration_backup.h"

#include <cstdint>
#include <optional>

#include "absl/strings/str_cat.h"
#include "service/model/backup_errors.h"
#include "service/model/status_macros.h"
#include "service/store/sqlite/database_copy.h"
#include "service/store/sqlite/event_table.h"
#include "service/store/sqlite/migrations.h"

namespace twinaid::store {
namespace {

constexpr int kMostNames = 99;

// Whether the file is a whole backup of what `connection` has now.
bool Holds(const std::string& copy, const SqliteTuning& tuning,
           std::int64_t schema, const std::optional<model::Event>& last) {
  const auto checked = CheckCopy(copy, tuning);
  return checked.ok() && checked->schema == schema &&
         checked->last_seq == (last ? last->seq : 0) &&
         checked->last_hash == (last ? last->hash : "");
}

}  // namespace

absl::Status BackUpBeforeMigration(Connection& connection,
                                   const std::string& path,
                                   const SqliteTuning& tuning) {
  TWINAID_ASSIGN_OR_RETURN(const std::int64_t schema, SchemaOf(connection));
  if (schema == 0 || schema >= AllMigrations().back().schema) {
    return absl::OkStatus();
  }
  TWINAID_ASSIGN_OR_RETURN(const std::optional<model::Event> last,
                           EventTable(connection).Last());
  const Files& files = FilesOf(tuning);
  for (int n = 1; n <= kMostNames; ++n) {
    const std::string name =
        absl::StrCat(path, ".before-schema-", schema + 1,
                     n == 1 ? "" : absl::StrCat("-", n), ".backup");
    const auto taken = files.Exists(name);
    if (!taken.ok()) {
      return model::BackupUnwritable(name, taken.status().message());
    }
    if (!*taken) {
      return CopyDatabase(connection, tuning,
                          [&](const Moment&) { return name; })
          .status();
    }
    if (Holds(name, tuning, schema, last)) {
      // Its name may not be on the disk yet.
      return files.SyncFolder(FolderOf(name)).ok()
                 ? absl::OkStatus()
                 : model::BackupUnwritable(name, "its folder cannot be synced");
    }
  }
  return model::BackupAlreadyExists(
      absl::StrCat(path, ".before-schema-", schema + 1, ".backup"));
}

}  // namespace twinaid::store
