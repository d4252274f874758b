// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A migration that is interrupted at any call of the disk leaves a schema that
// some release had, with its rows, and the next start finishes it.
#include "service/store/sqlite/migrations.h"

#include <sqlite3.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "service/model/errors.h"
#include "service/store/sqlite/database_copy.h"
#include "service/store/sqlite/sqlite_store.h"
#include "tests/faults/store/checker.h"
#include "tests/faults/vfs/fault_vfs.h"
#include "tests/faults/vfs/vfs_files.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/status_matchers.h"

namespace twinaid::faults {
namespace {

using store::Connection;
using ::testing::IsEmpty;

constexpr char kVfs[] = "migrations";

// Rows of schema 1 that later migrations look at.
constexpr char kRows[] = R"sql(
INSERT INTO places VALUES ('p', 5, 'P', '', '[]', NULL, '', '', NULL, NULL, '',
  '{}', NULL, NULL, 0, 0, 1);
INSERT INTO places VALUES ('q', 5, 'Q', '', '[]', NULL, '', '', NULL, NULL, '',
  '{}', NULL, NULL, 0, 0, 1);
INSERT INTO items VALUES ('i', 1, 'I', '', 'piece', 1, '', '', '', '', '[]', 0,
  0, 1);
INSERT INTO needs VALUES ('p', 'n', 'i', 10, 10, 1, NULL, 1, '[]', 0, '', NULL,
  '', '', 0, 0, 0, 0, 0, 1, 0, 0, 1);
INSERT INTO offers VALUES ('q', 'o', 'i', 9, 9, NULL, NULL, NULL, NULL, 0, NULL,
  '', NULL, '[]', '', '', 0, 0, 0, 0, 1, 5, 6, 1);
INSERT INTO schemes VALUES ('s', 'S', '', '[]',
  '{"shape":1,"donor_capacity":1,"recipient_capacity":1,"rungs":2,"tiers":1,
    "pool":1,"keep":1}', 0, 0, 1);
INSERT INTO rounds VALUES ('s', 'r', 2,
  '{"shape":1,"donor_capacity":1,"recipient_capacity":1,"rungs":2,"tiers":1,
    "pool":1,"keep":1}', -7, '2020-02-10', 'hash', 1, 2, 3,
  '{"needs":1,"needs_fully":1,"needs_partly":0,"needed":5,"proposed":5,
    "places":1,"min_place_permille":1000,"median_place_permille":1000}',
  '[{"rung":1,"pairs":1,"edges_checked":2,"primal":["9"],"dual":["9"],
     "verified":true}]',
  '[]', '', 5, 0, 9, 1);
INSERT INTO unmet_needs VALUES ('s', 'r', 'p', 'n', 3, 14);
INSERT INTO round_edges VALUES ('s', 'r', 'p', 'q', 2, '', 0, '[0,0,0,1]',
  '[0,0,0,1]', '[0,0,0,1]', '[0,0,0,1]');
)sql";

class Migrations : public ::testing::TestWithParam<std::int64_t> {
 protected:
  using Step = std::function<absl::Status(Connection&)>;
  using Start = std::function<absl::Status()>;

  store::SqliteTuning Tuning() const {
    store::SqliteTuning tuning;
    tuning.vfs = kVfs;
    tuning.files = &files_;
    return tuning;
  }

  absl::Status With(const Step& step) {
    const auto connection =
        Connection::Open(path_, Connection::Mode::kReadWrite, Tuning());
    if (!connection.ok()) return connection.status();
    return step(**connection);
  }

  // The file at the schema of the parameter; an empty disk for 0.
  void SetUp() override {
    if (GetParam() > 0) {
      ASSERT_THAT(With([](Connection& connection) -> absl::Status {
                    const absl::Status first = store::Migrate(connection, 1);
                    if (!first.ok()) return first;
                    const absl::Status rows = connection.Execute(kRows);
                    if (!rows.ok()) return rows;
                    return store::Migrate(connection, GetParam());
                  }),
                  IsOk());
    }
    before_ = vfs_.Image();
    // What each schema from here on looks like when nothing fails.
    for (std::int64_t schema = GetParam(); schema <= Last(); ++schema) {
      if (schema > 0) {
        ASSERT_THAT(With([&](Connection& connection) {
                      return store::Migrate(connection, schema);
                    }),
                    IsOk());
      }
      good_[schema] = Dump();
    }
  }

  static std::int64_t Last() { return store::AllMigrations().back().schema; }

