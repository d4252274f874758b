// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The ledger in SQLite.
#ifndef TWINAID_SERVICE_STORE_SQLITE_EVENT_TABLE_H_
#define TWINAID_SERVICE_STORE_SQLITE_EVENT_TABLE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "service/store/sqlite/connection.h"
#include "service/store/store.h"

namespace twinaid::store {

// DATA_LOSS (ROW_DAMAGED): an event that was read does not fit its own hash.
class EventTable final : public ReadTable<model::Event> {
 public:
  explicit EventTable(Connection& connection) : connection_(connection) {}

  absl::StatusOr<std::optional<model::Event>> Find(
      const std::int64_t& seq) const override;
  absl::StatusOr<std::vector<model::Event>> List(
      const EventQuery& query, const std::optional<std::int64_t>& after,
      int limit) const override;

  absl::StatusOr<std::optional<model::Event>> Last() const;
  // Where the ledger ends: 0 and 64 zeros where it is empty.
  struct End {
    std::int64_t seq = 0;
    std::string hash = std::string(64, '0');
  };
  absl::StatusOr<End> LastEnd() const;
  // FAILED_PRECONDITION (CHAIN_BROKEN).
  absl::Status Append(const model::Event& event);

 private:
  Connection& connection_;
  // What Last() found. The hash of an event says all of it: whoever reads the
  // same seq and hash again need not read the rest.
  mutable std::optional<model::Event> last_;
};

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_EVENT_TABLE_H_
