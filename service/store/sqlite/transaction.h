// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A transaction over one connection.
#ifndef TWINAID_SERVICE_STORE_SQLITE_TRANSACTION_H_
#define TWINAID_SERVICE_STORE_SQLITE_TRANSACTION_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "service/store/sqlite/connection.h"
#include "service/store/store.h"

namespace twinaid::store {

// The tables of one connection, for reading and for writing; who uses it has
// begun a transaction. Lives as long as the connection, used by one thread.
std::unique_ptr<WriteTransaction> MakeTransaction(Connection& connection);

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_TRANSACTION_H_
