// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// One page of a list.
#ifndef TWINAID_SERVICE_CORE_PAGE_H_
#define TWINAID_SERVICE_CORE_PAGE_H_

#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "service/core/context.h"
#include "service/store/query.h"
#include "service/store/store.h"

namespace twinaid::core {

template <typename R>
struct Page {
  std::vector<R> rows;                        // ascending by key
  std::optional<typename R::Key> next_after;  // unset: the last page
};

// At most `size` (>= 1) rows of a table after a key.
template <typename R>
absl::StatusOr<Page<R>> ListPage(const store::ReadTable<R>& table,
                                 const store::QueryOf<R>& query,
                                 const std::optional<typename R::Key>& after,
                                 int size) {
  auto rows = table.List(query, after, size + 1);
  if (!rows.ok()) return rows.status();
  Page<R> page{*std::move(rows), std::nullopt};
  if (static_cast<int>(page.rows.size()) > size) {
    page.rows.pop_back();
    page.next_after = page.rows.back().key();
  }
  return page;
}

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_PAGE_H_
