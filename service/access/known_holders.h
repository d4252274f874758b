// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Who tokens belong to, remembered from one call to the next.
#ifndef TWINAID_SERVICE_ACCESS_KNOWN_HOLDERS_H_
#define TWINAID_SERVICE_ACCESS_KNOWN_HOLDERS_H_

#include <cstddef>
#include <cstdint>
#include <memory>

#include "absl/base/thread_annotations.h"
#include "absl/container/flat_hash_map.h"
#include "absl/synchronization/mutex.h"
#include "service/access/authenticate.h"

namespace twinaid::access {

// What was read of tokens and principals stays true until one of them changes.
// Whoever asks says how many changes there were, as counted before the snapshot
// was taken that is read: what was remembered of another count is not used.
//
// Thread-safe; each call is O(1).
class KnownHolders {
 public:
  // Holders that are remembered; beyond, all are forgotten.
  static constexpr std::size_t kMost = 4096;

  // Null: read it.
  std::shared_ptr<const Holder> Find(std::int64_t changes,
                                     const model::TokenId& token) const;

  void Remember(std::int64_t changes, const Holder& holder);

 private:
  mutable absl::Mutex mutex_;
  // Of all that is remembered.
  std::int64_t changes_ ABSL_GUARDED_BY(mutex_) = 0;
  absl::flat_hash_map<model::TokenId, std::shared_ptr<const Holder>> holders_
      ABSL_GUARDED_BY(mutex_);
};

}  // namespace twinaid::access

#endif  // TWINAID_SERVICE_ACCESS_KNOWN_HOLDERS_H_
