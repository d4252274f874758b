// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/table_shapes.h"

#include <cstdint>
#include <map>
#include <utility>

#include "service/model/status_macros.h"
#include "service/store/sqlite/row_hash.h"

namespace twinaid::store {
namespace {

// Columns in their order in the table; `pk` counts those of the key from 1.
constexpr char kColumns[] =
    "SELECT t.name, c.name, c.pk FROM sqlite_schema AS t, "
    "pragma_table_info(t.name) AS c WHERE t.type = 'table' AND t.name NOT LIKE "
    "'sqlite%' ORDER BY t.name, c.cid";

}  // namespace

std::string TableShape::HashTerm() const {
  std::map<std::string, std::string> terms;
  for (const std::string& column : columns) terms[column] = column;
  return RowHashTerm(name, terms);
}

absl::StatusOr<std::vector<TableShape>> TablesOf(Connection& connection) {
  TWINAID_ASSIGN_OR_RETURN(Statement statement,
                           connection.Prepare(kColumns, "the schema"));
  std::vector<TableShape> tables;
  std::map<std::int64_t, std::string> key;
  while (true) {
    TWINAID_ASSIGN_OR_RETURN(const bool more, statement.Step());
    const std::string name = more ? statement.Text(0) : "";
    if (!tables.empty() && tables.back().name != name) {
      for (auto& [place, column] : std::exchange(key, {})) {
        tables.back().key.push_back(column);
      }
    }
    if (!more) return tables;
    if (tables.empty() || tables.back().name != name) {
      tables.push_back({name, {}, {}, false});
    }
    const std::string column = statement.Text(1);
    if (statement.Int(2) > 0) key[statement.Int(2)] = column;
    if (column == kHashColumn) {
      tables.back().has_row_hash = true;
    } else {
      tables.back().columns.push_back(column);
    }
  }
}

}  // namespace twinaid::store
