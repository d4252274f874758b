// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Memory and locks that the connections of one database share: the index of
// the write-ahead log and the five locks of the file.
#ifndef TWINAID_TESTS_FAULTS_VFS_WAL_INDEX_H_
#define TWINAID_TESTS_FAULTS_VFS_WAL_INDEX_H_

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <vector>

namespace twinaid::faults {

// Gone at a power cut, as memory is. Owners are told apart by their address.
// Codes are those of SQLite. Not thread-safe.
class WalIndex {
 public:
  // A region of `bytes` bytes; null: it is not there and `extend` is false.
  volatile void* Map(const void* owner, std::size_t region, std::size_t bytes,
                     bool extend);
  // xShmLock.
  int Lock(const void* owner, int offset, int count, int flags);
  // Takes away what the owner holds; with the last owner the memory goes.
  void Leave(const void* owner);

 private:
  static constexpr std::size_t kLocks = 8;
  struct Held {
    std::array<bool, kLocks> shared = {};
    std::array<bool, kLocks> exclusive = {};
  };
  std::vector<std::unique_ptr<char[]>> regions_;
  std::map<const void*, Held> owners_;
};

// The lock that each open file has: SQLITE_LOCK_NONE to EXCLUSIVE.
class FileLocks {
 public:
  // xLock.
  int Lock(const void* owner, int level);
  void Unlock(const void* owner, int level);
  bool IsReserved() const;

 private:
  std::map<const void*, int> levels_;
};

}  // namespace twinaid::faults

#endif  // TWINAID_TESTS_FAULTS_VFS_WAL_INDEX_H_
