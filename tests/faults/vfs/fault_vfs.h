// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A VFS for SQLite over a disk in memory, on which the power fails, or a call,
// when a test says so.
#ifndef TWINAID_TESTS_FAULTS_VFS_FAULT_VFS_H_
#define TWINAID_TESTS_FAULTS_VFS_FAULT_VFS_H_

#include <sqlite3.h>

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "tests/faults/vfs/disk.h"
#include "tests/faults/vfs/wal_index.h"

namespace twinaid::faults {

// What is asked of the disk.
enum class Call { kRead, kWrite, kSync, kTruncate, kCreate, kDelete, kRename };
inline constexpr std::size_t kCallSorts = 7;

struct Fault {
  enum class Kind {
    kPowerCut,  // at a call that changes something
    kIoError,   // any call fails
    kFull       // a write fails for want of room
  };
  Kind kind = Kind::kPowerCut;
  // Counted from 1 among the calls that the kind can strike; 0: never.
  std::int64_t call = 0;
  bool for_ever = false;   // else that one call only; a power cut is for ever
  std::uint64_t seed = 0;  // of what a power cut leaves
};

// Registered with SQLite by its name as long as it lives; whoever opens files
// through it closes them before. Thread-safe; calls are counted in the order in
// which they come.
class FaultVfs {
 public:
  explicit FaultVfs(std::string name);
  ~FaultVfs();
  FaultVfs(const FaultVfs&) = delete;
  FaultVfs& operator=(const FaultVfs&) = delete;

  const std::string& name() const { return name_; }

  // Another disk, with the power on and no fault. No file may be open.
  void Insert(const Disk& disk);
  Disk Image() const;

  // The fault to come. Counting starts anew.
  void Arm(const Fault& fault);
  // Calls that the armed fault could have struck so far.
  std::int64_t calls() const;
  // The same, of one sort.
  std::int64_t calls(Call call) const;
  // Whether it struck.
  bool struck() const;

  // Now, whatever is armed. All that is open gets errors from here on.
  void CutPower(std::uint64_t seed);
  // No file may be open. What is armed is forgotten.
  void PowerOn();

  // A disk that says of each sync that it is done, and does nothing.
  void Lie(bool lie);

 private:
  friend struct Glue;
  friend class VfsFiles;
  struct OpenFile;

  // Counts the call and decides on it: SQLITE_OK, or the code to fail with. For
  // a power cut `*cut` is set: the call is begun, then the power fails.
  int Meet(Call call, bool* cut) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  // Carries out a call that changes something as far as Meet() lets it.
  template <typename Do>
  int Change(Call call, Do carry_out) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    bool cut = false;
    const int code = Meet(call, &cut);
    carry_out(code, cut);
    if (cut) CutNow(fault_.seed);
    return code;
  }
  void CutNow(std::uint64_t seed) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  std::int64_t Counted() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  const std::string name_;
  sqlite3_vfs vfs_ = {};
  sqlite3_vfs* const system_;  // for time and chance

  mutable absl::Mutex mutex_;
  Disk disk_ ABSL_GUARDED_BY(mutex_);
  Fault fault_ ABSL_GUARDED_BY(mutex_);
  std::array<std::int64_t, kCallSorts> counts_ ABSL_GUARDED_BY(mutex_) = {};
  bool struck_ ABSL_GUARDED_BY(mutex_) = false;
  bool power_ ABSL_GUARDED_BY(mutex_) = true;
  bool lies_ ABSL_GUARDED_BY(mutex_) = false;
  // By the name of the database.
  std::map<std::string, WalIndex> indexes_ ABSL_GUARDED_BY(mutex_);
  std::map<std::string, FileLocks> locks_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace twinaid::faults

#endif  // TWINAID_TESTS_FAULTS_VFS_FAULT_VFS_H_
