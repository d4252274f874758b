// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/database_copy.h"

#include <sqlite3.h>

#include <cerrno>
#include <memory>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/model/backup_errors.h"
#include "service/model/common_errors.h"
#include "service/model/status_macros.h"
#include "service/store/sqlite/event_table.h"
#include "service/store/sqlite/migrations.h"
#include "service/store/sqlite/sqlite_errors.h"

namespace twinaid::store {
namespace {

constexpr int kPagesAStep = 256;
constexpr int kPrimary = 0xff;

// What the files say of a copy at `path`.
absl::Status OfCopy(const absl::Status& status, const std::string& path) {
  switch (status.code()) {
    case absl::StatusCode::kOk:
      return status;
    case absl::StatusCode::kAlreadyExists:
      return model::BackupAlreadyExists(path);
    case absl::StatusCode::kResourceExhausted:
      return model::BackupFull(path);
    default:
      return model::BackupUnwritable(path, status.message());
  }
}

struct CloseDatabase {
  void operator()(sqlite3* db) const { sqlite3_close(db); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;

bool IsOfTheSource(int code) {
  return code == SQLITE_IOERR_READ || code == SQLITE_IOERR_SHORT_READ ||
         (code & kPrimary) == SQLITE_CORRUPT ||
         (code & kPrimary) == SQLITE_NOTADB ||
         (code & kPrimary) == SQLITE_BUSY || (code & kPrimary) == SQLITE_LOCKED;
}

absl::Status OfStep(Connection& source, sqlite3* to, int code,
                    const std::string& path) {
  if (IsOfTheSource(code)) return source.Damaged(FromSqlite(code, "the copy"));
  const int cause = sqlite3_system_errno(to);
  const bool full = (code & kPrimary) == SQLITE_FULL || cause == EDQUOT ||
                    cause == EFBIG || cause == ENOSPC;
  if (full) return model::BackupFull(path);
  return model::BackupUnwritable(path, sqlite3_errstr(code));
}

// All pages of the source's transaction into the empty file `draft`.
absl::Status CopyPages(Connection& source, const std::string& draft,
                       const SqliteTuning& tuning, const std::string& path,
                       absl::FunctionRef<bool()> go_on) {
  sqlite3* opened = nullptr;
  int code = sqlite3_open_v2(
      draft.c_str(), &opened,
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
      tuning.vfs.empty() ? nullptr : tuning.vfs.c_str());
  const Database to(opened);
  // It is synced as a whole, and is a draft until then.
  if (code == SQLITE_OK) {
    code = sqlite3_exec(to.get(),
                        "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF",
                        nullptr, nullptr, nullptr);
  }
  if (code != SQLITE_OK) return OfStep(source, to.get(), code, path);
  sqlite3_backup* backup =
      sqlite3_backup_init(to.get(), "main", source.handle(), "main");
  if (backup == nullptr) {
    return OfStep(source, to.get(), sqlite3_extended_errcode(to.get()), path);
  }
  do {
    code = sqlite3_backup_step(backup, kPagesAStep);
  } while (code == SQLITE_OK && go_on());
  sqlite3_backup_finish(backup);
  if (code == SQLITE_DONE) return absl::OkStatus();
  if (code == SQLITE_OK) return model::BackupStopped();
  return OfStep(source, to.get(), code, path);
}

// In the source's transaction.
absl::StatusOr<Moment> MomentOf(Connection& source) {
  Moment moment;
  TWINAID_ASSIGN_OR_RETURN(moment.schema, SchemaOf(source));
  if (moment.schema == 0) return moment;
  TWINAID_ASSIGN_OR_RETURN(const std::optional<model::Event> last,
                           EventTable(source).Last());
  if (last) {
    moment.last_seq = last->seq;
    moment.last_hash = last->hash;
  }
  return moment;
}

// From a draft that is written to a file that has its name.
absl::StatusOr<Backup> Finish(Connection& source, const SqliteTuning& tuning,
                              const Moment& moment, const std::string& draft,
                              const std::string& path,
                              absl::FunctionRef<bool()> go_on) {
  const Files& files = FilesOf(tuning);
  const auto checked = CheckCopy(draft, tuning, go_on);
  if (absl::IsCancelled(checked.status())) return model::BackupStopped();
  if (!checked.ok()) {
    // Either the source is so, or the copy became so on its way.
    TWINAID_RETURN_IF_ERROR(
        CheckDatabase(source, [] { return true; }).status());
    return model::BackupUnwritable(
        path, absl::StrCat("what was written is read otherwise: ",
                           checked.status().message()));
  }
  if (checked->schema != moment.schema ||
      checked->last_seq != moment.last_seq ||
      checked->last_hash != moment.last_hash) {
    return model::BackupUnwritable(path, "the copy holds another ledger");
  }
  const auto bytes = files.Size(draft);
  absl::Status status = bytes.status();
  if (status.ok()) status = files.Sync(draft);
  if (status.ok()) status = files.Rename(draft, path);
  if (status.ok()) status = files.SyncFolder(FolderOf(path));
  TWINAID_RETURN_IF_ERROR(OfCopy(status, path));
  return Backup{path, *bytes, moment.schema, moment.last_seq, moment.last_hash};
}

absl::StatusOr<Backup> Copy(Connection& source, const SqliteTuning& tuning,
                            absl::FunctionRef<std::string(const Moment&)> name,
                            absl::FunctionRef<bool()> go_on) {
  const Files& files = FilesOf(tuning);
  TWINAID_RETURN_IF_ERROR(source.Execute("BEGIN"));
  TWINAID_ASSIGN_OR_RETURN(const Moment moment, MomentOf(source));
  const std::string path = name(moment);
  const std::string draft = path + ".draft";
  const auto exists = files.Exists(path);
  if (!exists.ok()) return OfCopy(exists.status(), path);
  if (*exists) return model::BackupAlreadyExists(path);
  TWINAID_RETURN_IF_ERROR(OfCopy(files.Remove(draft), path));
  TWINAID_RETURN_IF_ERROR(OfCopy(files.Create(draft), path));
  absl::Status copied = CopyPages(source, draft, tuning, path, go_on);
  if (copied.ok()) {
    // What is checked and synced needs no snapshot any more.
    if (!source.Execute("COMMIT").ok()) source.Rollback();
    auto backup = Finish(source, tuning, moment, draft, path, go_on);
    if (backup.ok()) return backup;
    copied = backup.status();
  }
  // Its own error is what counts.
  files.Remove(draft).IgnoreError();
  return copied;
}

}  // namespace

const Files& FilesOf(const SqliteTuning& tuning) {
  return tuning.files == nullptr ? SystemFiles() : *tuning.files;
}

absl::StatusOr<Backup> CopyDatabase(
    Connection& source, const SqliteTuning& tuning,
    absl::FunctionRef<std::string(const Moment&)> name,
    absl::FunctionRef<bool()> go_on) {
  auto backup = Copy(source, tuning, name, go_on);
  if (!backup.ok()) source.Rollback();
  return backup;
}

namespace {

// SQLite takes what is missing of the last page for zeros.
absl::Status CheckSizeOf(Connection& copy, const std::string& path,
                         const SqliteTuning& tuning) {
  TWINAID_ASSIGN_OR_RETURN(const std::int64_t bytes,
                           FilesOf(tuning).Size(path));
  TWINAID_ASSIGN_OR_RETURN(
      Statement statement,
      copy.Prepare("SELECT page_size * page_count FROM pragma_page_size, "
                   "pragma_page_count",
                   "the pages"));
  TWINAID_RETURN_IF_ERROR(statement.Step().status());
  if (statement.Int(0) == bytes) return absl::OkStatus();
  return model::StoreDamaged(
      absl::StrCat("it has ", bytes, " bytes instead of ", statement.Int(0)));
}

}  // namespace

absl::StatusOr<CheckedDatabase> CheckCopy(const std::string& path,
                                          const SqliteTuning& tuning,
                                          absl::FunctionRef<bool()> go_on) {
  TWINAID_ASSIGN_OR_RETURN(
      const std::unique_ptr<Connection> connection,
      Connection::Open(path, Connection::Mode::kCopy, tuning));
  TWINAID_RETURN_IF_ERROR(CheckSizeOf(*connection, path, tuning));
  return CheckDatabase(*connection, go_on);
}

}  // namespace twinaid::store
