// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Reads in another order than that of the keys, and of less than whole rows:
// what a search for the best few stands on.
#ifndef TWINAID_SERVICE_STORE_SHORTLISTS_H_
#define TWINAID_SERVICE_STORE_SHORTLISTS_H_

#include <cstdint>
#include <map>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "service/model/ids.h"
#include "service/model/need.h"
#include "service/model/offer.h"
#include "service/store/query.h"

namespace twinaid::store {

// What a fit is judged by and nothing else: name, item and currency; of a need
// its urgency, day, substitutes and quality; of an offer its days, lot and
// direction; when it was confirmed. The total is what is open or available, as
// if nothing else had ever been. All other fields are as a new row has them.
model::Need SketchOf(const model::Need& need);
model::Offer SketchOf(const model::Offer& offer);

// Takes a sketch; false: no more are wanted. It must not read the same list.
template <typename R>
using TakeSketch = absl::FunctionRef<bool(R)>;

// How many rows have something left.
struct OpenCounts {
  std::map<model::Urgency, std::int64_t> needs;  // none: no entry
  std::int64_t offers = 0;
  friend bool operator==(const OpenCounts&, const OpenCounts&) = default;
};

// Each list hands over sketches of the rows that the query selects, in its
// order, until `take` wants no more. Reads little more than it hands over where
// the query asks for open or available ones and names the items, and for the
// orders by urgency and by size one item and its currency.
//
// Errors of every call: those of the transaction it belongs to.
class Shortlists {
 public:
  virtual ~Shortlists() = default;

  // By item, place and id.
  virtual absl::Status NeedsByItem(const NeedQuery& query,
                                   TakeSketch<model::Need> take) const = 0;
  virtual absl::Status OffersByItem(const OfferQuery& query,
                                    TakeSketch<model::Offer> take) const = 0;
  // By urgency, the day they are needed by (none last), place and id.
  virtual absl::Status NeedsByUrgency(const NeedQuery& query,
                                      TakeSketch<model::Need> take) const = 0;
  // By what is available, the most first, place and id.
  virtual absl::Status OffersBySize(const OfferQuery& query,
                                    TakeSketch<model::Offer> take) const = 0;

  // Needs with something open to matching and offers with something available;
  // reads an index entry of each.
  virtual absl::StatusOr<OpenCounts> CountOpen() const = 0;

  // The ids of the places whose parent it is, ascending. It is not empty.
  virtual absl::StatusOr<std::vector<model::PlaceId>> ChildrenOf(
      const model::PlaceId& parent) const = 0;
};

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SHORTLISTS_H_
