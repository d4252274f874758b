// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Writes what a round planned, a chunk at a time.
#ifndef TWINAID_SERVICE_CORE_ROUND_WRITER_H_
#define TWINAID_SERVICE_CORE_ROUND_WRITER_H_

#include <functional>
#include <map>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "service/core/unit_of_work.h"
#include "service/model/round.h"
#include "service/planning/plan.h"

namespace twinaid::core {

// Writes `plan` for `round`: candidates and unmet needs, at most 256 in a
// transaction, then pairings with their proposals, at most kProposalsPerChunk.
// A proposal that the rows of the moment do not bear is listed in round.stale.
// Sets the figures of `round`; does not store it.
//
// What Store::Write returns; CANCELLED (ROUND_STOPPED) when `stop_requested`
// between two chunks.
absl::Status WriteRound(UnitOfWork& work, const planning::Plan& plan,
                        const std::function<bool()>& stop_requested,
                        model::Round& round);

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_ROUND_WRITER_H_
