// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/connection.h"

#include <sqlite3.h>

#include <utility>

#include "service/model/status_macros.h"
#include "service/store/sqlite/sqlite_errors.h"

namespace twinaid::store {
namespace {

constexpr int kBusyMillis = 5000;

}  // namespace

Statement::Statement(sqlite3_stmt* statement, std::string what)
    : statement_(statement), what_(std::move(what)) {}

Statement::Statement(Statement&& other) noexcept
    : statement_(std::exchange(other.statement_, nullptr)),
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
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return FromSqlite(sqlite3_extended_errcode(sqlite3_db_handle(statement_)),
                    what_);
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

absl::StatusOr<std::unique_ptr<Connection>> Connection::Open(
    const std::string& path, Mode mode) {
  const int flags =
      SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
      (mode == Mode::kReadOnly ? SQLITE_OPEN_READONLY
                               : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  sqlite3* db = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &db, flags, nullptr);
  std::unique_ptr<Connection> connection(new Connection(db));
  if (code != SQLITE_OK) return FromSqlite(code, path);
  sqlite3_busy_timeout(db, kBusyMillis);
  // FULL: a commit is on the disk when it returns. Readers never checkpoint.
  const char* settings =
      mode == Mode::kReadOnly
          ? "PRAGMA wal_autocheckpoint=0; PRAGMA query_only=ON;"
          : "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
            "PRAGMA foreign_keys=ON;";
  TWINAID_RETURN_IF_ERROR(connection->Execute(settings));
  return connection;
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
    if (code != SQLITE_OK) return FromSqlite(code, what);
  }
  return Statement(statement, std::string(what));
}

absl::Status Connection::Execute(const std::string& sql) {
  const int code = sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr);
  return FromSqlite(code, "the database");
}

std::int64_t Connection::changes() const { return sqlite3_changes64(db_); }

}  // namespace twinaid::store
