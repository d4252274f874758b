// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/sql_shortlists.h"

#include <utility>

#include "service/model/status_macros.h"
#include "service/store/sqlite/sql_table.h"

namespace twinaid::store {
namespace {

constexpr char kChildrenOf[] =
    "SELECT id FROM places WHERE parent = ? ORDER BY id";

// The orders of the indexes needs_open_by_urgency and offers_available_by_size,
// which are theirs to the letter.
constexpr char kByUrgency[] =
    "urgency, needed_by IS NULL, needed_by, place, id";
constexpr char kBySize[] = "available DESC, place, id";

}  // namespace

absl::StatusOr<std::vector<model::PlaceId>> SqlShortlists::ChildrenOf(
    const model::PlaceId& parent) const {
  TWINAID_ASSIGN_OR_RETURN(Statement statement,
                           connection_.Prepare(kChildrenOf, "places"));
  statement.Bind(parent.value());
  std::vector<model::PlaceId> children;
  while (true) {
    TWINAID_ASSIGN_OR_RETURN(const bool more, statement.Step());
    if (!more) return children;
    children.push_back(model::PlaceId::Trusted(statement.Text(0)));
  }
}

absl::Status SqlShortlists::NeedsByUrgency(const NeedQuery& query,
                                           TakeRow<model::Need> take) const {
  return SqlTable<model::Need>(connection_).Visit(query, kByUrgency, take);
}

absl::Status SqlShortlists::OffersBySize(const OfferQuery& query,
                                         TakeRow<model::Offer> take) const {
  return SqlTable<model::Offer>(connection_).Visit(query, kBySize, take);
}

}  // namespace twinaid::store