  // The schema and all rows, as text.
  std::string Dump() { return Dump(path_); }
  static std::string Dump(const std::string& path) {
    sqlite3* db = nullptr;
    EXPECT_EQ(sqlite3_open_v2(path.c_str(), &db,
                              SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, kVfs),
              SQLITE_OK);
    std::string text = Rows(db,
                            "SELECT name, sql FROM sqlite_schema "
                            "ORDER BY name");
    sqlite3_stmt* tables = nullptr;
    sqlite3_prepare_v2(db,
                       "SELECT name FROM sqlite_schema WHERE type = 'table' "
                       "AND name NOT LIKE 'sqlite%' ORDER BY name",
                       -1, &tables, nullptr);
    while (sqlite3_step(tables) == SQLITE_ROW) {
      const std::string name =
          reinterpret_cast<const char*>(sqlite3_column_text(tables, 0));
      absl::StrAppend(&text, name, ": ", Rows(db, "SELECT * FROM " + name));
    }
    sqlite3_finalize(tables);
    absl::StrAppend(&text, Rows(db, "PRAGMA integrity_check"));
    absl::StrAppend(&text, Rows(db, "PRAGMA foreign_key_check"));
    sqlite3_close(db);
    return text;
  }

  static std::string Rows(sqlite3* db, const std::string& sql) {
    std::string text;
    sqlite3_stmt* rows = nullptr;
    EXPECT_EQ(sqlite3_prepare_v2(db, sql.c_str(), -1, &rows, nullptr),
              SQLITE_OK)
        << sql;
    while (sqlite3_step(rows) == SQLITE_ROW) {
      for (int i = 0; i < sqlite3_column_count(rows); ++i) {
        const unsigned char* value = sqlite3_column_text(rows, i);
        absl::StrAppend(
            &text,
            value == nullptr ? "NULL" : reinterpret_cast<const char*>(value),
            "|");
      }
      absl::StrAppend(&text, "\n");
    }
    sqlite3_finalize(rows);
    return text;
  }

  // Migrates with the fault, starts again, looks. What is wrong, or "".
  // `*struck`: the fault was reached.
  std::string Interrupt(const Start& start, const Fault& fault, bool* struck) {
    vfs_.Insert(before_);
    vfs_.Arm(fault);
    const absl::Status interrupted = start();
    *struck = vfs_.struck();
    if (!*struck && !interrupted.ok()) return InWords(interrupted);
    vfs_.Arm(Fault());
    // With a power cut at the end of each: a process that stops is the lesser
    // evil.
    vfs_.CutPower(fault.seed);
    vfs_.PowerOn();
    std::int64_t schema = 0;
    const absl::Status read = With([&](Connection& connection) -> absl::Status {
      const auto found = store::SchemaOf(connection);
      if (found.ok()) schema = *found;
      return found.status();
    });
    if (!read.ok()) return InWords(read);
    const auto good = good_.find(schema);
    if (good == good_.end()) return absl::StrCat("schema ", schema);
    if (Dump() != good->second) {
      return absl::StrCat("neither one schema nor the other at ", schema);
    }
    const std::string left = WhatIsLeft(schema);
    if (!left.empty()) return left;
    // To finish takes time, and what there is to finish is whole.
    if (fault.call % 4 != 1) return "";
    store::SqliteOptions options;
    options.path = path_;
    options.tuning = Tuning();
    const auto opened = store::OpenSqliteStore(options);
    if (!opened.ok()) return InWords(opened.status());
    if (Dump() != good_[Last()]) return "not finished by the next start";
    return "";
  }

  // Every n-th call, each kind of fault; the first that goes wrong, or "".
  std::string InterruptEverywhere(const Step& migrate, int every_nth) {
    return StopEverywhere([&] { return With(migrate); }, every_nth);
  }
  std::string StopEverywhere(const Start& start, int every_nth) {
    for (const auto kind :
         {Fault::Kind::kPowerCut, Fault::Kind::kIoError, Fault::Kind::kFull}) {
      for (const bool for_ever : {false, true}) {
        if (kind == Fault::Kind::kPowerCut && for_ever) continue;
        bool struck = true;
        for (std::int64_t call = 1; struck; call += every_nth) {
          Fault fault;
          fault.kind = kind;
          fault.call = call;
          fault.for_ever = for_ever;
          fault.seed = static_cast<std::uint64_t>(call);
          const std::string wrong = Interrupt(start, fault, &struck);
          if (!wrong.empty()) {
            return absl::StrCat("call ", call, " of kind ",
                                static_cast<int>(kind), ": ", wrong);
          }
          ++tried_;
        }
      }
    }
    return "";
  }

  // What is wrong with what stands beside a database of that schema, or "".
  virtual std::string WhatIsLeft(std::int64_t) { return ""; }

  const ScratchFolder folder_;
  const std::string path_ = folder_.File("twinaid.db");
  FaultVfs vfs_{kVfs};
  const VfsFiles files_{vfs_};
  Disk before_;
  std::map<std::int64_t, std::string> good_;
  int tried_ = 0;
};

TEST_P(Migrations, LeaveTheOldOrTheNewSchemaWhereverTheyAreInterrupted) {
  EXPECT_THAT(InterruptEverywhere(
                  [](Connection& connection) {
                    return store::Migrate(connection, GetParam() + 1);
                  },
                  TWINAID_EVERY_NTH_CALL),
              IsEmpty());
  EXPECT_GT(tried_ * TWINAID_EVERY_NTH_CALL, 20);
}

