// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A row that is not as it was written is never served.
#include "service/store/sqlite/row_hash.h"

#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "service/model/errors.h"
#include "service/store/sqlite/migrations.h"
#include "service/store/sqlite/sql_table.h"
#include "service/store/sqlite/sqlite_store.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/status_matchers.h"

namespace twinaid::store {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const model::PlaceId kPlace = model::PlaceId::Trusted("wuxi");

class RowHash : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_THAT(Reopen(), IsOk());
    ASSERT_THAT(store_->Write([](WriteTransaction& tx) -> absl::Status {
      model::Place place;
      place.id = kPlace;
      place.name_en = "Wuxi";
      const absl::Status status = tx.places().Insert(place);
      if (!status.ok()) return status;
      return tx.SaveAnswer({"principals/p", "CreatePlace", "r-1",
                            std::string(64, 'a'), "answer", absl::UnixEpoch()});
    }),
                IsOk());
  }

  absl::Status Reopen() {
    store_.reset();
    SqliteOptions options = {path_, 1};
    options.tuning.check_rows = check_rows_;
    auto opened = OpenSqliteStore(options);
    if (!opened.ok()) return opened.status();
    store_ = *std::move(opened);
    return absl::OkStatus();
  }
  // Stops the store, does what no store would do, and starts it again.
  void Alter(const std::string& sql) {
    store_.reset();
    {
      const auto connection =
          Connection::Open(path_, Connection::Mode::kReadWrite);
      ASSERT_THAT(connection, IsOk());
      ASSERT_THAT((*connection)->Execute(sql), IsOk());
      ASSERT_GT((*connection)->changes(), 0);
    }
    ASSERT_THAT(Reopen(), IsOk());
  }
  absl::StatusOr<std::string> NameOfThePlace() {
    std::string name;
    const absl::Status status =
        store_->Read([&](const ReadTransaction& tx) -> absl::Status {
          const auto place = tx.places().Find(kPlace);
          if (place.ok() && *place) name = (*place)->name_en;
          return place.status();
        });
    if (!status.ok()) return status;
    return name;
  }

  const ScratchFolder folder_;
  const std::string path_ = folder_.File("twinaid.db");
  bool check_rows_ = true;
  std::unique_ptr<Store> store_;
};

TEST_F(RowHash, FitsWhatWasInsertedAndUpdated) {
  EXPECT_THAT(NameOfThePlace(), IsOkAndHolds("Wuxi"));
  ASSERT_THAT(store_->Write([](WriteTransaction& tx) {
    model::Place place;
    place.id = kPlace;
    place.name_en = "无锡";
    place.population = 7'000'000;
    return tx.places().Update(place);
  }),
              IsOk());
  EXPECT_THAT(NameOfThePlace(), IsOkAndHolds("无锡"));
  ASSERT_THAT(Reopen(), IsOk());
  EXPECT_THAT(NameOfThePlace(), IsOkAndHolds("无锡"));
}

TEST_F(RowHash, RefusesARowThatWasAlteredAndNamesIt) {
  Alter("UPDATE places SET name_en = 'Wuhu'");
  const auto name = NameOfThePlace();
  EXPECT_THAT(name, StatusIs(absl::StatusCode::kDataLoss,
                             AllOf(HasSubstr("the row places/wuxi"),
                                   HasSubstr("the table places"),
                                   HasSubstr("twinaidd restore"))));
  EXPECT_EQ(model::ReasonOf(name.status()), "ROW_DAMAGED");
  EXPECT_THAT(model::TextOf(name.status(), model::Language::kChinese),
              HasSubstr("twinaidd restore"));
}

// The control: without the check it is served.
TEST_F(RowHash, IsWhatFindsIt) {
  check_rows_ = false;
  Alter("UPDATE places SET name_en = 'Wuhu'");
  EXPECT_THAT(NameOfThePlace(), IsOkAndHolds("Wuhu"));
}

TEST_F(RowHash, RefusesItInAListToo) {
  Alter("UPDATE places SET revision = revision + 1");
  EXPECT_EQ(model::ReasonOf(store_->Read([](const ReadTransaction& tx) {
              return tx.places().List({}, std::nullopt, 0).status();
            })),
            "ROW_DAMAGED");
}

TEST_F(RowHash, RefusesARowWhoseHashIsGone) {
  Alter("UPDATE places SET row_hash = x''");
  EXPECT_EQ(model::ReasonOf(NameOfThePlace().status()), "ROW_DAMAGED");
}

// Who looks for a row that is not there meets the row beside it.
TEST_F(RowHash, RefusesToSayThatARowIsNotThereWhereAKeyRotted) {
  Alter("UPDATE places SET id = 'wuxj'");
  EXPECT_EQ(model::ReasonOf(NameOfThePlace().status()), "ROW_DAMAGED");
}

TEST_F(RowHash, RefusesToSayThatNothingWasAnsweredWhereAKeyRotted) {
  Alter("UPDATE answers SET request_id = 'q-1'");
  EXPECT_EQ(
      model::ReasonOf(store_->Read([](const ReadTransaction& tx) {
        return tx.FindAnswer("principals/p", "CreatePlace", "r-1").status();
      })),
      "ROW_DAMAGED");
}

