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
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() != ".backup") continue;
    struct stat file = {};
    if (::stat(entry.path().c_str(), &file) != 0) continue;
    newest = std::max(newest, absl::FromTimeT(file.st_mtime));
  }
  return newest;
}

}  // namespace twinaid::ops
