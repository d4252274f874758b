// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Whether a row that was not found is not there, rather than under a key that
// rotted.
#ifndef TWINAID_SERVICE_STORE_SQLITE_GAP_CHECK_H_
#define TWINAID_SERVICE_STORE_SQLITE_GAP_CHECK_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "service/store/sqlite/connection.h"

namespace twinaid::store {

// Looks at the rows on both sides of where the key would stand. A search goes
// astray only at a row whose key is not what it was, and ends beside it: that
// row does not fit its hash. (Damage above the leaves of the tree, by which a
// search ends elsewhere, is for the whole check.)
//
// Nothing to do where rows are not checked. O(log(rows)). DATA_LOSS
// (ROW_DAMAGED), which the connection reports.
class GapCheck {
 public:
  // `fits` is the SQL term that tells whether a row fits its hash, `columns`
  // are those of the primary key.
  GapCheck(std::string table, const std::string& fits,
           const std::vector<std::string>& columns);
  // `key` holds the values of these columns.
  absl::Status Look(Connection& connection,
                    const std::vector<std::string>& key) const;

 private:
  const std::string table_;
  const std::string before_;  // statements: whether the row on each side fits
  const std::string after_;
};

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_GAP_CHECK_H_
