// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A disk with one folder, in memory, that knows what of it would survive a
// power cut.
#ifndef TWINAID_TESTS_FAULTS_VFS_DISK_H_
#define TWINAID_TESTS_FAULTS_VFS_DISK_H_

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "tests/faults/vfs/chance.h"

namespace twinaid::faults {

// What is written whole or not at all.
inline constexpr std::size_t kSectorBytes = 512;

// A change that was not synced: bytes at an offset, or a new size.
struct Change {
  std::size_t offset = 0;
  std::string bytes;
  bool is_truncation = false;  // to `offset`
};

struct DiskFile {
  std::string content;  // as programs see it
  std::string durable;
  std::vector<Change> pending;  // in the order in which they were made
};

// A file is durable as far as it was synced, its name once the folder was.
// Copies share nothing. Not thread-safe.
class Disk {
 public:
  Disk() = default;
  Disk(const Disk& other);
  Disk& operator=(const Disk& other);

  // Null: no file has the name.
  std::shared_ptr<DiskFile> Find(const std::string& name) const;
  // An empty file; what had the name before has it no more.
  std::shared_ptr<DiskFile> Create(const std::string& name);
  void Remove(const std::string& name);
  // In one: a power cut leaves the file under one name or the other.
  void Rename(const std::string& from, const std::string& to);
  void SyncFolder();

  static void Write(DiskFile& file, std::size_t offset,
                    absl::string_view bytes);
  static void Truncate(DiskFile& file, std::size_t size);
  static void Sync(DiskFile& file);
  // A sync that failed, as Linux has it: what was to be synced counts as clean
  // from then on, whether it reached the disk or not. Here it never does.
  static void FailToSync(DiskFile& file);

  // What was not synced is dropped, kept, torn between sectors or done in
  // another order, names included. Files that are open are of no more use.
  void CutPower(Chance& chance);

 private:
  using Names = std::map<std::string, std::shared_ptr<DiskFile>>;
  // A name leads to a file from here on, or (null) to none.
  struct NameChange {
    std::string name;
    std::shared_ptr<DiskFile> file;
    std::string from;  // the name that it had until then; empty: none
  };

  Names names_;
  Names durable_names_;
  std::vector<NameChange> pending_;
};

}  // namespace twinaid::faults

#endif  // TWINAID_TESTS_FAULTS_VFS_DISK_H_
