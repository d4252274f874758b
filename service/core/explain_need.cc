// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <iterator>

#include "service/core/answers.h"
#include "service/core/rows.h"
#include "service/model/round_errors.h"

namespace twinaid::core {
namespace {

NeedOutcome OutcomeOf(const NeedExplanation& why) {
  const bool some = why.proposed > model::BaseUnits(0);
  if (why.unmet || !why.stale.empty()) {
    return some ? NeedOutcome::kPartlyCovered : NeedOutcome::kNotCovered;
  }
  return some ? NeedOutcome::kCovered : NeedOutcome::kNotInRound;
}

}  // namespace

absl::StatusOr<model::RoundName> LastRound(const View& v,
                                           const model::SchemeId& scheme) {
  store::RoundQuery succeeded;
  succeeded.scheme = scheme;
  succeeded.state = model::RoundState::kSucceeded;
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Round> rounds,
                           v.tx.rounds().List(succeeded, std::nullopt, 0));
  if (rounds.empty()) return model::NoRoundSucceeded(scheme);
  return std::max_element(rounds.begin(), rounds.end(),
                          [](const model::Round& a, const model::Round& b) {
                            return a.meta.create_time < b.meta.create_time;
                          })
      ->name;
}

absl::StatusOr<NeedExplanation> ExplainNeed(const View& v,
                                            const model::RoundName& name,
                                            const model::NeedName& need) {
  TWINAID_ASSIGN_OR_RETURN(const model::Round round,
                           Require(v.tx.rounds(), name));
  TWINAID_RETURN_IF_ERROR(Require(v.tx.needs(), need).status());
  if (round.state != model::RoundState::kSucceeded) {
    return model::RoundWithoutResult(name);
  }
  NeedExplanation why;
  store::MatchQuery proposed;
  proposed.need = need;
  proposed.round = name;
  TWINAID_ASSIGN_OR_RETURN(why.matches,
                           v.tx.matches().List(proposed, std::nullopt, 0));
  for (const model::Match& match : why.matches) why.proposed += match.quantity;
  TWINAID_ASSIGN_OR_RETURN(why.unmet, v.tx.unmet_needs().Find({name, need}));
  std::copy_if(round.stale.begin(), round.stale.end(),
               std::back_inserter(why.stale),
               [&](const model::StaleProposal& s) { return s.need == need; });
  store::PairingQuery of_place;
  of_place.scheme = name.parent;
  of_place.place = need.parent;
  TWINAID_ASSIGN_OR_RETURN(why.pairings,
                           v.tx.pairings().List(of_place, std::nullopt, 0));
  const auto elsewhere = [&](const model::Pairing& pairing) {
    return pairing.recipient != need.parent ||
           (pairing.state == model::PairingState::kEnded &&
            pairing.round != name);
  };
  why.pairings.erase(
      std::remove_if(why.pairings.begin(), why.pairings.end(), elsewhere),
      why.pairings.end());
  why.outcome = OutcomeOf(why);
  return why;
}

}  // namespace twinaid::core
