// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A store of plain maps: the model that the others are compared with, and what
// tests of rules stand on. It keeps nothing when it goes.
#ifndef TWINAID_TESTS_SUPPORT_MEMORY_STORE_H_
#define TWINAID_TESTS_SUPPORT_MEMORY_STORE_H_

#include <cstdint>
#include <functional>

#include "absl/base/thread_annotations.h"
#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/synchronization/mutex.h"
#include "service/store/store.h"
#include "tests/support/memory_tables.h"

namespace twinaid {

// Thread-safe. Readers never wait; writers wait for each other, each runs on
// its own thread. The first write to a table in a transaction copies it.
class MemoryStore final : public store::Store {
 public:
  absl::Status Read(
      absl::FunctionRef<absl::Status(const store::ReadTransaction&)> body)
      override;
  absl::Status Write(
      absl::FunctionRef<absl::Status(store::WriteTransaction&)> body,
      store::Ending ending = store::Ending::kCommit) override;
  void SetCommitListener(
      std::function<void(std::int64_t last_seq)> listener) override;
  absl::Status Health() override;

  // All rows as they are now, O(1); two snapshots share what did not change
  // between them. Replace puts others in their place, without telling the
  // commit listener.
  MemoryTables Snapshot();
  void Replace(MemoryTables tables);

 private:
  absl::Mutex writing_ ABSL_ACQUIRED_BEFORE(mutex_);
  std::function<void(std::int64_t)> listener_ ABSL_GUARDED_BY(writing_);
  absl::Mutex mutex_;
  MemoryTables tables_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace twinaid

#endif  // TWINAID_TESTS_SUPPORT_MEMORY_STORE_H_
