// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Schema 9. Every row carries a hash over its columns; events have one of their
// own. From here on each migration ends with hashes for the rows that have none
// (row_hash.h): one that changes a row takes its hash away.
#ifndef TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0009_ROW_HASHES_H_
#define TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0009_ROW_HASHES_H_

namespace twinaid::store {

inline constexpr char kRowHashes[] = R"sql(
ALTER TABLE places ADD COLUMN row_hash BLOB NOT NULL DEFAULT x'';
ALTER TABLE sister_links ADD COLUMN row_hash BLOB NOT NULL DEFAULT x'';
ALTER TABLE organizations ADD COLUMN row_hash BLOB NOT NULL DEFAULT x'';
ALTER TABLE items ADD COLUMN row_hash BLOB NOT NULL DEFAULT x'';
ALTER TABLE needs ADD COLUMN row_hash BLOB NOT NULL DEFAULT x'';
ALTER TABLE offers ADD COLUMN row_hash BLOB NOT NULL DEFAULT x'';
ALTER TABLE schemes ADD COLUMN row_hash BLOB NOT NULL DEFAULT x'';
ALTER TABLE rounds ADD COLUMN row_hash BLOB NOT NULL DEFAULT x'';
ALTER TABLE unmet_needs ADD COLUMN row_hash BLOB NOT NULL DEFAULT x'';
ALTER TABLE round_edges ADD COLUMN row_hash BLOB NOT NULL DEFAULT x'';
ALTER TABLE pairings ADD COLUMN row_hash BLOB NOT NULL DEFAULT x'';
ALTER TABLE matches ADD COLUMN row_hash BLOB NOT NULL DEFAULT x'';
ALTER TABLE letters ADD COLUMN row_hash BLOB NOT NULL DEFAULT x'';
ALTER TABLE notices ADD COLUMN row_hash BLOB NOT NULL DEFAULT x'';
ALTER TABLE principals ADD COLUMN row_hash BLOB NOT NULL DEFAULT x'';
ALTER TABLE tokens ADD COLUMN row_hash BLOB NOT NULL DEFAULT x'';
ALTER TABLE answers ADD COLUMN row_hash BLOB NOT NULL DEFAULT x'';
)sql";

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0009_ROW_HASHES_H_
