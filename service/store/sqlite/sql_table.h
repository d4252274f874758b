// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// One table of the store over one table of SQLite.
#ifndef TWINAID_SERVICE_STORE_SQLITE_SQL_TABLE_H_
#define TWINAID_SERVICE_STORE_SQLITE_SQL_TABLE_H_

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "service/model/common_errors.h"
#include "service/model/names.h"
#include "service/model/status_macros.h"
#include "service/store/sqlite/columns.h"
#include "service/store/sqlite/connection.h"
#include "service/store/sqlite/gap_check.h"
#include "service/store/sqlite/keys.h"
#include "service/store/sqlite/row_hash.h"
#include "service/store/sqlite/tables.h"
#include "service/store/sqlite/where.h"
#include "service/store/store.h"

namespace twinaid::store {

// T is what tables.h says of the row: kTable, kKey, Visit, Filter, kUsers.
//
// The one place that writes rows gives each its hash, and every row that is
// read is checked by it: one that does not fit is not served.
// DATA_LOSS (ROW_DAMAGED), which the connection reports.
template <typename R>
class SqlTable final : public Table<R> {
 public:
  using T = TableOf<R>;
  using Key = typename R::Key;

  explicit SqlTable(Connection& connection) : connection_(connection) {}

  absl::StatusOr<std::optional<R>> Find(const Key& key) const override {
    // By whether rows are checked.
    static const auto& sql = *new std::array<std::string, 2>{
        absl::StrCat(Select(false), " WHERE ", KeyIs()),
        absl::StrCat(Select(true), " WHERE ", KeyIs())};
    TWINAID_ASSIGN_OR_RETURN(
        Statement statement,
        connection_.Prepare(sql[connection_.checks_rows() ? 1 : 0], T::kTable));
    BindKey(statement, key);
    TWINAID_ASSIGN_OR_RETURN(const bool found, statement.Step());
    if (!found) {
      static const auto& gap = *new GapCheck(
          T::kTable, Fits(), {std::begin(T::kKey), std::end(T::kKey)});
      TWINAID_RETURN_IF_ERROR(gap.Look(connection_, KeyTexts(key)));
      return std::optional<R>();
    }
    TWINAID_ASSIGN_OR_RETURN(R row, ReadRow(statement));
    return std::optional<R>(std::move(row));
  }

  absl::StatusOr<std::vector<R>> List(const QueryOf<R>& query,
                                      const std::optional<Key>& after,
                                      int limit) const override {
    Where where;
    T::Filter(query, where);
    if (after) {
      where.Add(absl::StrCat("(", absl::StrJoin(T::kKey, ", "), ") > (",
                             Marks(std::size(T::kKey)), ")"),
                KeyTexts(*after));
    }
    TWINAID_ASSIGN_OR_RETURN(
        Statement statement,
        connection_.Prepare(
            absl::StrCat(Select(connection_.checks_rows()), where.sql(),
                         " ORDER BY ", absl::StrJoin(T::kKey, ", "),
                         " LIMIT ?"),
            T::kTable));
    where.Bind(statement);
    statement.Bind(limit == 0 ? std::int64_t{-1} : std::int64_t{limit});
    std::vector<R> rows;
    while (true) {
      TWINAID_ASSIGN_OR_RETURN(const bool more, statement.Step());
      if (!more) return rows;
      TWINAID_ASSIGN_OR_RETURN(R row, ReadRow(statement));
      rows.push_back(std::move(row));
    }
  }

  absl::Status Insert(const R& row) override {
    static const auto& sql = *new std::string(
        absl::StrCat("INSERT INTO ", T::kTable, " (", Columns(), ", ",
                     kHashColumn, ") VALUES (", Written(), ")"));
    TWINAID_ASSIGN_OR_RETURN(Statement statement,
                             connection_.Prepare(sql, KeyText(row.key())));
    R copy = row;
    Binder binder(statement);
    T::Visit(binder, copy);
    TWINAID_RETURN_IF_ERROR(statement.Run());
    // A row that is new has no references yet: Delete takes them along.
    return AddRefs(row);
  }

  absl::Status Update(const R& row) override {
    static const auto& sql = *new std::string(
        absl::StrCat("UPDATE ", T::kTable, " SET (", Columns(), ", ",
                     kHashColumn, ") = (", Written(), ") WHERE ", KeyIs()));
    TWINAID_ASSIGN_OR_RETURN(Statement statement,
                             connection_.Prepare(sql, KeyText(row.key())));
    R copy = row;
    Binder binder(statement);
    T::Visit(binder, copy);
    BindKey(statement, row.key());
    TWINAID_RETURN_IF_ERROR(statement.Run());
    if (connection_.changes() == 0) return Missing(row.key());
    TWINAID_RETURN_IF_ERROR(DeleteRefs(KeyText(row.key())));
    return AddRefs(row);
  }

