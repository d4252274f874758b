// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/checkpointer.h"

#include <utility>

#include "service/model/status_macros.h"

namespace twinaid::store {
namespace {

// A pass that brought in no more pages leaves little behind it.
constexpr int kFewPages = 128;
constexpr int kMostPasses = 4;

}  // namespace

Checkpointer::Checkpointer(std::unique_ptr<Connection> connection,
                           std::function<void(const absl::Status&)> failed)
    : connection_(std::move(connection)),
      failed_(std::move(failed)),
      thread_([this] { Work(); }) {}

Checkpointer::~Checkpointer() {
  {
    absl::MutexLock lock(&mutex_);
    stopping_ = true;
  }
  thread_.join();
}

bool Checkpointer::Advance() {
  absl::MutexLock lock(&mutex_);
  if (state_ == State::kDone) {
    state_ = State::kIdle;
    return true;
  }
  state_ = State::kAsked;
  return false;
}

void Checkpointer::Work() {
  while (true) {
    {
      absl::MutexLock lock(&mutex_);
      mutex_.Await(absl::Condition(this, &Checkpointer::HasWork));
      if (stopping_) return;
    }
    const absl::Status status = BringIn();
    if (!status.ok()) return failed_(status);
    absl::MutexLock lock(&mutex_);
    state_ = State::kDone;
  }
}

absl::Status Checkpointer::BringIn() {
  int before = 0;
  for (int pass = 0; pass < kMostPasses; ++pass) {
    TWINAID_ASSIGN_OR_RETURN(const int pages, connection_->Checkpoint());
    if (pages - before <= kFewPages) break;
    before = pages;
  }
  return absl::OkStatus();
}

}  // namespace twinaid::store
