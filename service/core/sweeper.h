// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What time alone brings about: proposals lapse, needs and offers expire.
#ifndef TWINAID_SERVICE_CORE_SWEEPER_H_
#define TWINAID_SERVICE_CORE_SWEEPER_H_

#include <functional>
#include <thread>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/notification.h"
#include "absl/time/time.h"
#include "service/core/unit_of_work.h"

namespace twinaid::core {

// Proposals that lapse in one transaction at most.
inline constexpr int kLapsesPerChunk = 256;

// Lapses and expires what is due now, and returns how many rows ended. Writes
// only where there is something to write. What Store::Read and Write return.
absl::StatusOr<int> SweepDue(UnitOfWork& work);

// Does so every so often, on a thread of its own, from the start on.
// Thread-safe.
class Sweeper {
 public:
  // `work` is borrowed. `on_error` hears, on the sweeper's thread, what a sweep
  // ended with; the next one tries again.
  Sweeper(UnitOfWork& work, absl::Duration every,
          std::function<void(const absl::Status&)> on_error);
  // Waits for the sweep under way.
  ~Sweeper();
  Sweeper(const Sweeper&) = delete;
  Sweeper& operator=(const Sweeper&) = delete;

 private:
  absl::Notification stop_;
  std::thread thread_;
};

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_SWEEPER_H_
