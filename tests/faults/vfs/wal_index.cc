// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/faults/vfs/wal_index.h"

#include <sqlite3.h>

#include <algorithm>

namespace twinaid::faults {

volatile void* WalIndex::Map(const void* owner, std::size_t region,
                             std::size_t bytes, bool extend) {
  owners_[owner];
  while (regions_.size() <= region) {
    if (!extend) return nullptr;
    regions_.push_back(std::make_unique<char[]>(bytes));
  }
  return regions_[region].get();
}

int WalIndex::Lock(const void* owner, int offset, int count, int flags) {
  const auto first = static_cast<std::size_t>(offset);
  const std::size_t last = first + static_cast<std::size_t>(count);
  const bool exclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
  Held& mine = owners_[owner];
  auto& held = exclusive ? mine.exclusive : mine.shared;
  for (std::size_t i = first; i < last; ++i) {
    if ((flags & SQLITE_SHM_UNLOCK) != 0) {
      held[i] = false;
      continue;
    }
    for (const auto& [other, theirs] : owners_) {
      if (other == owner) continue;
      if (theirs.exclusive[i] || (exclusive && theirs.shared[i])) {
        return SQLITE_BUSY;
      }
    }
  }
  if ((flags & SQLITE_SHM_UNLOCK) == 0) {
    std::fill(held.begin() + static_cast<std::ptrdiff_t>(first),
              held.begin() + static_cast<std::ptrdiff_t>(last), true);
  }
  return SQLITE_OK;
}

void WalIndex::Leave(const void* owner) {
  owners_.erase(owner);
  if (owners_.empty()) regions_.clear();
}

int FileLocks::Lock(const void* owner, int level) {
  int& mine = levels_[owner];
  if (mine >= level) return SQLITE_OK;
  for (const auto& [other, theirs] : levels_) {
    if (other == owner) continue;
    const bool in_the_way =
        level == SQLITE_LOCK_SHARED     ? theirs >= SQLITE_LOCK_PENDING
        : level == SQLITE_LOCK_RESERVED ? theirs >= SQLITE_LOCK_RESERVED
                                        : theirs >= SQLITE_LOCK_SHARED;
    if (!in_the_way) continue;
    // Whoever waits for the others to go lets no new ones in.
    if (level == SQLITE_LOCK_EXCLUSIVE && theirs == SQLITE_LOCK_SHARED) {
      mine = SQLITE_LOCK_PENDING;
    }
    return SQLITE_BUSY;
  }
  mine = level;
  return SQLITE_OK;
}

void FileLocks::Unlock(const void* owner, int level) {
  if (level == SQLITE_LOCK_NONE) {
    levels_.erase(owner);
  } else {
    levels_[owner] = level;
  }
}

bool FileLocks::IsReserved() const {
  return std::any_of(levels_.begin(), levels_.end(), [](const auto& held) {
    return held.second >= SQLITE_LOCK_RESERVED;
  });
}

}  // namespace twinaid::faults
