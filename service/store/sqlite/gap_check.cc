// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/gap_check.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "service/model/common_errors.h"
#include "service/model/status_macros.h"

namespace twinaid::store {

absl::Status CheckBesideGap(Connection& connection, const std::string& table,
                            const std::string& fits,
                            const std::vector<std::string>& columns,
                            const std::vector<std::string>& key) {
  if (!connection.checks_rows()) return absl::OkStatus();
  const std::vector<std::string> marks(columns.size(), "?");
  for (const bool before : {true, false}) {
    const char* order = before ? " DESC" : "";
    TWINAID_ASSIGN_OR_RETURN(
        Statement statement,
        connection.Prepare(
            absl::StrCat("SELECT ", fits, " FROM ", table, " WHERE (",
                         absl::StrJoin(columns, ", "),
                         before ? ") < (" : ") > (", absl::StrJoin(marks, ", "),
                         ") ORDER BY ",
                         absl::StrJoin(columns, absl::StrCat(order, ", ")),
                         order, " LIMIT 1"),
            table));
    for (const std::string& part : key) statement.Bind(part);
    TWINAID_ASSIGN_OR_RETURN(const bool any, statement.Step());
    if (any && statement.Int(0) != 1) {
      return connection.Damaged(model::RowDamaged(
          table, absl::StrCat(absl::StrJoin(key, " "), " or beside it")));
    }
  }
  return absl::OkStatus();
}

}  // namespace twinaid::store
