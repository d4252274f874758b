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
// Needs and offers that one snapshot looks at, and that expire in one
// transaction, at most: whoever calls meanwhile waits for no more than that.
inline constexpr int kRowsPerLook = 1'000;
inline constexpr int kExpiriesPerChunk = 32;

// Lapses the proposals, or expires the needs and offers, that are due now, and
// returns how many rows ended. Writes only where there is something to write.
// What Store::Read and Write return.
//
// Lapses are found by index. Expiries are by day, and read every need and offer
// that is open: once a day is enough.
absl::StatusOr<int> SweepLapses(UnitOfWork& work);
absl::StatusOr<int> SweepExpiries(UnitOfWork& work);

// Both.
absl::StatusOr<int> SweepDue(UnitOfWork& work);

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_SWEEPER_H_
