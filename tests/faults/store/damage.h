// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A database file that rots on the disk, and everything read of it.
#ifndef TWINAID_TESTS_FAULTS_STORE_DAMAGE_H_
#define TWINAID_TESTS_FAULTS_STORE_DAMAGE_H_

#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "tests/faults/vfs/disk.h"
#include "tests/faults/vfs/fault_vfs.h"
#include "tests/faults/vfs/vfs_files.h"
#include "tests/support/scratch_folder.h"

namespace twinaid::faults {

enum class Rot {
  kBitFlips,      // one to three
  kZeroedSector,  // 512 bytes
  kCutShort       // the file ends earlier
};

// What became of one damaged file.
struct Verdict {
  bool refused_at_start = false;
  int right = 0;       // answers that are those of the whole store
  int refused = 0;     // DATA_LOSS, or that the file cannot be read
  int wrong = 0;       // a row that is another, or is none of the store's
  int missing = 0;     // answers by key, or of all rows, that lack a row
  int by_index = 0;    // lists by an index that do
  bool found = false;  // by the whole check, or by a read before it
  std::string first_wrong;
  std::string first_missing;
  // Whether a read showed that something is amiss, or should have.
  bool amiss() const {
    return refused_at_start || refused + wrong + missing + by_index > 0;
  }
};

// What base a case starts from: all use cases once, and their rows many times
// over, in a file of some hundred pages that a stopped server left. One at a
// time in a process.
class RottenFiles {
 public:
  // With `check_rows` false the hashes of rows are not looked at: a control.
  explicit RottenFiles(bool check_rows);
  ~RottenFiles();

  // Damages the file as the seed says, opens it, asks for every row, by its key
  // and in lists, and for some rows by indexes, then checks all of it. The same
  // for the same rot and seed.
  Verdict Try(Rot rot, std::uint64_t seed);

  std::size_t bytes() const { return file_bytes_; }
  int answers() const;  // that each case asks for

 private:
  struct Known;  // what the whole store answers

  void Fill();
  void Damage(Rot rot, std::uint64_t seed, std::string& content) const;

  const bool check_rows_;
  const ScratchFolder folder_;  // for the lock file
  const std::string path_;
  FaultVfs vfs_;
  const VfsFiles files_;
  Disk disk_;
  std::size_t file_bytes_ = 0;
  std::unique_ptr<Known> known_;
};

}  // namespace twinaid::faults

#endif  // TWINAID_TESTS_FAULTS_STORE_DAMAGE_H_
