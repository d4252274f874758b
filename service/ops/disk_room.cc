// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/ops/disk_room.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace twinaid::ops {

std::int64_t BytesOf(const std::string& path) {
  std::error_code error;
  const std::uintmax_t bytes = std::filesystem::file_size(path, error);
  return error ? 0 : static_cast<std::int64_t>(bytes);
}

std::int64_t FreeBytesAt(const std::string& path) {
  std::error_code error;
  const std::filesystem::path folder =
      std::filesystem::absolute(path, error).parent_path();
  const std::filesystem::space_info room =
      std::filesystem::space(folder, error);
  return error ? 0 : static_cast<std::int64_t>(room.available);
}

absl::Time NewestBackupIn(const std::string& folder) {
  absl::Time newest = absl::UnixEpoch();
  std::error_code error;
  std::filesystem::directory_iterator entry(folder, error);
  // A disk that fails ends the reading, not the process.
  while (!error && entry != std::filesystem::directory_iterator()) {
    const std::filesystem::path& path = entry->path();
    struct stat file = {};
    if (path.extension() == ".backup" && ::stat(path.c_str(), &file) == 0) {
      newest = std::max(newest, absl::FromTimeT(file.st_mtime));
    }
    entry.increment(error);
  }
  return newest;
}

}  // namespace twinaid::ops
