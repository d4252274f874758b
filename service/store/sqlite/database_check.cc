// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/database_check.h"

#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "service/model/common_errors.h"
#include "service/model/event.h"
#include "service/model/status_macros.h"
#include "service/store/sqlite/event_table.h"
#include "service/store/sqlite/lookup_check.h"
#include "service/store/sqlite/migrations.h"
#include "service/store/sqlite/row_hash.h"
#include "service/store/sqlite/table_shapes.h"

namespace twinaid::store {
namespace {

constexpr int kRowsAStep = 1000;

absl::Status Finding(Connection& connection, absl::string_view what) {
  return connection.Damaged(model::StoreDamaged(what));
}

// Whether a finding is that a page could not be read at all: an I/O error, not
// what the page holds.
bool IsUnread(absl::string_view said) {
  constexpr absl::string_view kUnread = "unable to get the page. error code=";
  constexpr int kPrimary = 0xff;
  constexpr int kCorrupt = 11;
  const auto at = said.find(kUnread);
  if (at == absl::string_view::npos) return false;
  said.remove_prefix(at + kUnread.size());
  int code = 0;
  const std::string number(
      said.substr(0, said.find_first_not_of("0123456789")));
  return absl::SimpleAtoi(number, &code) && (code & kPrimary) != kCorrupt;
}

// A check of SQLite's says "ok", or one finding a row.
absl::Status CheckPages(Connection& connection, const std::string& pragma,
                        const std::string& what) {
  TWINAID_ASSIGN_OR_RETURN(Statement statement,
                           connection.Prepare("PRAGMA " + pragma, what));
  TWINAID_ASSIGN_OR_RETURN(const bool any, statement.Step());
  const std::string said = any ? statement.Text(0) : "nothing was said";
  if (said == "ok") return absl::OkStatus();
  const std::string line = absl::StrReplaceAll(said, {{"\n", " "}});
  return IsUnread(said)
             ? model::StoreUnavailable(absl::StrCat(what, ": ", line))
             : Finding(connection, absl::StrCat(what, ": ", line));
}

absl::Status CheckReferences(Connection& connection, const std::string& table) {
  TWINAID_ASSIGN_OR_RETURN(
      Statement statement,
      connection.Prepare(
          absl::StrCat("PRAGMA foreign_key_check('", table, "')"), table));
  TWINAID_ASSIGN_OR_RETURN(const bool any, statement.Step());
  if (!any) return absl::OkStatus();
  return Finding(connection,
                 absl::StrCat("table ", table, " refers to a row of ",
                              statement.Text(2), " that is not there"));
}

// The hashes of the rows after `last`, at most kRowsAStep; `last` becomes the
// key of the last of them. Returns how many.
absl::StatusOr<int> CheckSomeRows(Connection& connection,
                                  const TableShape& table,
                                  std::vector<std::string>& last) {
  const std::string key = absl::StrJoin(table.key, ", ");
  const std::vector<std::string> marks(table.key.size(), "?");
  const std::string after = last.empty()
                                ? ""
                                : absl::StrCat(" WHERE (", key, ") > (",
                                               absl::StrJoin(marks, ", "), ")");
  TWINAID_ASSIGN_OR_RETURN(
      Statement statement,
      connection.Prepare(absl::StrCat("SELECT ", key, ", ", kHashColumn, " = ",
                                      table.HashTerm(), " FROM ", table.name,
                                      after, " ORDER BY ", key, " LIMIT ?"),
                         table.name));
  for (const std::string& part : last) statement.Bind(part);
  statement.Bind(std::int64_t{kRowsAStep});
  const auto fits = static_cast<int>(table.key.size());
  int rows = 0;
  while (true) {
    TWINAID_ASSIGN_OR_RETURN(const bool more, statement.Step());
    if (!more) return rows;
    last.clear();
    for (int i = 0; i < fits; ++i) last.push_back(statement.Text(i));
    if (statement.Int(fits) != 1) {
      return connection.Damaged(
          model::RowDamaged(table.name, absl::StrJoin(last, " ")));
    }
    ++rows;
  }
}

// The events after the last that was checked, at most kRowsAStep. Returns how
// many.
absl::StatusOr<int> CheckSomeEvents(Connection& connection,
                                    CheckedDatabase& checked) {
  const EventTable table(connection);
  const auto after =
      checked.events == 0 ? std::nullopt : std::optional(checked.last_seq);
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Event> events,
                           table.List(EventQuery{}, after, kRowsAStep));
  for (const model::Event& event : events) {
    const std::string head =
        checked.events == 0 ? std::string(64, '0') : checked.last_hash;
    // Where the store does not check each row, this still does.
    if (event.seq != checked.last_seq + 1 || event.prev_hash != head ||
        event.hash != model::HashOf(event)) {
      return Finding(connection,
                     absl::StrCat("event ", event.seq,
                                  " does not follow the event before it"));
    }
    TWINAID_RETURN_IF_ERROR(CheckPlacesOf(connection, event));
    ++checked.events;
    checked.last_seq = event.seq;
    checked.last_hash = event.hash;
  }
  return static_cast<int>(events.size());
}

// A transaction of its own around some reading.
template <typename Body>
auto InSnapshot(Connection& connection, Body body) -> decltype(body()) {
  TWINAID_RETURN_IF_ERROR(connection.Execute("BEGIN"));
  auto result = body();
  if (!connection.Execute("COMMIT").ok()) connection.Rollback();
  return result;
}

class Check {
 public:
  Check(Connection& connection, absl::FunctionRef<bool()> go_on)
      : connection_(connection), go_on_(go_on) {}

