// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The contract of store::Store as one suite that every adapter runs:
//
//   INSTANTIATE_TEST_SUITE_P(Sqlite, StoreConformance,
//                            Values(StoreMaker{[] { return ...; }}));
#ifndef TWINAID_TESTS_CONFORMANCE_STORE_CONFORMANCE_H_
#define TWINAID_TESTS_CONFORMANCE_STORE_CONFORMANCE_H_

#include <functional>
#include <memory>
#include <optional>
#include <ostream>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "gtest/gtest.h"
#include "service/model/status_macros.h"
#include "service/store/store.h"
#include "tests/conformance/tables.h"

namespace twinaid::store {

// One database of the adapter under test, empty at first.
class StoreUnderTest {
 public:
  virtual ~StoreUnderTest() = default;
  virtual Store& store() = 0;
  // Closes the store and opens what it kept. Does nothing for a store that
  // keeps nothing.
  virtual void Reopen() = 0;
};

struct StoreMaker {
  std::function<std::unique_ptr<StoreUnderTest>()> make;
  friend void PrintTo(const StoreMaker&, std::ostream* out) { *out << "store"; }
};

class StoreConformance : public ::testing::TestWithParam<StoreMaker> {
 protected:
  StoreConformance() : under_test_(GetParam().make()) {}

  Store& store() { return under_test_->store(); }
  void Reopen() { under_test_->Reopen(); }

  template <typename R>
  absl::Status Insert(const R& row) {
    return store().Write([&](WriteTransaction& tx) -> absl::Status {
      return TableFor<R>(tx).Insert(row);
    });
  }
  template <typename R>
  absl::Status Update(const R& row) {
    return store().Write([&](WriteTransaction& tx) -> absl::Status {
      return TableFor<R>(tx).Update(row);
    });
  }
  template <typename R>
  absl::Status Delete(const typename R::Key& key) {
    return store().Write([&](WriteTransaction& tx) -> absl::Status {
      return TableFor<R>(tx).Delete(key);
    });
  }
  template <typename R>
  absl::StatusOr<std::optional<R>> Find(const typename R::Key& key) {
    std::optional<R> row;
    TWINAID_RETURN_IF_ERROR(
        store().Read([&](const ReadTransaction& tx) -> absl::Status {
          TWINAID_ASSIGN_OR_RETURN(row, TableFor<R>(tx).Find(key));
          return absl::OkStatus();
        }));
    return row;
  }
  template <typename R>
  absl::StatusOr<std::vector<R>> List(
      const QueryOf<R>& query = {},
      const std::optional<typename R::Key>& after = std::nullopt,
      int limit = 0) {
    std::vector<R> rows;
    TWINAID_RETURN_IF_ERROR(
        store().Read([&](const ReadTransaction& tx) -> absl::Status {
          TWINAID_ASSIGN_OR_RETURN(rows,
                                   TableFor<R>(tx).List(query, after, limit));
          return absl::OkStatus();
        }));
    return rows;
  }

 private:
  std::unique_ptr<StoreUnderTest> under_test_;
};

}  // namespace twinaid::store

#endif  // TWINAID_TESTS_CONFORMANCE_STORE_CONFORMANCE_H_
