// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A store that lets a test step in before a write.
#ifndef TWINAID_TESTS_SERVICE_RPC_HOOKED_STORE_H_
#define TWINAID_TESTS_SERVICE_RPC_HOOKED_STORE_H_

#include <functional>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "service/store/store.h"

namespace twinaid::rpc {

// Passes everything on to a store, which is borrowed. Thread-safe.
class HookedStore : public store::Store {
 public:
  explicit HookedStore(store::Store& inner) : inner_(inner) {}

  // Called before each write that is to be kept, on its thread, several at once
  // where several threads write; it may write itself. An error is the answer to
  // the write, which is not made. nullptr: none.
  void BeforeWrite(std::function<absl::Status()> hook) {
    const absl::MutexLock lock(&mutex_);
    hook_ = std::move(hook);
  }

  absl::Status Read(
      absl::FunctionRef<absl::Status(const store::ReadTransaction&)> body)
      override {
    return inner_.Read(body);
  }
  absl::Status Write(
      absl::FunctionRef<absl::Status(store::WriteTransaction&)> body,
      store::Ending ending) override {
    const absl::Status status = RunHook(ending);
    return status.ok() ? inner_.Write(body, ending) : status;
  }
  void WriteLater(std::function<absl::Status(store::WriteTransaction&)> body,
                  store::Ending ending,
                  std::function<void(const absl::Status&)> done) override {
    const absl::Status status = RunHook(ending);
    if (!status.ok()) return done(status);
    inner_.WriteLater(std::move(body), ending, std::move(done));
  }
  void SetCommitListener(std::function<void(std::int64_t)> listener) override {
    inner_.SetCommitListener(std::move(listener));
  }
  absl::Status Health() override { return inner_.Health(); }

 private:
  absl::Status RunHook(store::Ending ending) {
    std::function<absl::Status()> hook;
    if (ending == store::Ending::kCommit) {
      const absl::MutexLock lock(&mutex_);
      hook = hook_;
    }
    return hook ? hook() : absl::OkStatus();
  }

  store::Store& inner_;
  absl::Mutex mutex_;
  std::function<absl::Status()> hook_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace twinaid::rpc

#endif  // TWINAID_TESTS_SERVICE_RPC_HOOKED_STORE_H_
