// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/sqlite_errors.h"

#include <sqlite3.h>

#include "absl/strings/str_cat.h"
#include "service/model/common_errors.h"

namespace twinaid::store {

absl::Status FromSqlite(int code, absl::string_view what) {
  switch (code) {
    case SQLITE_OK:
    case SQLITE_ROW:
    case SQLITE_DONE:
      return absl::OkStatus();
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_ROWID:
      return model::AlreadyExists("row", what);
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      return model::DanglingReference(what);
    default:
      break;
  }
  constexpr int kPrimary = 0xff;
  switch (code & kPrimary) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return model::StoreBusy();
    case SQLITE_FULL:
      return model::StoreFull();
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return model::StoreDamaged(what);
    case SQLITE_CONSTRAINT:
      return model::BrokenInvariant(what, sqlite3_errstr(code));
    default:
      return model::StoreUnavailable(
          absl::StrCat(what, ": ", sqlite3_errstr(code), " (", code, ")"));
  }
}

}  // namespace twinaid::store
