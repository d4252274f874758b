// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Schema 10: indexes that hold few rows serve who looks for these, and answers
// stand in the order in which they came.
#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "service/store/sqlite/migrations.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/status_matchers.h"

namespace twinaid::store {
namespace {

using ::testing::HasSubstr;

struct Sparse {
  const char* table;
  const char* column;
  const char* index;
};

class SparseIndexes : public ::testing::TestWithParam<Sparse> {
 protected:
  void SetUp() override {
    auto opened = Connection::Open(folder_.File("twinaid.db"),
                                   Connection::Mode::kReadWrite);
    ASSERT_THAT(opened, IsOk());
    connection_ = *std::move(opened);
    ASSERT_THAT(Migrate(*connection_), IsOk());
  }
  // The column of the only row, or "" where there is none.
  std::string Text(const std::string& sql, int column) {
    auto statement = connection_->Prepare(sql, "test");
    EXPECT_THAT(statement, IsOk()) << sql;
    const auto any = statement->Step();
    EXPECT_THAT(any, IsOk());
    return any.ok() && *any ? statement->Text(column) : "";
  }

  const ScratchFolder folder_;
  std::unique_ptr<Connection> connection_;
};

TEST_P(SparseIndexes, AreUsedToFindARow) {
  const auto& [table, column, index] = GetParam();
  EXPECT_THAT(Text(absl::StrCat("EXPLAIN QUERY PLAN SELECT * FROM ", table,
                                " WHERE ", column, " = 'x'"),
                   3),
              HasSubstr(absl::StrCat("USING INDEX ", index)));
}

TEST_P(SparseIndexes, HoldNoOtherRows) {
  EXPECT_THAT(Text(absl::StrCat("SELECT sql FROM sqlite_schema WHERE name = '",
                                GetParam().index, "'"),
                   0),
              HasSubstr(absl::StrCat(GetParam().column, " IS NOT NULL")));
}

INSTANTIATE_TEST_SUITE_P(
    All, SparseIndexes,
    ::testing::Values(Sparse{"needs", "beneficiary", "needs_by_beneficiary"},
                      Sparse{"offers", "directed_to", "offers_by_directed_to"},
                      Sparse{"offers", "donor", "offers_by_donor"},
                      Sparse{"matches", "replaces", "matches_by_replaced"},
                      Sparse{"letters", "about", "letters_by_match"}),
    [](const auto& tested) { return std::string(tested.param.index); });

class AnswersInOrder : public ::testing::Test {
 protected:
  const ScratchFolder folder_;
};

// Those from before, too, by time and not by name.
TEST_F(AnswersInOrder, StandAsTheyCame) {
  const auto opened = Connection::Open(folder_.File("twinaid.db"),
                                       Connection::Mode::kReadWrite);
  ASSERT_THAT(opened, IsOk());
  Connection& connection = **opened;
  ASSERT_THAT(Migrate(connection, 9), IsOk());
  ASSERT_THAT(connection.Execute("INSERT INTO answers VALUES "
                                 "('p', 'M', 'a', 'h', x'01', 3, x''), "
                                 "('p', 'M', 'b', 'h', x'02', 1, x''), "
                                 "('o', 'M', 'b', 'h', x'03', 2, x'')"),
              IsOk());
  ASSERT_THAT(Migrate(connection), IsOk());
  auto statement = connection.Prepare(
      "SELECT group_concat(create_time) FROM (SELECT create_time FROM answers "
      "ORDER BY rowid)",
      "test");
  ASSERT_THAT(statement, IsOk());
  ASSERT_THAT(statement->Step(), IsOkAndHolds(true));
  EXPECT_EQ(statement->Text(0), "1,2,3");
  // One answer a request still.
  EXPECT_FALSE(connection
                   .Execute("INSERT INTO answers VALUES "
                            "('p', 'M', 'a', 'h', x'04', 4, x'')")
                   .ok());
}

}  // namespace
}  // namespace twinaid::store