  absl::Status Delete(const Key& key) override {
    TWINAID_RETURN_IF_ERROR(CheckUnused(key));
    TWINAID_ASSIGN_OR_RETURN(
        Statement statement,
        connection_.Prepare(
            absl::StrCat("DELETE FROM ", T::kTable, " WHERE ", KeyIs()),
            KeyText(key)));
    BindKey(statement, key);
    const absl::Status status = statement.Run();
    if (absl::IsFailedPrecondition(status)) {
      return model::InUse(KeyText(key), "another resource");
    }
    TWINAID_RETURN_IF_ERROR(status);
    if (connection_.changes() == 0) return Missing(key);
    return DeleteRefs(KeyText(key));
  }

 private:
  static const std::vector<std::string>& ColumnNames() {
    static const auto& names = *new std::vector<std::string>([] {
      Names visitor;
      R row;
      T::Visit(visitor, row);
      return visitor.names();
    }());
    return names;
  }
  static const std::string& Columns() {
    static const auto& text =
        *new std::string(absl::StrJoin(ColumnNames(), ", "));
    return text;
  }
  static std::string Marks(std::size_t n) {
    return absl::StrJoin(std::vector<std::string>(n, "?"), ", ");
  }
  static std::string KeyIs() {
    return absl::StrCat(absl::StrJoin(T::kKey, " = ? AND "), " = ?");
  }
  static void BindKey(Statement& statement, const Key& key) {
    for (const std::string& text : KeyTexts(key)) statement.Bind(text);
  }
  static absl::Status Missing(const Key& key) {
    return model::NotFound(T::kKind, KeyText(key));
  }
  // Whether a row fits its hash.
  static std::string Fits() {
    std::map<std::string, std::string> terms;
    for (const std::string& name : ColumnNames()) terms[name] = name;
    return absl::StrCat(kHashColumn, " = ", RowHashTerm(T::kTable, terms));
  }
  // Selects what ReadRow takes: the columns, then whether they fit their hash.
  static const std::string& Select(bool check) {
    static const auto& checked = *new std::string(
        absl::StrCat("SELECT ", Columns(), ", ", Fits(), " FROM ", T::kTable));
    static const auto& trusted = *new std::string(
        absl::StrCat("SELECT ", Columns(), ", 1 FROM ", T::kTable));
    return check ? checked : trusted;
  }
  // The parameters ?1 to ?n of a row, then the hash of them.
  static const std::string& Written() {
    static const auto& written = *new std::string([] {
      std::map<std::string, std::string> terms;
      std::vector<std::string> marks;
      for (const std::string& name : ColumnNames()) {
        marks.push_back(absl::StrCat("?", marks.size() + 1));
        terms[name] = marks.back();
      }
      return absl::StrCat(absl::StrJoin(marks, ", "), ", ",
                          RowHashTerm(T::kTable, terms));
    }());
    return written;
  }
  absl::StatusOr<R> ReadRow(const Statement& statement) const {
    R row;
    Reader reader(statement);
    T::Visit(reader, row);
    const auto fits = static_cast<int>(ColumnNames().size());
    if (statement.Int(fits) != 1) {
      return connection_.Damaged(
          model::RowDamaged(T::kTable, KeyText(row.key())));
    }
    if (!reader.ok()) {
      return connection_.Damaged(model::StoreDamaged(
          absl::StrCat("a value of ", KeyText(row.key()), " cannot be read")));
    }
    return row;
  }

  // Names who uses the row, where somebody does.
  absl::Status CheckUnused(const Key& key) {
    if constexpr (std::size(T::kUsers) > 1) {
      for (const User& user : T::kUsers) {
        if (user.table == nullptr) continue;
        TWINAID_ASSIGN_OR_RETURN(
            Statement statement,
            connection_.Prepare(
                absl::StrCat("SELECT ", user.name, " FROM ", user.table,
                             " WHERE ", user.column, " = ? LIMIT 1"),
                T::kTable));
        statement.Bind(KeyTexts(key).front());
        TWINAID_ASSIGN_OR_RETURN(const bool used, statement.Step());
        if (used) return model::InUse(KeyText(key), statement.Text(0));
      }
    }
    return absl::OkStatus();
  }

  absl::Status DeleteRefs(const std::string& owner) {
    if constexpr (T::kRefs != nullptr) {
      TWINAID_ASSIGN_OR_RETURN(
          Statement statement,
          connection_.Prepare(
              absl::StrCat("DELETE FROM ", T::kRefs, " WHERE owner = ?"),
              owner));
      statement.Bind(owner);
      return statement.Run();
    }
    return absl::OkStatus();
  }

  absl::Status AddRefs(const R& row) {
    if constexpr (T::kRefs != nullptr) {
      const std::string owner = KeyText(row.key());
      for (const std::string& target : T::RefsOf(row)) {
        TWINAID_ASSIGN_OR_RETURN(
            Statement statement,
            connection_.Prepare(absl::StrCat("INSERT OR IGNORE INTO ", T::kRefs,
                                             " (owner, target) VALUES (?, ?)"),
                                owner));
        statement.Bind(owner);
        statement.Bind(target);
        TWINAID_RETURN_IF_ERROR(statement.Run());
      }
    }
    return absl::OkStatus();
  }

  Connection& connection_;
};

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_SQL_TABLE_H_
