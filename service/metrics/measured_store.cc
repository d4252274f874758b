// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/metrics/measured_store.h"

#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "service/model/errors.h"

namespace twinaid::metrics {
namespace {

// What callers did wrong passes through the store as well, and is not counted.
bool IsOfTheStore(absl::string_view reason) {
  return absl::StartsWith(reason, "STORE_") || reason == "ROW_DAMAGED" ||
         reason == "OUTCOME_UNKNOWN";
}

void CountFailure(Metrics& metrics, const absl::Status& status) {
  if (status.ok()) return;
  const std::string reason = model::ReasonOf(status);
  if (IsOfTheStore(reason)) metrics.StoreFailed(reason);
}

}  // namespace

absl::Status MeasuredStore::Read(
    absl::FunctionRef<absl::Status(const store::ReadTransaction&)> body) {
  const absl::Duration begun = clock_.Elapsed();
  const absl::Status status = store_.Read(body);
  metrics_.StoreRead(clock_.Elapsed() - begun);
  CountFailure(metrics_, status);
  return status;
}

absl::Status MeasuredStore::Write(
    absl::FunctionRef<absl::Status(store::WriteTransaction&)> body,
    store::Ending ending) {
  const absl::Duration begun = clock_.Elapsed();
  metrics_.StoreWriteBegan();
  const absl::Status status = store_.Write(body, ending);
  metrics_.StoreWrote(clock_.Elapsed() - begun);
  CountFailure(metrics_, status);
  return status;
}

void MeasuredStore::WriteLater(
    std::function<absl::Status(store::WriteTransaction&)> body,
    store::Ending ending, std::function<void(const absl::Status&)> done) {
  const absl::Duration begun = clock_.Elapsed();
  metrics_.StoreWriteBegan();
  store_.WriteLater(
      std::move(body), ending,
      [this, begun, done = std::move(done)](const absl::Status& status) {
        metrics_.StoreWrote(clock_.Elapsed() - begun);
        CountFailure(metrics_, status);
        done(status);
      });
}

void MeasuredStore::SetCommitListener(
    std::function<void(std::int64_t)> listener) {
  if (!listener) return store_.SetCommitListener(nullptr);
  store_.SetCommitListener(
      [this, listener = std::move(listener)](std::int64_t last_seq) {
        metrics_.LedgerGrew(last_seq);
        listener(last_seq);
      });
}

}  // namespace twinaid::metrics
