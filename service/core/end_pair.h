// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The end of a pairing, whoever asks for it.
#ifndef TWINAID_SERVICE_CORE_END_PAIR_H_
#define TWINAID_SERVICE_CORE_END_PAIR_H_

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "service/core/context.h"
#include "service/core/steps.h"
#include "service/model/pairing.h"

namespace twinaid::core {

// Ends the pairing and the other direction of its mutual pair, and withdraws
// what of them nobody answered; `why` is told of those proposals, `details` and
// `note` of the pairings. Precondition: it has not ended.
absl::Status EndPair(Mutation& m, model::Pairing& pairing,
                     const Details& details, absl::string_view note,
                     absl::string_view why);

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_END_PAIR_H_
