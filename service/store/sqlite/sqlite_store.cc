// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/sqlite_store.h"

#include <atomic>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "service/lock/links.h"
#include "service/lock/lock_file.h"
#include "service/model/backup_errors.h"
#include "service/model/common_errors.h"
#include "service/model/status_macros.h"
#include "service/store/sqlite/background_check.h"
#include "service/store/sqlite/database_check.h"
#include "service/store/sqlite/database_copy.h"
#include "service/store/sqlite/migration_backup.h"
#include "service/store/sqlite/migrations.h"
#include "service/store/sqlite/readers.h"
#include "service/store/sqlite/restore_marker.h"
#include "service/store/sqlite/writer.h"

namespace twinaid::store {
namespace {

absl::StatusOr<std::unique_ptr<lock::LockFile>> Lock(const std::string& path) {
  auto lock = lock::LockFile::Take(path);
  if (!lock.ok()) return model::StoreUnavailable(lock.status().message());
  if (*lock == nullptr) return model::StoreLocked(path);
  return lock;
}

// What the size alone tells, where no log is there that has the rest.
absl::Status CheckSize(const std::string& path, const SqliteTuning& tuning) {
  constexpr std::int64_t kSmallestPage = 512;
  const Files& files = FilesOf(tuning);
  const auto bytes = files.Size(path);
  const auto log = files.Size(path + "-wal");
  // Whether it can be read is for who opens it.
  if (!bytes.ok() || (log.ok() && *log > 0)) return absl::OkStatus();
  if (*bytes == 0) {
    return model::StoreDamaged(
        absl::StrCat(path, " is empty (remove it if it never was a database)"));
  }
  if (*bytes % kSmallestPage == 0) return absl::OkStatus();
  return model::StoreDamaged(
      absl::StrCat(path, " ends within a page, after ", *bytes, " bytes"));
}

class OpenStore final : public SqliteStore {
 public:
  OpenStore(std::unique_ptr<lock::LockFile> lock,
            std::unique_ptr<Damage> damage, std::unique_ptr<Connection> writer,
            std::unique_ptr<Connection> checkpoints,
            std::unique_ptr<Readers> readers, const SqliteOptions& options)
      : path_(options.path),
        tuning_(options.tuning),
        lock_(std::move(lock)),
        damage_(std::move(damage)),
        writer_(std::move(writer), std::move(checkpoints), tuning_, *damage_,
                options.on_commit),
        readers_(std::move(readers)),
        check_(options.path, options.tuning,
               absl::Minutes(options.check_every_minutes), *damage_,
               options.on_checked) {}

  absl::Status Read(
      absl::FunctionRef<absl::Status(const ReadTransaction&)> body) override {
    TWINAID_RETURN_IF_ERROR(writer_.Health());
    return readers_->Read(body);
  }
  absl::Status Write(absl::FunctionRef<absl::Status(WriteTransaction&)> body,
                     Ending ending) override {
    return writer_.Write(body, ending);
  }
  void WriteLater(std::function<absl::Status(WriteTransaction&)> body,
                  Ending ending,
                  std::function<void(const absl::Status&)> done) override {
    writer_.WriteLater(std::move(body), ending, std::move(done));
  }
  void SetCommitListener(std::function<void(std::int64_t)> listener) override {
    writer_.SetListener(std::move(listener));
  }
  absl::Status Health() override {
    TWINAID_RETURN_IF_ERROR(damage_->Found());
    return Read(
        [](const ReadTransaction& tx) { return tx.LastEvent().status(); });
  }
  absl::Status CheckNow() override { return check_.CheckNow(); }

  void StopBackups() override { backups_stopped_.store(true); }

  absl::StatusOr<Backup> CreateBackup(const std::string& folder,
                                      absl::Time now) override {
    TWINAID_RETURN_IF_ERROR(writer_.Health());
    if (backups_stopped_.load()) return model::BackupStopped();
    if (!backup_mutex_.TryLock()) return model::BackupRunning();
    auto backup = CopyInto(folder, now);
    backup_mutex_.Unlock();
    return backup;
  }

 private:
  absl::StatusOr<Backup> CopyInto(const std::string& folder, absl::Time now) {
    if (!FilesOf(tuning_).CheckFolder(folder).ok()) {
      return model::BackupFolder(folder);
    }
    TWINAID_ASSIGN_OR_RETURN(
        const std::unique_ptr<Connection> connection,
        Connection::Open(path_, Connection::Mode::kReadOnly, tuning_,
                         damage_.get()));
    return CopyDatabase(
        *connection, tuning_,
        [&](const Moment& moment) {
          return absl::StrCat(
              folder, "/twinaid-",
              absl::FormatTime("%Y%m%dT%H%M%SZ", now, absl::UTCTimeZone()), "-",
              moment.last_seq, ".backup");
        },
        [this] { return !backups_stopped_.load(); });
  }

  const std::string path_;
  const SqliteTuning tuning_;
  const std::unique_ptr<lock::LockFile> lock_;  // the last to go
  const std::unique_ptr<Damage> damage_;
  Writer writer_;
  const std::unique_ptr<Readers> readers_;
  BackgroundCheck check_;
  absl::Mutex backup_mutex_;
  std::atomic<bool> backups_stopped_{false};
};

}  // namespace

absl::StatusOr<std::unique_ptr<SqliteStore>> OpenSqliteStore(
    const SqliteOptions& given) {
  // What stands beside the database stands beside what a link leads to.
  SqliteOptions options = given;
  options.path = lock::FollowLinks(given.path);
  TWINAID_ASSIGN_OR_RETURN(std::unique_ptr<lock::LockFile> lock,
                           Lock(options.path));
  const auto interrupted =
      FilesOf(options.tuning).Exists(RestoreMarkerOf(options.path));
  if (interrupted.ok() && *interrupted) {
    return model::RestoreInterrupted(options.path);
  }
  TWINAID_RETURN_IF_ERROR(CheckSize(options.path, options.tuning));
  auto damage = std::make_unique<Damage>();
  TWINAID_ASSIGN_OR_RETURN(
      std::unique_ptr<Connection> writer,
      Connection::Open(options.path, Connection::Mode::kReadWrite,
                       options.tuning, damage.get()));
  TWINAID_RETURN_IF_ERROR(CheckAtStart(*writer));
  TWINAID_RETURN_IF_ERROR(
      BackUpBeforeMigration(*writer, options.path, options.tuning));
  TWINAID_RETURN_IF_ERROR(Migrate(*writer));
  std::unique_ptr<Connection> checkpoints;
  if (options.tuning.checkpoint_apart) {
    TWINAID_ASSIGN_OR_RETURN(
        checkpoints,
        Connection::Open(options.path, Connection::Mode::kReadWrite,
                         options.tuning, damage.get()));
  }
  TWINAID_ASSIGN_OR_RETURN(std::unique_ptr<Readers> readers,
                           Readers::Open(options.path, options.readers,
                                         options.tuning, damage.get()));
  return std::unique_ptr<SqliteStore>(std::make_unique<OpenStore>(
      std::move(lock), std::move(damage), std::move(writer),
      std::move(checkpoints), std::move(readers), options));
}

}  // namespace twinaid::store
