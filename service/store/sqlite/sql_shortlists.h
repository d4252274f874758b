// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The shortlists of a SQLite database.
#ifndef TWINAID_SERVICE_STORE_SQLITE_SQL_SHORTLISTS_H_
#define TWINAID_SERVICE_STORE_SQLITE_SQL_SHORTLISTS_H_

#include <vector>

#include "service/store/shortlists.h"
#include "service/store/sqlite/connection.h"

namespace twinaid::store {

class SqlShortlists final : public Shortlists {
 public:
  explicit SqlShortlists(Connection& connection) : connection_(connection) {}

  absl::Status NeedsByItem(const NeedQuery& query,
                           TakeSketch<model::Need> take) const override;
  absl::Status OffersByItem(const OfferQuery& query,
                            TakeSketch<model::Offer> take) const override;
  absl::Status NeedsByUrgency(const NeedQuery& query,
                              TakeSketch<model::Need> take) const override;
  absl::Status OffersBySize(const OfferQuery& query,
                            TakeSketch<model::Offer> take) const override;
  absl::StatusOr<OpenCounts> CountOpen() const override;
  absl::StatusOr<std::vector<model::PlaceId>> ChildrenOf(
      const model::PlaceId& parent) const override;

 private:
  Connection& connection_;
};

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_SQL_SHORTLISTS_H_
