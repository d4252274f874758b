// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/access/call_limits.h"

#include <algorithm>

#include "service/model/access_errors.h"

namespace twinaid::access {

bool CallLimits::Add(Counts& counts, const std::string& key, int limit) {
  int& count = counts[key];
  if (count >= limit) return false;
  ++count;
  return true;
}

void CallLimits::Remove(Counts& counts, const std::string& key) {
  const auto found = counts.find(key);
  if (--found->second == 0) counts.erase(found);
}

absl::StatusOr<CallLimits::Permit> CallLimits::TakePlace(
    absl::string_view whom) {
  const std::string key(whom);
  absl::MutexLock lock(&mutex_);
  if (!Add(places_, key, limits_.calls_at_once)) {
    return model::TooManyCallsAtOnce(limits_.calls_at_once);
  }
  return Permit([this, key] {
    absl::MutexLock giving(&mutex_);
    Remove(places_, key);
  });
}

absl::Status CallLimits::CountCall(const model::PrincipalId& principal) {
  const absl::Duration now = clock_.Elapsed();
  absl::MutexLock lock(&mutex_);
  const auto [at, is_new] = buckets_.try_emplace(principal);
  Bucket& bucket = at->second;
  if (is_new) {
    bucket.calls = limits_.burst;
  } else {
    const double filled = absl::ToDoubleSeconds(now - bucket.filled) *
                          static_cast<double>(limits_.calls_per_second);
    bucket.calls = std::min<double>(limits_.burst, bucket.calls + filled);
  }
  bucket.filled = now;
  if (bucket.calls < 1) {
    const double missing = (1 - bucket.calls) / limits_.calls_per_second;
    return model::TooManyCalls(
        principal, absl::Ceil(absl::Seconds(missing), absl::Milliseconds(1)));
  }
  bucket.calls -= 1;
  return absl::OkStatus();
}

absl::StatusOr<CallLimits::Permit> CallLimits::TakeStream(
    const model::PrincipalId& principal) {
  const std::string key = principal.value();
  absl::MutexLock lock(&mutex_);
  if (!Add(streams_, key, limits_.streams)) {
    return model::TooManyStreams(principal, limits_.streams);
  }
  return Permit([this, key] {
    absl::MutexLock giving(&mutex_);
    Remove(streams_, key);
  });
}

}  // namespace twinaid::access
