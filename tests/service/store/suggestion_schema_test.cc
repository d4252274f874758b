// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What the schema has for suggestions: columns of what is left, and indexes
// that the statements really use.
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "gmock/gmock.h"
#include "service/store/sqlite/migrations.h"
#include "service/store/sqlite/sql_table.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/status_matchers.h"

namespace twinaid::store {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class SuggestionSchema : public ::testing::Test {
 protected:
  void SetUp() override {
    auto opened = Connection::Open(folder_.File("twinaid.db"),
                                   Connection::Mode::kReadWrite);
    ASSERT_THAT(opened, IsOk());
    connection_ = *std::move(opened);
  }

  absl::Status Run(const std::string& sql) { return connection_->Execute(sql); }
  // The texts of a column.
  std::vector<std::string> Texts(const std::string& sql, int column = 0) {
    std::vector<std::string> texts;
    auto statement = connection_->Prepare(sql, "test");
    EXPECT_THAT(statement, IsOk()) << sql;
    while (statement.ok()) {
      const auto more = statement->Step();
      EXPECT_THAT(more, IsOk());
      if (!more.ok() || !*more) break;
      texts.push_back(statement->Text(column));
    }
    return texts;
  }
  std::string PlanOf(const std::string& sql) {
    return absl::StrJoin(Texts("EXPLAIN QUERY PLAN " + sql, 3), "; ");
  }

