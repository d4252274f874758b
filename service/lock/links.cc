// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/lock/links.h"

#include <filesystem>
#include <system_error>

namespace twinaid::lock {
namespace {

// As many as the system follows.
constexpr int kMaxLinks = 40;

}  // namespace

std::string FollowLinks(const std::string& given) {
  std::error_code error;
  std::filesystem::path path = given;
  for (int i = 0; i < kMaxLinks && std::filesystem::is_symlink(path, error);
       ++i) {
    const auto target = std::filesystem::read_symlink(path, error);
    if (error) return given;
    path = path.parent_path() / target;
  }
  return path.string();
}

}  // namespace twinaid::lock
