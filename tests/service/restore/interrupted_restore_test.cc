// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A restore that is interrupted at any call of the disk loses nothing, and no
// server starts on half of it.
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "service/model/errors.h"
#include "service/restore/restore.h"
#include "service/store/sqlite/database_copy.h"
#include "tests/faults/vfs/fault_vfs.h"
#include "tests/faults/vfs/vfs_files.h"
#include "tests/service/store/small_office.h"

namespace twinaid::restore {
namespace {

using faults::Disk;
using faults::Fault;
using faults::FaultVfs;
using store::SmallOffice;
using ::testing::IsEmpty;

const absl::Time kNow = absl::FromUnixSeconds(1796120563);
constexpr int kOldEvents = 3;
constexpr int kBackedUp = 1;

class InterruptedRestore : public ::testing::Test {
 protected:
  void SetUp() override {
    auto store = store::OpenSqliteStore(StoreOptions());
    ASSERT_THAT(store, IsOk());
    for (int i = 1; i <= kOldEvents; ++i) {
      ASSERT_THAT((*store)->Write([](store::WriteTransaction& tx) {
        return SmallOffice::Append(tx, "place.updated");
      }),
                  IsOk());
      if (i != kBackedUp) continue;
      const auto backup = (*store)->CreateBackup("/b", kNow);
      ASSERT_THAT(backup, IsOk());
      backup_ = backup->path;
    }
    // As a crash leaves it: with a log.
    before_ = vfs_.Image();
    ASSERT_NE(before_.Find(path_ + "-wal"), nullptr);
    old_ = before_.Find(path_)->content;
    old_log_ = before_.Find(path_ + "-wal")->content;
  }

  store::SqliteOptions StoreOptions() const {
    store::SqliteOptions options = {path_, 1};
    options.tuning.vfs = vfs_.name();
    options.tuning.files = &files_;
    return options;
  }
  absl::Status Run(absl::Time now) {
    RestoreOptions options;
    options.backup = backup_;
    options.database = path_;
    options.replace = true;
    options.tuning = StoreOptions().tuning;
    return Restore(options, now).status();
  }
  // The newest event, or what the start says.
  absl::StatusOr<std::int64_t> SeqAtStart() {
    auto store = store::OpenSqliteStore(StoreOptions());
    if (!store.ok()) return store.status();
    std::int64_t seq = 0;
    const absl::Status read =
        (*store)->Read([&](const store::ReadTransaction& tx) {
          const auto last = tx.LastEvent();
          if (last.ok() && *last) seq = (*last)->seq;
          return last.status();
        });
    if (!read.ok()) return read;
    return seq;
  }
  // Whether some file that is or was the old one still has the content.
  bool IsKept(const std::string& content, const std::string& ending) {
    const Disk disk = vfs_.Image();
    for (const std::string& name : {path_, path_ + ".replaced-20261201T102243Z",
                                    path_ + ".replaced-20261201T102244Z"}) {
      const auto file = disk.Find(name + ending);
      if (file != nullptr && file->content == content) return true;
    }
    return false;
  }
  // What is wrong after the fault, or "".
  std::string Interrupt(const Fault& fault, bool* struck) {
    vfs_.Insert(before_);
    vfs_.Arm(fault);
    const absl::Status restored = Run(kNow);
    *struck = vfs_.struck();
    vfs_.Arm(Fault());
    vfs_.CutPower(fault.seed);
    vfs_.PowerOn();
    if (!IsKept(old_, "")) return "the old database is gone";
    if (!IsKept(old_log_, "-wal")) return "the old log is gone";
    if (restored.ok()) {
      const auto seq = SeqAtStart();
      return seq.ok() && *seq == kBackedUp ? "" : "not what was restored";
    }
    const Disk half = vfs_.Image();
    const auto seq = SeqAtStart();
    if (seq.ok()) {
      if (*seq != kOldEvents && *seq != kBackedUp) {
        return absl::StrCat("a server starts on ", *seq, " events");
      }
    } else if (model::ReasonOf(seq.status()) == "RESTORE_INTERRUPTED") {
      ++refused_;
    } else {
      return std::string(seq.status().message());
    }
    vfs_.Insert(half);
    const absl::Status again = Run(kNow + absl::Seconds(1));
    if (!again.ok()) return std::string(again.message());
    if (!IsKept(old_, "")) return "the old database is gone at last";
    const auto at_last = SeqAtStart();
    return at_last.ok() && *at_last == kBackedUp ? "" : "not restored at last";
  }

  const ScratchFolder folder_;
  const std::string path_ = folder_.File("twinaid.db");
  FaultVfs vfs_{"restores"};
  const faults::VfsFiles files_{vfs_};
  Disk before_;
  std::string backup_;
  std::string old_;
  std::string old_log_;
  int refused_ = 0;
};

TEST_F(InterruptedRestore, LosesNothingAndIsFinishedByTheNext) {
  int tried = 0;
  for (const auto kind :
       {Fault::Kind::kPowerCut, Fault::Kind::kIoError, Fault::Kind::kFull}) {
    bool struck = true;
    for (std::int64_t call = 1; struck; ++call) {
      Fault fault;
      fault.kind = kind;
      fault.call = call;
      fault.seed = static_cast<std::uint64_t>(call);
      ASSERT_THAT(Interrupt(fault, &struck), IsEmpty())
          << "call " << call << " of kind " << static_cast<int>(kind);
      ++tried;
    }
  }
  EXPECT_GT(tried, 200);
  EXPECT_GT(refused_, 5);
}

// The control: moved without the mark of a restore, a server starts on nothing.
TEST_F(InterruptedRestore, IsWhatTheMarkIsFor) {
  vfs_.Insert(before_);
  ASSERT_THAT(files_.Rename(path_, path_ + ".replaced-20261201T102243Z"),
              IsOk());
  ASSERT_THAT(
      files_.Rename(path_ + "-wal", path_ + ".replaced-20261201T102243Z-wal"),
      IsOk());
  const Disk half = vfs_.Image();
  EXPECT_THAT(SeqAtStart(), IsOkAndHolds(0));
  vfs_.Insert(half);
  ASSERT_THAT(files_.Create(path_ + ".restoring"), IsOk());
  EXPECT_EQ(model::ReasonOf(SeqAtStart().status()), "RESTORE_INTERRUPTED");
}

}  // namespace
}  // namespace twinaid::restore
