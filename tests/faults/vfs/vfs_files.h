// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Whole files on the disk of a FaultVfs, with its faults.
#ifndef TWINAID_TESTS_FAULTS_VFS_VFS_FILES_H_
#define TWINAID_TESTS_FAULTS_VFS_VFS_FILES_H_

#include <cstdint>
#include <string>

#include "service/store/sqlite/files.h"
#include "tests/faults/vfs/fault_vfs.h"

namespace twinaid::faults {

// Every path is in the one folder that there is. `vfs` outlives it. A rename is
// one call of the disk, so are a creation, a removal and each sync.
class VfsFiles final : public store::Files {
 public:
  explicit VfsFiles(FaultVfs& vfs) : vfs_(vfs) {}

  absl::StatusOr<bool> Exists(const std::string& path) const override;
  absl::StatusOr<std::int64_t> Size(const std::string& path) const override;
  absl::Status CheckFolder(const std::string& path) const override;
  absl::Status Create(const std::string& path) const override;
  absl::Status Remove(const std::string& path) const override;
  absl::Status Rename(const std::string& from,
                      const std::string& to) const override;
  absl::Status Sync(const std::string& path) const override;
  absl::Status SyncFolder(const std::string& path) const override;

 private:
  // Carries out a change of names.
  template <typename Do>
  absl::Status Change(Call call, const std::string& path, Do carry_out) const;

  FaultVfs& vfs_;
};

}  // namespace twinaid::faults

#endif  // TWINAID_TESTS_FAULTS_VFS_VFS_FILES_H_
