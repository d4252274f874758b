// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/writer.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "service/model/common_errors.h"
#include "service/model/status_macros.h"
#include "service/store/sqlite/transaction.h"

namespace twinaid::store {
namespace {

bool IsFull(const absl::Status& status) {
  return status.code() == absl::StatusCode::kResourceExhausted;
}

}  // namespace

Writer::Writer(std::unique_ptr<Connection> connection,
               std::unique_ptr<Connection> checkpoints,
               const SqliteTuning& tuning, const Damage& damage,
               CommitObserver on_commit)
    : connection_(std::move(connection)),
      transaction_(MakeTransaction(*connection_)),
      on_queued_(tuning.on_queued),
      damage_(damage),
      on_commit_(std::move(on_commit)),
      checkpoint_pages_(tuning.checkpoint_pages) {
  last_seq_ = LastSeq();
  health_ = connection_->lost();
  if (checkpoints != nullptr) {
    checkpointer_ = std::make_unique<Checkpointer>(
        std::move(checkpoints), tuning.pass_pages, tuning.checkpoint_pages,
        [this](const absl::Status& why) { StopWriting(why); });
  }
  thread_ = std::thread([this] { Work(); });
}

Writer::~Writer() {
  {
    absl::MutexLock lock(&mutex_);
    stopping_ = true;
  }
  thread_.join();
}

absl::Status Writer::Write(
    absl::FunctionRef<absl::Status(WriteTransaction&)> body, Ending ending) {
  Request request{body, ending, absl::OkStatus(), false, nullptr};
  absl::MutexLock lock(&mutex_);
  TWINAID_RETURN_IF_ERROR(Queue(request));
  mutex_.Await(absl::Condition(&request.done));
  return request.status;
}

void Writer::WriteLater(std::function<absl::Status(WriteTransaction&)> body,
                        Ending ending,
                        std::function<void(const absl::Status&)> done) {
  auto request =
      std::make_unique<LaterRequest>(std::move(body), ending, std::move(done));
  absl::Status taken;
  {
    absl::MutexLock lock(&mutex_);
    taken = Queue(*request);
  }
  if (!taken.ok()) return request->tell(taken);
  request.release();  // Answer() takes it back.
}

absl::Status Writer::Queue(Request& request) {
  if (stopping_) return model::StoreUnavailable("the store is closing");
  if (!health_.ok()) return health_;
  TWINAID_RETURN_IF_ERROR(damage_.Found());
  queue_.push_back(&request);
  if (on_queued_) on_queued_();
  return absl::OkStatus();
}

void Writer::SetListener(std::function<void(std::int64_t)> listener) {
  absl::MutexLock lock(&listener_mutex_);
  listener_ = std::move(listener);
}

absl::Status Writer::Health() {
  absl::MutexLock lock(&mutex_);
  return health_;
}

void Writer::Work() {
  while (true) {
    std::deque<Request*> group;
    {
      absl::MutexLock lock(&mutex_);
      mutex_.Await(absl::Condition(this, &Writer::HasWork));
      if (queue_.empty()) return;
      while (!queue_.empty() && group.size() < kMaxGroup) {
        group.push_back(queue_.front());
        queue_.pop_front();
      }
    }
    const std::int64_t seq = CarryOut(group);
    Answer(group);
    if (seq != 0) {
      absl::MutexLock lock(&listener_mutex_);
      if (listener_) listener_(seq);
    }
    // Nobody waits for it: what was answered is in the log.
    absl::Status after = connection_->lost();
    if (after.ok() && Health().ok()) after = CheckpointIfDue();
    if (!after.ok()) StopWriting(after);
  }
}

void Writer::Answer(const std::deque<Request*>& group) {
  std::vector<std::unique_ptr<LaterRequest>> later;
  {
    absl::MutexLock lock(&mutex_);
    for (Request* request : group) {
      if (request->tell == nullptr) {
        request->done = true;  // It may be gone from here on.
      } else {
        later.emplace_back(static_cast<LaterRequest*>(request));
      }
    }
  }
  for (const auto& request : later) request->tell(request->status);
}

std::int64_t Writer::CarryOut(const std::deque<Request*>& group) {
  // What was queued when the writing ended is not carried out any more.
  absl::Status usable = Health();
  if (usable.ok()) {
    usable = connection_->Repeat("BEGIN IMMEDIATE");
    for (Request* request : group) {
      if (usable.ok()) usable = InSavepoint(*request);
    }
    usable.Update(damage_.Found());
  }
  if (!usable.ok()) {
    // Nothing of the group was kept: all may try again.
    const absl::Status& lost = connection_->lost();
    met_full_ = met_full_ || IsFull(lost);
    if (!lost.ok() && !IsFull(lost) && !absl::IsDataLoss(lost)) {
      GiveUp(lost);
    }
    connection_->Rollback();
    for (Request* request : group) request->status = usable;
    return 0;
  }
  if (!Commit(group).ok()) return 0;
  const std::int64_t seq = LastSeq();
  return std::exchange(last_seq_, seq) == seq ? 0 : seq;
}

absl::Status Writer::CommitMeasured(const std::deque<Request*>& group) {
  if (!on_commit_.observe) return connection_->Repeat("COMMIT");
  const auto kept =
      std::count_if(group.begin(), group.end(), [](const Request* request) {
        return request->status.ok() && request->ending == Ending::kCommit;
      });
  const absl::Duration begun = on_commit_.stopwatch();
  TWINAID_RETURN_IF_ERROR(connection_->Repeat("COMMIT"));
  if (kept > 0) on_commit_.observe(kept, on_commit_.stopwatch() - begun);
  return absl::OkStatus();
}

absl::Status Writer::Commit(const std::deque<Request*>& group) {
  const absl::Status committed = CommitMeasured(group);
  if (committed.ok()) return committed;
  connection_->Rollback();
  // The frame that makes a commit of it is the last one to be written: without
  // room for it nothing is stored. After any other error it may be on the disk
  // all the same.
  const bool full = IsFull(committed);
  met_full_ = met_full_ || full;
  for (Request* request : group) {
    if (request->status.ok() && request->ending == Ending::kCommit) {
      request->status = full ? committed : model::OutcomeUnknown();
    }
  }
  if (!full) GiveUp(committed);
  return committed;
}

absl::Status Writer::InSavepoint(Request& request) {
  TWINAID_RETURN_IF_ERROR(connection_->Repeat("SAVEPOINT request"));
  request.status = request.body(*transaction_);
  // Whatever the body made of it.
  TWINAID_RETURN_IF_ERROR(connection_->lost());
  if (!request.status.ok() || request.ending == Ending::kRollBack) {
    TWINAID_RETURN_IF_ERROR(connection_->Repeat("ROLLBACK TO request"));
  }
  return connection_->Repeat("RELEASE request");
}

absl::Status Writer::CheckpointIfDue() {
  const int pages = connection_->log_pages();
  bool due = checkpointer_ != nullptr ? checkpointer_->LogHas(pages)
                                      : pages >= checkpoint_pages_;
  // The log cannot grow: once it was brought in it can begin anew.
  if (std::exchange(met_full_, false) &&
      (checkpointer_ == nullptr || !checkpointer_->IsUnderWay())) {
    due = true;
  }
  return due ? connection_->Checkpoint().status() : absl::OkStatus();
}

void Writer::StopWriting(const absl::Status& why) {
  // What is damaged is not written any more; the rest can be read.
  if (absl::IsDataLoss(why) && !damage_.Found().ok()) return;
  GiveUp(why);
}

void Writer::GiveUp(const absl::Status& why) {
  absl::MutexLock lock(&mutex_);
  health_.Update(why);
}

std::int64_t Writer::LastSeq() {
  const auto last = transaction_->LastEvent();
  return last.ok() && *last ? (*last)->seq : 0;
}

}  // namespace twinaid::store
