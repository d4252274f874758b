// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/proposals.h"

#include <algorithm>
#include <vector>

#include "service/core/assistance.h"
#include "service/core/rows.h"
#include "service/core/steps.h"

namespace twinaid::core {
namespace {

store::MatchQuery Proposed() {
  store::MatchQuery query;
  query.state = model::MatchState::kProposed;
  return query;
}

}  // namespace

store::MatchQuery ProposalsOf(const model::NeedName& need) {
  store::MatchQuery query = Proposed();
  query.need = need;
  return query;
}
store::MatchQuery ProposalsOf(const model::OfferName& offer) {
  store::MatchQuery query = Proposed();
  query.offer = offer;
  return query;
}
store::MatchQuery ProposalsOf(const model::PairingName& pairing) {
  store::MatchQuery query = Proposed();
  query.pairing = pairing;
  return query;
}
store::MatchQuery ProposalsOf(const model::RoundName& round) {
  store::MatchQuery query = Proposed();
  query.round = round;
  return query;
}

absl::Status WithdrawAll(Mutation& m, const store::MatchQuery& proposals,
                         absl::string_view why) {
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Match> matches,
                           m.tx.matches().List(proposals, std::nullopt, 0));
  for (const model::Match& match : matches) {
    TWINAID_RETURN_IF_ERROR(WithdrawProposal(m, match.id, why).status());
  }
  return absl::OkStatus();
}

absl::Status WithdrawUnfit(
    Mutation& m, const store::MatchQuery& proposals, model::BaseUnits room,
    absl::FunctionRef<absl::StatusOr<bool>(const model::Match&)> fits) {
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Match> matches,
                           m.tx.matches().List(proposals, std::nullopt, 0));
  for (const model::Match& match : matches) {
    TWINAID_ASSIGN_OR_RETURN(const bool keep, fits(match));
    if (keep && match.quantity <= room) {
      room -= match.quantity;
      continue;
    }
    TWINAID_RETURN_IF_ERROR(
        WithdrawProposal(m, match.id,
                         keep ? "quantity_lowered" : "no_longer_fits")
            .status());
  }
  return absl::OkStatus();
}

absl::Status SettlePairing(Mutation& m, const model::PairingName& name) {
  if (name.empty()) return absl::OkStatus();
  TWINAID_ASSIGN_OR_RETURN(model::Pairing pairing,
                           Require(m.tx.pairings(), name));
  if (pairing.state != model::PairingState::kProposed) return absl::OkStatus();
  store::MatchQuery query;
  query.pairing = name;
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Match> matches,
                           m.tx.matches().List(query, std::nullopt, 0));
  const bool live =
      std::any_of(matches.begin(), matches.end(),
                  [](const model::Match& match) { return match.is_live(); });
  if (live) return absl::OkStatus();
  return MovePairing(m, pairing, model::PairingState::kEnded,
                     {{"reason", "nothing_accepted"}});
}

}  // namespace twinaid::core
