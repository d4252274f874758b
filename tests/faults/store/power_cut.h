// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// One case: an office at work, a power cut, a new start, and the check.
#ifndef TWINAID_TESTS_FAULTS_STORE_POWER_CUT_H_
#define TWINAID_TESTS_FAULTS_STORE_POWER_CUT_H_

#include <cstdint>
#include <string>

#include "service/store/sqlite/sqlite_tuning.h"
#include "tests/faults/store/checker.h"
#include "tests/faults/store/office_server.h"
#include "tests/faults/store/reference.h"
#include "tests/faults/vfs/chance.h"
#include "tests/faults/vfs/fault_vfs.h"
#include "tests/faults/vfs/vfs_files.h"
#include "tests/support/scratch_folder.h"

namespace twinaid::faults {

// How the disk and the store are; the defaults are what a server has.
struct Setting {
  store::Synchronous synchronous = store::Synchronous::kFull;
  bool lying_disk = false;
};

// All cases of one seed: the same requests, cut at different calls. Not
// thread-safe; one at a time in a process, since SQLite's own chance is seeded
// for each case.
class PowerCuts {
 public:
  PowerCuts(std::uint64_t seed, const Setting& setting);

  // What was lost or doubled in the given case, in words that name it; empty if
  // nothing. The same for the same seed, case and setting; where the seed is
  // odd a thread of its own checkpoints, and the cut may fall a few calls
  // apart.
  std::string Try(std::uint64_t number);

  // Calls of the disk at which the power can fail.
  std::int64_t calls() const { return calls_; }

 private:
  // From a start to a stop, or to the cut. Leaves the disk in `vfs_`.
  std::string Work(const Fault& fault, Progress& progress);
  // Starts on what is left; the power may fail again while it does.
  std::string StartAgain(Chance& chance);

  const std::uint64_t seed_;
  const Setting setting_;
  const ScratchFolder folder_;  // for the lock file
  const std::string path_;
  FaultVfs vfs_;
  const VfsFiles files_;
  store::SqliteTuning tuning_;
  bool from_nothing_;   // the disk is empty, the first start is cut too
  bool with_a_reader_;  // somebody reads all the time
  Reference reference_;
  Disk disk_;  // where every case begins
  OfficeServer server_;
  std::int64_t calls_ = 0;
};

}  // namespace twinaid::faults

#endif  // TWINAID_TESTS_FAULTS_STORE_POWER_CUT_H_
