// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Copies of a store that goes on being used.
#include "service/store/backup.h"

#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "service/model/errors.h"
#include "service/store/sqlite/database_copy.h"
#include "tests/faults/vfs/fault_vfs.h"
#include "tests/faults/vfs/vfs_files.h"
#include "tests/service/store/small_office.h"

namespace twinaid::store {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const absl::Time kNow = absl::FromUnixSeconds(1796120563);

class BackupTest : public ::testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directory(folder_); }

  std::vector<std::string> Left() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
      names.push_back(entry.path().filename().string());
    }
    return names;
  }
  void Append() {
    ASSERT_THAT(office_.store().Write([](WriteTransaction& tx) {
      return SmallOffice::Append(tx, "place.updated");
    }),
                IsOk());
  }

  SmallOffice office_;
  const std::string folder_ = office_.File("backups");
};

TEST_F(BackupTest, IsOneWholeFileThatSaysWhatItHolds) {
  const auto backup = office_.store().CreateBackup(folder_, kNow);
  ASSERT_THAT(backup, IsOk());
  EXPECT_EQ(backup->path, folder_ + "/twinaid-20261201T102243Z-5.backup");
  EXPECT_EQ(static_cast<std::uintmax_t>(backup->bytes),
            std::filesystem::file_size(backup->path));
  EXPECT_EQ(backup->last_seq, 5);
  EXPECT_EQ(Left().size(), 1U);
  struct stat made = {};
  ASSERT_EQ(stat(backup->path.c_str(), &made), 0);
  EXPECT_EQ(made.st_mode & 0777, 0600U);
  const auto checked = CheckCopy(backup->path, {});
  ASSERT_THAT(checked, IsOk());
  EXPECT_EQ(checked->last_hash, backup->last_hash);
  EXPECT_EQ(checked->schema, backup->schema);
  EXPECT_EQ(Left().size(), 1U) << "a check leaves nothing";
}

// Also what is in the log and not in the file yet.
TEST_F(BackupTest, HoldsAllThatWasCommittedBefore) {
  for (int i = 0; i < 10; ++i) Append();
  const auto backup = office_.store().CreateBackup(folder_, kNow);
  ASSERT_THAT(backup, IsOk());
  EXPECT_EQ(backup->last_seq, 15);
  EXPECT_THAT(backup->path, EndsWith("-15.backup"));
  Append();
  EXPECT_EQ(CheckCopy(backup->path, {})->last_seq, 15);
}

TEST_F(BackupTest, NeverWritesOverAFile) {
  ASSERT_THAT(office_.store().CreateBackup(folder_, kNow), IsOk());
  const auto again = office_.store().CreateBackup(folder_, kNow);
  EXPECT_THAT(again, StatusIs(absl::StatusCode::kAlreadyExists,
                              HasSubstr("20261201T102243Z")));
  EXPECT_EQ(model::ReasonOf(again.status()), "BACKUP_ALREADY_EXISTS");
  EXPECT_EQ(Left().size(), 1U);
  EXPECT_THAT(office_.store().CreateBackup(folder_, kNow + absl::Seconds(1)),
              IsOk());
}

TEST_F(BackupTest, SaysThatTheFolderIsNone) {
  const std::string file = office_.File("file");
  std::ofstream{file} << "x";
  for (const std::string& folder : {office_.File("nowhere"), file}) {
    const auto backup = office_.store().CreateBackup(folder, kNow);
    EXPECT_THAT(backup, StatusIs(absl::StatusCode::kFailedPrecondition,
                                 HasSubstr(folder)));
    EXPECT_EQ(model::ReasonOf(backup.status()), "BACKUP_FOLDER");
  }
}

TEST_F(BackupTest, TakesThePlaceOfADraftThatWasLeft) {
  std::ofstream{folder_ + "/twinaid-20261201T102243Z-5.backup.draft"} << "half";
  EXPECT_THAT(office_.store().CreateBackup(folder_, kNow), IsOk());
  EXPECT_EQ(Left().size(), 1U);
}

