// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Schema 10. Indexes of what few rows have hold those rows alone: each place in
// an index is a page that every new row has to write.
#ifndef TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0010_SPARSE_INDEXES_H_
#define TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0010_SPARSE_INDEXES_H_

namespace twinaid::store {

inline constexpr char kSparseIndexes[] = R"sql(
DROP INDEX needs_by_beneficiary;
CREATE INDEX needs_by_beneficiary ON needs (beneficiary)
  WHERE beneficiary IS NOT NULL;
DROP INDEX offers_by_directed_to;
CREATE INDEX offers_by_directed_to ON offers (directed_to)
  WHERE directed_to IS NOT NULL;
DROP INDEX offers_by_donor;
CREATE INDEX offers_by_donor ON offers (donor) WHERE donor IS NOT NULL;
DROP INDEX matches_by_replaced;
CREATE INDEX matches_by_replaced ON matches (replaces)
  WHERE replaces IS NOT NULL;
DROP INDEX letters_by_match;
CREATE INDEX letters_by_match ON letters (about) WHERE about IS NOT NULL;
)sql";

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0010_SPARSE_INDEXES_H_
