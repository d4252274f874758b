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
#include "service/store/sqlite/sqlite_store.h"
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

  static constexpr int kRows = 40;
  const ScratchFolder folder_;
  const std::string path_ = folder_.File("twinaid.db");
  faults::FaultVfs vfs_{kVfs};
  SqliteTuning tuning_;
  std::unique_ptr<Connection> writer_;
};

constexpr int kPass = 10;

TEST_F(CheckpointerTest, MakesAPassWhenTheLogHasGrown) {
  Checkpointer checkpointer(Open(), kPass, 1000, [](const absl::Status& why) {
    ADD_FAILURE() << why;
  });
  const auto writes = [this] { return vfs_.calls(faults::Call::kWrite); };
  const std::int64_t before = writes();
  EXPECT_FALSE(checkpointer.LogHas(kPass - 1));
  EXPECT_FALSE(checkpointer.LogHas(kPass));
  while (writes() == before) absl::SleepFor(absl::Milliseconds(1));
  EXPECT_FALSE(checkpointer.LogHas(writer_->log_pages()));
}

TEST_F(CheckpointerTest, LetsTheLogBeginAnewWhileItIsWrittenTo) {
  Checkpointer checkpointer(Open(), kPass, kRows, [](const absl::Status& why) {
    ADD_FAILURE() << why;
  });
  int writes = 0;
  while (writer_->log_pages() >= kRows) {
    if (checkpointer.LogHas(writer_->log_pages())) {
      EXPECT_THAT(writer_->Checkpoint(), IsOk());
    }
    Write();
    ASSERT_LT(++writes, 10'000);
  }
  EXPECT_LT(writer_->log_pages(), kPass);
  EXPECT_FALSE(checkpointer.LogHas(writer_->log_pages()));
}

// A pass near the end brought in everything, and with the next write the log
// began anew: that is the end of it.
TEST_F(CheckpointerTest, RestsWhereTheLogBeganAnewByItself) {
  const auto syncs = [this] { return vfs_.calls(faults::Call::kSync); };
  std::int64_t before = 0;
  {
    Checkpointer checkpointer(
        Open(), kPass, kRows,
        [](const absl::Status& why) { ADD_FAILURE() << why; });
    before = syncs();
    EXPECT_FALSE(checkpointer.LogHas(writer_->log_pages()));
    // The log, then the database.
    while (syncs() < before + 2) absl::SleepFor(absl::Milliseconds(1));
    // It may still be about to say that it is done.
    do {
      Write();
    } while (writer_->log_pages() >= kRows);
    ASSERT_LT(writer_->log_pages(), kPass);
    before = syncs();
    for (int i = 0; i < 100; ++i) {
      EXPECT_FALSE(checkpointer.LogHas(writer_->log_pages()));
    }
  }
  EXPECT_EQ(syncs(), before);
}

// With nothing to bring in there is no pass, however often it is asked.
TEST_F(CheckpointerTest, MakesNoPassForNothing) {
  const auto syncs = [this] { return vfs_.calls(faults::Call::kSync); };
  std::int64_t before = 0;
  {
    Checkpointer checkpointer(
        Open(), kPass, kRows,
        [](const absl::Status& why) { ADD_FAILURE() << why; });
    before = syncs();
    EXPECT_FALSE(checkpointer.LogHas(writer_->log_pages()));
    while (syncs() < before + 2) absl::SleepFor(absl::Milliseconds(1));
    before = syncs();
    // Until it has said that it is done nothing begins; after it, nothing is
    // left.
    for (int i = 0; i < 100; ++i) {
      EXPECT_FALSE(checkpointer.LogHas(writer_->log_pages()));
      absl::SleepFor(absl::Milliseconds(1));
    }
  }
  EXPECT_EQ(syncs(), before);
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

// Whoever writes hears of it, though another thread met it.
TEST(CheckpointsOfAStore, EndItWhereTheDiskFails) {
  const ScratchFolder folder;
  faults::FaultVfs vfs("checkpoints-of-a-store");
  SqliteOptions options{folder.File("twinaid.db"), 2};
  options.tuning.vfs = vfs.name();
  options.tuning.checkpoint_pages = 1;
  auto store = OpenSqliteStore(options);
  ASSERT_THAT(store, IsOk());
  faults::Fault fault;
  fault.kind = faults::Fault::Kind::kIoError;
  fault.for_ever = true;
  // Behind the calls of one write: either the next one fails or a checkpoint.
  ASSERT_THAT(Insert(**store, "p-first"), IsOk());
  fault.call = 200;
  vfs.Arm(fault);
  int written = 0;
  while (Insert(**store, absl::StrCat("p-", written)).ok()) ++written;
  EXPECT_THAT((*store)->Health(), StatusIs(absl::StatusCode::kUnavailable));
}

}  // namespace
}  // namespace twinaid::store
