// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The ledger in SQLite.
#ifndef TWINAID_SERVICE_STORE_SQLITE_EVENT_TABLE_H_
#define TWINAID_SERVICE_STORE_SQLITE_EVENT_TABLE_H_

#include <cstdint>
#include <optional>
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
  // FAILED_PRECONDITION (CHAIN_BROKEN).
  absl::Status Append(const model::Event& event);

 private:
  Connection& connection_;
};

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_EVENT_TABLE_H_
