// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/writer.h"

#include <algorithm>
#include <utility>

#include "service/model/common_errors.h"
#include "service/model/status_macros.h"
#include "service/store/sqlite/transaction.h"

namespace twinaid::store {

Writer::Writer(std::unique_ptr<Connection> connection)
    : connection_(std::move(connection)),
      transaction_(MakeTransaction(*connection_)) {
  last_seq_ = LastSeq();
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
  Request request{body, ending, absl::OkStatus()};
  absl::MutexLock lock(&mutex_);
  if (stopping_) return model::StoreUnavailable("the store is closing");
  if (!health_.ok()) return health_;
  queue_.push_back(&request);
  mutex_.Await(absl::Condition(&request.done));
  return request.status;
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
    {
      absl::MutexLock lock(&mutex_);
      for (Request* request : group) request->done = true;
    }
    if (seq == 0) continue;
    absl::MutexLock lock(&listener_mutex_);
    if (listener_) listener_(seq);
  }
}

std::int64_t Writer::CarryOut(const std::deque<Request*>& group) {
  // What was queued when a commit failed is not carried out any more.
  absl::Status begun = Health();
  if (begun.ok()) begun = connection_->Execute("BEGIN IMMEDIATE");
  if (!begun.ok()) {
    for (Request* request : group) request->status = begun;
    return 0;
  }
  absl::Status usable;
  for (Request* request : group) {
    if (usable.ok()) usable = InSavepoint(*request);
    if (!usable.ok()) break;
  }
  if (!usable.ok()) {
    // Nothing of the group was kept: all may try again.
    connection_->Execute("ROLLBACK").IgnoreError();
    for (Request* request : group) request->status = usable;
    return 0;
  }
  const absl::Status committed = connection_->Execute("COMMIT");
  if (!committed.ok()) {
    connection_->Execute("ROLLBACK").IgnoreError();
    for (Request* request : group) {
      // It may be on the disk all the same.
      if (request->status.ok() && request->ending == Ending::kCommit) {
        request->status = model::OutcomeUnknown();
      }
    }
    absl::MutexLock lock(&mutex_);
    health_ = committed;
    return 0;
  }
  const std::int64_t seq = LastSeq();
  return std::exchange(last_seq_, seq) == seq ? 0 : seq;
}

absl::Status Writer::InSavepoint(Request& request) {
  TWINAID_RETURN_IF_ERROR(connection_->Execute("SAVEPOINT request"));
  request.status = request.body(*transaction_);
  if (!request.status.ok() || request.ending == Ending::kRollBack) {
    const absl::Status undone = connection_->Execute("ROLLBACK TO request");
    // Where SQLite gave the whole transaction up, the body says why.
    if (!undone.ok()) return request.status.ok() ? undone : request.status;
  }
  return connection_->Execute("RELEASE request");
}

std::int64_t Writer::LastSeq() {
  const auto last = transaction_->LastEvent();
  return last.ok() && *last ? (*last)->seq : 0;
}

}  // namespace twinaid::store
