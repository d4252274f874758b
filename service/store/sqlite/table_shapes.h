// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The tables of a database as it describes itself, whatever its schema.
#ifndef TWINAID_SERVICE_STORE_SQLITE_TABLE_SHAPES_H_
#define TWINAID_SERVICE_STORE_SQLITE_TABLE_SHAPES_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "service/store/sqlite/connection.h"

namespace twinaid::store {

struct TableShape {
  std::string name;
  std::vector<std::string> key;      // columns of the primary key, in its order
  std::vector<std::string> columns;  // all but the hash
  bool has_row_hash = false;

  // The SQL term of the hash that a row should have (see row_hash.h).
  std::string HashTerm() const;
};

// Every table that is ours, by name. Errors as Statement::Step.
absl::StatusOr<std::vector<TableShape>> TablesOf(Connection& connection);

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_TABLE_SHAPES_H_
