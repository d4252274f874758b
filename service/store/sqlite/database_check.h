// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Whether a database is whole, from end to end.
#ifndef TWINAID_SERVICE_STORE_SQLITE_DATABASE_CHECK_H_
#define TWINAID_SERVICE_STORE_SQLITE_DATABASE_CHECK_H_

#include <cstdint>
#include <string>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "service/store/sqlite/connection.h"

namespace twinaid::store {

// What a check went through.
struct CheckedDatabase {
  std::int64_t schema = 0;
  std::int64_t rows = 0;      // whose hash was made anew
  std::int64_t events = 0;    // whose hash and chain were
  std::int64_t last_seq = 0;  // of the newest event; 0: of none
  std::string last_hash;      // of it, hex; empty for none
};

// Checks all of it, in this order:
//
// - each table by itself: its pages, its rows against its rules, every entry of
//   every index of it against the row (integrity_check, foreign_key_check);
// - the hash of every row, where the schema has them (9 and later);
// - the ledger: each event against its hash and the event before it, without a
//   gap; and the places of each, by which events are looked up;
// - what rows of other tables name, by which rows are looked up (place_refs,
//   item_refs), at the present schema;
// - the pages that are free, and that no page is missing (quick_check).
//
// Each step reads one table, or at most 1,000 rows, in a transaction of its
// own, so that a live database can be checked beside its writer: the log cannot
// be brought into the database for longer than a step. `go_on` is called
// between steps; false ends the check.
//
// O(bytes of the database), memory for 1,000 rows.
//
// DATA_LOSS (STORE_DAMAGED, ROW_DAMAGED) the first finding, which the
// connection
//                      reports
// FAILED_PRECONDITION  STORE_TOO_NEW
// CANCELLED            go_on said so
// UNAVAILABLE          the file cannot be read
absl::StatusOr<CheckedDatabase> CheckDatabase(Connection& connection,
                                              absl::FunctionRef<bool()> go_on);

// What a start can afford: the header, the number of pages, the schema that the
// file describes, and the newest event against its hash and the one before it.
// O(log(rows)). DATA_LOSS, UNAVAILABLE as above.
absl::Status CheckAtStart(Connection& connection);

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_DATABASE_CHECK_H_
