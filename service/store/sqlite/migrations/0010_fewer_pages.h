// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Schema 10. A new row writes a page wherever it stands in a tree. Indexes of
// what few rows have hold those rows alone; answers stand in the order in which
// they came, many on a page, and only their keys where chance puts them.
#ifndef TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0010_FEWER_PAGES_H_
#define TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0010_FEWER_PAGES_H_

namespace twinaid::store {

inline constexpr char kFewerPages[] = R"sql(
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

CREATE TABLE answers_in_order (
  principal TEXT NOT NULL,
  method TEXT NOT NULL,
  request_id TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  answer BLOB NOT NULL,
  create_time INTEGER NOT NULL,
  row_hash BLOB NOT NULL DEFAULT x'',
  PRIMARY KEY (request_id, principal, method)
) STRICT;
INSERT INTO answers_in_order
  SELECT principal, method, request_id, request_hash, answer, create_time,
         row_hash
  FROM answers ORDER BY create_time;
DROP TABLE answers;
ALTER TABLE answers_in_order RENAME TO answers;
CREATE INDEX answers_by_time ON answers (create_time);
)sql";

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0010_FEWER_PAGES_H_
