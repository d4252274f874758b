// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Rows by the hundred thousand, into a store.
#ifndef TWINAID_TESTS_BENCH_WRITE_ROWS_H_
#define TWINAID_TESTS_BENCH_WRITE_ROWS_H_

#include <algorithm>
#include <cstdint>

#include "absl/status/status.h"
#include "service/model/status_macros.h"
#include "service/store/store.h"

namespace twinaid::bench {

// one(tx, 0) to one(tx, count - 1), `at_once` in a transaction. The first error
// ends it.
template <typename One>
absl::Status WriteRows(store::Store& store, std::int32_t count,
                       std::int32_t at_once, One one) {
  for (std::int32_t begin = 0; begin < count; begin += at_once) {
    TWINAID_RETURN_IF_ERROR(
        store.Write([&](store::WriteTransaction& tx) -> absl::Status {
          const std::int32_t end = std::min(count, begin + at_once);
          for (std::int32_t i = begin; i < end; ++i) {
            TWINAID_RETURN_IF_ERROR(one(tx, i));
          }
          return absl::OkStatus();
        }));
  }
  return absl::OkStatus();
}

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_WRITE_ROWS_H_
