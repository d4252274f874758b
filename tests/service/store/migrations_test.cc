// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Each migration: from the schema before it, with rows, to the schema after.
#include "service/store/sqlite/migrations.h"

#include <memory>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "service/model/errors.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/status_matchers.h"

namespace twinaid::store {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr char kInsertPlace[] =
    "INSERT INTO places VALUES ('p', 5, 'P', '', '[]', NULL, '', '', NULL, "
    "NULL, '', '{}', NULL, NULL, 0, 0, 1)";
constexpr char kInsertItem[] =
    "INSERT INTO items VALUES ('i', 1, 'I', '', 'piece', 1, '', '', '', '', "
    "'[]', 0, 0, 1)";

// A need of 10 with the given tallies and state.
std::string InsertNeed(const std::string& tallies, const std::string& state) {
  return "INSERT INTO needs VALUES ('p', 'n', 'i', 10, 10, 1, NULL, 1, '[]', "
         "0, '', NULL, '', '', 0, " +
         tallies + ", " + state + ", 0, 0, 1)";
}

class MigrationTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto opened = Connection::Open(folder_.File("twinaid.db"),
                                   Connection::Mode::kReadWrite);
    ASSERT_THAT(opened, IsOk());
    connection_ = *std::move(opened);
  }

  // The texts of the first column.
  std::vector<std::string> Texts(const std::string& sql) {
    std::vector<std::string> texts;
    auto statement = connection_->Prepare(sql, "test");
    EXPECT_THAT(statement, IsOk());
    while (true) {
      const auto more = statement->Step();
      EXPECT_THAT(more, IsOk());
      if (!more.ok() || !*more) return texts;
      texts.push_back(statement->Text(0));
    }
  }
  absl::Status Run(const std::string& sql) { return connection_->Execute(sql); }

  const ScratchFolder folder_;
  std::unique_ptr<Connection> connection_;
};

TEST_F(MigrationTest, NumbersAscendFromOneWithoutAGap) {
  std::int64_t schema = 0;
  for (const Migration& migration : AllMigrations()) {
    EXPECT_EQ(migration.schema, ++schema);
  }
}

TEST_F(MigrationTest, FirstMakesTheTablesOfAnEmptyFile) {
  EXPECT_THAT(SchemaOf(*connection_), IsOkAndHolds(0));
  ASSERT_THAT(Migrate(*connection_, 1), IsOk());
  EXPECT_THAT(SchemaOf(*connection_), IsOkAndHolds(1));
  EXPECT_THAT(
      Texts("SELECT name FROM sqlite_schema WHERE type = 'table' "
            "ORDER BY name"),
      ElementsAre("answers", "event_places", "events", "item_refs", "items",
                  "matches", "needs", "offers", "organizations", "pairings",
                  "place_refs", "places", "round_edges", "rounds", "schemes",
                  "sister_links", "unmet_needs"));
  EXPECT_THAT(Texts("SELECT name FROM pragma_table_list WHERE schema = 'main' "
                    "AND type = 'table' AND NOT strict "
                    "AND name NOT LIKE 'sqlite%'"),
              ElementsAre())
      << "every table is STRICT";
}

TEST_F(MigrationTest, FirstTakesRowsAndHoldsTheirRules) {
  ASSERT_THAT(Migrate(*connection_, 1), IsOk());
  ASSERT_THAT(Run(kInsertPlace), IsOk());
  ASSERT_THAT(Run(kInsertItem), IsOk());
  constexpr auto kBroken = absl::StatusCode::kInternal;
  EXPECT_THAT(Run(InsertNeed("-1, 0, 0, 0", "1")), StatusIs(kBroken))
      << "a negative tally";
  EXPECT_THAT(Run(InsertNeed("1, 4, 3, 3", "1")), StatusIs(kBroken))
      << "more than is needed";
  EXPECT_THAT(Run(InsertNeed("0, 0, 0, 0", "7")), StatusIs(kBroken))
      << "no such state";
  EXPECT_THAT(Run(InsertNeed("'x', 0, 0, 0", "1")), StatusIs(kBroken))
      << "STRICT: text is no number";
  EXPECT_THAT(Run(InsertNeed("1, 3, 3, 3", "2")), IsOk());
  EXPECT_THAT(Run("DELETE FROM places"),
              StatusIs(absl::StatusCode::kFailedPrecondition));
  EXPECT_THAT(Texts("SELECT id FROM needs"), ElementsAre("n"));
}

TEST_F(MigrationTest, FirstNeverLetsAnEventChangeOrGo) {
  ASSERT_THAT(Migrate(*connection_, 1), IsOk());
  const std::string hash(64, '0');
  ASSERT_THAT(Run("INSERT INTO events VALUES (1, 0, 'p', 't', 'r', '[]', '{}', "
                  "'', '" +
                  hash + "', '" + hash + "')"),
              IsOk());
  EXPECT_FALSE(Run("UPDATE events SET type = 'x'").ok());
  EXPECT_FALSE(Run("DELETE FROM events").ok());
  EXPECT_THAT(Texts("SELECT type FROM events"), ElementsAre("t"));
}

TEST_F(MigrationTest, ChangesNothingWhenRunAgain) {
  ASSERT_THAT(Migrate(*connection_), IsOk());
  ASSERT_THAT(Run(kInsertPlace), IsOk());
  const auto schema = Texts("SELECT sql FROM sqlite_schema ORDER BY name");
  ASSERT_THAT(Migrate(*connection_), IsOk());
  EXPECT_EQ(Texts("SELECT sql FROM sqlite_schema ORDER BY name"), schema);
  EXPECT_THAT(Texts("SELECT id FROM places"), ElementsAre("p"));
}

TEST_F(MigrationTest, RefusesTheSchemaOfANewerRelease) {
  ASSERT_THAT(Migrate(*connection_), IsOk());
  const std::int64_t newer = AllMigrations().back().schema + 1;
  ASSERT_THAT(Run("PRAGMA user_version=" + std::to_string(newer)), IsOk());
  const absl::Status status = Migrate(*connection_);
  EXPECT_THAT(status, StatusIs(absl::StatusCode::kFailedPrecondition,
                               HasSubstr(std::to_string(newer))));
  EXPECT_EQ(model::ReasonOf(status), "STORE_TOO_NEW");
  EXPECT_THAT(SchemaOf(*connection_), IsOkAndHolds(newer));
}

}  // namespace
}  // namespace twinaid::store
