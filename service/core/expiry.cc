// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <cstddef>
#include <optional>
#include <vector>

#include "absl/types/span.h"
#include "service/core/inventory.h"
#include "service/core/ledger.h"
#include "service/core/page.h"
#include "service/core/proposals.h"
#include "service/core/rows.h"
#include "service/core/sweeper.h"

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
absl::Status Close(Mutation& m, store::Table<Row>& table,
                   const typename Row::Key& name, absl::string_view type) {
  TWINAID_RETURN_IF_ERROR(WithdrawAll(m, ProposalsOf(name), "expired"));
  TWINAID_ASSIGN_OR_RETURN(Row row, Require(table, name));
  row.closed = model::Closed::kExpired;
  row.meta.update_time = m.now;
  TWINAID_RETURN_IF_ERROR(table.Update(row));
  return Record(m, type, name.ToString(), {name.parent}, {});
}

// Rows of a table that are due, from a key on.
template <typename Row>
struct Look {
  std::vector<typename Row::Key> due;
  std::optional<typename Row::Key> next_after;  // unset: the last
};

template <typename Row>
absl::StatusOr<Look<Row>> LookAfter(
    const View& v, const store::ReadTable<Row>& table,
    const std::optional<typename Row::Key>& after) {
  TWINAID_ASSIGN_OR_RETURN(const Page<Row> page,
                           ListPage<Row>(table, {}, after, kRowsPerLook));
  Look<Row> look;
  look.next_after = page.next_after;
  for (const Row& row : page.rows) {
    if (IsDue(row, DayOf(v.now))) look.due.push_back(row.name);
  }
  return look;
}

// Closes those of the rows that are due. How many.
template <typename Row>
absl::StatusOr<int> Expire(Mutation& m, store::Table<Row>& table,
                           absl::Span<const typename Row::Key> names,
                           absl::string_view type) {
  int closed = 0;
  for (const typename Row::Key& name : names) {
    TWINAID_ASSIGN_OR_RETURN(const std::optional<Row> row, table.Find(name));
    if (!row || !IsDue(*row, DayOf(m.now))) continue;
    TWINAID_RETURN_IF_ERROR(Close(m, table, name, type));
    ++closed;
  }
  return closed;
}

// `table(transaction)` is the table.
template <typename Row, typename TableOf>
absl::StatusOr<int> SweepTable(UnitOfWork& work, TableOf table) {
  int closed = 0;
  Look<Row> look;
  do {
    TWINAID_RETURN_IF_ERROR(
        work.Read(System(), [&](const View& v) -> absl::Status {
          TWINAID_ASSIGN_OR_RETURN(
              look, LookAfter<Row>(v, table(v.tx), look.next_after));
          return absl::OkStatus();
        }));
    for (std::size_t i = 0; i < look.due.size(); i += kExpiriesPerChunk) {
      TWINAID_RETURN_IF_ERROR(
          work.Run(System(), [&](Mutation& m) -> absl::Status {
            const auto names =
                absl::MakeConstSpan(look.due).subspan(i, kExpiriesPerChunk);
            TWINAID_ASSIGN_OR_RETURN(const int some, ExpireThese(m, names));
            closed += some;
            return absl::OkStatus();
          }));
    }
  } while (look.next_after);
  return closed;
}

}  // namespace

absl::StatusOr<int> ExpireThese(Mutation& m,
                                absl::Span<const model::NeedName> names) {
  return Expire(m, m.tx.needs(), names, "need.expired");
}

absl::StatusOr<int> ExpireThese(Mutation& m,
                                absl::Span<const model::OfferName> names) {
  return Expire(m, m.tx.offers(), names, "offer.expired");
}

absl::StatusOr<int> SweepExpiries(UnitOfWork& work) {
  TWINAID_ASSIGN_OR_RETURN(
      const int needs, SweepTable<model::Need>(
                           work, [](auto& tx) -> auto& { return tx.needs(); }));
  TWINAID_ASSIGN_OR_RETURN(const int offers, SweepTable<model::Offer>(
                                                 work, [](auto& tx) -> auto& {
                                                   return tx.offers();
                                                 }));
  return needs + offers;
}

}  // namespace twinaid::core