TEST_F(BackupTest, OfADamagedStoreIsNoneAndHealthSaysSo) {
  office_.Alter("UPDATE places SET name_en = 'x' WHERE id = 'p3'");
  EXPECT_EQ(
      model::ReasonOf(office_.store().CreateBackup(folder_, kNow).status()),
      "ROW_DAMAGED");
  EXPECT_THAT(office_.store().Health(), StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_THAT(Left(), IsEmpty());
}

TEST_F(BackupTest, OfAnEmptyLedgerHasSeqZero) {
  const ScratchFolder other;
  auto store = OpenSqliteStore({other.File("t.db"), 1});
  ASSERT_THAT(store, IsOk());
  const auto backup = (*store)->CreateBackup(folder_, kNow);
  ASSERT_THAT(backup, IsOk());
  EXPECT_EQ(backup->last_seq, 0);
  EXPECT_EQ(backup->last_hash, "");
  EXPECT_THAT(backup->path, EndsWith("Z-0.backup"));
}

// Every call of the disk fails, for want of room or otherwise: there is a whole
// backup, or none and no draft, and the store goes on.
TEST(BackupOnAFailingDisk, IsWholeOrNotThere) {
  const ScratchFolder folder;
  faults::FaultVfs vfs("backups");
  const faults::VfsFiles files(vfs);
  SqliteOptions options = {folder.File("twinaid.db"), 1};
  options.tuning.vfs = vfs.name();
  options.tuning.files = &files;
  int whole = 0;
  int full = 0;
  int failed = 0;
  for (const auto kind :
       {faults::Fault::Kind::kFull, faults::Fault::Kind::kIoError}) {
    bool struck = true;
    for (std::int64_t call = 1; struck; call += 3) {
      vfs.Insert(faults::Disk());
      auto store = OpenSqliteStore(options);
      ASSERT_THAT(store, IsOk());
      ASSERT_THAT((*store)->Write([](WriteTransaction& tx) {
        return SmallOffice::Append(tx, "place.created");
      }),
                  IsOk());
      faults::Fault fault;
      fault.kind = kind;
      fault.call = call;
      vfs.Arm(fault);
      const auto backup = (*store)->CreateBackup("/b", kNow);
      struck = vfs.struck();
      vfs.Arm(faults::Fault());
      if (backup.ok()) {
        ++whole;
        const auto checked = CheckCopy(backup->path, options.tuning);
        ASSERT_THAT(checked, IsOk()) << call;
        EXPECT_EQ(checked->last_seq, 1);
      } else if (kind == faults::Fault::Kind::kFull) {
        ++full;
        EXPECT_EQ(model::ReasonOf(backup.status()), "BACKUP_FULL") << call;
      } else {
        ++failed;
        EXPECT_THAT(backup.status(), StatusIs(absl::StatusCode::kUnavailable))
            << call;
      }
      if (kind == faults::Fault::Kind::kFull || backup.ok()) {
        EXPECT_EQ(
            vfs.Image().Find("/b/twinaid-20261201T102243Z-1.backup.draft"),
            nullptr);
      }
      EXPECT_THAT((*store)->Write([](WriteTransaction& tx) {
        return SmallOffice::Append(tx, "place.updated");
      }),
                  IsOk());
      EXPECT_THAT((*store)->Health(), IsOk());
    }
  }
  EXPECT_GT(whole, 1);
  EXPECT_GT(full, 10);
  EXPECT_GT(failed, 30);
}

// Told to stop at the first question, at the second, and so on to the last.
TEST_F(BackupTest, StopsWhereverItIsToldToAndLeavesNothing) {
  auto source =
      Connection::Open(office_.path(), Connection::Mode::kReadOnly, {});
  ASSERT_THAT(source, IsOk());
  const std::string path = folder_ + "/copy";
  int stopped = 0;
  for (;; ++stopped) {
    int questions = 0;
    const auto copy = CopyDatabase(
        **source, {}, [&](const Moment&) { return path; },
        [&] { return questions++ < stopped; });
    if (copy.ok()) break;
    ASSERT_EQ(model::ReasonOf(copy.status()), "BACKUP_STOPPED") << stopped;
    ASSERT_THAT(Left(), IsEmpty()) << stopped;
  }
  EXPECT_GT(stopped, 3) << "it asks between its steps";
}

TEST_F(BackupTest, MakesNoneOnceItWasTold) {
  office_.store().StopBackups();
  EXPECT_EQ(
      model::ReasonOf(office_.store().CreateBackup(folder_, kNow).status()),
      "BACKUP_STOPPED");
  EXPECT_THAT(Left(), IsEmpty());
  Append();
}

}  // namespace
}  // namespace twinaid::store
