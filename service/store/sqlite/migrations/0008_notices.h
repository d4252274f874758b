// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Schema 8. What somebody is still to be told is kept until it is delivered.
#ifndef TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0008_NOTICES_H_
#define TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0008_NOTICES_H_

namespace twinaid::store {

inline constexpr char kNotices[] = R"sql(
CREATE TABLE notices (
  seq INTEGER NOT NULL CHECK (seq >= 1),
  channel INTEGER NOT NULL CHECK (channel BETWEEN 1 AND 2),
  recipient TEXT NOT NULL CHECK ((recipient = '') = (channel = 1)),
  language TEXT NOT NULL,
  state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 2),
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  next_time INTEGER NOT NULL,
  last_error TEXT NOT NULL,
  create_time INTEGER NOT NULL,
  PRIMARY KEY (seq, channel, recipient)
) STRICT, WITHOUT ROWID;
CREATE INDEX notices_by_time ON notices (state, channel, next_time);
CREATE INDEX notices_by_recipient ON notices (recipient, channel);
)sql";

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0008_NOTICES_H_
