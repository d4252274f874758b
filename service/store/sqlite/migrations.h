// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Numbered steps from an empty file to the present schema.
#ifndef TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_H_
#define TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_H_

#include <cstdint>
#include <vector>

#include "absl/status/status.h"
#include "service/store/sqlite/connection.h"

namespace twinaid::store {

struct Migration {
  std::int64_t schema;  // after it
  const char* sql;
};

// Ascending from 1, without a gap.
const std::vector<Migration>& AllMigrations();

// Runs what is missing, each in a transaction with its number, up to
// `last_schema` (0: all). From schema 9 on each ends with the hashes of all
// rows, so that what was damaged before would count as right after: whoever
// migrates has checked the rows. FAILED_PRECONDITION (STORE_TOO_NEW).
absl::Status Migrate(Connection& connection, std::int64_t last_schema = 0);

// The schema of the file; 0 for an empty one.
absl::StatusOr<std::int64_t> SchemaOf(Connection& connection);

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_H_
