// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Rounds that start by themselves: at an interval, or after changes settle.
#ifndef TWINAID_SERVICE_CORE_SCHEDULE_H_
#define TWINAID_SERVICE_CORE_SCHEDULE_H_

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/core/unit_of_work.h"
#include "service/model/event.h"
#include "service/model/names.h"
#include "service/model/scheme.h"

namespace twinaid::core {

// Follows the ledger from look to look, so that each costs what happened since
// the last one. Used by one thread.
class RoundSchedule {
 public:
  // `work` is borrowed. `started` hears of each round that was stored RUNNING:
  // it is to be carried out.
  RoundSchedule(UnitOfWork& work,
                std::function<void(const model::RoundName&)> started);

  // Starts a round of each scheme that is due now and has none running, as of
  // today in UTC, with seed 0. What Store::Read and Write return; the next call
  // tries again.
  absl::Status StartDue();

 private:
  // What is known of a scheme with a schedule.
  struct Known {
    std::optional<absl::Time> started;  // its last round
    std::optional<absl::Time> changed;  // what came after, the newest
  };

  // The schemes that are due.
  absl::StatusOr<std::vector<model::SchemeId>> Look(const View& v);
  // Takes note of what was recorded after `read_`.
  absl::Status Follow(const View& v, const std::vector<model::Scheme>& schemes);
  // A scheme that was not followed so far, as of `read_`.
  absl::StatusOr<Known> Begin(const View& v, const model::Scheme& scheme) const;

  UnitOfWork& work_;
  const std::function<void(const model::RoundName&)> started_;
  std::int64_t read_ = 0;  // seq of the last event that was taken note of
  std::map<model::SchemeId, Known> known_;
};

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_SCHEDULE_H_
