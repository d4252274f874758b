// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Schema 4. Principals and their tokens; of a token only the hash of its secret
// is kept. What grants name stands in place_refs.
#ifndef TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0004_PRINCIPALS_H_
#define TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0004_PRINCIPALS_H_

namespace twinaid::store {

inline constexpr char kPrincipals[] = R"sql(
CREATE TABLE principals (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  role INTEGER NOT NULL CHECK (role BETWEEN 1 AND 5),
  title TEXT NOT NULL,
  places TEXT NOT NULL,
  every_place INTEGER NOT NULL CHECK (every_place IN (0, 1)),
  schemes TEXT NOT NULL,
  every_scheme INTEGER NOT NULL CHECK (every_scheme IN (0, 1)),
  disabled INTEGER NOT NULL CHECK (disabled IN (0, 1)),
  create_time INTEGER NOT NULL,
  update_time INTEGER NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1)
) STRICT, WITHOUT ROWID;

CREATE TABLE tokens (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  principal TEXT NOT NULL REFERENCES principals (id),
  title TEXT NOT NULL,
  secret_hash TEXT NOT NULL CHECK (length(secret_hash) = 64),
  expire_time INTEGER NOT NULL,
  revoke_time INTEGER,
  create_time INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX tokens_by_principal ON tokens (principal);
)sql";

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0004_PRINCIPALS_H_
