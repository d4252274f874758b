// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/restore/restore.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "service/model/errors.h"
#include "service/store/sqlite/migrations.h"
#include "tests/service/store/small_office.h"

namespace twinaid::restore {
namespace {

using store::SmallOffice;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const absl::Time kNow = absl::FromUnixSeconds(1796120563);
constexpr char kAside[] = ".replaced-20261201T102243Z";

class RestoreTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directory(office_.File("backups"));
    const auto backup =
        office_.store().CreateBackup(office_.File("backups"), kNow);
    ASSERT_THAT(backup, IsOk());
    backup_ = *backup;
    // What the backup does not have.
    Append();
    options_.backup = backup_.path;
    options_.database = office_.path();
  }
  void Append() {
    ASSERT_THAT(office_.store().Write([](store::WriteTransaction& tx) {
      return SmallOffice::Append(tx, "place.updated");
    }),
                IsOk());
  }
  std::int64_t LastSeq() {
    std::int64_t seq = -1;
    EXPECT_THAT(office_.store().Read([&](const store::ReadTransaction& tx) {
      const auto last = tx.LastEvent();
      if (last.ok() && *last) seq = (*last)->seq;
      return last.status();
    }),
                IsOk());
    return seq;
  }
  std::string ReasonOfRestore() {
    return model::ReasonOf(Restore(options_, kNow).status());
  }

  SmallOffice office_;
  store::Backup backup_;
  RestoreOptions options_;
};

TEST_F(RestoreTest, BringsTheBackupToAPlaceWhereNothingWas) {
  options_.database = office_.File("elsewhere.db");
  const auto restored = Restore(options_, kNow);
  ASSERT_THAT(restored, IsOk());
  EXPECT_EQ(restored->backup.path, options_.database);
  EXPECT_EQ(restored->backup.last_seq, 5);
  EXPECT_EQ(restored->backup.last_hash, backup_.last_hash);
  EXPECT_TRUE(restored->last_time.has_value());
  EXPECT_THAT(restored->moved, IsEmpty());
  struct stat made = {};
  ASSERT_EQ(stat(options_.database.c_str(), &made), 0);
  EXPECT_EQ(made.st_mode & 0777, 0600U);
  EXPECT_EQ(LastSeq(), 6) << "the other one is untouched";
  office_.options().path = options_.database;
  ASSERT_THAT(office_.Open(), IsOk());
  EXPECT_EQ(LastSeq(), 5);
  Append();
  EXPECT_THAT(office_.store().CheckNow(), IsOk());
}

// What an interrupted restore left has this name.
TEST_F(RestoreTest, NeverWritesOverWhatItRestores) {
  options_.database = office_.File("elsewhere.db");
  const std::string left = options_.database + ".restored";
  std::filesystem::rename(backup_.path, left);
  options_.backup = left;
  EXPECT_EQ(ReasonOfRestore(), "RESTORE_FAILED");
  EXPECT_TRUE(std::filesystem::exists(left));
  std::filesystem::rename(left, backup_.path);
  options_.backup = backup_.path;
  EXPECT_THAT(Restore(options_, kNow), IsOk());
}

// The mark of an interrupted restore stands beside what the link leads to.
TEST_F(RestoreTest, IsSeenToBeInterruptedThroughALinkToo) {
  const std::string link = office_.File("link.db");
  std::filesystem::create_symlink(office_.File("elsewhere.db"), link);
  std::ofstream(office_.File("elsewhere.db.restoring")) << "";
  office_.Close();
  office_.options().path = link;
  const absl::Status opened = office_.Open();
  EXPECT_EQ(model::ReasonOf(opened), "RESTORE_INTERRUPTED");
  EXPECT_FALSE(std::filesystem::exists(office_.File("elsewhere.db")));
  // Done once more by the same name, it is over.
  options_.database = link;
  options_.replace = true;
  ASSERT_THAT(Restore(options_, kNow), IsOk());
  EXPECT_TRUE(std::filesystem::is_symlink(link));
  EXPECT_THAT(office_.Open(), IsOk());
  EXPECT_EQ(LastSeq(), 5);
}

TEST_F(RestoreTest, NeverTakesTheDatabaseFromAServer) {
  for (const bool replace : {false, true}) {
    options_.replace = replace;
    EXPECT_EQ(ReasonOfRestore(), "STORE_LOCKED");
  }
  Append();
  EXPECT_EQ(LastSeq(), 7);
}

TEST_F(RestoreTest, NeverWritesOverADatabaseUnlessTold) {
  office_.Close();
  EXPECT_EQ(ReasonOfRestore(), "DATABASE_EXISTS");
  ASSERT_THAT(office_.Open(), IsOk());
  EXPECT_EQ(LastSeq(), 6);
  // Not over a log that lost its database either.
  office_.Close();
  options_.database = office_.File("lost.db");
  std::ofstream(options_.database + "-wal") << "a log";
  EXPECT_EQ(ReasonOfRestore(), "DATABASE_EXISTS");
  EXPECT_TRUE(std::filesystem::exists(options_.database + "-wal"));
}

