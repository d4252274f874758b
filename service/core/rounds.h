// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Use cases on schemes, rounds and pairings.
#ifndef TWINAID_SERVICE_CORE_ROUNDS_H_
#define TWINAID_SERVICE_CORE_ROUNDS_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "service/core/context.h"
#include "service/model/pairing.h"
#include "service/model/round.h"
#include "service/model/scheme.h"
#include "service/planning/plan.h"

namespace twinaid::core {

// Makes schemes/default unless it exists: four rungs of which the third
// opens to a place after 3 days and the fourth after 7, fair pool, the rest as
// Policy has it. One that is there keeps its policy. Called once at start.
absl::Status EnsureDefaultScheme(Mutation& m);

absl::StatusOr<model::Scheme> GetScheme(const View& v,
                                        const model::SchemeId& id);
// INVALID_ARGUMENT (POLICY_NOT_SUPPORTED, REFERENCE_NOT_FOUND).
absl::StatusOr<model::Scheme> CreateScheme(Mutation& m, model::Scheme scheme);
absl::StatusOr<model::Scheme> UpdateScheme(Mutation& m, model::Scheme scheme,
                                           absl::string_view etag);

absl::StatusOr<model::Round> GetRound(const View& v,
                                      const model::RoundName& name);

struct NewRound {
  model::RoundName name;  // child empty: made here
  absl::CivilDay as_of;   // "today" of the round
  std::int64_t seed = 0;
};

// Stores a RUNNING round; RoundRunner carries it out.
// NOT_FOUND: no such scheme; FAILED_PRECONDITION (ROUND_RUNNING): one round of
// a scheme at a time; ALREADY_EXISTS.
absl::StatusOr<model::Round> StartRound(Mutation& m, const NewRound& round);

// The engine's input as the snapshot has it.
absl::StatusOr<planning::PlanInput> SnapshotForRound(
    const View& v, const model::Scheme& scheme, const NewRound& round);

// What the round would do, nothing stored. `stopwatch` measures its stages.
absl::StatusOr<planning::Plan> PreviewRound(const View& v,
                                            const NewRound& round,
                                            const model::Stopwatch& stopwatch);

absl::StatusOr<model::Pairing> GetPairing(const View& v,
                                          const model::PairingName& name);
// Ends a standing pairing, and with it the other direction of a mutual pair;
// unanswered proposals are withdrawn, accepted matches go on.
// FAILED_PRECONDITION: it is ENDED.
absl::StatusOr<model::Pairing> EndPairing(Mutation& m,
                                          const model::PairingName& name,
                                          absl::string_view etag,
                                          model::Reason reason,
                                          absl::string_view note);

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_ROUNDS_H_
