// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/access/known_holders.h"

namespace twinaid::access {

std::shared_ptr<const Holder> KnownHolders::Find(
    std::int64_t changes, const model::TokenId& token) const {
  absl::ReaderMutexLock lock(&mutex_);
  if (changes != changes_) return nullptr;
  const auto found = holders_.find(token);
  return found == holders_.end() ? nullptr : found->second;
}

void KnownHolders::Remember(std::int64_t changes, const Holder& holder) {
  auto kept = std::make_shared<const Holder>(holder);
  absl::MutexLock lock(&mutex_);
  // It was read before something changed.
  if (changes < changes_) return;
  if (changes > changes_ || holders_.size() >= kMost) holders_.clear();
  changes_ = changes;
  holders_[holder.token.id] = std::move(kept);
}

}  // namespace twinaid::access
