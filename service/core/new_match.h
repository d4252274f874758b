// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// CreateMatch in its two halves: what a round asks before it makes a pairing
// for a match, and the making.
#ifndef TWINAID_SERVICE_CORE_NEW_MATCH_H_
#define TWINAID_SERVICE_CORE_NEW_MATCH_H_

#include "absl/status/statusor.h"
#include "service/core/assistance.h"
#include "service/core/tallies.h"

namespace twinaid::core {

struct CheckedMatch {
  Ends ends;
  int quality_percent = 100;
};

// The errors of CreateMatch.
absl::StatusOr<CheckedMatch> CheckNewMatch(const View& v,
                                           const NewMatch& match);

// Makes what was checked in the same transaction. ALREADY_EXISTS.
absl::StatusOr<model::Match> MakeMatch(Mutation& m, const NewMatch& match,
                                       CheckedMatch checked);

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_NEW_MATCH_H_
