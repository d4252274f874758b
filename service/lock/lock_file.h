// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A file that says that a path is in use, and by its lock that it still is.
#ifndef TWINAID_SERVICE_LOCK_LOCK_FILE_H_
#define TWINAID_SERVICE_LOCK_LOCK_FILE_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"

namespace twinaid::lock {

// Held as long as the object lives; the system frees it with the process.
class LockFile {
 public:
  // Locks `path`, which need not exist, by the file "<path>.lock" beside what
  // the path means: symbolic links are followed first, so every name of a path
  // leads to one lock. Hard links are not seen through. The file stays when
  // the lock goes, since another may be waiting with it open.
  //
  // Null: another object has it, in this process or in another.
  // The code of errno (open(2)), with the name of the file: it cannot be made.
  static absl::StatusOr<std::unique_ptr<LockFile>> Take(
      const std::string& path);

  ~LockFile();
  LockFile(const LockFile&) = delete;
  LockFile& operator=(const LockFile&) = delete;

 private:
  explicit LockFile(int fd) : fd_(fd) {}
  const int fd_;
};

}  // namespace twinaid::lock

#endif  // TWINAID_SERVICE_LOCK_LOCK_FILE_H_
