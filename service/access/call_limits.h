// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// How much one principal may ask for: calls a second, calls at once, streams.
#ifndef TWINAID_SERVICE_ACCESS_CALL_LIMITS_H_
#define TWINAID_SERVICE_ACCESS_CALL_LIMITS_H_

#include <functional>
#include <map>
#include <string>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "service/model/clock.h"
#include "service/model/principal.h"

namespace twinaid::access {

struct Limits {
  // A bucket of `burst` calls that fills by `calls_per_second`.
  int calls_per_second = 500;
  int burst = 1000;
  int calls_at_once = 64;
  int streams = 8;
};

// Thread-safe; each call is O(log principals). The clock is borrowed.
class CallLimits {
 public:
  CallLimits(const Limits& limits, const model::Clock& clock)
      : limits_(limits), clock_(clock) {}

  // What was taken; gives it back when it goes. The limits must outlive it.
  class Permit {
   public:
    Permit() = default;
    explicit Permit(std::function<void()> give_back)
        : give_back_(std::move(give_back)) {}
    Permit(Permit&& other) noexcept
        : give_back_(std::exchange(other.give_back_, nullptr)) {}
    Permit& operator=(Permit&& other) noexcept {
      std::swap(give_back_, other.give_back_);
      return *this;
    }
    ~Permit() {
      if (give_back_) give_back_();
    }

   private:
    std::function<void()> give_back_;
  };

  // A place among the calls that wait or run for `whom`, the token a call names
  // and its address: before the token is looked at, since looking at it is what
  // waits. Who holds one token fills no queue with it.
  // RESOURCE_EXHAUSTED TOO_MANY_CALLS_AT_ONCE with a retry delay.
  absl::StatusOr<Permit> TakePlace(absl::string_view whom);

  // One call more of a principal.
  // RESOURCE_EXHAUSTED TOO_MANY_CALLS with a retry delay.
  absl::Status CountCall(const model::PrincipalId& principal);

  // RESOURCE_EXHAUSTED TOO_MANY_STREAMS with a retry delay.
  absl::StatusOr<Permit> TakeStream(const model::PrincipalId& principal);

 private:
  struct Bucket {
    double calls = 0;       // that may still be made
    absl::Duration filled;  // by Clock::Elapsed()
  };
  using Counts = std::map<std::string, int>;

  // One more of `key`, at most `limit`; false: there are as many.
  static bool Add(Counts& counts, const std::string& key, int limit);
  static void Remove(Counts& counts, const std::string& key);

  const Limits limits_;
  const model::Clock& clock_;
  absl::Mutex mutex_;
  // One entry a principal that ever called: they are made by admins only.
  std::map<model::PrincipalId, Bucket> buckets_ ABSL_GUARDED_BY(mutex_);
  Counts places_ ABSL_GUARDED_BY(mutex_);
  Counts streams_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace twinaid::access

#endif  // TWINAID_SERVICE_ACCESS_CALL_LIMITS_H_
