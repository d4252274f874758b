// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// When a fault strikes. How SQLite calls is in vfs_glue.cc.
#include "tests/faults/vfs/fault_vfs.h"

namespace twinaid::faults {

void FaultVfs::Insert(const Disk& disk) {
  PowerOn();
  absl::MutexLock lock(&mutex_);
  disk_ = disk;
}

Disk FaultVfs::Image() const {
  absl::MutexLock lock(&mutex_);
  return disk_;
}

void FaultVfs::Arm(const Fault& fault) {
  absl::MutexLock lock(&mutex_);
  fault_ = fault;
  counts_ = {};
  struck_ = false;
}

std::int64_t FaultVfs::calls() const {
  absl::MutexLock lock(&mutex_);
  return Counted();
}

std::int64_t FaultVfs::calls(Call call) const {
  absl::MutexLock lock(&mutex_);
  return counts_[static_cast<std::size_t>(call)];
}

bool FaultVfs::struck() const {
  absl::MutexLock lock(&mutex_);
  return struck_;
}

void FaultVfs::CutPower(std::uint64_t seed) {
  absl::MutexLock lock(&mutex_);
  if (power_) CutNow(seed);
}

void FaultVfs::PowerOn() {
  Arm(Fault());
  absl::MutexLock lock(&mutex_);
  power_ = true;
  indexes_.clear();
  locks_.clear();
}

void FaultVfs::Lie(bool lie) {
  absl::MutexLock lock(&mutex_);
  lies_ = lie;
}

void FaultVfs::CutNow(std::uint64_t seed) {
  Chance chance(seed);
  disk_.CutPower(chance);
  power_ = false;
}

std::int64_t FaultVfs::Counted() const {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < kCallSorts; ++i) {
    const auto call = static_cast<Call>(i);
    const bool counts =
        fault_.kind == Fault::Kind::kIoError ||
        (fault_.kind == Fault::Kind::kFull && call == Call::kWrite) ||
        (fault_.kind == Fault::Kind::kPowerCut && call != Call::kRead);
    if (counts) sum += counts_[i];
  }
  return sum;
}

int FaultVfs::Meet(Call call, bool* cut) {
  const std::int64_t before = Counted();
  ++counts_[static_cast<std::size_t>(call)];
  const std::int64_t number = Counted();
  if (fault_.call == 0 || number == before) return SQLITE_OK;
  if (number != fault_.call && !(fault_.for_ever && number > fault_.call)) {
    return SQLITE_OK;
  }
  struck_ = true;
  if (fault_.kind == Fault::Kind::kFull) return SQLITE_FULL;
  if (fault_.kind == Fault::Kind::kPowerCut) *cut = true;
  switch (call) {
    case Call::kRead:
      return SQLITE_IOERR_READ;
    case Call::kWrite:
      return SQLITE_IOERR_WRITE;
    case Call::kSync:
      return SQLITE_IOERR_FSYNC;
    case Call::kTruncate:
      return SQLITE_IOERR_TRUNCATE;
    case Call::kCreate:
      return SQLITE_CANTOPEN;
    case Call::kDelete:
    case Call::kRename:
      break;
  }
  return SQLITE_IOERR_DELETE;
}

}  // namespace twinaid::faults
