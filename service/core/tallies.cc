// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/tallies.h"

#include <utility>

#include "service/core/rows.h"

namespace twinaid::core {

void Ends::Propose(model::BaseUnits q) {
  need.tallies.proposed += q;
  offer.tallies.proposed += q;
}

void Ends::TakeBack(model::BaseUnits q) {
  need.tallies.proposed -= q;
  offer.tallies.proposed -= q;
}

void Ends::Commit(model::BaseUnits q) {
  TakeBack(q);
  need.tallies.committed += q;
  offer.tallies.committed += q;
}

void Ends::Release(model::BaseUnits q) {
  need.tallies.committed -= q;
  offer.tallies.committed -= q;
}

void Ends::Dispatch(model::BaseUnits q) {
  Release(q);
  need.tallies.in_transit += q;
  offer.tallies.dispatched += q;
}

void Ends::Receive(model::BaseUnits received, model::BaseUnits missing) {
  need.tallies.in_transit -= received + missing;
  need.tallies.received += received;
}

absl::StatusOr<Ends> LoadEnds(const View& v, const model::Match& match) {
  TWINAID_ASSIGN_OR_RETURN(model::Need need, Require(v.tx.needs(), match.need));
  TWINAID_ASSIGN_OR_RETURN(model::Offer offer,
                           Require(v.tx.offers(), match.offer));
  return Ends{std::move(need), std::move(offer)};
}

absl::Status SaveEnds(Mutation& m, Ends ends) {
  TWINAID_RETURN_IF_ERROR(model::CheckInvariants(ends.need));
  TWINAID_RETURN_IF_ERROR(model::CheckInvariants(ends.offer));
  ends.need.meta.update_time = m.now;
  ends.offer.meta.update_time = m.now;
  TWINAID_RETURN_IF_ERROR(m.tx.needs().Update(ends.need));
  return m.tx.offers().Update(ends.offer);
}

}  // namespace twinaid::core
