// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The only place where quantities move between the tallies of a need and an
// offer.
#ifndef TWINAID_SERVICE_CORE_TALLIES_H_
#define TWINAID_SERVICE_CORE_TALLIES_H_

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "service/core/context.h"
#include "service/model/match.h"
#include "service/model/need.h"
#include "service/model/offer.h"
#include "service/model/quantity.h"

namespace twinaid::core {

// The need and the offer that a match joins. The moves below change the rows
// in memory; SaveEnds writes them.
struct Ends {
  model::Need need;
  model::Offer offer;

  void Propose(model::BaseUnits q);
  void TakeBack(model::BaseUnits q);  // what was proposed
  void Commit(model::BaseUnits q);    // what was proposed
  void Release(model::BaseUnits q);   // what was committed
  void Dispatch(model::BaseUnits q);  // what was committed
  // What was on its way; `missing` is open again, and stays gone at the offer.
  void Receive(model::BaseUnits received, model::BaseUnits missing);
};

// The rows of a match. NOT_FOUND.
absl::StatusOr<Ends> LoadEnds(const View& v, const model::Match& match);

// INTERNAL (BROKEN_INVARIANT) if a tally is negative or a sum too high; then
// nothing is written.
absl::Status SaveEnds(Mutation& m, Ends ends);

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_TALLIES_H_
