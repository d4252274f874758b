// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Carries out RUNNING rounds, one at a time, on a thread of its own.
#ifndef TWINAID_SERVICE_CORE_ROUND_RUNNER_H_
#define TWINAID_SERVICE_CORE_ROUND_RUNNER_H_

#include <functional>
#include <memory>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/core/unit_of_work.h"
#include "service/model/names.h"
#include "service/planning/plan.h"

namespace twinaid::core {

// Proposals written in one transaction at most.
inline constexpr int kProposalsPerChunk = 16;

// What makes the plan of a round: planning::MakePlan, but for tests.
using Planner = std::function<absl::StatusOr<planning::Plan>(
    const planning::PlanInput& input)>;

// Hears an error that a round met, with its cause.
using RoundErrors = std::function<void(const model::RoundName& round,
                                       const absl::Status& error)>;

// Hears that a round ended and how long it took.
using RoundEnds = std::function<void(bool succeeded, absl::Duration took)>;

// One round from snapshot to end, on the caller's thread: expires what is due,
// plans from a snapshot while clients write, checks the certificate, writes
// pairings and proposals in chunks, each proposal checked again (stale ones are
// listed), then SUCCEEDED; FAILED with the cause where planning or its proof
// fails. `stop_requested` is asked between chunks; true ends the round FAILED.
// `on_error` hears what fails the round before the round says so.
//
// NOT_FOUND; FAILED_PRECONDITION (ROUND_NOT_RUNNING); what Store::Write returns
// where the end could not be recorded.
absl::Status RunRound(UnitOfWork& work, const model::RoundName& name,
                      const std::function<bool()>& stop_requested,
                      const Planner& planner = planning::MakePlan,
                      const RoundErrors& on_error = nullptr);

// Rounds found RUNNING at start become FAILED and their unanswered proposals
// are withdrawn. Call before the runner starts.
absl::Status FailInterruptedRounds(UnitOfWork& work);

// Thread-safe.
class RoundRunner {
 public:
  // `work` is borrowed. `on_error` hears, on the runner's thread, what fails a
  // round, and then what RunRound could not record; `on_end` every round that
  // it carried out.
  RoundRunner(UnitOfWork& work, RoundErrors on_error,
              RoundEnds on_end = nullptr);
  // Stops after the chunk under way; the round under way ends FAILED.
  ~RoundRunner();
  RoundRunner(const RoundRunner&) = delete;
  RoundRunner& operator=(const RoundRunner&) = delete;

  // Queues a RUNNING round.
  void Enqueue(const model::RoundName& name);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_ROUND_RUNNER_H_
