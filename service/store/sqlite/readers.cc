// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/readers.h"

#include <utility>

#include "service/model/status_macros.h"
#include "service/store/sqlite/transaction.h"

namespace twinaid::store {

absl::StatusOr<std::unique_ptr<Readers>> Readers::Open(
    const std::string& path, int count, const SqliteTuning& tuning,
    Damage* damage) {
  auto readers = std::make_unique<Readers>();
  absl::MutexLock lock(&readers->mutex_);
  for (int i = 0; i < count; ++i) {
    Reader reader;
    TWINAID_ASSIGN_OR_RETURN(
        reader.connection,
        Connection::Open(path, Connection::Mode::kReadOnly, tuning, damage));
    reader.transaction = MakeTransaction(*reader.connection);
    readers->free_.push_back(std::move(reader));
  }
  return readers;
}

absl::Status Readers::Read(
    absl::FunctionRef<absl::Status(const ReadTransaction&)> body) {
  Reader reader;
  {
    absl::MutexLock lock(&mutex_);
    mutex_.Await(absl::Condition(this, &Readers::HasFree));
    reader = std::move(free_.back());
    free_.pop_back();
  }
  absl::Status status = reader.connection->Repeat("BEGIN");
  if (status.ok()) {
    status = body(*reader.transaction);
    // Nothing was written: all that counts is that the next one can begin.
    status.Update(reader.connection->lost());
    if (!reader.connection->Repeat("COMMIT").ok()) {
      reader.connection->Rollback();
    }
  } else {
    reader.connection->Rollback();
  }
  absl::MutexLock lock(&mutex_);
  free_.push_back(std::move(reader));
  return status;
}

}  // namespace twinaid::store
