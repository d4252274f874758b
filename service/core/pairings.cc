// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <string>
#include <vector>

#include "service/core/end_pair.h"
#include "service/core/proposals.h"
#include "service/core/rounds.h"
#include "service/core/rows.h"
#include "service/core/steps.h"
#include "service/model/enum_names.h"
#include "service/model/round_errors.h"
#include "service/model/text.h"

namespace twinaid::core {
namespace {

// Ended first: withdrawing its proposals then has nothing to settle.
absl::Status EndOne(Mutation& m, model::Pairing& pairing,
                    const Details& details, absl::string_view note,
                    absl::string_view why) {
  TWINAID_RETURN_IF_ERROR(
      MovePairing(m, pairing, model::PairingState::kEnded, details, note));
  return WithdrawAll(m, ProposalsOf(pairing.name), why);
}

}  // namespace

absl::StatusOr<model::Pairing> GetPairing(const View& v,
                                          const model::PairingName& name) {
  return Require(v.tx.pairings(), name);
}

absl::StatusOr<model::Pairing> EndPairing(Mutation& m,
                                          const model::PairingName& name,
                                          absl::string_view etag,
                                          model::Reason reason,
                                          absl::string_view note) {
  TWINAID_RETURN_IF_ERROR(model::CheckText(note, "note", model::kMaxNoteBytes));
  TWINAID_ASSIGN_OR_RETURN(model::Pairing pairing,
                           RequireFresh(m.tx.pairings(), name, etag));
  if (pairing.state == model::PairingState::kEnded) {
    return model::PairingEnded(name);
  }
  TWINAID_RETURN_IF_ERROR(
      EndPair(m, pairing, {{"reason", std::string(model::WordOf(reason))}},
              note, "pairing_ended"));
  return pairing;
}

absl::Status EndPair(Mutation& m, model::Pairing& pairing,
                     const Details& details, absl::string_view note,
                     absl::string_view why) {
  TWINAID_RETURN_IF_ERROR(EndOne(m, pairing, details, note, why));
  if (pairing.pair_id.empty()) return absl::OkStatus();
  store::PairingQuery of_donor;
  of_donor.scheme = pairing.name.parent;
  of_donor.place = pairing.donor;
  TWINAID_ASSIGN_OR_RETURN(std::vector<model::Pairing> others,
                           m.tx.pairings().List(of_donor, std::nullopt, 0));
  for (model::Pairing& other : others) {
    if (other.pair_id != pairing.pair_id ||
        other.state == model::PairingState::kEnded) {
      continue;
    }
    TWINAID_RETURN_IF_ERROR(EndOne(m, other, details, note, why));
  }
  return absl::OkStatus();
}

}  // namespace twinaid::core