TEST_F(RowHash, RefusesAnAnswerThatWasAltered) {
  Alter("UPDATE answers SET answer = x'00'");
  const absl::Status status = store_->Read([](const ReadTransaction& tx) {
    return tx.FindAnswer("principals/p", "CreatePlace", "r-1").status();
  });
  EXPECT_EQ(model::ReasonOf(status), "ROW_DAMAGED");
  EXPECT_THAT(std::string(status.message()), HasSubstr("r-1"));
}

TEST_F(RowHash, OnceDamageWasFoundHealthSaysSoAndNothingIsWritten) {
  EXPECT_THAT(store_->Health(), IsOk());
  Alter("UPDATE places SET name_en = 'Wuhu'");
  EXPECT_THAT(store_->Health(), IsOk());
  EXPECT_THAT(NameOfThePlace(), StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_EQ(model::ReasonOf(store_->Health()), "ROW_DAMAGED");
  const auto write = [this](absl::string_view id) {
    return store_->Write([&](WriteTransaction& tx) {
      model::Place place;
      place.id = model::PlaceId::Trusted(id);
      return tx.places().Insert(place);
    });
  };
  EXPECT_EQ(model::ReasonOf(write("zibo")), "ROW_DAMAGED");
  // What is whole is still read.
  EXPECT_THAT(store_->Read([](const ReadTransaction& tx) {
    return tx.FindAnswer("principals/p", "CreatePlace", "r-1").status();
  }),
              IsOk());
}

// Whoever overlooks it writes nothing all the same.
TEST_F(RowHash, AWriteThatReadsADamagedRowIsRolledBack) {
  Alter("UPDATE places SET name_en = 'Wuhu'");
  const absl::Status status = store_->Write([](WriteTransaction& tx) {
    model::Place place;
    place.id = model::PlaceId::Trusted("zibo");
    const absl::Status inserted = tx.places().Insert(place);
    tx.places().Find(kPlace).status().IgnoreError();
    return inserted;
  });
  EXPECT_EQ(model::ReasonOf(status), "ROW_DAMAGED");
  // Else the gap would be refused for the row beside it.
  check_rows_ = false;
  ASSERT_THAT(Reopen(), IsOk());
  EXPECT_THAT(store_->Read([](const ReadTransaction& tx) {
    const auto zibo = tx.places().Find(model::PlaceId::Trusted("zibo"));
    return zibo.ok() && !*zibo ? absl::OkStatus()
                               : absl::InternalError("it was kept");
  }),
              IsOk());
}

TEST(RowHashTerm, TellsTypesAndBordersApart) {
  const ScratchFolder folder;
  const auto connection =
      Connection::Open(folder.File("t.db"), Connection::Mode::kReadWrite);
  ASSERT_THAT(connection, IsOk());
  std::set<std::string> hashes;
  const std::vector<std::string> rows = {
      "'a', 'bc'", "'ab', 'c'", "1, 'x'",     "'1', 'x'", "NULL, 'x'",
      "'', 'x'",   "x'', 'x'",  "0, 'x'",     "'x', 0",   "'x'",
      "'x', NULL", "x'78', 0",  "'', 'x', ''"};
  for (const std::string& row : rows) {
    auto statement =
        (*connection)
            ->Prepare(absl::StrCat("SELECT hash_of_row('t', ", row, ")"),
                      "hash");
    ASSERT_THAT(statement, IsOk());
    ASSERT_THAT(statement->Step(), IsOkAndHolds(true));
    EXPECT_EQ(statement->Text(0).size(), 16U);
    EXPECT_TRUE(hashes.insert(statement->Text(0)).second) << row;
  }
}

// What a migration hashes (all columns there are) is what a store writes (all
// columns it names).
template <typename R>
class EveryTable : public ::testing::Test {};
using Rows =
    ::testing::Types<model::Place, model::SisterLink, model::Organization,
                     model::Item, model::Need, model::Offer, model::Scheme,
                     model::Round, model::UnmetNeed, model::RoundEdge,
                     model::Pairing, model::Match, model::Letter, model::Notice,
                     model::Principal, model::Token>;
TYPED_TEST_SUITE(EveryTable, Rows);

TYPED_TEST(EveryTable, HasTheColumnsOfItsRowAndTheHash) {
  const ScratchFolder folder;
  const auto connection =
      Connection::Open(folder.File("t.db"), Connection::Mode::kReadWrite);
  ASSERT_THAT(connection, IsOk());
  ASSERT_THAT(Migrate(**connection), IsOk());
  using T = TableOf<TypeParam>;
  Names visitor;
  TypeParam row;
  T::Visit(visitor, row);
  std::set<std::string> names(visitor.names().begin(), visitor.names().end());
  EXPECT_EQ(names.size(), visitor.names().size());
  names.insert(kHashColumn);
  std::set<std::string> columns;
  auto statement =
      (*connection)
          ->Prepare(absl::StrCat("SELECT name FROM pragma_table_info('",
                                 T::kTable, "')"),
                    "columns");
  ASSERT_THAT(statement, IsOk());
  while (*statement->Step()) columns.insert(statement->Text(0));
  EXPECT_EQ(columns, names);
}

}  // namespace
}  // namespace twinaid::store
