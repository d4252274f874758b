// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/database_check.h"

#include <ostream>
#include <string>

#include "gmock/gmock.h"
#include "service/model/errors.h"
#include "service/store/sqlite/migrations.h"
#include "tests/service/store/small_office.h"

namespace twinaid::store {
namespace {

using ::testing::HasSubstr;

absl::StatusOr<CheckedDatabase> CheckFile(const std::string& path,
                                          Damage* damage = nullptr) {
  TWINAID_ASSIGN_OR_RETURN(
      const auto connection,
      Connection::Open(path, Connection::Mode::kReadOnly, {}, damage));
  return CheckDatabase(*connection, [] { return true; });
}

TEST(DatabaseCheck, CountsWhatIsWhole) {
  SmallOffice office;
  const auto checked = CheckFile(office.path());
  ASSERT_THAT(checked, IsOk());
  EXPECT_EQ(checked->schema, AllMigrations().back().schema);
  EXPECT_EQ(checked->rows, SmallOffice::kEvents + 4);
  EXPECT_EQ(checked->events, SmallOffice::kEvents);
  EXPECT_EQ(checked->last_seq, SmallOffice::kEvents);
  EXPECT_EQ(checked->last_hash.size(), 64U);
}

TEST(DatabaseCheck, TakesADatabaseOfAnOlderSchema) {
  const ScratchFolder folder;
  for (std::int64_t schema = 0; schema < AllMigrations().back().schema;
       ++schema) {
    const std::string path = folder.File(absl::StrCat(schema, ".db"));
    {
      const auto connection =
          Connection::Open(path, Connection::Mode::kReadWrite);
      ASSERT_THAT(connection, IsOk());
      if (schema > 0) {
        ASSERT_THAT(Migrate(**connection, schema), IsOk());
      }
    }
    const auto checked = CheckFile(path);
    ASSERT_THAT(checked, IsOk());
    EXPECT_EQ(checked->schema, schema);
  }
}

TEST(DatabaseCheck, EndsBetweenStepsWhenToldTo) {
  SmallOffice office;
  const auto connection =
      Connection::Open(office.path(), Connection::Mode::kReadOnly);
  ASSERT_THAT(connection, IsOk());
  int all = 0;
  ASSERT_THAT(CheckDatabase(**connection, [&] { return ++all > 0; }), IsOk());
  EXPECT_GT(all, 60);
  for (const int steps : {0, 1, 17, all - 1}) {
    int taken = 0;
    EXPECT_THAT(CheckDatabase(**connection, [&] { return taken++ < steps; }),
                StatusIs(absl::StatusCode::kCancelled));
    EXPECT_EQ(taken, steps + 1);
  }
}

struct Fault {
  const char* name;
  const char* sql;
  const char* reason;
  const char* said;
  friend void PrintTo(const Fault& fault, std::ostream* out) {
    *out << fault.name;
  }
};

class PlantedFault : public ::testing::TestWithParam<Fault> {};

TEST_P(PlantedFault, IsFoundAndReported) {
  SmallOffice office;
  office.Close();
  {
    const auto connection =
        Connection::Open(office.path(), Connection::Mode::kReadWrite);
    ASSERT_THAT(connection, IsOk());
    ASSERT_THAT((*connection)
                    ->Execute(absl::StrCat("PRAGMA foreign_keys=OFF;",
                                           "DROP TRIGGER events_never_change;"
                                           "DROP TRIGGER events_never_go;",
                                           GetParam().sql)),
                IsOk());
  }
  Damage damage;
  const auto checked = CheckFile(office.path(), &damage);
  EXPECT_THAT(checked, StatusIs(absl::StatusCode::kDataLoss,
                                HasSubstr(GetParam().said)));
  EXPECT_EQ(model::ReasonOf(checked.status()), GetParam().reason);
  EXPECT_EQ(damage.Found(), checked.status());
}

INSTANTIATE_TEST_SUITE_P(
    Of, PlantedFault,
    ::testing::Values(
        Fault{"Row", "UPDATE needs SET note = 'x'", "ROW_DAMAGED", "p0 n"},
        Fault{"Hash", "UPDATE items SET row_hash = x'00'", "ROW_DAMAGED",
              "items"},
        Fault{"Event", "UPDATE events SET type = 'x' WHERE seq = 3",
              "ROW_DAMAGED", "events/3"},
        Fault{"Gap",
              "DELETE FROM event_places WHERE seq = 3; DELETE FROM events "
              "WHERE seq = 3",
              "STORE_DAMAGED", "event 3 is missing"},
        Fault{"FirstEvents",
              "DELETE FROM event_places WHERE seq < 3; DELETE FROM events "
              "WHERE seq < 3",
              "STORE_DAMAGED", "event 1 is missing"},
        Fault{"PlaceOfAnEvent", "DELETE FROM event_places WHERE seq = 2",
              "STORE_DAMAGED", "events/2"},
        Fault{"PlaceOfNoEvent", "INSERT INTO event_places VALUES ('p4', 2)",
              "STORE_DAMAGED", "event_places"},
        Fault{"ItemRef", "DELETE FROM item_refs", "STORE_DAMAGED",
              "items/ffp2"},
        Fault{"StrayItemRef",
              "INSERT INTO item_refs VALUES ('items/n95', "
              "'ffp2')",
              "STORE_DAMAGED", "items/n95"},
        Fault{"PlaceRef", "UPDATE place_refs SET target = 'p2'",
              "STORE_DAMAGED", "principals/wuxi-fao"},
        Fault{"Parent", "DELETE FROM places WHERE id = 'p0'", "STORE_DAMAGED",
              "refers to a row of places"}),
    [](const auto& given) { return given.param.name; });

// An entry of an index that is not what its row says: no row's hash knows.
TEST(DatabaseCheck, FindsAnIndexThatSaysSomethingElse) {
  SmallOffice office;
  office.Close();
  {
    const auto connection =
        Connection::Open(office.path(), Connection::Mode::kReadWrite);
    ASSERT_THAT(connection, IsOk());
    // The pages of an index of nothing take the place of the index of all.
    ASSERT_THAT((*connection)->Execute(R"sql(
        CREATE INDEX other ON needs (note, place, id) WHERE total > 1000;
        PRAGMA writable_schema=ON;
        UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema
          WHERE name = 'other') WHERE name = 'needs_by_item';
        DELETE FROM sqlite_schema WHERE name = 'other';
        PRAGMA writable_schema=OFF;)sql"),
                IsOk());
  }
  EXPECT_THAT(CheckFile(office.path()),
              StatusIs(absl::StatusCode::kDataLoss, HasSubstr("index")));
}

}  // namespace
}  // namespace twinaid::store