  const ScratchFolder folder_;
  std::unique_ptr<Connection> connection_;
};

TEST_F(SuggestionSchema, KnowsWhatIsLeftOfTheRowsThatWereThere) {
  ASSERT_THAT(Migrate(*connection_, 6), IsOk());
  ASSERT_THAT(Run("INSERT INTO places VALUES ('p', 5, 'P', '', '[]', NULL, '', "
                  "'', NULL, NULL, '', '{}', NULL, NULL, 0, 0, 1)"),
              IsOk());
  ASSERT_THAT(Run("INSERT INTO items VALUES ('i', 1, 'I', '', 'piece', 1, '', "
                  "'', '', '', '[]', 0, 0, 1)"),
              IsOk());
  const auto need = [](const char* id, int closed) {
    return absl::StrCat("INSERT INTO needs VALUES ('p', '", id,
                        "', 'i', 20, 20, 1, NULL, 1, '[]', 0, '', NULL, '', "
                        "'', ",
                        closed, ", 1, 2, 3, 4, 2, 0, 0, 1, 0)");
  };
  const auto offer = [](const char* id, int closed) {
    return absl::StrCat("INSERT INTO offers VALUES ('p', '", id,
                        "', 'i', 20, 20, NULL, NULL, NULL, NULL, 0, NULL, '', "
                        "NULL, '[]', '', '', ",
                        closed, ", 1, 2, 3, 2, 0, 0, 1, 0)");
  };
  for (const auto& [id, closed] : {std::pair("a", 0), std::pair("b", 1)}) {
    ASSERT_THAT(Run(need(id, closed)), IsOk());
    ASSERT_THAT(Run(offer(id, closed)), IsOk());
  }
  ASSERT_THAT(Migrate(*connection_), IsOk());
  EXPECT_THAT(Texts("SELECT id || open FROM needs ORDER BY id"),
              ElementsAre("a10", "b0"));
  EXPECT_THAT(Texts("SELECT id || available FROM offers ORDER BY id"),
              ElementsAre("a14", "b0"));
  EXPECT_FALSE(Run("UPDATE offers SET available = -1").ok());
  EXPECT_FALSE(Run("UPDATE needs SET open = total + 1").ok());
}

TEST_F(SuggestionSchema, KeepsWhatIsLeftAsRowsAreWritten) {
  ASSERT_THAT(Migrate(*connection_), IsOk());
  ASSERT_THAT(Run("PRAGMA foreign_keys=OFF"), IsOk());
  model::Offer offer;
  offer.name = {model::PlaceId::Trusted("p"), model::OfferId::Trusted("o")};
  offer.item = model::ItemId::Trusted("i");
  offer.quantity = model::Units(9);
  offer.total = model::BaseUnits(9);
  SqlTable<model::Offer> offers(*connection_);
  ASSERT_THAT(offers.Insert(offer), IsOk());
  EXPECT_THAT(Texts("SELECT available FROM offers"), ElementsAre("9"));
  offer.tallies.committed = model::BaseUnits(4);
  ASSERT_THAT(offers.Update(offer), IsOk());
  EXPECT_THAT(Texts("SELECT available FROM offers"), ElementsAre("5"));
  offer.closed = model::Closed::kExpired;
  ASSERT_THAT(offers.Update(offer), IsOk());
  EXPECT_THAT(Texts("SELECT available FROM offers"), ElementsAre("0"));
}

TEST_F(SuggestionSchema, FindsByIndex) {
  ASSERT_THAT(Migrate(*connection_), IsOk());
  const std::string among =
      "place IN (SELECT value FROM json_each(?)) AND "
      "item IN (SELECT value FROM json_each(?)) AND ";
  const std::string need =
      "SELECT place, id, item, currency, open, urgency, needed_by, "
      "substitutes, listed_substitutes, min_quality, confirm_time FROM needs ";
  const std::string offer =
      "SELECT place, id, item, currency, available, lead_days, "
      "available_from, available_until, expires, min_lot, directed_to, "
      "confirm_time FROM offers ";
  EXPECT_THAT(PlanOf(need + "INDEXED BY needs_open_by_item WHERE " + among +
                     "open > 0 ORDER BY item, place, id"),
              AllOf(HasSubstr("COVERING INDEX needs_open_by_item "
                              "(item=? AND place=?)"),
                    Not(HasSubstr("TEMP B-TREE"))));
  EXPECT_THAT(PlanOf(offer + "INDEXED BY offers_available_by_item WHERE " +
                     among + "available > 0 ORDER BY item, place, id"),
              AllOf(HasSubstr("COVERING INDEX offers_available_by_item "
                              "(item=? AND place=?)"),
                    Not(HasSubstr("TEMP B-TREE"))));
  EXPECT_THAT(PlanOf(need + "INDEXED BY needs_open_by_urgency WHERE item = ? "
                            "AND currency = ? AND open > 0 ORDER BY urgency, "
                            "needed_by IS NULL, needed_by, place, id"),
              AllOf(HasSubstr("COVERING INDEX needs_open_by_urgency"),
                    Not(HasSubstr("TEMP B-TREE"))));
  EXPECT_THAT(PlanOf(offer + "INDEXED BY offers_available_by_size WHERE "
                             "item = ? AND currency = ? AND available > 0 "
                             "ORDER BY available DESC, place, id"),
              AllOf(HasSubstr("COVERING INDEX offers_available_by_size"),
                    Not(HasSubstr("TEMP B-TREE"))));
  EXPECT_THAT(PlanOf(offer + "WHERE item IN (SELECT value FROM json_each(?)) "
                             "AND directed_to = ? AND available > 0 "
                             "ORDER BY item, place, id"),
              HasSubstr("INDEX offers_by_directed_to"));
  EXPECT_THAT(PlanOf("SELECT * FROM matches WHERE donor = ? AND "
                     "keeps_apart = ? AND keeps_apart > 1"),
              HasSubstr("INDEX matches_apart_by_donor"));
  EXPECT_THAT(PlanOf("SELECT id FROM places WHERE parent = ? ORDER BY id"),
              HasSubstr("COVERING INDEX places_by_parent"));
  EXPECT_THAT(
      PlanOf("SELECT * FROM items WHERE id IN (SELECT substr(owner, 7) "
             "FROM item_refs WHERE target = ? AND owner > 'items/' AND "
             "owner < 'items0')"),
      AllOf(HasSubstr("INDEX item_refs_by_target (target=? AND owner>?"),
            Not(HasSubstr("SCAN items"))));
}

}  // namespace
}  // namespace twinaid::store
