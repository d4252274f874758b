// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Reads in another order than that of the keys, or of less than a row: what a
// search for the best few stands on.
#ifndef TWINAID_SERVICE_STORE_SHORTLISTS_H_
#define TWINAID_SERVICE_STORE_SHORTLISTS_H_

#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "service/model/ids.h"
#include "service/model/need.h"
#include "service/model/offer.h"
#include "service/store/query.h"

namespace twinaid::store {

// Takes a row; false: no more are wanted. It must not read the same list.
template <typename R>
using TakeRow = absl::FunctionRef<bool(R)>;

// Errors of every call: those of the transaction it belongs to.
class Shortlists {
 public:
  virtual ~Shortlists() = default;

  // The ids of the places whose parent it is, ascending. It is not empty.
  virtual absl::StatusOr<std::vector<model::PlaceId>> ChildrenOf(
      const model::PlaceId& parent) const = 0;

  // The needs of the query by urgency, the day they are needed by (none last)
  // and key, until `take` wants no more. Reads little more than it takes where
  // the query names item and currency and asks for open ones.
  virtual absl::Status NeedsByUrgency(const NeedQuery& query,
                                      TakeRow<model::Need> take) const = 0;

  // The offers of the query by what is available, the most first, and key,
  // until `take` wants no more. Reads little more than it takes where the query
  // names item and currency and asks for available ones.
  virtual absl::Status OffersBySize(const OfferQuery& query,
                                    TakeRow<model::Offer> take) const = 0;
};

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SHORTLISTS_H_
