// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/background_check.h"

#include <memory>
#include <utility>

#include "service/model/status_macros.h"
#include "service/store/sqlite/database_check.h"

namespace twinaid::store {
namespace {

// After some milliseconds of work.
constexpr absl::Duration kRest = absl::Milliseconds(20);

}  // namespace

BackgroundCheck::BackgroundCheck(std::string path, SqliteTuning tuning,
                                 absl::Duration every, Damage& damage,
                                 OnChecked on_checked)
    : path_(std::move(path)),
      tuning_(std::move(tuning)),
      damage_(damage),
      on_checked_(std::move(on_checked)) {
  if (every > absl::ZeroDuration()) {
    thread_ = std::thread([this, every] { Work(every); });
  }
}

BackgroundCheck::~BackgroundCheck() {
  {
    absl::MutexLock lock(&mutex_);
    stopping_ = true;
    // A step may read a whole table.
    if (checking_ != nullptr) checking_->Interrupt();
  }
  if (thread_.joinable()) thread_.join();
  // Until a caller of CheckNow has left.
  absl::MutexLock last(&one_at_a_time_);
}

absl::Status BackgroundCheck::CheckNow() { return Check(absl::ZeroDuration()); }

void BackgroundCheck::Work(absl::Duration every) {
  while (Rest(every)) {
    const absl::Status checked = Check(kRest);
    if (absl::IsCancelled(checked)) return;
    if (on_checked_) on_checked_(checked);
  }
}

bool BackgroundCheck::Rest(absl::Duration rest) {
  absl::MutexLock lock(&mutex_);
  return !mutex_.AwaitWithTimeout(absl::Condition(&stopping_), rest);
}

absl::Status BackgroundCheck::Check(absl::Duration rest) {
  absl::MutexLock one(&one_at_a_time_);
  TWINAID_ASSIGN_OR_RETURN(
      const std::unique_ptr<Connection> connection,
      Connection::Open(path_, Connection::Mode::kReadOnly, tuning_, &damage_));
  {
    absl::MutexLock lock(&mutex_);
    checking_ = connection.get();
  }
  absl::Status checked =
      CheckDatabase(*connection, [&] { return Rest(rest); }).status();
  absl::MutexLock lock(&mutex_);
  checking_ = nullptr;
  // A step that was broken off found nothing.
  if (stopping_ && !absl::IsDataLoss(checked)) {
    checked = absl::CancelledError("the store is closing");
  }
  return checked;
}

}  // namespace twinaid::store