// The control: statement by statement, as nobody should.
TEST_P(Migrations, WithoutATransactionLeaveSomethingBetween) {
  EXPECT_THAT(InterruptEverywhere(
                  [](Connection& connection) {
                    const auto& next = store::AllMigrations().at(
                        static_cast<std::size_t>(GetParam()));
                    return connection.Execute(absl::StrCat(
                        next.sql, "PRAGMA user_version=", next.schema));
                  },
                  1),
              ::testing::HasSubstr("neither one schema nor the other"));
}

INSTANTIATE_TEST_SUITE_P(
    From, Migrations,
    ::testing::Range<std::int64_t>(0, store::AllMigrations().back().schema));

// A server starts on a database of an older release.
class OldDatabase : public Migrations {
 protected:
  std::string WhatIsLeft(std::int64_t schema) override {
    if (schema == GetParam()) return "";
    ++migrated_;
    if (vfs_.Image().Find(backup_) == nullptr) return "no backup";
    const auto checked = store::CheckCopy(backup_, Tuning());
    if (!checked.ok()) return InWords(checked.status());
    if (Dump(backup_) != good_[GetParam()]) return "another backup";
    return "";
  }
  absl::Status Open() {
    store::SqliteOptions options;
    options.path = path_;
    options.tuning = Tuning();
    return store::OpenSqliteStore(options).status();
  }

  const std::string backup_ =
      absl::StrCat(path_, ".before-schema-", GetParam() + 1, ".backup");
  int migrated_ = 0;
};

TEST_P(OldDatabase, IsNeverMigratedWithoutAWholeBackupOnTheDisk) {
  constexpr int kEveryNth = 5 * TWINAID_EVERY_NTH_CALL;
  EXPECT_THAT(StopEverywhere([&] { return Open(); }, kEveryNth), IsEmpty());
  EXPECT_GT(migrated_ * TWINAID_EVERY_NTH_CALL, 5);
  EXPECT_GT(tried_, 2 * migrated_ / 3);
}

// The control: no backup is taken.
TEST_P(OldDatabase, IsSeenToHaveNoBackupWhereNoneWasTaken) {
  EXPECT_THAT(InterruptEverywhere(
                  [](Connection& connection) {
                    return store::Migrate(connection, GetParam() + 1);
                  },
                  1),
              ::testing::HasSubstr("no backup"));
}

TEST_P(OldDatabase, TakesNoSecondBackupOfTheSameMoment) {
  vfs_.Insert(before_);
  ASSERT_THAT(Open(), IsOk());
  const Disk migrated = vfs_.Image();
  Disk again = before_;
  again.Create(backup_)->content = migrated.Find(backup_)->content;
  vfs_.Insert(again);
  ASSERT_THAT(Open(), IsOk());
  EXPECT_EQ(vfs_.Image().Find(path_ + ".before-schema-" +
                              absl::StrCat(GetParam() + 1, "-2.backup")),
            nullptr);
  // Anything else under the name stays as it is.
  again = before_;
  again.Create(backup_)->content = "a letter";
  vfs_.Insert(again);
  ASSERT_THAT(Open(), IsOk());
  EXPECT_EQ(vfs_.Image().Find(backup_)->content, "a letter");
  EXPECT_THAT(store::CheckCopy(absl::StrCat(path_, ".before-schema-",
                                            GetParam() + 1, "-2.backup"),
                               Tuning()),
              IsOk());
}

INSTANTIATE_TEST_SUITE_P(
    From, OldDatabase,
    ::testing::Range<std::int64_t>(1, store::AllMigrations().back().schema));

TEST(NewerSchema, IsRefusedAndNothingIsWritten) {
  const ScratchFolder folder;
  FaultVfs vfs("newer");
  store::SqliteOptions options;
  options.path = folder.File("twinaid.db");
  options.tuning.vfs = vfs.name();
  ASSERT_THAT(store::OpenSqliteStore(options), IsOk());
  const std::int64_t newer = store::AllMigrations().back().schema + 1;
  {
    const auto connection = Connection::Open(
        options.path, Connection::Mode::kReadWrite, options.tuning);
    ASSERT_THAT(connection, IsOk());
    ASSERT_THAT(
        (*connection)->Execute(absl::StrCat("PRAGMA user_version=", newer)),
        IsOk());
  }
  vfs.Arm(Fault());
  const auto opened = store::OpenSqliteStore(options);
  EXPECT_EQ(model::ReasonOf(opened.status()), "STORE_TOO_NEW");
  EXPECT_THAT(
      std::string(opened.status().message()),
      ::testing::AllOf(::testing::HasSubstr(absl::StrCat("schema ", newer)),
                       ::testing::HasSubstr("run the newer release")));
  EXPECT_EQ(vfs.calls(Call::kWrite), 0);
}

}  // namespace
}  // namespace twinaid::faults
