// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/store_watch.h"

#include "service/model/errors.h"
#include "service/model/status_macros.h"
#include "service/model/store_errors.h"

namespace twinaid::core {
namespace {

absl::Status Probe(store::Store& store) {
  TWINAID_RETURN_IF_ERROR(store.Health());
  const absl::Status written =
      store.Write([](store::WriteTransaction&) { return absl::OkStatus(); },
                  store::Ending::kRollBack);
  return absl::IsResourceExhausted(written) ? absl::OkStatus() : written;
}

}  // namespace

bool IsLost(const absl::Status& health) {
  return absl::IsUnavailable(health) &&
         model::ReasonOf(health) == "STORE_UNAVAILABLE";
}

StoreWatch::StoreWatch(store::Store& store, const model::Clock& clock,
                       absl::Duration every, absl::Duration silence)
    : store_(store),
      clock_(clock),
      silence_(silence),
      ticker_(
          every, [this] { return Ask(); }, [](const absl::Status&) {}) {}

absl::Status StoreWatch::Ask() {
  {
    absl::MutexLock lock(&mutex_);
    asking_ = true;
    asked_at_ = clock_.Elapsed();
  }
  const absl::Status answer = Probe(store_);
  absl::MutexLock lock(&mutex_);
  asking_ = false;
  last_ = answer;
  return answer;
}

absl::Status StoreWatch::Health() const {
  absl::MutexLock lock(&mutex_);
  if (asking_ && clock_.Elapsed() - asked_at_ > silence_) {
    return model::StoreStuck(clock_.Elapsed() - asked_at_);
  }
  return last_;
}

}  // namespace twinaid::core
