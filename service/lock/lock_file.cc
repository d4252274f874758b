// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/lock/lock_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "service/lock/links.h"

namespace twinaid::lock {
namespace {

// Where `path` leads, also through a link to what is not there yet; as it was
// given where that cannot be told.
std::string Resolved(const std::string& given) {
  std::error_code error;
  std::filesystem::path path = FollowLinks(given);
  path = std::filesystem::weakly_canonical(path, error);
  return error ? given : path.string();
}

}  // namespace

absl::StatusOr<std::unique_ptr<LockFile>> LockFile::Take(
    const std::string& path) {
  const std::string name = Resolved(path) + ".lock";
  constexpr mode_t kOwnerOnly = 0600;
  const int fd = open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, kOwnerOnly);
  if (fd < 0) return absl::ErrnoToStatus(errno, name);
  std::unique_ptr<LockFile> lock(new LockFile(fd));
  if (flock(fd, LOCK_EX | LOCK_NB) != 0) return nullptr;
  return lock;
}

LockFile::~LockFile() { close(fd_); }

}  // namespace twinaid::lock
