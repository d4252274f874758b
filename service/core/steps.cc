// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/steps.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "service/core/ledger.h"
#include "service/core/rows.h"
#include "service/model/enum_names.h"

namespace twinaid::core {

absl::Status SaveStep(Mutation& m, model::Match& match, absl::string_view type,
                      Details details, absl::string_view note) {
  match.meta = EditedMeta(match.meta, m.now);
  TWINAID_RETURN_IF_ERROR(m.tx.matches().Update(match));
  details["state"] = std::string(model::WordOf(match.state));
  return Record(m, type, model::ToName(match.id),
                {match.donor_place(), match.recipient_place()},
                std::move(details), note);
}

absl::Status MovePairing(Mutation& m, model::Pairing& pairing,
                         model::PairingState state, Details details,
                         absl::string_view note) {
  pairing.state = state;
  pairing.meta = EditedMeta(pairing.meta, m.now);
  TWINAID_RETURN_IF_ERROR(m.tx.pairings().Update(pairing));
  const bool active = state == model::PairingState::kActive;
  return Record(m, active ? "pairing.activated" : "pairing.ended",
                pairing.name.ToString(), {pairing.donor, pairing.recipient},
                std::move(details), note);
}

}  // namespace twinaid::core
