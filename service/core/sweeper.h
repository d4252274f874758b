// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What time alone brings about: proposals lapse, needs and offers expire.
#ifndef TWINAID_SERVICE_CORE_SWEEPER_H_
#define TWINAID_SERVICE_CORE_SWEEPER_H_

#include "absl/status/statusor.h"
#include "service/core/unit_of_work.h"

namespace twinaid::core {

// Proposals that lapse in one transaction at most.
inline constexpr int kLapsesPerChunk = 256;

// Lapses and expires what is due now, and returns how many rows ended. Writes
// only where there is something to write. What Store::Read and Write return.
absl::StatusOr<int> SweepDue(UnitOfWork& work);

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_SWEEPER_H_
