// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/faults/vfs/vfs_files.h"

#include <cerrno>

#include "absl/synchronization/mutex.h"

namespace twinaid::faults {
namespace {

absl::Status Broken(const std::string& path) {
  return absl::ErrnoToStatus(EIO, path);
}

}  // namespace

template <typename Do>
absl::Status VfsFiles::Change(Call call, const std::string& path,
                              Do carry_out) const {
  absl::MutexLock lock(&vfs_.mutex_);
  if (!vfs_.power_) return Broken(path);
  const int code = vfs_.Change(call, [&](int said, bool cut) {
    vfs_.mutex_.AssertHeld();
    if (said == SQLITE_OK || cut) carry_out(vfs_.disk_);
  });
  return code == SQLITE_OK ? absl::OkStatus() : Broken(path);
}

absl::StatusOr<bool> VfsFiles::Exists(const std::string& path) const {
  absl::MutexLock lock(&vfs_.mutex_);
  if (!vfs_.power_) return Broken(path);
  return vfs_.disk_.Find(path) != nullptr;
}

absl::StatusOr<std::int64_t> VfsFiles::Size(const std::string& path) const {
  absl::MutexLock lock(&vfs_.mutex_);
  if (!vfs_.power_) return Broken(path);
  const auto file = vfs_.disk_.Find(path);
  if (file == nullptr) return absl::ErrnoToStatus(ENOENT, path);
  return static_cast<std::int64_t>(file->content.size());
}

absl::Status VfsFiles::CheckFolder(const std::string&) const {
  return absl::OkStatus();
}

absl::Status VfsFiles::Create(const std::string& path) const {
  const auto exists = Exists(path);
  if (!exists.ok()) return exists.status();
  if (*exists) return absl::ErrnoToStatus(EEXIST, path);
  return Change(Call::kCreate, path, [&](Disk& disk) { disk.Create(path); });
}

absl::Status VfsFiles::Remove(const std::string& path) const {
  const auto exists = Exists(path);
  if (!exists.ok()) return exists.status();
  if (!*exists) return absl::OkStatus();
  return Change(Call::kDelete, path, [&](Disk& disk) { disk.Remove(path); });
}

absl::Status VfsFiles::Rename(const std::string& from,
                              const std::string& to) const {
  const auto exists = Exists(to);
  if (!exists.ok()) return exists.status();
  if (*exists) return absl::ErrnoToStatus(EEXIST, to);
  return Change(Call::kRename, to, [&](Disk& disk) { disk.Rename(from, to); });
}

absl::Status VfsFiles::Sync(const std::string& path) const {
  absl::MutexLock lock(&vfs_.mutex_);
  if (!vfs_.power_) return Broken(path);
  const auto file = vfs_.disk_.Find(path);
  if (file == nullptr) return absl::ErrnoToStatus(ENOENT, path);
  const int code = vfs_.Change(Call::kSync, [&](int said, bool cut) {
    vfs_.mutex_.AssertHeld();
    if (cut || vfs_.lies_) return;
    if (said != SQLITE_OK) return Disk::FailToSync(*file);
    Disk::Sync(*file);
  });
  return code == SQLITE_OK ? absl::OkStatus() : Broken(path);
}

absl::Status VfsFiles::SyncFolder(const std::string& path) const {
  absl::MutexLock lock(&vfs_.mutex_);
  if (!vfs_.power_) return Broken(path);
  const int code = vfs_.Change(Call::kSync, [&](int said, bool cut) {
    vfs_.mutex_.AssertHeld();
    if (said == SQLITE_OK && !cut && !vfs_.lies_) vfs_.disk_.SyncFolder();
  });
  return code == SQLITE_OK ? absl::OkStatus() : Broken(path);
}

}  // namespace twinaid::faults
