// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A transaction on MemoryTables of its own.
#ifndef TWINAID_TESTS_SUPPORT_MEMORY_TRANSACTION_H_
#define TWINAID_TESTS_SUPPORT_MEMORY_TRANSACTION_H_

#include <memory>

#include "service/store/store.h"
#include "tests/support/memory_tables.h"

namespace twinaid {

// `tables` is borrowed and changed. Not thread-safe.
std::unique_ptr<store::WriteTransaction> MakeMemoryTransaction(
    MemoryTables& tables);

}  // namespace twinaid

#endif  // TWINAID_TESTS_SUPPORT_MEMORY_TRANSACTION_H_
