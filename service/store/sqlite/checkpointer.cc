// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/checkpointer.h"

#include <algorithm>
#include <utility>

namespace twinaid::store {
namespace {

// What is written during a pass is for the next; after so many it is little.
constexpr int kLastPasses = 3;
// Groups after which the rest is brought in again, if the log went on.
constexpr int kMoreRests = 16;

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
  if (pages < looked_at_) {  // It began anew.
    looked_at_ = last_passes_ = more_rests_ = 0;
    absl::MutexLock lock(&mutex_);
    brought_in_ = 0;
  }
  if (more_rests_ > 0) {
    if (pages == looked_at_) return false;
    --more_rests_;
    looked_at_ = pages;
    return true;
  }
  if (last_passes_ == 0 && pages - looked_at_ < pass_pages_) return false;
  const bool is_last = pages >= log_pages_;
  if (is_last && last_passes_ == kLastPasses) {
    if (IsUnderWay()) return false;
    looked_at_ = pages;
    last_passes_ = 0;
    more_rests_ = kMoreRests;
    return true;
  }
  if (!BeginPass(pages)) return false;
  looked_at_ = pages;
  if (is_last) ++last_passes_;
  return false;
}

bool Checkpointer::IsUnderWay() {
  absl::MutexLock lock(&mutex_);
  return under_way_;
}

bool Checkpointer::BeginPass(int pages) {
  absl::MutexLock lock(&mutex_);
  if (under_way_ || pages <= brought_in_) return false;
  under_way_ = true;
  return true;
}

void Checkpointer::Work() {
  while (true) {
    {
      absl::MutexLock lock(&mutex_);
      mutex_.Await(absl::Condition(this, &Checkpointer::HasWork));
      if (stopping_) return;
    }
    const absl::StatusOr<int> pages = connection_->Checkpoint();
    // A pass that failed stays the one under way: there is no other.
    if (!pages.ok()) return failed_(pages.status());
    absl::MutexLock lock(&mutex_);
    brought_in_ = std::max(brought_in_, *pages);
    under_way_ = false;
  }
}

}  // namespace twinaid::store
