// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What only a store on disk can meet.
#include "service/store/sqlite/sqlite_store.h"

#include <sqlite3.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/synchronization/notification.h"
#include "gmock/gmock.h"
#include "service/model/errors.h"
#include "tests/faults/vfs/fault_vfs.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/status_matchers.h"

namespace twinaid::store {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

model::Place PlaceNamed(absl::string_view id) {
  model::Place place;
  place.id = model::PlaceId::Trusted(id);
  return place;
}

absl::Status Insert(Store& store, absl::string_view id) {
  return store.Write(
      [&](WriteTransaction& tx) { return tx.places().Insert(PlaceNamed(id)); });
}

std::size_t PlacesIn(Store& store) {
  std::size_t places = 0;
  EXPECT_THAT(store.Read([&](const ReadTransaction& tx) {
    const auto rows = tx.places().List({}, std::nullopt, 0);
    if (rows.ok()) places = rows->size();
    return rows.status();
  }),
              IsOk());
  return places;
}

class SqliteStoreTest : public ::testing::Test {
 protected:
  SqliteOptions options() const { return {path_, 2}; }

  const ScratchFolder folder_;
  const std::string path_ = folder_.File("twinaid.db");
};

TEST_F(SqliteStoreTest, RefusesASecondServerAndLetsTheNextOneIn) {
  auto first = OpenSqliteStore(options());
  ASSERT_THAT(first, IsOk());
  const auto second = OpenSqliteStore(options());
  EXPECT_THAT(second,
              StatusIs(absl::StatusCode::kUnavailable, HasSubstr(path_)));
  EXPECT_EQ(model::ReasonOf(second.status()), "STORE_LOCKED");
  EXPECT_THAT(Insert(**first, "still-at-work"), IsOk());
  first->reset();
  EXPECT_THAT(OpenSqliteStore(options()), IsOk());
}

// The link is there before the database is, and leads to it all the same.
TEST_F(SqliteStoreTest, RefusesASecondServerByAnotherNameOfTheFile) {
  const std::string link = folder_.File("link.db");
  std::filesystem::create_symlink("twinaid.db", link);
  for (const bool by_link_first : {true, false}) {
    const auto first = OpenSqliteStore({by_link_first ? link : path_, 1});
    ASSERT_THAT(first, IsOk());
    for (const std::string& name : {link, path_, folder_.File("./link.db")}) {
      EXPECT_EQ(model::ReasonOf(OpenSqliteStore({name, 1}).status()),
                "STORE_LOCKED")
          << name;
    }
  }
}

TEST_F(SqliteStoreTest, RefusesAFileThatIsNoDatabaseAndLeavesItAlone) {
  const std::string text = "not a database at all, and long enough for a page";
  std::ofstream(path_) << text;
  const auto opened = OpenSqliteStore(options());
  EXPECT_THAT(opened, StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_EQ(model::ReasonOf(opened.status()), "STORE_DAMAGED");
  std::string kept;
  std::getline(std::ifstream(path_), kept);
  EXPECT_EQ(kept, text);
}

TEST_F(SqliteStoreTest, SaysWhichFolderIsMissing) {
  const std::string path = folder_.File("nowhere/twinaid.db");
  EXPECT_THAT(OpenSqliteStore({path, 2}),
              StatusIs(absl::StatusCode::kUnavailable, HasSubstr(path)));
}

TEST_F(SqliteStoreTest, RefusesADatabaseOfANewerRelease) {
  ASSERT_THAT(OpenSqliteStore(options()), IsOk());
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open(path_.c_str(), &db), SQLITE_OK);
  ASSERT_EQ(
      sqlite3_exec(db, "PRAGMA user_version=9999", nullptr, nullptr, nullptr),
      SQLITE_OK);
  sqlite3_close(db);
  const auto opened = OpenSqliteStore(options());
  EXPECT_THAT(opened, StatusIs(absl::StatusCode::kFailedPrecondition));
  EXPECT_EQ(model::ReasonOf(opened.status()), "STORE_TOO_NEW");
}

// More than one group waits while the writer is held up.
TEST_F(SqliteStoreTest, CommitsMoreWritesThanOneGroupTakes) {
  auto opened = OpenSqliteStore(options());
  ASSERT_THAT(opened, IsOk());
  Store& store = **opened;
  absl::Notification go;
  std::thread first([&] {
    EXPECT_THAT(store.Write([&](WriteTransaction&) {
      go.WaitForNotification();
      return absl::OkStatus();
    }),
                IsOk());
  });
  constexpr int kWriters = 300;
  std::atomic<int> failed = 0;
  std::vector<std::thread> writers;
  for (int i = 0; i < kWriters; ++i) {
    writers.emplace_back([&, i] {
      // Every tenth takes a key that is there already, in its own group or
      // before.
      const int id = i % 10 == 9 ? i - 1 : i;
      if (!Insert(store, absl::StrCat("p", id)).ok()) ++failed;
    });
  }
  go.Notify();
  first.join();
  for (std::thread& writer : writers) writer.join();
  EXPECT_EQ(failed, kWriters / 10);
  EXPECT_EQ(PlacesIn(store), static_cast<std::size_t>(kWriters * 9 / 10));
}

// What was answered before is kept, and nobody reads what the next start may
// find to be otherwise.
TEST_F(SqliteStoreTest, AfterAFailedCommitNothingElseIsCarriedOut) {
  faults::FaultVfs disk("failing-disk");
  absl::Notification second_waits;
  int queued = 0;
  SqliteOptions on_disk = options();
  on_disk.tuning.vfs = disk.name();
  on_disk.tuning.on_queued = [&] {
    if (++queued == 3) second_waits.Notify();
  };
  auto opened = OpenSqliteStore(on_disk);
  ASSERT_THAT(opened, IsOk());
  Store& store = **opened;
  ASSERT_THAT(Insert(store, "before"), IsOk());
  absl::Notification first_is_in;
  absl::Notification go;
  absl::Status first_status;
  absl::Status second_status;
  bool second_ran = false;
  std::thread first([&] {
    first_status = store.Write([&](WriteTransaction& tx) {
      first_is_in.Notify();
      go.WaitForNotification();
      return tx.places().Insert(PlaceNamed("lost"));
    });
  });
  first_is_in.WaitForNotification();
  std::thread second([&] {
    second_status = store.Write([&](WriteTransaction& tx) {
      second_ran = true;
      return tx.places().Insert(PlaceNamed("queued"));
    });
  });
  second_waits.WaitForNotification();
  faults::Fault broken;
  broken.kind = faults::Fault::Kind::kIoError;
  broken.call = 1;
  broken.for_ever = true;
  disk.Arm(broken);
  go.Notify();
  first.join();
  second.join();
  EXPECT_EQ(model::ReasonOf(first_status), "OUTCOME_UNKNOWN");
  EXPECT_EQ(model::ReasonOf(second_status), "STORE_UNAVAILABLE");
  EXPECT_FALSE(second_ran);
  // The disk works again; the store does not.
  disk.Arm(faults::Fault());
  EXPECT_EQ(model::ReasonOf(store.Health()), "STORE_UNAVAILABLE");
  EXPECT_EQ(model::ReasonOf(Insert(store, "after")), "STORE_UNAVAILABLE");
  const auto read = store.Read([](const ReadTransaction&) {
    ADD_FAILURE() << "read after a failed commit";
    return absl::OkStatus();
  });
  EXPECT_EQ(model::ReasonOf(read), "STORE_UNAVAILABLE");

  // A restart finds a whole database.
  opened->reset();
  opened = OpenSqliteStore(on_disk);
  ASSERT_THAT(opened, IsOk());
  EXPECT_THAT(Insert(**opened, "again"), IsOk());
  EXPECT_EQ(PlacesIn(**opened), 2U);
  opened->reset();
}

// More readers at once than connections: they take turns.
TEST_F(SqliteStoreTest, ServesMoreReadersThanItHasConnections) {
  auto opened = OpenSqliteStore(options());
  ASSERT_THAT(opened, IsOk());
  ASSERT_THAT(Insert(**opened, "p"), IsOk());
  constexpr int kReaders = 16;
  std::vector<std::thread> readers;
  for (int i = 0; i < kReaders; ++i) {
    readers.emplace_back([&] { EXPECT_EQ(PlacesIn(**opened), 1U); });
  }
  for (std::thread& reader : readers) reader.join();
}

// The second net: a row that breaks a rule of the table is our own bug.
TEST_F(SqliteStoreTest, RefusesARowThatBreaksTheRulesOfItsTable) {
  auto opened = OpenSqliteStore(options());
  ASSERT_THAT(opened, IsOk());
  const absl::Status status =
      (*opened)->Write([](WriteTransaction& tx) -> absl::Status {
        model::Place place = PlaceNamed("p");
        place.population = -1;
        return tx.places().Insert(place);
      });
  EXPECT_THAT(status, StatusIs(absl::StatusCode::kInternal));
  EXPECT_EQ(model::ReasonOf(status), "BROKEN_INVARIANT");
  EXPECT_EQ(PlacesIn(**opened), 0U);
}

TEST_F(SqliteStoreTest, FindsARowThatIsNotWhatItWrote) {
  {
    auto opened = OpenSqliteStore(options());
    ASSERT_THAT(opened, IsOk());
    ASSERT_THAT(Insert(**opened, "p"), IsOk());
  }
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open(path_.c_str(), &db), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(db, "UPDATE places SET aliases = '{broken'", nullptr,
                         nullptr, nullptr),
            SQLITE_OK);
  sqlite3_close(db);
  auto opened = OpenSqliteStore(options());
  ASSERT_THAT(opened, IsOk());
  EXPECT_THAT((*opened)->Read([](const ReadTransaction& tx) {
    return tx.places().Find(model::PlaceId::Trusted("p")).status();
  }),
              StatusIs(absl::StatusCode::kDataLoss));
}

