// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Read-only connections, lent one at a time.
#ifndef TWINAID_SERVICE_STORE_SQLITE_READERS_H_
#define TWINAID_SERVICE_STORE_SQLITE_READERS_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "service/store/sqlite/connection.h"
#include "service/store/store.h"

namespace twinaid::store {

// Thread-safe.
class Readers {
 public:
  static absl::StatusOr<std::unique_ptr<Readers>> Open(
      const std::string& path, int count, const SqliteTuning& tuning,
      Damage* damage);

  // As Store::Read: waits for a connection that is free.
  absl::Status Read(
      absl::FunctionRef<absl::Status(const ReadTransaction&)> body);

 private:
  struct Reader {
    std::unique_ptr<Connection> connection;
    std::unique_ptr<WriteTransaction> transaction;  // of a read-only connection
  };
  bool HasFree() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    return !free_.empty();
  }

  absl::Mutex mutex_;
  std::vector<Reader> free_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_READERS_H_
