// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The checker of stores finds what is planted, and nothing where nothing is.
#include "tests/faults/store/checker.h"

#include <string>

#include "gmock/gmock.h"
#include "service/store/sqlite/connection.h"
#include "tests/faults/vfs/fault_vfs.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/status_matchers.h"

namespace twinaid::faults {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::uint64_t kSeed = 3;

class Checker : public ::testing::Test {
 protected:
  Checker() {
    tuning_.vfs = vfs_.name();
    auto groups = MakeGroups(kSeed);
    groups.insert(groups.begin(), Group{MakeWorld()});
    reference_ = MakeReference(std::move(groups));
  }

  void SetUp() override {
    ASSERT_THAT(server_.Start(), IsOk());
    // The last group is left to be asked after the start.
    for (std::size_t g = 0; g + 1 < reference_.groups.size(); ++g) {
      const auto answers = server_.AskTogether(reference_.groups[g], TimeOf(g),
                                               reference_.last_ids[g]);
      ASSERT_THAT(Account(reference_, g, answers, progress_), IsEmpty());
    }
    ASSERT_EQ(progress_.kept_at_least, reference_.groups.size() - 1);
    server_.Stop();
  }

  // Stops the store, does what no store would do, and looks.
  std::string After(const std::string& sql) {
    {
      auto connection = store::Connection::Open(
          path_, store::Connection::Mode::kReadWrite, tuning_);
      EXPECT_THAT(connection, IsOk());
      EXPECT_THAT((*connection)->Execute(sql), IsOk());
    }
    EXPECT_THAT(server_.Start(), IsOk());
    std::string wrong = Check(server_, path_, tuning_, reference_, progress_);
    server_.Stop();
    return wrong;
  }

  const ScratchFolder folder_;
  const std::string path_ = folder_.File("twinaid.db");
  FaultVfs vfs_{"checked"};
  store::SqliteTuning tuning_;
  Reference reference_;
  Progress progress_;
  OfficeServer server_{path_, [] {
                         store::SqliteTuning tuning;
                         tuning.vfs = "checked";
                         // It is the judge who is tried, not the store.
                         tuning.check_rows = false;
                         return tuning;
                       }()};
};

TEST_F(Checker, FindsNothingInAWholeStore) {
  EXPECT_THAT(After("SELECT 1"), IsEmpty());
}

TEST_F(Checker, FindsNothingWhereOneMoreGroupWasAsked) {
  progress_.asked = reference_.groups.size();
  EXPECT_THAT(After("SELECT 1"), IsEmpty());
}

TEST_F(Checker, FindsThatAGroupIsLost) {
  progress_.kept_at_least = reference_.groups.size();
  progress_.asked = reference_.groups.size();
  EXPECT_THAT(After("SELECT 1"), HasSubstr("1 are lost"));
}

TEST_F(Checker, FindsARowThatIsLost) {
  EXPECT_THAT(After("DELETE FROM places WHERE id = 'zibo'"),
              HasSubstr("half of something"));
}

TEST_F(Checker, FindsARowThatIsAnother) {
  EXPECT_THAT(After("UPDATE needs SET note = 'x' WHERE id = 'n1'"),
              AllOf(HasSubstr("half of something"), HasSubstr("needs/n1")));
}

TEST_F(Checker, FindsARowThatLeadsNowhere) {
  EXPECT_THAT(After("PRAGMA foreign_keys=OFF; DELETE FROM places WHERE id = "
                    "'wuxi'"),
              HasSubstr("foreign_key_check"));
}

TEST_F(Checker, FindsAnEventThatIsLost) {
  EXPECT_THAT(After("PRAGMA foreign_keys=OFF; DROP TRIGGER IF EXISTS "
                    "events_never_go; DELETE FROM event_places WHERE seq = "
                    "(SELECT max(seq) FROM events); DELETE FROM events WHERE "
                    "seq = (SELECT max(seq) FROM events)"),
              HasSubstr("events instead of"));
}

TEST_F(Checker, FindsAnEventThatWasChanged) {
  EXPECT_THAT(After("DROP TRIGGER IF EXISTS events_never_change; UPDATE "
                    "events SET principal = 'x' WHERE seq = 2"),
              HasSubstr("the chain is broken at 2"));
}

TEST_F(Checker, FindsAnAnswerThatIsLost) {
  EXPECT_THAT(After("DELETE FROM answers WHERE request_id = 'r-world'"),
              HasSubstr("r-world asked again"));
}

TEST_F(Checker, FindsAnAnswerThatIsAnother) {
  EXPECT_THAT(After("UPDATE answers SET answer = x'78' WHERE request_id = "
                    "'r-world'"),
              HasSubstr("x instead of set up"));
}

TEST_F(Checker, FindsAFileThatIsNotWhole) {
  Disk disk = vfs_.Image();
  const auto file = disk.Find(path_);
  ASSERT_NE(file, nullptr);
  // A page in the middle.
  constexpr std::size_t kPage = 4096;
  Disk::Write(*file, file->content.size() / kPage / 2 * kPage,
              std::string(kPage, '\xff'));
  vfs_.Insert(disk);
  ASSERT_THAT(server_.Start(), IsOk());
  EXPECT_THAT(
      Check(server_, path_, tuning_, reference_, progress_),
      ::testing::AnyOf(HasSubstr("integrity_check"), HasSubstr("DATA_LOSS")));
  server_.Stop();
}

}  // namespace
}  // namespace twinaid::faults
