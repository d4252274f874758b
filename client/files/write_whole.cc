// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/write_whole.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace twinaid::client {
namespace {

namespace fs = std::filesystem;

bool Write(const std::string& path, absl::string_view text) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text;
  file.close();
  return file.good();
}

// The rights that a new file of this process has.
fs::perms UsualRights() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return static_cast<fs::perms>(0666 & ~mask);
}

}  // namespace

bool WriteWhole(const std::string& path, absl::string_view text) {
  std::error_code error;
  const fs::file_status there = fs::status(path, error);
  if (fs::exists(there) && !fs::is_regular_file(there)) {
    return Write(path, text);
  }
  fs::path target = path;
  if (fs::is_symlink(path, error)) target = fs::canonical(path, error);
  std::string draft = target.string() + ".XXXXXX";
  const int made = ::mkstemp(draft.data());
  if (made < 0) return false;
  ::close(made);
  fs::permissions(
      draft, fs::exists(there) ? there.permissions() : UsualRights(), error);
  bool written = Write(draft, text);
  if (written) fs::rename(draft, target, error);
  written = written && !error;
  if (!written) fs::remove(draft, error);
  return written;
}

}  // namespace twinaid::client
