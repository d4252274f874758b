// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Faults on purpose, so that whoever writes a caller can try what it does then.
#ifndef TWINAID_SERVICE_RPC_SANDBOX_H_
#define TWINAID_SERVICE_RPC_SANDBOX_H_

#include <cstdint>
#include <random>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/synchronization/mutex.h"

namespace twinaid::rpc {

// What becomes of a call.
enum class SandboxFault {
  kNone,
  kRefused,     // UNAVAILABLE, and nothing was done
  kAnswerLost,  // UNAVAILABLE, though it was carried out
  kAborted      // ABORTED, and nothing was done; changes only
};

// Thread-safe. The seed fixes what becomes of the first call, of the second,
// and so on, in the order in which workers take them up.
class Sandbox {
 public:
  // Of a hundred calls `percent`, 0 to 100, meet a fault, each kind as often.
  Sandbox(int percent, std::uint64_t seed) : percent_(percent), random_(seed) {}

  SandboxFault Draw(bool is_change);

 private:
  const int percent_;
  absl::Mutex mutex_;
  std::mt19937_64 random_ ABSL_GUARDED_BY(mutex_);
};

// Whether the call is not carried out at all.
inline bool IsBefore(SandboxFault fault) {
  return fault == SandboxFault::kRefused || fault == SandboxFault::kAborted;
}

// What a caller hears. OK: kNone. UNAVAILABLE SANDBOX_FAULT with a retry delay;
// ABORTED SANDBOX_FAULT.
absl::Status ErrorOf(SandboxFault fault);

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_SANDBOX_H_
