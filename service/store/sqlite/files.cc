// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>

#include "absl/strings/str_cat.h"

namespace twinaid::store {
namespace {

absl::Status Failed(const std::string& path) {
  const int error = errno;
  if (error == EDQUOT || error == EFBIG) {
    return absl::ResourceExhaustedError(absl::StrCat(path, ": no room"));
  }
  return absl::ErrnoToStatus(error, path);
}

absl::Status SyncAt(const std::string& path, int flags) {
  const int file = ::open(path.c_str(), flags | O_CLOEXEC);
  if (file < 0) return Failed(path);
  absl::Status status;
  if (::fsync(file) != 0) status = Failed(path);
  ::close(file);
  return status;
}

class System final : public Files {
 public:
  absl::StatusOr<bool> Exists(const std::string& path) const override {
    struct stat found = {};
    if (::lstat(path.c_str(), &found) == 0) return true;
    if (errno == ENOENT) return false;
    return Failed(path);
  }
  absl::StatusOr<std::int64_t> Size(const std::string& path) const override {
    struct stat found = {};
    if (::stat(path.c_str(), &found) != 0) return Failed(path);
    return std::int64_t{found.st_size};
  }
  absl::Status CheckFolder(const std::string& path) const override {
    struct stat found = {};
    if (::stat(path.c_str(), &found) != 0) return Failed(path);
    if (S_ISDIR(found.st_mode)) return absl::OkStatus();
    return absl::FailedPreconditionError(absl::StrCat(path, ": no folder"));
  }
  absl::Status Create(const std::string& path) const override {
    constexpr mode_t kOwnerOnly = 0600;
    const int file = ::open(
        path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kOwnerOnly);
    if (file < 0) return Failed(path);
    ::close(file);
    return absl::OkStatus();
  }
  absl::Status Remove(const std::string& path) const override {
    if (::unlink(path.c_str()) == 0 || errno == ENOENT) return absl::OkStatus();
    return Failed(path);
  }
  absl::Status Rename(const std::string& from,
                      const std::string& to) const override {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(),
                    RENAME_NOREPLACE) == 0) {
      return absl::OkStatus();
    }
    // Some file systems cannot do both in one.
    if (errno != EINVAL && errno != ENOSYS) return Failed(to);
    if (::link(from.c_str(), to.c_str()) != 0) return Failed(to);
    return Remove(from);
  }
  absl::Status Sync(const std::string& path) const override {
    return SyncAt(path, O_RDONLY);
  }
  absl::Status SyncFolder(const std::string& path) const override {
    return SyncAt(path, O_RDONLY | O_DIRECTORY);
  }
};

}  // namespace

const Files& SystemFiles() {
  static const System system;
  return system;
}

std::string FolderOf(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

}  // namespace twinaid::store
