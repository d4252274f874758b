// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/checkpointer.h"

#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/synchronization/notification.h"
#include "absl/time/clock.h"
#include "gmock/gmock.h"
#include "service/store/sqlite/migrations.h"
#include "service/store/sqlite/sqlite_store.h"
#include "service/store/sqlite/writer.h"
#include "tests/faults/vfs/fault_vfs.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/status_matchers.h"

namespace twinaid::store {
namespace {

constexpr char kVfs[] = "checkpointer";

class CheckpointerTest : public ::testing::Test {
 protected:
  CheckpointerTest() {
    tuning_.vfs = kVfs;
    writer_ = Open();
    EXPECT_THAT(writer_->Execute("CREATE TABLE t (a TEXT)"), IsOk());
    for (int i = 0; i < kRows; ++i) Write();
  }

  std::unique_ptr<Connection> Open() const {
    auto connection =
        Connection::Open(path_, Connection::Mode::kReadWrite, tuning_);
    EXPECT_THAT(connection, IsOk());
    return *std::move(connection);
  }
  // A row that fills a page, in a transaction of its own.
  void Write() {
    EXPECT_THAT(writer_->Execute("INSERT INTO t VALUES (zeroblob(3000) || '')"),
                IsOk());
  }

  // One that nothing goes wrong for.
  std::unique_ptr<Checkpointer> Start(int log_pages) const {
    return std::make_unique<Checkpointer>(
        Open(), kPass, log_pages,
        [](const absl::Status& why) { ADD_FAILURE() << why; });
  }
  std::int64_t Syncs() const { return vfs_.calls(faults::Call::kSync); }
  // Has all that the log has brought in, but for the last word on it.
  void MakePass(Checkpointer& checkpointer) const {
    const std::int64_t before = Syncs();
    EXPECT_FALSE(checkpointer.LogHas(writer_->log_pages()));
    // The log, then the database.
    while (Syncs() < before + 2) absl::SleepFor(absl::Milliseconds(1));
  }

