// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Answers about the results of rounds: why this partner, why this need, what
// changed.
#ifndef TWINAID_SERVICE_CORE_ANSWERS_H_
#define TWINAID_SERVICE_CORE_ANSWERS_H_

#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "service/core/context.h"
#include "service/model/match.h"
#include "service/model/pairing.h"
#include "service/model/round.h"

namespace twinaid::core {

// A pair of a stage with what it would cost the stage, by tier.
struct Candidate {
  model::RoundEdge edge;
  model::StageKind kind = model::StageKind::kCounterpart;
  int pass = 1;
  // If it had to be made; of the pair that was made: if it were not. Unset in
  // standing stages, which choose nothing, and of mutual partners that come
  // after the eight whose pairs are worth most.
  std::optional<model::TierPoints> cost;
  // Mutual stages: what both directions are worth together.
  std::optional<model::TierPoints> pair_value;
};

// Candidates of the same stage, the least cost first, then those without one:
// by slack, and of a mutual stage, where they are those that the policy lets be
// pairs, by the value of both directions.
struct PairingExplanation {
  model::Pairing pairing;
  Candidate chosen;
  std::vector<Candidate> donor_alternatives;
  std::vector<Candidate> recipient_alternatives;
};
// As the round that made the pairing saw it. NOT_FOUND.
// Time: that of reading the candidates of the stage, of one matcher::Assign,
// and of two searches of matcher::DynamicAssignment for each answer; of a
// mutual stage that of at most eighteen solves.
absl::StatusOr<PairingExplanation> ExplainPairing(
    const View& v, const model::PairingName& name);

// How a need fared in a round.
enum class NeedOutcome {
  kCovered = 1,
  kPartlyCovered,
  kNotCovered,
  kNotInRound
};

struct NeedExplanation {
  NeedOutcome outcome = NeedOutcome::kNotInRound;
  model::BaseUnits proposed;
  std::vector<model::Match> matches;  // of the round, as they are now
  std::optional<model::UnmetNeed> unmet;
  // In which its place receives: those the round made and those that stand.
  std::vector<model::Pairing> pairings;
  std::vector<model::StaleProposal> stale;
};
// The round of the scheme that began last of those that succeeded.
// FAILED_PRECONDITION (NO_ROUND_SUCCEEDED).
absl::StatusOr<model::RoundName> LastRound(const View& v,
                                           const model::SchemeId& scheme);

// NOT_FOUND: no such round or need. FAILED_PRECONDITION (ROUND_WITHOUT_RESULT).
absl::StatusOr<NeedExplanation> ExplainNeed(const View& v,
                                            const model::RoundName& round,
                                            const model::NeedName& need);

// Two places that were paired when one of two rounds ended. The value is what
// that round gave the pairing; zero where it gave no more.
struct PairingChange {
  model::PlaceId donor;
  model::PlaceId recipient;
  std::optional<model::TierPoints> before;
  std::optional<model::TierPoints> after;
};
struct NeedChange {
  model::NeedName need;
  model::BaseUnits before;                   // left open
  model::BaseUnits after;                    // left open
  std::optional<model::UnmetReason> reason;  // in the later round
};

// Each list by its names.
struct RoundComparison {
  model::Round round;
  std::optional<model::Round> base;
  std::vector<PairingChange> gained;
  std::vector<PairingChange> lost;
  std::vector<PairingChange> changed;
  std::vector<NeedChange> unmet_gained;
  std::vector<NeedChange> unmet_lost;
  std::vector<NeedChange> unmet_changed;
};
// `base` unset: the last round of the scheme that SUCCEEDED before it, if there
// is one.
//
// NOT_FOUND; INVALID_ARGUMENT (INVALID_VALUE): the base is of another scheme;
// FAILED_PRECONDITION (ROUND_WITHOUT_RESULT).
absl::StatusOr<RoundComparison> CompareRounds(
    const View& v, const model::RoundName& round,
    const std::optional<model::RoundName>& base);

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_ANSWERS_H_
