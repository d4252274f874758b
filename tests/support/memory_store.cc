// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/memory_store.h"

#include <memory>
#include <utility>

#include "service/model/status_macros.h"
#include "tests/support/memory_transaction.h"

namespace twinaid {

MemoryTables MemoryStore::Snapshot() {
  absl::MutexLock lock(&mutex_);
  return tables_;
}

void MemoryStore::Replace(MemoryTables tables) {
  absl::MutexLock writing(&writing_);
  absl::MutexLock lock(&mutex_);
  tables_ = std::move(tables);
}

absl::Status MemoryStore::Read(
    absl::FunctionRef<absl::Status(const store::ReadTransaction&)> body) {
  MemoryTables snapshot = Snapshot();
  const auto transaction = MakeMemoryTransaction(snapshot);
  return body(*transaction);
}

absl::Status MemoryStore::Write(
    absl::FunctionRef<absl::Status(store::WriteTransaction&)> body,
    store::Ending ending) {
  absl::MutexLock writing(&writing_);
  MemoryTables changed = Snapshot();
  const std::size_t events = changed.of<model::Event>().size();
  const auto transaction = MakeMemoryTransaction(changed);
  TWINAID_RETURN_IF_ERROR(body(*transaction));
  if (ending == store::Ending::kRollBack) return absl::OkStatus();
  const std::size_t events_now = changed.of<model::Event>().size();
  {
    absl::MutexLock lock(&mutex_);
    tables_ = std::move(changed);
  }
  if (events_now > events && listener_) {
    listener_(static_cast<std::int64_t>(events_now));
  }
  return absl::OkStatus();
}

void MemoryStore::SetCommitListener(
    std::function<void(std::int64_t last_seq)> listener) {
  absl::MutexLock writing(&writing_);
  listener_ = std::move(listener);
}

absl::Status MemoryStore::Health() { return absl::OkStatus(); }

}  // namespace twinaid