  static constexpr int kPass = 10;
  static constexpr int kRows = 40;
  const ScratchFolder folder_;
  const std::string path_ = folder_.File("twinaid.db");
  faults::FaultVfs vfs_{kVfs};
  SqliteTuning tuning_;
  std::unique_ptr<Connection> writer_;
};

TEST_F(CheckpointerTest, MakesAPassWhenTheLogHasGrown) {
  const auto checkpointer = Start(1000);
  const auto writes = [this] { return vfs_.calls(faults::Call::kWrite); };
  const std::int64_t before = writes();
  EXPECT_FALSE(checkpointer->LogHas(kPass - 1));
  EXPECT_FALSE(checkpointer->LogHas(kPass));
  while (writes() == before) absl::SleepFor(absl::Milliseconds(1));
  EXPECT_FALSE(checkpointer->LogHas(writer_->log_pages()));
}

TEST_F(CheckpointerTest, LetsTheLogBeginAnewWhileItIsWrittenTo) {
  const auto checkpointer = Start(kRows);
  int writes = 0;
  while (writer_->log_pages() >= kRows) {
    if (checkpointer->LogHas(writer_->log_pages())) {
      EXPECT_THAT(writer_->Checkpoint(), IsOk());
    }
    Write();
    ASSERT_LT(++writes, 10'000);
  }
  EXPECT_LT(writer_->log_pages(), kPass);
  EXPECT_FALSE(checkpointer->LogHas(writer_->log_pages()));
}

// A pass near the end brought in everything, and with the next write the log
// began anew: that is the end of it.
TEST_F(CheckpointerTest, RestsWhereTheLogBeganAnewByItself) {
  auto checkpointer = Start(kRows);
  MakePass(*checkpointer);
  while (writer_->log_pages() >= kRows) {
    // While the pass is about to say that it is done nothing is brought in.
    EXPECT_THAT(writer_->Checkpoint(), IsOk());
    Write();
  }
  ASSERT_LT(writer_->log_pages(), kPass);
  const std::int64_t before = Syncs();
  for (int i = 0; i < 100; ++i) {
    EXPECT_FALSE(checkpointer->LogHas(writer_->log_pages()));
  }
  checkpointer.reset();  // waits for a pass
  EXPECT_EQ(Syncs(), before);
}

// With nothing to bring in there is no pass, however often it is asked.
TEST_F(CheckpointerTest, MakesNoPassForNothing) {
  auto checkpointer = Start(kRows);
  MakePass(*checkpointer);
  const std::int64_t before = Syncs();
  // Until it has said that it is done nothing begins; after it, nothing is
  // left.
  for (int i = 0; i < 100; ++i) {
    EXPECT_FALSE(checkpointer->LogHas(writer_->log_pages()));
    absl::SleepFor(absl::Milliseconds(1));
  }
  checkpointer.reset();
  EXPECT_EQ(Syncs(), before);
}

TEST_F(CheckpointerTest, TellsOnceThatTheDiskFailed) {
  int failures = 0;
  absl::Notification failed;
  absl::Status why;
  Checkpointer checkpointer(Open(), kPass, kRows,
                            [&](const absl::Status& status) {
                              ++failures;
                              why = status;
                              failed.Notify();
                            });
  faults::Fault fault;
  fault.kind = faults::Fault::Kind::kIoError;
  fault.call = 1;
  fault.for_ever = true;
  vfs_.Arm(fault);
  EXPECT_FALSE(checkpointer.LogHas(kRows));
  failed.WaitForNotification();
  EXPECT_THAT(why, StatusIs(absl::StatusCode::kUnavailable));
  for (int i = 1; i < 10; ++i) EXPECT_FALSE(checkpointer.LogHas(kRows * i));
  EXPECT_EQ(failures, 1);
}

absl::Status Insert(Store& store, const std::string& id) {
  return store.Write([&](WriteTransaction& tx) {
    model::Place place;
    place.id = model::PlaceId::Trusted(id);
    return tx.places().Insert(place);
  });
}

// As long as it is written to without a pause, too.
TEST(CheckpointsOfAStore, KeepTheLogShort) {
  const ScratchFolder folder;
  SqliteOptions options{folder.File("twinaid.db"), 2};
  options.tuning.checkpoint_pages = 100;
  auto store = OpenSqliteStore(options);
  ASSERT_THAT(store, IsOk());
  constexpr int kWriters = 4;
  constexpr int kWrites = 500;
  std::vector<std::thread> writers;
  for (int w = 0; w < kWriters; ++w) {
    writers.emplace_back([&, w] {
      for (int i = 0; i < kWrites; ++i) {
        ASSERT_THAT(Insert(**store, absl::StrCat("p-", w, "-", i)), IsOk());
      }
    });
  }
  for (std::thread& writer : writers) writer.join();
  // Each write changes a page or two; without an end to the log it would have
  // 500 at the least, since a group has no more than four.
  const auto bytes = std::filesystem::file_size(options.path + "-wal");
  EXPECT_LT(bytes, 450 * 4096U);
}

// Whoever writes hears of it, though another thread met it: a connection that
// may only read cannot bring anything in.
TEST(CheckpointsOfAStore, EndItWhereAPassFails) {
  const ScratchFolder folder;
  const std::string path = folder.File("twinaid.db");
  SqliteTuning tuning;
  tuning.pass_pages = 1;
  Damage damage;
  auto written = Connection::Open(path, Connection::Mode::kReadWrite, tuning);
  ASSERT_THAT(written, IsOk());
  ASSERT_THAT(Migrate(**written), IsOk());
  auto read = Connection::Open(path, Connection::Mode::kReadOnly, tuning);
  ASSERT_THAT(read, IsOk());
  // It knows of the log once it has read something.
  ASSERT_THAT((*read)->Execute("SELECT 1 FROM places"), IsOk());
  Writer writer(*std::move(written), *std::move(read), tuning, damage);
  const auto insert = [](WriteTransaction& tx) {
    model::Place place;
    place.id = model::PlaceId::Trusted("p");
    return tx.places().Insert(place);
  };
  EXPECT_THAT(writer.Write(insert, Ending::kCommit), IsOk());
  while (writer.Health().ok()) absl::SleepFor(absl::Milliseconds(1));
  EXPECT_THAT(writer.Health(), StatusIs(absl::StatusCode::kUnavailable));
  EXPECT_THAT(writer.Write(insert, Ending::kCommit),
              StatusIs(absl::StatusCode::kUnavailable));
}

}  // namespace
}  // namespace twinaid::store
