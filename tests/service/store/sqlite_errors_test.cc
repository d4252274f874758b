// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/sqlite_errors.h"

#include <sqlite3.h>

#include <string>

#include "gtest/gtest.h"
#include "service/model/errors.h"

namespace twinaid::store {
namespace {

struct Case {
  const char* name;
  int code;
  absl::StatusCode status;
  std::string reason;
};

class FromSqliteTest : public ::testing::TestWithParam<Case> {};

TEST_P(FromSqliteTest, GivesTheCodeItsMeaning) {
  const absl::Status status = FromSqlite(GetParam().code, "the thing");
  EXPECT_EQ(status.code(), GetParam().status) << status;
  EXPECT_EQ(model::ReasonOf(status), GetParam().reason);
}

using Code = absl::StatusCode;
INSTANTIATE_TEST_SUITE_P(
    Codes, FromSqliteTest,
    ::testing::Values(
        Case{"Ok", SQLITE_OK, Code::kOk, ""},
        Case{"Row", SQLITE_ROW, Code::kOk, ""},
        Case{"Done", SQLITE_DONE, Code::kOk, ""},
        Case{"Busy", SQLITE_BUSY, Code::kUnavailable, "STORE_BUSY"},
        Case{"BusySnapshot", SQLITE_BUSY_SNAPSHOT, Code::kUnavailable,
             "STORE_BUSY"},
        Case{"Locked", SQLITE_LOCKED, Code::kUnavailable, "STORE_BUSY"},
        Case{"Full", SQLITE_FULL, Code::kResourceExhausted, "STORE_FULL"},
        Case{"Corrupt", SQLITE_CORRUPT, Code::kDataLoss, "STORE_DAMAGED"},
        Case{"CorruptIndex", SQLITE_CORRUPT_INDEX, Code::kDataLoss,
             "STORE_DAMAGED"},
        Case{"NoDatabase", SQLITE_NOTADB, Code::kDataLoss, "STORE_DAMAGED"},
        Case{"PrimaryKey", SQLITE_CONSTRAINT_PRIMARYKEY, Code::kAlreadyExists,
             "ROW_ALREADY_EXISTS"},
        Case{"Unique", SQLITE_CONSTRAINT_UNIQUE, Code::kAlreadyExists,
             "ROW_ALREADY_EXISTS"},
        Case{"Rowid", SQLITE_CONSTRAINT_ROWID, Code::kAlreadyExists,
             "ROW_ALREADY_EXISTS"},
        Case{"ForeignKey", SQLITE_CONSTRAINT_FOREIGNKEY,
             Code::kFailedPrecondition, "DANGLING_REFERENCE"},
        Case{"Check", SQLITE_CONSTRAINT_CHECK, Code::kInternal,
             "BROKEN_INVARIANT"},
        Case{"NotNull", SQLITE_CONSTRAINT_NOTNULL, Code::kInternal,
             "BROKEN_INVARIANT"},
        Case{"Datatype", SQLITE_CONSTRAINT_DATATYPE, Code::kInternal,
             "BROKEN_INVARIANT"},
        Case{"Fsync", SQLITE_IOERR_FSYNC, Code::kUnavailable,
             "STORE_UNAVAILABLE"},
        Case{"CannotOpen", SQLITE_CANTOPEN, Code::kUnavailable,
             "STORE_UNAVAILABLE"},
        Case{"ReadOnly", SQLITE_READONLY, Code::kUnavailable,
             "STORE_UNAVAILABLE"}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace twinaid::store