// Rounds as they were kept before failures had a reason and two languages.
TEST_F(SqliteStoreTest, ReadsAFailureThatIsPlainText) {
  const model::RoundName name = {model::SchemeId::Trusted("s"),
                                 model::RoundId::Trusted("r")};
  {
    auto opened = OpenSqliteStore(options());
    ASSERT_THAT(opened, IsOk());
    ASSERT_THAT((*opened)->Write([&](WriteTransaction& tx) {
      model::Scheme scheme;
      scheme.id = name.parent;
      const absl::Status status = tx.schemes().Insert(scheme);
      if (!status.ok()) return status;
      model::Round round;
      round.name = name;
      round.failure = {"STORE_FULL", "no room", "空间已满"};
      return tx.rounds().Insert(round);
    }),
                IsOk());
  }
  const auto kept = [&](const std::string& failure) {
    absl::StatusOr<std::optional<model::Round>> round;
    sqlite3* db = nullptr;
    EXPECT_EQ(sqlite3_open(path_.c_str(), &db), SQLITE_OK);
    EXPECT_EQ(
        sqlite3_exec(
            db,
            absl::StrCat("UPDATE rounds SET failure = '", failure, "'").c_str(),
            nullptr, nullptr, nullptr),
        SQLITE_OK);
    sqlite3_close(db);
    SqliteOptions trusting = options();
    trusting.tuning.check_rows = false;
    auto opened = OpenSqliteStore(trusting);
    EXPECT_THAT(opened, IsOk());
    const absl::Status read = (*opened)->Read([&](const ReadTransaction& tx) {
      round = tx.rounds().Find(name);
      return absl::OkStatus();
    });
    EXPECT_EQ(read, round.status());
    return round;
  };
  const auto plain = kept("schemes/s/rounds/r was stopped");
  ASSERT_THAT(plain, IsOk());
  EXPECT_EQ((*plain)->failure,
            (model::Failure{"", "schemes/s/rounds/r was stopped", ""}));
  const auto none = kept("");
  ASSERT_THAT(none, IsOk());
  EXPECT_EQ((*none)->failure, model::Failure{});
  EXPECT_THAT(kept("{broken"), StatusIs(absl::StatusCode::kDataLoss));
}

}  // namespace
}  // namespace twinaid::store
