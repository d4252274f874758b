// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/gap_check.h"

#include <functional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "service/model/common_errors.h"
#include "service/model/status_macros.h"

namespace twinaid::store {
namespace {

// The row next to a key, on the side that `sign` ("<", ">") and `order` say.
std::string Next(const std::string& table, const std::string& fits,
                 const std::vector<std::string>& columns, const char* sign,
                 const char* order) {
  const std::vector<std::string> marks(columns.size(), "?");
  return absl::StrCat("SELECT ", fits, " FROM ", table, " WHERE (",
                      absl::StrJoin(columns, ", "), ") ", sign, " (",
                      absl::StrJoin(marks, ", "), ") ORDER BY ",
                      absl::StrJoin(columns, absl::StrCat(order, ", ")), order,
                      " LIMIT 1");
}

}  // namespace

GapCheck::GapCheck(std::string table, const std::string& fits,
                   const std::vector<std::string>& columns)
    : table_(std::move(table)),
      before_(Next(table_, fits, columns, "<", " DESC")),
      after_(Next(table_, fits, columns, ">", "")) {}

absl::Status GapCheck::Look(Connection& connection,
                            const std::vector<std::string>& key) const {
  if (!connection.checks_rows()) return absl::OkStatus();
  for (const std::string& sql : {std::cref(before_), std::cref(after_)}) {
    TWINAID_ASSIGN_OR_RETURN(Statement statement,
                             connection.Prepare(sql, table_));
    for (const std::string& part : key) statement.Bind(part);
    TWINAID_ASSIGN_OR_RETURN(const bool any, statement.Step());
    if (any && statement.Int(0) != 1) {
      return connection.Damaged(model::RowDamaged(
          table_, absl::StrCat(absl::StrJoin(key, " "), " or beside it")));
    }
  }
  return absl::OkStatus();
}

}  // namespace twinaid::store
