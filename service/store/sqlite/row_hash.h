// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The hash that a row carries over its own columns, so that a row which rotted
// on the disk is known for one. It says nothing of who wrote the row: whoever
// can write the file can write the hash, too.
#ifndef TWINAID_SERVICE_STORE_SQLITE_ROW_HASH_H_
#define TWINAID_SERVICE_STORE_SQLITE_ROW_HASH_H_

#include <map>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "service/store/sqlite/connection.h"

namespace twinaid::store {

// The column of the hash: the first 16 bytes of a SHA-256. A table that has it
// is one whose rows are checked.
inline constexpr char kHashColumn[] = "row_hash";

// What the connection calls hash_of_row(table, value, ...): a SQL function of
// the name of the table and the values, each with its type and length, so that
// no two rows render alike. Every connection of ours has it; nothing in the
// schema refers to it, so that other programs can read the file.
// UNAVAILABLE: SQLite refuses.
absl::Status AddRowHashFunction(sqlite3* db);

// The SQL term of a row's hash. `terms` are its columns and what stands for
// each (its own name, or a parameter); the order of columns in the table plays
// no part, since migrations append to it.
std::string RowHashTerm(absl::string_view table,
                        const std::map<std::string, std::string>& terms);

// Gives every row that has none (x'') the hash of what it holds now: the end of
// a migration, after which the values are what they should be. A row that has
// one keeps it: what rotted before is not taken for whole. O(rows). Errors as
// Statement::Step.
absl::Status FillRowHashes(Connection& connection);

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_ROW_HASH_H_