// The old database, with its log, can still be opened.
TEST_F(RestoreTest, MovesWhatItReplacesAside) {
  // As after a crash: the log has something.
  const std::string crashed = office_.File("crashed.db");
  for (const char* name : {"", "-wal", "-shm"}) {
    std::filesystem::copy_file(office_.path() + name, crashed + name);
  }
  office_.Close();
  options_.database = crashed;
  options_.replace = true;
  const auto restored = Restore(options_, kNow);
  ASSERT_THAT(restored, IsOk());
  std::vector<std::string> moved;
  for (const Moved& file : restored->moved) moved.push_back(file.to);
  EXPECT_THAT(moved, ElementsAre(crashed + kAside, crashed + kAside + "-wal",
                                 crashed + kAside + "-shm"));
  office_.options().path = crashed;
  ASSERT_THAT(office_.Open(), IsOk());
  EXPECT_EQ(LastSeq(), 5);
  office_.options().path = crashed + kAside;
  ASSERT_THAT(office_.Open(), IsOk());
  EXPECT_EQ(LastSeq(), 6);
}

TEST_F(RestoreTest, ReplacesWhatALinkLeadsTo) {
  office_.Close();
  const std::string link = office_.File("link.db");
  std::filesystem::create_symlink("twinaid.db", link);
  options_.database = link;
  options_.replace = true;
  ASSERT_THAT(Restore(options_, kNow), IsOk());
  EXPECT_TRUE(std::filesystem::is_symlink(link));
  ASSERT_THAT(office_.Open(), IsOk());
  EXPECT_EQ(LastSeq(), 5);
}

TEST_F(RestoreTest, RefusesWhatIsNoWholeBackupAndTouchesNothing) {
  office_.Close();
  options_.replace = true;
  const std::string bad = office_.File("bad.backup");
  options_.backup = bad;
  EXPECT_EQ(ReasonOfRestore(), "BACKUP_NOT_FOUND");
  std::ofstream(bad) << "";
  EXPECT_EQ(ReasonOfRestore(), "BACKUP_DAMAGED");
  std::ofstream(bad) << "no database at all, and long enough for a header ....";
  EXPECT_EQ(ReasonOfRestore(), "BACKUP_DAMAGED");
  const auto whole = std::filesystem::file_size(backup_.path);
  for (const auto bytes : {whole - 4096, whole - 512, whole / 2}) {
    std::filesystem::copy_file(
        backup_.path, bad, std::filesystem::copy_options::overwrite_existing);
    std::filesystem::resize_file(bad, bytes);
    EXPECT_EQ(ReasonOfRestore(), "BACKUP_DAMAGED") << bytes;
  }
  ASSERT_THAT(office_.Open(), IsOk());
  EXPECT_EQ(LastSeq(), 6);
  int files = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(office_.File(""))) {
    if (entry.path().filename().string().find("twinaid.db") == 0) ++files;
  }
  EXPECT_EQ(files, 4) << "the database, its log, the index of it, the lock";
}

// The control of every drill: a row that was altered in the backup.
TEST_F(RestoreTest, FindsARowThatWasAltered) {
  office_.Close();
  {
    const auto connection = store::Connection::Open(
        backup_.path, store::Connection::Mode::kReadWrite);
    ASSERT_THAT(connection, IsOk());
    ASSERT_THAT((*connection)
                    ->Execute("UPDATE places SET name_en = 'x' WHERE "
                              "id = 'p3'"),
                IsOk());
  }
  options_.replace = true;
  const auto restored = Restore(options_, kNow);
  EXPECT_THAT(restored,
              StatusIs(absl::StatusCode::kDataLoss,
                       AllOf(HasSubstr("p3"), HasSubstr("not restored"))));
  EXPECT_EQ(model::ReasonOf(restored.status()), "BACKUP_DAMAGED");
}

TEST_F(RestoreTest, RefusesADatabaseInUseForABackup) {
  options_.backup = office_.path();
  options_.database = office_.File("elsewhere.db");
  EXPECT_EQ(ReasonOfRestore(), "BACKUP_HAS_LOG");
}

TEST_F(RestoreTest, RefusesABackupOfANewerRelease) {
  {
    const auto connection = store::Connection::Open(
        backup_.path, store::Connection::Mode::kReadWrite);
    ASSERT_THAT(connection, IsOk());
    ASSERT_THAT((*connection)->Execute("PRAGMA user_version=9999"), IsOk());
  }
  options_.database = office_.File("elsewhere.db");
  EXPECT_EQ(ReasonOfRestore(), "STORE_TOO_NEW");
  EXPECT_FALSE(std::filesystem::exists(options_.database));
}

TEST_F(RestoreTest, BringsBackWhatWasThereBeforeAMigration) {
  office_.Close();
  const std::string old = office_.File("old.db");
  {
    const auto connection =
        store::Connection::Open(old, store::Connection::Mode::kReadWrite);
    ASSERT_THAT(connection, IsOk());
    ASSERT_THAT(store::Migrate(**connection, 8), IsOk());
  }
  office_.options().path = old;
  ASSERT_THAT(office_.Open(), IsOk());
  office_.Close();
  options_.backup = old + ".before-schema-9.backup";
  options_.database = old;
  options_.replace = true;
  const auto restored = Restore(options_, kNow);
  ASSERT_THAT(restored, IsOk());
  EXPECT_EQ(restored->backup.schema, 8);
  EXPECT_FALSE(restored->last_time.has_value());
  EXPECT_THAT(office_.Open(), IsOk()) << "and it is migrated once more";
}

}  // namespace
}  // namespace twinaid::restore
