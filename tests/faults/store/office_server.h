// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The store on a disk that fails, with what stands around it in a server.
#ifndef TWINAID_TESTS_FAULTS_STORE_OFFICE_SERVER_H_
#define TWINAID_TESTS_FAULTS_STORE_OFFICE_SERVER_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "service/core/unit_of_work.h"
#include "service/store/sqlite/sqlite_store.h"
#include "tests/faults/store/requests.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_id_generator.h"

namespace twinaid::faults {

class OfficeServer {
 public:
  // `path` names the database on the VFS that `tuning` says, and the lock file
  // on the real disk.
  OfficeServer(std::string path, store::SqliteTuning tuning);

  // Opens the store; what OpenSqliteStore returns.
  absl::Status Start();
  // Closes it, if it is open.
  void Stop() { store_.reset(); }

  // Asks all of a group at once, so that the writer commits them together in
  // their order; `moment` and `last_id` are what the reference had. Returns the
  // answers in that order.
  std::vector<absl::StatusOr<std::string>> AskTogether(const Group& group,
                                                       absl::Time moment,
                                                       std::uint64_t last_id);
  // Asks one after the other.
  std::vector<absl::StatusOr<std::string>> AskInTurn(const Group& group,
                                                     absl::Time moment,
                                                     std::uint64_t last_id);

  store::Store& store() { return *store_; }
  core::UnitOfWork& work() { return *work_; }

 private:
  // What one of those who ask at once waits for and is waited for by.
  struct Turn {
    const int* queued;
    int wanted;         // writes that are to be queued
    bool over = false;  // or it was answered without being queued
    bool Came() const { return over || *queued >= wanted; }
  };
  void Set(absl::Time moment, std::uint64_t last_id);

  const std::string path_;
  store::SqliteTuning tuning_;
  FakeClock clock_;
  FakeIdGenerator ids_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<core::UnitOfWork> work_;

  absl::Mutex mutex_;
  int queued_ ABSL_GUARDED_BY(mutex_) = 0;
};

}  // namespace twinaid::faults

#endif  // TWINAID_TESTS_FAULTS_STORE_OFFICE_SERVER_H_
