// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/checkpointer.h"

#include <algorithm>
#include <utility>

namespace twinaid::store {
namespace {

// What is written during a pass is for the next; after so many it is little.
constexpr int kLastPasses = 3;

}  // namespace

Checkpointer::Checkpointer(std::unique_ptr<Connection> connection,
                           int pass_pages, int log_pages,
                           std::function<void(const absl::Status&)> failed)
    : connection_(std::move(connection)),
      pass_pages_(std::min(pass_pages, log_pages)),
      log_pages_(log_pages),
      failed_(std::move(failed)),
      thread_([this] { Work(); }) {}

Checkpointer::~Checkpointer() {
  {
    absl::MutexLock lock(&mutex_);
    stopping_ = true;
  }
  thread_.join();
}

bool Checkpointer::LogHas(int pages) {
  if (pages < looked_at_) looked_at_ = 0;  // It began anew.
  if (last_passes_ == 0 && pages - looked_at_ < pass_pages_) return false;
  const bool is_last = pages >= log_pages_;
  if (!is_last || last_passes_ < kLastPasses) {
    if (!BeginPass()) return false;
    looked_at_ = pages;
    if (is_last) ++last_passes_;
    return false;
  }
  {
    absl::MutexLock lock(&mutex_);
    if (under_way_) return false;
  }
  looked_at_ = pages;
  last_passes_ = 0;
  return true;
}

bool Checkpointer::BeginPass() {
  absl::MutexLock lock(&mutex_);
  return !std::exchange(under_way_, true);
}

void Checkpointer::Work() {
  while (true) {
    {
      absl::MutexLock lock(&mutex_);
      mutex_.Await(absl::Condition(this, &Checkpointer::HasWork));
      if (stopping_) return;
    }
    const absl::Status status = connection_->Checkpoint().status();
    // A pass that failed stays the one under way: there is no other.
    if (!status.ok()) return failed_(status);
    absl::MutexLock lock(&mutex_);
    under_way_ = false;
  }
}

}  // namespace twinaid::store
