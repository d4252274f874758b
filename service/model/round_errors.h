// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Errors of rounds and pairings.
#ifndef TWINAID_SERVICE_MODEL_ROUND_ERRORS_H_
#define TWINAID_SERVICE_MODEL_ROUND_ERRORS_H_

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "service/model/names.h"

namespace twinaid::model {

// FAILED_PRECONDITION ROUND_RUNNING: `running` must end first.
absl::Status RoundRunning(const RoundName& running);
// FAILED_PRECONDITION ROUND_NOT_RUNNING.
absl::Status RoundNotRunning(const RoundName& round);
// FAILED_PRECONDITION PAIRING_ENDED.
absl::Status PairingEnded(const PairingName& pairing);
// FAILED_PRECONDITION NO_FREE_SLOT: `place` has as many pairings on this side
// as it may.
absl::Status NoFreeSlot(const PlaceId& place);
// FAILED_PRECONDITION ROUND_WITHOUT_RESULT: it runs or failed.
absl::Status RoundWithoutResult(const RoundName& round);
// FAILED_PRECONDITION NO_ROUND_SUCCEEDED: no round of the scheme has a result.
absl::Status NoRoundSucceeded(const SchemeId& scheme);
// CANCELLED ROUND_STOPPED: the server was asked to stop.
absl::Status RoundStopped(const RoundName& round);
// INTERNAL CERTIFICATE_NOT_VERIFIED: the proof of a plan does not hold.
absl::Status CertificateNotVerified(const RoundName& round);
// INTERNAL UNEXPECTED: ended by a fault of ours that has no name; `cause` is
// for the log.
absl::Status RoundBroken(const RoundName& round, absl::string_view cause);

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_ROUND_ERRORS_H_
