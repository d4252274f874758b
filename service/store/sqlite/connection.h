// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A connection and its prepared statements.
#ifndef TWINAID_SERVICE_STORE_SQLITE_CONNECTION_H_
#define TWINAID_SERVICE_STORE_SQLITE_CONNECTION_H_

#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

struct sqlite3;
struct sqlite3_stmt;

namespace twinaid::store {

class Connection;

// A statement in use; reset when it goes. Parameters count from 1, columns from
// 0. Not thread-safe.
class Statement {
 public:
  ~Statement();
  Statement(Statement&& other) noexcept;
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  Statement& operator=(Statement&&) = delete;

  // Bound in order, one after the other.
  void Bind(std::int64_t value);
  void Bind(const std::string& text);  // copied
  void BindBlob(const std::string& bytes);
  void BindNull();

  // True while there is a row. Errors as FromSqlite.
  absl::StatusOr<bool> Step();
  // For a statement that gives no rows.
  absl::Status Run();

  bool IsNull(int column) const;
  std::int64_t Int(int column) const;
  std::string Text(int column) const;  // also a blob

 private:
  friend class Connection;
  Statement(sqlite3_stmt* statement, std::string what);
  sqlite3_stmt* statement_;
  std::string what_;  // for errors
  int next_ = 1;
  int bind_code_ = 0;  // the first that failed
};

// Used by one thread at a time.
class Connection {
 public:
  enum class Mode { kReadWrite, kReadOnly };
  static absl::StatusOr<std::unique_ptr<Connection>> Open(
      const std::string& path, Mode mode);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // The statement of the text, prepared once and kept. One use of the same text
  // at a time. `what` is told in errors.
  absl::StatusOr<Statement> Prepare(const std::string& sql,
                                    absl::string_view what);
  // One or more statements without parameters and rows.
  absl::Status Execute(const std::string& sql);
  // Rows that the last statement changed.
  std::int64_t changes() const;

 private:
  explicit Connection(sqlite3* db) : db_(db) {}
  sqlite3* const db_;
  std::map<std::string, sqlite3_stmt*> statements_;
};

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_CONNECTION_H_
