// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/access/login_throttle.h"

#include <algorithm>

#include "absl/strings/str_cat.h"

namespace twinaid::access {
namespace {

constexpr absl::Duration kRecordEvery = absl::Seconds(1);

std::string OfId(absl::string_view id) { return absl::StrCat("id ", id); }
std::string OfAddress(absl::string_view address) {
  return absl::StrCat("address ", address);
}
std::string OfBoth(absl::string_view id, absl::string_view address) {
  return absl::StrCat(id, " ", address);
}

}  // namespace

absl::Duration LoginThrottle::WaitOf(const Key& key, absl::Duration now) {
  const auto found = entries_.find(key);
  if (found == entries_.end()) return absl::ZeroDuration();
  return std::max(found->second.until - now, absl::ZeroDuration());
}

absl::Duration LoginThrottle::Wait(absl::string_view token_id,
                                   absl::string_view address) {
  const absl::Duration now = clock_.Elapsed();
  absl::MutexLock lock(&mutex_);
  if (known_.count(OfBoth(token_id, address)) > 0) return absl::ZeroDuration();
  return std::max(WaitOf(OfAddress(address), now), WaitOf(OfId(token_id), now));
}

void LoginThrottle::Forget(const Key& key) {
  const auto found = entries_.find(key);
  if (found == entries_.end()) return;
  by_age_.erase({found->second.last, key});
  entries_.erase(found);
}

void LoginThrottle::Count(const Key& key, absl::Duration now) {
  Entry entry;
  if (const auto found = entries_.find(key);
      found != entries_.end() && now - found->second.last < kForgottenAfter) {
    entry = found->second;
  }
  Forget(key);
  ++entry.failures;
  entry.last = now;
  if (entry.failures >= kFreeFailures) {
    absl::Duration wait = kFirstWait;
    for (int i = kFreeFailures; i < entry.failures && wait < kLongestWait;
         ++i) {
      wait *= 2;
    }
    entry.until = now + std::min(wait, kLongestWait);
  }
  entries_[key] = entry;
  by_age_.insert({now, key});
  if (entries_.size() > kRememberedKeys) Forget(by_age_.begin()->second);
}

FailedLogin LoginThrottle::Failed(absl::string_view token_id,
                                  absl::string_view address) {
  const absl::Duration now = clock_.Elapsed();
  absl::MutexLock lock(&mutex_);
  Count(OfId(token_id), now);
  Count(OfAddress(address), now);
  ++failures_;
  ++unrecorded_;
  FailedLogin failed{unrecorded_, now - recorded_ >= kRecordEvery};
  if (failed.record) {
    recorded_ = now;
    unrecorded_ = 0;
  }
  return failed;
}

void LoginThrottle::Succeeded(absl::string_view token_id,
                              absl::string_view address) {
  absl::MutexLock lock(&mutex_);
  Forget(OfAddress(address));
  if (known_.size() >= kRememberedKeys) known_.clear();
  known_.insert(OfBoth(token_id, address));
}

std::int64_t LoginThrottle::failures() const {
  absl::MutexLock lock(&mutex_);
  return failures_;
}

}  // namespace twinaid::access
