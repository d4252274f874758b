// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The one place where codes of SQLite become errors of ours.
#ifndef TWINAID_SERVICE_STORE_SQLITE_SQLITE_ERRORS_H_
#define TWINAID_SERVICE_STORE_SQLITE_SQLITE_ERRORS_H_

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace twinaid::store {

// `code` is an extended result code, `what` what was tried.
//
// SQLITE_OK, ROW, DONE            OK
// BUSY, LOCKED                    UNAVAILABLE (STORE_BUSY)
// FULL                            RESOURCE_EXHAUSTED (STORE_FULL)
// CORRUPT, NOTADB                 DATA_LOSS (STORE_DAMAGED)
// CONSTRAINT_PRIMARYKEY, UNIQUE   ALREADY_EXISTS
// CONSTRAINT_FOREIGNKEY           FAILED_PRECONDITION (DANGLING_REFERENCE)
// other CONSTRAINT                INTERNAL (BROKEN_INVARIANT): a rule that we
//                                 should have kept
// anything else                   UNAVAILABLE (STORE_UNAVAILABLE)
absl::Status FromSqlite(int code, absl::string_view what);

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_SQLITE_ERRORS_H_
