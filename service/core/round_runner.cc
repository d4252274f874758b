// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/round_runner.h"

#include <deque>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "service/core/ledger.h"
#include "service/core/proposals.h"
#include "service/core/round_writer.h"
#include "service/core/rounds.h"
#include "service/core/rows.h"
#include "service/core/sweeper.h"
#include "service/model/errors.h"
#include "service/model/round_errors.h"

namespace twinaid::core {
namespace {

// Withdraws what the round proposed and nobody answered, then closes it.
absl::Status Fail(UnitOfWork& work, const model::RoundName& name,
                  const absl::Status& error) {
  return work.Run(System(), [&](Mutation& m) -> absl::Status {
    TWINAID_ASSIGN_OR_RETURN(model::Round round, Require(m.tx.rounds(), name));
    if (round.state != model::RoundState::kRunning) {
      return model::RoundNotRunning(name);
    }
    TWINAID_RETURN_IF_ERROR(WithdrawAll(m, ProposalsOf(name), "round_failed"));
    round.state = model::RoundState::kFailed;
    round.failure = model::FailureOf(error);
    round.finish_time = m.now;
    round.meta.update_time = m.now;
    TWINAID_RETURN_IF_ERROR(m.tx.rounds().Update(round));
    return Record(m, "round.failed", name.ToString(), {}, {});
  });
}

absl::Status Finish(UnitOfWork& work, const model::Round& round) {
  return work.Run(System(), [&](Mutation& m) -> absl::Status {
    model::Round done = round;
    done.state = model::RoundState::kSucceeded;
    done.finish_time = m.now;
    done.meta.update_time = m.now;
    TWINAID_RETURN_IF_ERROR(m.tx.rounds().Update(done));
    return Record(m, "round.succeeded", done.name.ToString(), {},
                  {{"pairings", absl::StrCat(done.pairings)},
                   {"matches", absl::StrCat(done.matches)},
                   {"stale", absl::StrCat(done.stale.size())},
                   {"input_hash", done.input_hash}});
  });
}

// The round with its result; an error is the cause of its failure.
absl::StatusOr<model::Round> CarryOut(
    UnitOfWork& work, const model::RoundName& name,
    const std::function<bool()>& stop_requested, const Planner& planner) {
  TWINAID_RETURN_IF_ERROR(SweepExpiries(work).status());
  model::Round round;
  planning::PlanInput input;
  TWINAID_RETURN_IF_ERROR(
      work.Read(System(), [&](const View& v) -> absl::Status {
        TWINAID_ASSIGN_OR_RETURN(round, Require(v.tx.rounds(), name));
        if (round.state != model::RoundState::kRunning) {
          return model::RoundNotRunning(name);
        }
        TWINAID_ASSIGN_OR_RETURN(model::Scheme scheme,
                                 Require(v.tx.schemes(), name.parent));
        scheme.policy = round.policy;
        TWINAID_ASSIGN_OR_RETURN(
            input,
            SnapshotForRound(v, scheme, {name, round.as_of, round.seed}));
        return absl::OkStatus();
      }));
  if (stop_requested()) return model::RoundStopped(name);
  input.stopwatch = work.stopwatch();
  TWINAID_ASSIGN_OR_RETURN(const planning::Plan plan, planner(input));
  if (!plan.verified()) return model::CertificateNotVerified(name);
  round.input_hash = plan.input_hash;
  round.coverage = plan.coverage;
  round.fairness = plan.fairness;
  round.extra_capacity = plan.extra_capacity;
  round.certificate = plan.certificate;
  TWINAID_RETURN_IF_ERROR(WriteRound(work, plan, stop_requested, round));
  return round;
}

}  // namespace

absl::Status RunRound(UnitOfWork& work, const model::RoundName& name,
                      const std::function<bool()>& stop_requested,
                      const Planner& planner, const RoundErrors& on_error) {
  absl::StatusOr<model::Round> round =
      CarryOut(work, name, stop_requested, planner);
  absl::Status status = round.status();
  if (status.ok()) status = Finish(work, *round);
  if (status.ok()) return status;
  if (model::ReasonOf(status).empty()) {
    status = model::RoundBroken(name, status.message());
  }
  if (on_error) on_error(name, status);
  return Fail(work, name, status);
}

absl::Status FailInterruptedRounds(UnitOfWork& work) {
  std::vector<model::Round> running;
  TWINAID_RETURN_IF_ERROR(
      work.Read(System(), [&](const View& v) -> absl::Status {
        store::RoundQuery query;
        query.state = model::RoundState::kRunning;
        TWINAID_ASSIGN_OR_RETURN(running,
                                 v.tx.rounds().List(query, std::nullopt, 0));
        return absl::OkStatus();
      }));
  for (const model::Round& round : running) {
    TWINAID_RETURN_IF_ERROR(
        Fail(work, round.name, model::RoundStopped(round.name)));
  }
  return absl::OkStatus();
}

struct RoundRunner::State {
  State(UnitOfWork& work_in, RoundErrors on_error_in, RoundEnds on_end_in)
      : work(work_in),
        on_error(std::move(on_error_in)),
        on_end(std::move(on_end_in)) {}

  bool HasWork() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex) {
    return stopping || !queue.empty();
  }
  bool Stopping() {
    absl::MutexLock lock(&mutex);
    return stopping;
  }
  void Work() {
    while (true) {
      model::RoundName name;
      {
        absl::MutexLock lock(&mutex);
        mutex.Await(absl::Condition(this, &State::HasWork));
        if (stopping) return;
        name = queue.front();
        queue.pop_front();
      }
      CarryOutOne(name);
    }
  }

  void CarryOutOne(const model::RoundName& name) {
    const model::Stopwatch stopwatch = work.stopwatch();
    const absl::Duration begun = stopwatch();
    bool succeeded = true;
    const RoundErrors failed = [&](const model::RoundName& round,
                                   const absl::Status& error) {
      succeeded = false;
      on_error(round, error);
    };
    const absl::Status status = RunRound(
        work, name, [this] { return Stopping(); }, planning::MakePlan, failed);
    if (!status.ok()) failed(name, status);
    if (on_end) on_end(succeeded, stopwatch() - begun);
  }

  UnitOfWork& work;
  const RoundErrors on_error;
  const RoundEnds on_end;
  absl::Mutex mutex;
  std::deque<model::RoundName> queue ABSL_GUARDED_BY(mutex);
  bool stopping ABSL_GUARDED_BY(mutex) = false;
  std::thread thread;
};

RoundRunner::RoundRunner(UnitOfWork& work, RoundErrors on_error,
                         RoundEnds on_end)
    : state_(std::make_unique<State>(work, std::move(on_error),
                                     std::move(on_end))) {
  state_->thread = std::thread([this] { state_->Work(); });
}

RoundRunner::~RoundRunner() {
  {
    absl::MutexLock lock(&state_->mutex);
    state_->stopping = true;
  }
  state_->thread.join();
}

void RoundRunner::Enqueue(const model::RoundName& name) {
  absl::MutexLock lock(&state_->mutex);
  state_->queue.push_back(name);
}

}  // namespace twinaid::core
