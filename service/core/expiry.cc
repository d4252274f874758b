// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <optional>
#include <vector>

#include "service/core/inventory.h"
#include "service/core/ledger.h"
#include "service/core/proposals.h"
#include "service/core/rows.h"

namespace twinaid::core {
namespace {

bool IsPast(const std::optional<absl::CivilDay>& day, absl::CivilDay today) {
  return day && *day < today;
}

bool IsDue(const model::Need& need, absl::CivilDay today) {
  return need.closed == model::Closed::kNo && IsPast(need.needed_by, today) &&
         need.outstanding().value() > 0 &&
         need.tallies.committed.value() + need.tallies.in_transit.value() == 0;
}

bool IsDue(const model::Offer& offer, absl::CivilDay today) {
  return offer.closed == model::Closed::kNo &&
         (IsPast(offer.available_until, today) ||
          IsPast(offer.expires, today)) &&
         offer.available() + offer.tallies.proposed > model::BaseUnits(0) &&
         offer.tallies.committed.value() == 0;
}

// Closes one row; its proposals go first.
template <typename Row>
absl::Status Expire(Mutation& m, store::Table<Row>& table,
                    const typename Row::Key& name, absl::string_view type) {
  TWINAID_RETURN_IF_ERROR(WithdrawAll(m, ProposalsOf(name), "expired"));
  TWINAID_ASSIGN_OR_RETURN(Row row, Require(table, name));
  row.closed = model::Closed::kExpired;
  row.meta.update_time = m.now;
  TWINAID_RETURN_IF_ERROR(table.Update(row));
  return Record(m, type, name.ToString(), {name.parent}, {});
}

template <typename Row>
absl::StatusOr<int> ExpireAll(Mutation& m, store::Table<Row>& table,
                              absl::string_view type) {
  int closed = 0;
  TWINAID_ASSIGN_OR_RETURN(const std::vector<Row> rows,
                           table.List(store::QueryOf<Row>{}, std::nullopt, 0));
  for (const Row& row : rows) {
    if (!IsDue(row, DayOf(m.now))) continue;
    TWINAID_RETURN_IF_ERROR(Expire(m, table, row.name, type));
    ++closed;
  }
  return closed;
}

template <typename Row>
absl::StatusOr<bool> IsAnyDue(const View& v,
                              const store::ReadTable<Row>& table) {
  TWINAID_ASSIGN_OR_RETURN(const std::vector<Row> rows,
                           table.List(store::QueryOf<Row>{}, std::nullopt, 0));
  return std::any_of(rows.begin(), rows.end(),
                     [&](const Row& row) { return IsDue(row, DayOf(v.now)); });
}

}  // namespace

absl::StatusOr<bool> IsExpiryDue(const View& v) {
  TWINAID_ASSIGN_OR_RETURN(const bool need, IsAnyDue(v, v.tx.needs()));
  if (need) return true;
  return IsAnyDue(v, v.tx.offers());
}

absl::StatusOr<int> ExpireDue(Mutation& m) {
  TWINAID_ASSIGN_OR_RETURN(const int needs,
                           ExpireAll(m, m.tx.needs(), "need.expired"));
  TWINAID_ASSIGN_OR_RETURN(const int offers,
                           ExpireAll(m, m.tx.offers(), "offer.expired"));
  return needs + offers;
}

}  // namespace twinaid::core
