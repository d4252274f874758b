// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A connection and its prepared statements.
#ifndef TWINAID_SERVICE_STORE_SQLITE_CONNECTION_H_
#define TWINAID_SERVICE_STORE_SQLITE_CONNECTION_H_

#include <cstdint>
#include <memory>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "service/store/sqlite/damage.h"
#include "service/store/sqlite/sqlite_tuning.h"

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
  Statement(Connection& connection, sqlite3_stmt* statement, std::string what);
  Connection& connection_;
  sqlite3_stmt* statement_;
  std::string what_;  // for errors
  int next_ = 1;
  int bind_code_ = 0;  // the first that failed
};

// Used by one thread at a time.
//
// A transaction is lost with the first I/O error or damaged row in it, and
// wherever SQLite gives it up (no room, no memory). From then on every
// statement is refused with what lost it, until Rollback(): whoever overlooks
// an error writes nothing outside of the transaction he thinks he is in.
class Connection {
 public:
  // kCopy: a file that nobody writes and that has no log beside it.
  enum class Mode { kReadWrite, kReadOnly, kCopy };
  // UNAVAILABLE; DATA_LOSS. For writing, UNAVAILABLE too where the file cannot
  // have a write-ahead log. Whatever is found to be damaged is reported to
  // `damage`, if there is one; it outlives the connection.
  static absl::StatusOr<std::unique_ptr<Connection>> Open(
      const std::string& path, Mode mode, const SqliteTuning& tuning = {},
      Damage* damage = nullptr);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // The statement of the text, prepared once and kept. One use of the same text
  // at a time. `what` is told in errors.
  absl::StatusOr<Statement> Prepare(const std::string& sql,
                                    absl::string_view what);
  // One or more statements without parameters and rows.
  absl::Status Execute(const std::string& sql);
  // One such statement, prepared once and kept: what each transaction needs.
  absl::Status Repeat(const std::string& sql);
  // Ends the transaction, if there still is one, and keeps nothing of it.
  void Rollback();
  // What lost the transaction; OK: nothing did.
  const absl::Status& lost() const { return lost_; }

  // Pages in the write-ahead log after the last commit of this connection.
  int log_pages() const { return log_pages_; }
  // Brings the log into the database as far as no reader needs it as it is.
  // Returns its pages that are in there now; 0 where somebody else or a full
  // disk puts it off: the log has all of it.
  absl::StatusOr<int> Checkpoint();

  // Whether rows are checked by their hash; see SqliteTuning.
  bool checks_rows() const { return checks_rows_; }
  // For a row that was read and is not what was written: the transaction is
  // lost with it. Returns `status`.
  absl::Status Damaged(absl::Status status);

  // Breaks off what runs; it ends with UNAVAILABLE. By any thread.
  void Interrupt();
  // For what needs SQLite's own calls.
  sqlite3* handle() const { return db_; }

  // Rows that the last statement changed.
  std::int64_t changes() const;

 private:
  friend class Statement;
  Connection(sqlite3* db, const SqliteTuning& tuning, Damage* damage)
      : db_(db), checks_rows_(tuning.check_rows), damage_(damage) {}
  absl::Status SetUp(Mode mode, const SqliteTuning& tuning);
  absl::Status KeepALog();
  // The error of a code, and whether the transaction is lost with it.
  absl::Status Failed(int code, absl::string_view what);

  sqlite3* const db_;
  const bool checks_rows_;
  Damage* const damage_;
  int log_pages_ = 0;
  absl::Status lost_;
  absl::flat_hash_map<std::string, sqlite3_stmt*> statements_;
};

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_CONNECTION_H_
