// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What is done to whole files: names given and taken away, so that they last.
#ifndef TWINAID_SERVICE_STORE_SQLITE_FILES_H_
#define TWINAID_SERVICE_STORE_SQLITE_FILES_H_

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace twinaid::store {

// Errors have the code of errno and name the file: NOT_FOUND, ALREADY_EXISTS,
// RESOURCE_EXHAUSTED (no room, quota), PERMISSION_DENIED and others.
// Thread-safe; two who work on one name race as ever.
class Files {
 public:
  virtual ~Files() = default;

  // Nothing there: false. Anything else that has the name: true.
  virtual absl::StatusOr<bool> Exists(const std::string& path) const = 0;
  virtual absl::StatusOr<std::int64_t> Size(const std::string& path) const = 0;
  // NOT_FOUND or FAILED_PRECONDITION: it is no folder.
  virtual absl::Status CheckFolder(const std::string& path) const = 0;
  // An empty file that only its owner reads. ALREADY_EXISTS.
  virtual absl::Status Create(const std::string& path) const = 0;
  // OK as well where there is none.
  virtual absl::Status Remove(const std::string& path) const = 0;
  // ALREADY_EXISTS: `to` is there; both stay. The name lasts once the folder is
  // synced.
  virtual absl::Status Rename(const std::string& from,
                              const std::string& to) const = 0;
  // The content, and the names of the folder, are on the disk.
  virtual absl::Status Sync(const std::string& path) const = 0;
  virtual absl::Status SyncFolder(const std::string& path) const = 0;
};

// Those of the system.
const Files& SystemFiles();

// The folder that a file is in; "." for a name alone.
std::string FolderOf(const std::string& path);

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_FILES_H_
