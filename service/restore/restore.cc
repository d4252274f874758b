// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/restore/restore.h"

#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/lock/links.h"
#include "service/lock/lock_file.h"
#include "service/model/backup_errors.h"
#include "service/model/common_errors.h"
#include "service/model/status_macros.h"
#include "service/store/sqlite/database_copy.h"
#include "service/store/sqlite/event_table.h"
#include "service/store/sqlite/restore_marker.h"

namespace twinaid::restore {
namespace {

using store::Connection;
using store::Files;

// What SQLite keeps in files of its own beside the database.
constexpr const char* kBeside[] = {"-wal", "-shm", "-journal"};

absl::Status Failed(const absl::Status& status, const std::string& path) {
  if (status.ok()) return status;
  return model::RestoreFailed(path, status.message());
}

absl::StatusOr<bool> IsThere(const Files& files, const std::string& path) {
  auto there = files.Exists(path);
  if (!there.ok()) return Failed(there.status(), path);
  return there;
}

absl::Status CheckBackup(const RestoreOptions& options, const Files& files) {
  const std::string& path = options.backup;
  const auto bytes = files.Size(path);
  if (!bytes.ok()) return model::BackupNotFound(path);
  const auto log = files.Size(path + "-wal");
  if (log.ok() && *log > 0) return model::BackupHasLog(path);
  if (*bytes == 0) return model::BackupDamaged(path, "it is empty");
  const auto checked = store::CheckCopy(path, options.tuning);
  if (absl::IsDataLoss(checked.status())) {
    return model::BackupDamaged(path, checked.status().message());
  }
  if (absl::IsUnavailable(checked.status())) return model::BackupNotFound(path);
  TWINAID_RETURN_IF_ERROR(checked.status());
  if (checked->schema > 0) return absl::OkStatus();
  return model::BackupDamaged(path, "it is a database without tables");
}

// The files that stand where the database is to be.
absl::StatusOr<std::vector<std::string>> InTheWay(const std::string& database,
                                                  const Files& files) {
  std::vector<std::string> names = {""};
  names.insert(names.end(), std::begin(kBeside), std::end(kBeside));
  std::vector<std::string> found;
  for (const std::string& name : names) {
    TWINAID_ASSIGN_OR_RETURN(const bool there, IsThere(files, database + name));
    if (there) found.push_back(name);
  }
  return found;
}

absl::StatusOr<std::optional<absl::Time>> LastTime(
    const std::string& path, const store::SqliteTuning& tuning) {
  TWINAID_ASSIGN_OR_RETURN(
      const std::unique_ptr<Connection> connection,
      Connection::Open(path, Connection::Mode::kCopy, tuning));
  TWINAID_ASSIGN_OR_RETURN(const auto last,
                           store::EventTable(*connection).Last());
  return last ? std::optional(last->time) : std::nullopt;
}

class Restoration {
 public:
  Restoration(const RestoreOptions& options, absl::Time now)
      : options_(options),
        files_(store::FilesOf(options.tuning)),
        database_(lock::FollowLinks(options.database)),
        aside_(absl::StrCat(
            database_, ".replaced-",
            absl::FormatTime("%Y%m%dT%H%M%SZ", now, absl::UTCTimeZone()))) {}

  absl::StatusOr<Restored> Run() {
    TWINAID_RETURN_IF_ERROR(CheckBackup(options_, files_));
    auto lock = lock::LockFile::Take(database_);
    if (!lock.ok()) return Failed(lock.status(), database_);
    if (*lock == nullptr) return model::StoreLocked(database_);
    TWINAID_ASSIGN_OR_RETURN(const std::vector<std::string> in_the_way,
                             InTheWay(database_, files_));
    if (!in_the_way.empty() && !options_.replace) {
      return model::DatabaseExists(database_ + in_the_way.front());
    }
    // Removed in a moment: it must not be what is restored.
    std::error_code ignored;
    if (std::filesystem::equivalent(options_.backup, database_ + ".restored",
                                    ignored)) {
      return model::RestoreFailed(
          options_.backup,
          "a restore that was interrupted left it, and this one would write "
          "over it; give it another name first");
    }
    TWINAID_RETURN_IF_ERROR(Copy());
    TWINAID_RETURN_IF_ERROR(MoveAside(in_the_way));
    TWINAID_RETURN_IF_ERROR(GiveTheName());
    return restored_;
  }

 private:
  absl::Status SyncFolder() {
    return Failed(files_.SyncFolder(store::FolderOf(database_)), database_);
  }

  // The new database, whole and on the disk, under a name of its own.
  absl::Status Copy() {
    copy_ = database_ + ".restored";
    TWINAID_RETURN_IF_ERROR(Failed(files_.Remove(copy_), copy_));
    TWINAID_ASSIGN_OR_RETURN(
        const std::unique_ptr<Connection> source,
        Connection::Open(options_.backup, Connection::Mode::kCopy,
                         options_.tuning));
    TWINAID_ASSIGN_OR_RETURN(
        restored_.backup,
        store::CopyDatabase(*source, options_.tuning,
                            [this](const store::Moment&) { return copy_; }));
    restored_.backup.path = database_;
    TWINAID_ASSIGN_OR_RETURN(restored_.last_time,
                             LastTime(copy_, options_.tuning));
    return absl::OkStatus();
  }

  absl::Status MoveAside(const std::vector<std::string>& names) {
    if (names.empty()) return absl::OkStatus();
    const std::string marker = store::RestoreMarkerOf(database_);
    TWINAID_ASSIGN_OR_RETURN(const bool marked, IsThere(files_, marker));
    if (!marked) TWINAID_RETURN_IF_ERROR(Failed(files_.Create(marker), marker));
    TWINAID_RETURN_IF_ERROR(SyncFolder());
    for (const std::string& name : names) {
      const Moved moved = {database_ + name, aside_ + name};
      TWINAID_RETURN_IF_ERROR(
          Failed(files_.Rename(moved.from, moved.to), moved.to));
      restored_.moved.push_back(moved);
    }
    return SyncFolder();
  }

  absl::Status GiveTheName() {
    TWINAID_RETURN_IF_ERROR(Failed(files_.Rename(copy_, database_), database_));
    TWINAID_RETURN_IF_ERROR(SyncFolder());
    const std::string marker = store::RestoreMarkerOf(database_);
    TWINAID_RETURN_IF_ERROR(Failed(files_.Remove(marker), marker));
    return SyncFolder();
  }

  const RestoreOptions& options_;
  const Files& files_;
  const std::string database_;
  const std::string aside_;
  std::string copy_;
  Restored restored_;
};

}  // namespace

absl::StatusOr<Restored> Restore(const RestoreOptions& options,
                                 absl::Time now) {
  return Restoration(options, now).Run();
}

}  // namespace twinaid::restore
