// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/apart.h"
#include "service/core/inventory.h"
#include "service/core/ledger.h"
#include "service/core/rows.h"
#include "service/model/supply_errors.h"

namespace twinaid::core {
namespace {

template <typename Row>
absl::Status Confirm(Mutation& m, store::Table<Row>& table, Row& row,
                     absl::string_view type) {
  row.confirm_time = m.now;
  row.meta.update_time = m.now;
  TWINAID_RETURN_IF_ERROR(table.Update(row));
  TWINAID_RETURN_IF_ERROR(
      Record(m, type, row.name.ToString(), {row.name.parent}, {}));
  return LiftLapsed(m, row.name);
}

}  // namespace

absl::StatusOr<model::Need> ConfirmNeed(Mutation& m,
                                        const model::NeedName& name,
                                        absl::string_view etag) {
  TWINAID_ASSIGN_OR_RETURN(model::Need need,
                           RequireFresh(m.tx.needs(), name, etag));
  if (need.closed != model::Closed::kNo) return model::NeedClosed(need);
  TWINAID_RETURN_IF_ERROR(Confirm(m, m.tx.needs(), need, "need.confirmed"));
  return need;
}

absl::StatusOr<model::Offer> ConfirmOffer(Mutation& m,
                                          const model::OfferName& name,
                                          absl::string_view etag) {
  TWINAID_ASSIGN_OR_RETURN(model::Offer offer,
                           RequireFresh(m.tx.offers(), name, etag));
  if (offer.closed != model::Closed::kNo) return model::OfferClosed(offer);
  TWINAID_RETURN_IF_ERROR(Confirm(m, m.tx.offers(), offer, "offer.confirmed"));
  return offer;
}

}  // namespace twinaid::core
