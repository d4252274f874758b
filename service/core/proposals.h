// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The proposals of a need, an offer, a round or a pairing, withdrawn together.
#ifndef TWINAID_SERVICE_CORE_PROPOSALS_H_
#define TWINAID_SERVICE_CORE_PROPOSALS_H_

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "service/core/context.h"
#include "service/model/match.h"
#include "service/store/query.h"

namespace twinaid::core {

// Matches in the state PROPOSED.
store::MatchQuery ProposalsOf(const model::NeedName& need);
store::MatchQuery ProposalsOf(const model::OfferName& offer);
store::MatchQuery ProposalsOf(const model::PairingName& pairing);
store::MatchQuery ProposalsOf(const model::RoundName& round);

// Withdraws all of them.
absl::Status WithdrawAll(Mutation& m, const store::MatchQuery& proposals,
                         absl::string_view why);

// Withdraws those that do not fit any more, then the last ones by id until the
// rest is at most `room`.
absl::Status WithdrawUnfit(
    Mutation& m, const store::MatchQuery& proposals, model::BaseUnits room,
    absl::FunctionRef<absl::StatusOr<bool>(const model::Match&)> fits);

// After a proposal came to nothing: a pairing that is PROPOSED and has no live
// match left has ENDED. An empty name is fine.
absl::Status SettlePairing(Mutation& m, const model::PairingName& name);

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_PROPOSALS_H_
