// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// SQLite keeps the contract of a store.
#include <memory>
#include <utility>

#include "service/store/sqlite/sqlite_store.h"
#include "tests/conformance/store_conformance.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/status_matchers.h"

namespace twinaid::store {
namespace {

class SqliteUnderTest final : public StoreUnderTest {
 public:
  SqliteUnderTest() { Open(); }
  Store& store() override { return *store_; }
  void Reopen() override {
    store_.reset();
    Open();
  }

 private:
  // A test cannot go on without a store: value() ends the program.
  void Open() {
    store_ = OpenSqliteStore({folder_.File("twinaid.db"), 2}).value();
  }

  const ScratchFolder folder_;
  std::unique_ptr<Store> store_;
};

INSTANTIATE_TEST_SUITE_P(Sqlite, StoreConformance,
                         ::testing::Values(StoreMaker{[] {
                           return std::make_unique<SqliteUnderTest>();
                         }}));

}  // namespace
}  // namespace twinaid::store