  absl::StatusOr<CheckedDatabase> Run() {
    TWINAID_ASSIGN_OR_RETURN(checked_.schema, SchemaOf(connection_));
    const std::int64_t known = AllMigrations().back().schema;
    if (checked_.schema > known) {
      return model::StoreTooNew(checked_.schema, known);
    }
    TWINAID_ASSIGN_OR_RETURN(const std::vector<TableShape> tables,
                             TablesOf(connection_));
    if (tables.empty() != (checked_.schema == 0)) {
      return Finding(connection_,
                     absl::StrCat("schema ", checked_.schema, " has ",
                                  tables.size(), " tables"));
    }
    for (const TableShape& table : tables) {
      TWINAID_RETURN_IF_ERROR(CheckTable(table));
    }
    if (tables.empty()) return checked_;
    TWINAID_RETURN_IF_ERROR(CheckLedger());
    TWINAID_RETURN_IF_ERROR(Rest());
    TWINAID_RETURN_IF_ERROR(
        InSnapshot(connection_, [&] { return CheckEventPlaces(connection_); }));
    if (checked_.schema == known) {
      TWINAID_RETURN_IF_ERROR(Rest());
      TWINAID_RETURN_IF_ERROR(
          InSnapshot(connection_, [&] { return CheckRefs(connection_); }));
    }
    TWINAID_RETURN_IF_ERROR(Rest());
    TWINAID_RETURN_IF_ERROR(
        CheckPages(connection_, "quick_check(1)", "the free pages"));
    return checked_;
  }

 private:
  // Between two steps.
  absl::Status Rest() {
    if (go_on_()) return absl::OkStatus();
    return absl::CancelledError("the check was ended");
  }

  absl::Status CheckTable(const TableShape& table) {
    TWINAID_RETURN_IF_ERROR(Rest());
    TWINAID_RETURN_IF_ERROR(CheckPages(
        connection_, absl::StrCat("integrity_check('", table.name, "')"),
        absl::StrCat("table ", table.name)));
    TWINAID_RETURN_IF_ERROR(Rest());
    TWINAID_RETURN_IF_ERROR(CheckReferences(connection_, table.name));
    if (!table.has_row_hash) return absl::OkStatus();
    std::vector<std::string> last;
    while (true) {
      TWINAID_RETURN_IF_ERROR(Rest());
      TWINAID_ASSIGN_OR_RETURN(const int rows,
                               CheckSomeRows(connection_, table, last));
      checked_.rows += rows;
      if (rows < kRowsAStep) return absl::OkStatus();
    }
  }

  absl::Status CheckLedger() {
    while (true) {
      TWINAID_RETURN_IF_ERROR(Rest());
      TWINAID_ASSIGN_OR_RETURN(const int events, InSnapshot(connection_, [&] {
                                 return CheckSomeEvents(connection_, checked_);
                               }));
      if (events < kRowsAStep) return absl::OkStatus();
    }
  }

  Connection& connection_;
  const absl::FunctionRef<bool()> go_on_;
  CheckedDatabase checked_;
};

}  // namespace

absl::StatusOr<CheckedDatabase> CheckDatabase(Connection& connection,
                                              absl::FunctionRef<bool()> go_on) {
  auto checked = Check(connection, go_on).Run();
  // A finding leaves the connection as it was found.
  if (!checked.ok()) connection.Rollback();
  return checked;
}

absl::Status CheckAtStart(Connection& connection) {
  TWINAID_ASSIGN_OR_RETURN(const std::int64_t schema, SchemaOf(connection));
  TWINAID_ASSIGN_OR_RETURN(const std::vector<TableShape> tables,
                           TablesOf(connection));
  if (tables.empty() != (schema == 0)) {
    return Finding(connection, absl::StrCat("schema ", schema, " has ",
                                            tables.size(), " tables"));
  }
  // Of a newer one nothing is known; who opens it says so.
  if (schema == 0 || schema > AllMigrations().back().schema) {
    return absl::OkStatus();
  }
  const EventTable events(connection);
  TWINAID_ASSIGN_OR_RETURN(const std::optional<model::Event> last,
                           events.Last());
  if (!last || last->seq == 1) return absl::OkStatus();
  TWINAID_ASSIGN_OR_RETURN(const std::optional<model::Event> before,
                           events.Find(last->seq - 1));
  if (before && before->hash == last->prev_hash) return absl::OkStatus();
  return Finding(connection, absl::StrCat("event ", last->seq,
                                          " does not follow the event before "
                                          "it"));
}

}  // namespace twinaid::store
