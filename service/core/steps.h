// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A step in the life of a match or a pairing: stored with its event.
#ifndef TWINAID_SERVICE_CORE_STEPS_H_
#define TWINAID_SERVICE_CORE_STEPS_H_

#include <map>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "service/core/context.h"
#include "service/model/match.h"
#include "service/model/pairing.h"

namespace twinaid::core {

using Details = std::map<std::string, std::string>;

// Stores the match as it is now; its state joins the details of the event.
absl::Status SaveStep(Mutation& m, model::Match& match, absl::string_view type,
                      Details details, absl::string_view note = "");

// Moves the pairing to `state`, which names the event ("pairing.ended").
absl::Status MovePairing(Mutation& m, model::Pairing& pairing,
                         model::PairingState state, Details details,
                         absl::string_view note = "");

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_STEPS_H_
