// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What is said of the SQLite table of each resource.
#ifndef TWINAID_SERVICE_STORE_SQLITE_TABLE_OF_H_
#define TWINAID_SERVICE_STORE_SQLITE_TABLE_OF_H_

namespace twinaid::store {

template <typename R>
struct TableOf;

// A column that refers to the row, and what its owner is called there (SQL).
struct User {
  const char* table;
  const char* column;
  const char* name;
};

// No list of users: the last, and only, entry.
inline constexpr User kNobody = {nullptr, nullptr, nullptr};

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_TABLE_OF_H_
