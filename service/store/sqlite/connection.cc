// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/connection.h"

#include <sqlite3.h>

#include <cerrno>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/model/common_errors.h"
#include "service/model/status_macros.h"
#include "service/store/sqlite/row_hash.h"
#include "service/store/sqlite/sqlite_errors.h"

namespace twinaid::store {
namespace {

constexpr int kBusyMillis = 5000;
constexpr int kPrimary = 0xff;

// A disk quota or a limit of the process is no less full than a disk, though
// SQLite takes it for a broken one. `file` says which one was written to:
// SQLITE_FCNTL_JOURNAL_POINTER (the log) or FILE_POINTER.
int WithFullDisks(sqlite3* db, int code, int file) {
  if (code != SQLITE_IOERR_WRITE) return code;
  sqlite3_file* written = nullptr;
  int cause = 0;
  sqlite3_file_control(db, "main", file, &written);
  if (written != nullptr && written->pMethods != nullptr) {
    written->pMethods->xFileControl(written, SQLITE_FCNTL_LAST_ERRNO, &cause);
  }
  return cause == EDQUOT || cause == EFBIG || cause == ENOSPC ? SQLITE_FULL
                                                              : code;
}

// Whether the disk or the memory failed: nothing that the connection says is to
// be relied upon after it.
bool IsFailureBelow(int code) {
  switch (code & kPrimary) {
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_NOMEM:
    case SQLITE_PROTOCOL:
    case SQLITE_READONLY:
      return true;
    default:
      return false;
  }
}

const char* WordOf(Synchronous synchronous) {
  switch (synchronous) {
    case Synchronous::kOff:
      return "OFF";
    case Synchronous::kNormal:
      return "NORMAL";
    case Synchronous::kFull:
      break;
  }
  return "FULL";
}

// Bytes with a meaning in a URI are written as numbers.
std::string UriOfCopy(const std::string& path) {
  std::string uri = "file:";
  for (const char c : path) {
    if (c == '%' || c == '?' || c == '#') {
      absl::StrAppend(&uri, "%", absl::Hex(c, absl::kZeroPad2));
    } else {
      uri += c;
    }
  }
  return uri + "?immutable=1";
}

}  // namespace

Statement::Statement(Connection& connection, sqlite3_stmt* statement,
                     std::string what)
    : connection_(connection), statement_(statement), what_(std::move(what)) {}

Statement::Statement(Statement&& other) noexcept
    : connection_(other.connection_),
      statement_(std::exchange(other.statement_, nullptr)),
      what_(std::move(other.what_)),
      next_(other.next_),
      bind_code_(other.bind_code_) {}

Statement::~Statement() {
  if (statement_ == nullptr) return;
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

void Statement::Bind(std::int64_t value) {
  const int code = sqlite3_bind_int64(statement_, next_++, value);
  if (bind_code_ == SQLITE_OK) bind_code_ = code;
}

void Statement::Bind(const std::string& text) {
  const int code =
      sqlite3_bind_text64(statement_, next_++, text.data(), text.size(),
                          SQLITE_TRANSIENT, SQLITE_UTF8);
  if (bind_code_ == SQLITE_OK) bind_code_ = code;
}

void Statement::BindBlob(const std::string& bytes) {
  const int code = sqlite3_bind_blob64(statement_, next_++, bytes.data(),
                                       bytes.size(), SQLITE_TRANSIENT);
  if (bind_code_ == SQLITE_OK) bind_code_ = code;
}

void Statement::BindNull() {
  const int code = sqlite3_bind_null(statement_, next_++);
  if (bind_code_ == SQLITE_OK) bind_code_ = code;
}

absl::StatusOr<bool> Statement::Step() {
  if (bind_code_ != SQLITE_OK) return FromSqlite(bind_code_, what_);
  if (!connection_.lost_.ok()) return connection_.lost_;
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return connection_.Failed(sqlite3_extended_errcode(connection_.db_), what_);
}

absl::Status Statement::Run() { return Step().status(); }

bool Statement::IsNull(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Statement::Int(int column) const {
  return sqlite3_column_int64(statement_, column);
}

std::string Statement::Text(int column) const {
  const void* bytes = sqlite3_column_blob(statement_, column);
  const int size = sqlite3_column_bytes(statement_, column);
  return bytes == nullptr ? std::string()
                          : std::string(static_cast<const char*>(bytes),
                                        static_cast<std::size_t>(size));
}

void Connection::Interrupt() { sqlite3_interrupt(db_); }

absl::StatusOr<std::unique_ptr<Connection>> Connection::Open(
    const std::string& path, Mode mode, const SqliteTuning& tuning,
    Damage* damage) {
  const int flags =
      SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
      (mode == Mode::kReadWrite ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                : SQLITE_OPEN_READONLY) |
      (mode == Mode::kCopy ? SQLITE_OPEN_URI : 0);
  const std::string name = mode == Mode::kCopy ? UriOfCopy(path) : path;
  // SQLite counts memory under a lock that all connections share; nobody reads
  // the count. No more than a refusal where SQLite is in use already.
  [[maybe_unused]] static const int uncounted =
      sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  sqlite3* db = nullptr;
  const int code =
      sqlite3_open_v2(name.c_str(), &db, flags,
                      tuning.vfs.empty() ? nullptr : tuning.vfs.c_str());
  std::unique_ptr<Connection> connection(new Connection(db, tuning, damage));
  if (code != SQLITE_OK) return FromSqlite(code, path);
  sqlite3_busy_timeout(db, kBusyMillis);
  TWINAID_RETURN_IF_ERROR(connection->SetUp(mode, tuning));
  return connection;
}

absl::Status Connection::SetUp(Mode mode, const SqliteTuning& tuning) {
  TWINAID_RETURN_IF_ERROR(AddRowHashFunction(db_));
  // The writer checkpoints by itself and looks at what comes of it; readers
  // never do.
  TWINAID_RETURN_IF_ERROR(Execute("PRAGMA wal_autocheckpoint=0"));
  if (mode != Mode::kReadWrite) return Execute("PRAGMA query_only=ON");
  TWINAID_RETURN_IF_ERROR(KeepALog());
  sqlite3_wal_hook(
      db_,
      [](void* self, sqlite3*, const char*, int pages) {
        static_cast<Connection*>(self)->log_pages_ = pages;
        return SQLITE_OK;
      },
      this);
  // What a savepoint would undo is kept in memory: it is of no use to whoever
  // opens the file after a crash.
  TWINAID_RETURN_IF_ERROR(
      Execute(absl::StrCat("PRAGMA temp_store=MEMORY; PRAGMA cache_size=-",
                           tuning.writer_cache_kib)));
  if (tuning.max_pages > 0) {
    TWINAID_RETURN_IF_ERROR(
        Execute(absl::StrCat("PRAGMA max_page_count=", tuning.max_pages)));
  }
  return Execute(absl::StrCat("PRAGMA synchronous=", WordOf(tuning.synchronous),
                              "; PRAGMA foreign_keys=ON"));
}

Connection::~Connection() {
  for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
  sqlite3_close(db_);
}

absl::StatusOr<Statement> Connection::Prepare(const std::string& sql,
                                              absl::string_view what) {
  sqlite3_stmt*& statement = statements_[sql];
  if (statement == nullptr) {
    const int code =
        sqlite3_prepare_v3(db_, sql.c_str(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK) return Failed(code, what);
  }
  return Statement(*this, statement, std::string(what));
}

absl::Status Connection::Execute(const std::string& sql) {
  if (!lost_.ok()) return lost_;
  const int code = sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr);
  return Failed(code, "the database");
}

absl::Status Connection::Repeat(const std::string& sql) {
  if (!lost_.ok()) return lost_;
  TWINAID_ASSIGN_OR_RETURN(Statement statement, Prepare(sql, "the database"));
  return statement.Run();
}

absl::Status Connection::KeepALog() {
  // Where it cannot be had, the pragma tells another mode and no error.
  TWINAID_ASSIGN_OR_RETURN(Statement journal,
                           Prepare("PRAGMA journal_mode=WAL", "the database"));
  TWINAID_RETURN_IF_ERROR(journal.Step().status());
  const std::string mode = journal.Text(0);
  if (mode == "wal") return absl::OkStatus();
  return model::StoreUnavailable(
      absl::StrCat("it has no write-ahead log but the journal mode ", mode));
}

absl::Status Connection::Failed(int code, absl::string_view what) {
  code = WithFullDisks(db_, code, SQLITE_FCNTL_JOURNAL_POINTER);
  absl::Status status = FromSqlite(code, what);
  // Without room or memory SQLite undoes one statement, or gives up all of it.
  const bool given_up =
      (code & kPrimary) == SQLITE_FULL && sqlite3_get_autocommit(db_) != 0;
  if (IsFailureBelow(code) || given_up) lost_ = status;
  return Damaged(std::move(status));
}

absl::Status Connection::Damaged(absl::Status status) {
  if (damage_ != nullptr) damage_->Report(status);
  if (absl::IsDataLoss(status)) lost_ = status;
  return status;
}

void Connection::Rollback() {
  // It fails where SQLite has rolled back already.
  sqlite3_exec(db_, "ROLLBACK", nullptr, nullptr, nullptr);
  lost_ = absl::OkStatus();
}

absl::StatusOr<int> Connection::Checkpoint() {
  int brought_in = 0;
  int code = sqlite3_wal_checkpoint_v2(db_, nullptr, SQLITE_CHECKPOINT_PASSIVE,
                                       nullptr, &brought_in);
  code = WithFullDisks(db_, code, SQLITE_FCNTL_FILE_POINTER);
  const bool put_off = (code & kPrimary) == SQLITE_BUSY ||
                       (code & kPrimary) == SQLITE_LOCKED ||
                       (code & kPrimary) == SQLITE_FULL;
  if (put_off) return 0;
  TWINAID_RETURN_IF_ERROR(Damaged(FromSqlite(code, "the checkpoint")));
  return brought_in;
}

std::int64_t Connection::changes() const { return sqlite3_changes64(db_); }

}  // namespace twinaid::store
