// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Over 450 lines: one test a migration, all from the rows of the first schema.
// Each migration: from the schema before it, with rows, to the schema after.
#include "service/store/sqlite/migrations.h"

#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "service/model/errors.h"
#include "service/store/sqlite/sql_table.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/status_matchers.h"

namespace twinaid::store {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

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

// A round of schema 1 over a standing pairing, a sister link and a friendly
// exchange, with what it left.
constexpr char kRoundOfSchemaOne[] = R"sql(
INSERT INTO places VALUES ('q', 5, 'Q', '', '[]', NULL, '', '', NULL,
  NULL, '', '{}', NULL, NULL, 0, 0, 1);
INSERT INTO schemes VALUES ('s', 'S', '', '[]',
  '{"shape":1,"donor_capacity":1,"recipient_capacity":1,"rungs":2,"tiers":1,
    "pool":1,"keep":1}', 0, 0, 1);
INSERT INTO rounds VALUES ('s', 'r', 2,
  '{"shape":1,"donor_capacity":1,"recipient_capacity":1,"rungs":2,"tiers":1,
    "pool":1,"keep":1}', -7, '2020-02-10', 'hash', 1, 2, 3,
  '{"needs":1,"needs_fully":1,"needs_partly":0,"needed":5,"proposed":5,
    "places":1,"min_place_permille":1000,"median_place_permille":1000}',
  '[{"rung":0,"pairs":0,"edges_checked":0,"primal":[],"dual":[],
     "verified":true},
    {"rung":1,"pairs":1,"edges_checked":2,"primal":["9"],"dual":["9"],
     "verified":true},
    {"rung":2,"pairs":0,"edges_checked":0,"primal":["0"],"dual":["0"],
     "verified":false}]',
  '[]', '', 5, 0, 9, 1);
INSERT INTO rounds VALUES ('s', 'empty', 1,
  '{"shape":1,"donor_capacity":1,"recipient_capacity":1,"rungs":1,"tiers":1,
    "pool":1,"keep":1}', 0, '2020-02-10', '', 0, 0, 0,
  '{"needs":0,"needs_fully":0,"needs_partly":0,"needed":0,"proposed":0,
    "places":0,"min_place_permille":0,"median_place_permille":0}',
  '[]', '[]', '', NULL, 0, 0, 1);
INSERT INTO unmet_needs VALUES ('s', 'r', 'p', 'n', 3, 14);
INSERT INTO round_edges VALUES ('s', 'r', 'p', 'q', 1, 'lnk', 1, '[1,2,3,4]',
  '[1,0,0,0]', '[0,2,3,4]', '[0,0,0,0]');
INSERT INTO round_edges VALUES ('s', 'r', 'q', 'p', 2, '', 0, '[0,0,0,1]',
  '[0,0,0,1]', '[0,0,0,1]', '[0,0,0,1]');
INSERT INTO pairings VALUES ('s', 'pair', 'p', 'q', 2, 1, NULL, '[1,2,3,4]',
  's', 'r', 0, 9, 4);
)sql";

class RoundOfSchemaOne : public MigrationTest {
 protected:
  void SetUp() override {
    MigrationTest::SetUp();
    ASSERT_THAT(Migrate(*connection_, 1), IsOk());
    ASSERT_THAT(Run(kInsertPlace), IsOk());
    ASSERT_THAT(Run(kInsertItem), IsOk());
    ASSERT_THAT(Run(InsertNeed("0, 0, 0, 0", "1")), IsOk());
    ASSERT_THAT(Run(kRoundOfSchemaOne), IsOk());
  }
};

TEST_F(RoundOfSchemaOne, SecondKeepsTheRowsOfRoundsAndFillsWhatIsNew) {
  ASSERT_THAT(Migrate(*connection_, 2), IsOk());
  EXPECT_THAT(SchemaOf(*connection_), IsOkAndHolds(2));
  // Rows are read as the last schema has them.
  ASSERT_THAT(Migrate(*connection_), IsOk());

  const auto scheme =
      SqlTable<model::Scheme>(*connection_).Find(model::SchemeId::Trusted("s"));
  ASSERT_THAT(scheme, IsOk());
  ASSERT_TRUE(scheme->has_value());
  EXPECT_EQ((*scheme)->policy.rungs, 2);
  EXPECT_FALSE((*scheme)->policy.allow_one_way);

  const model::RoundName name = {model::SchemeId::Trusted("s"),
                                 model::RoundId::Trusted("r")};
  const auto round = SqlTable<model::Round>(*connection_).Find(name);
  ASSERT_THAT(round, IsOk());
  ASSERT_TRUE(round->has_value());
  EXPECT_EQ((*round)->seed, -7);
  EXPECT_EQ((*round)->policy, (*scheme)->policy);
  EXPECT_EQ((*round)->fairness, model::Fairness{});
  EXPECT_EQ((*round)->extra_capacity, model::ExtraCapacity{});
  using model::StageKind;
  EXPECT_THAT(
      (*round)->certificate,
      ElementsAre(
          model::StageCertificate{
              StageKind::kStanding, 0, 1, 0, 0, {}, {}, true, {}, {}},
          model::StageCertificate{
              StageKind::kCounterpart, 1, 1, 1, 2, {"9"}, {"9"}, true, {}, {}},
          model::StageCertificate{StageKind::kCounterpart,
                                  2,
                                  1,
                                  0,
                                  0,
                                  {"0"},
                                  {"0"},
                                  false,
                                  {},
                                  {}}));
  const auto empty = SqlTable<model::Round>(*connection_)
                         .Find({name.parent, model::RoundId::Trusted("empty")});
  ASSERT_THAT(empty, IsOk());
  ASSERT_TRUE(empty->has_value());
  EXPECT_THAT((*empty)->certificate, IsEmpty());

  const auto unmet =
      SqlTable<model::UnmetNeed>(*connection_).List({}, std::nullopt, 0);
  ASSERT_THAT(unmet, IsOk());
  ASSERT_THAT(*unmet, SizeIs(1));
  EXPECT_EQ((*unmet)[0].quantity, model::BaseUnits(3));
  EXPECT_THAT((*unmet)[0].closed, IsEmpty());
  EXPECT_EQ((*unmet)[0].closed_offers, 0);

  const auto edges =
      SqlTable<model::RoundEdge>(*connection_).List({}, std::nullopt, 0);
  ASSERT_THAT(edges, IsOk());
  ASSERT_THAT(*edges, SizeIs(2));
  EXPECT_EQ((*edges)[0].stage, 1) << "the stage of rung 1";
  EXPECT_EQ((*edges)[0].value, (model::TierPoints{1, 2, 3, 4}));
  EXPECT_TRUE((*edges)[0].paired);
  EXPECT_EQ((*edges)[1].stage, 2);
  EXPECT_EQ((*edges)[1].slack, (model::TierPoints{0, 0, 0, 1}));

  const auto pairings =
      SqlTable<model::Pairing>(*connection_).List({}, std::nullopt, 0);
  ASSERT_THAT(pairings, IsOk());
  ASSERT_THAT(*pairings, SizeIs(1));
  EXPECT_EQ((*pairings)[0].pair_id, "");
  EXPECT_EQ((*pairings)[0].meta.revision, 4);
}

TEST_F(RoundOfSchemaOne, SecondLeavesEveryTableStrictAndHoldsItsRules) {
  ASSERT_THAT(Migrate(*connection_, 2), IsOk());
  EXPECT_THAT(Texts("SELECT name FROM pragma_table_list WHERE schema = 'main' "
                    "AND type = 'table' AND NOT strict "
                    "AND name NOT LIKE 'sqlite%'"),
              IsEmpty());
  EXPECT_THAT(Texts("SELECT \"table\" FROM pragma_foreign_key_check"),
              IsEmpty());
  EXPECT_THAT(Run("UPDATE round_edges SET stage = -1"),
              StatusIs(absl::StatusCode::kInternal));
  EXPECT_THAT(Run("UPDATE unmet_needs SET closed_offers = -1"),
              StatusIs(absl::StatusCode::kInternal));
  EXPECT_THAT(Run("UPDATE round_edges SET donor = 'nowhere'"),
              StatusIs(absl::StatusCode::kFailedPrecondition));
  // The same two places may stand in two stages, in one stage only once.
  EXPECT_THAT(Run("INSERT INTO round_edges SELECT scheme, round, 7, donor, "
                  "recipient, rung, link, paired, value, donor_price, "
                  "recipient_price, slack FROM round_edges"),
              IsOk());
  EXPECT_THAT(Run("UPDATE round_edges SET stage = 7"),
              StatusIs(absl::StatusCode::kAlreadyExists));
}

TEST_F(MigrationTest, SecondLooksUpWhatRefersToNeedsAndPlacesByIndex) {
  ASSERT_THAT(Migrate(*connection_), IsOk());
  const auto plan = [&](const std::string& sql) {
    auto statement = connection_->Prepare("EXPLAIN QUERY PLAN " + sql, "test");
    EXPECT_THAT(statement, IsOk());
    EXPECT_THAT(statement->Step(), IsOkAndHolds(true));
    return statement->Text(3);
  };
  EXPECT_THAT(
      plan("SELECT 1 FROM unmet_needs WHERE place = 'p' AND need = 'n'"),
      HasSubstr("unmet_needs_by_need"));
  EXPECT_THAT(plan("SELECT 1 FROM round_edges WHERE donor = 'p'"),
              HasSubstr("round_edges_by_donor"));
  EXPECT_THAT(plan("SELECT 1 FROM round_edges WHERE recipient = 'p'"),
              HasSubstr("round_edges_by_recipient"));
}

TEST_F(RoundOfSchemaOne, ThirdKeepsStagesAndSaysThatNobodyMeasuredThem) {
  ASSERT_THAT(Migrate(*connection_, 2), IsOk());
  // A pool in a second pass, as schema 2 has it.
  ASSERT_THAT(Run(R"sql(UPDATE rounds SET certificate =
    '[{"kind":4,"rung":2,"pass":2,"pairs":3,"edges_checked":4,
       "primal":["12345678901234567890123456789"],"dual":["0","1"],
       "verified":true}]' WHERE id = 'r')sql"),
              IsOk());

  ASSERT_THAT(Migrate(*connection_, 3), IsOk());
  EXPECT_THAT(SchemaOf(*connection_), IsOkAndHolds(3));
  // The rows of today's code are those of today's schema.
  ASSERT_THAT(Migrate(*connection_), IsOk());
  const auto rounds =
      SqlTable<model::Round>(*connection_).List({}, std::nullopt, 0);
  ASSERT_THAT(rounds, IsOk());
  ASSERT_THAT(*rounds, SizeIs(2));
  EXPECT_THAT((*rounds)[0].certificate, IsEmpty());
  EXPECT_THAT((*rounds)[1].certificate, ElementsAre(model::StageCertificate{
                                            model::StageKind::kPool,
                                            2,
                                            2,
                                            3,
                                            4,
                                            {"12345678901234567890123456789"},
                                            {"0", "1"},
                                            true,
                                            absl::ZeroDuration(),
                                            absl::ZeroDuration()}));
}

TEST_F(MigrationTest, FourthAddsPrincipalsAndTokensThatKeepTheirRules) {
  ASSERT_THAT(Migrate(*connection_, 3), IsOk());
  ASSERT_THAT(Run(kInsertPlace), IsOk());
  ASSERT_THAT(Migrate(*connection_, 4), IsOk());
  EXPECT_THAT(SchemaOf(*connection_), IsOkAndHolds(4));
  EXPECT_THAT(Texts("SELECT id FROM places"), ElementsAre("p"));
  const auto principal = [](const char* id, int role) {
    return absl::StrCat("INSERT INTO principals VALUES ('", id, "', ", role,
                        ", 'T', '[]', 0, '[]', 0, 0, 0, 0, 1)");
  };
  const auto token = [](const char* owner, int hash_length) {
    return absl::StrCat("INSERT INTO tokens VALUES ('t', '", owner, "', '', '",
                        std::string(hash_length, 'a'), "', 0, NULL, 0)");
  };
  EXPECT_FALSE(Run(principal("x", 6)).ok()) << "no such role";
  EXPECT_FALSE(Run(principal("", 1)).ok()) << "no id";
  ASSERT_THAT(Run(principal("x", 5)), IsOk());
  EXPECT_FALSE(Run(token("nobody", 64)).ok()) << "of nobody";
  EXPECT_FALSE(Run(token("x", 43)).ok()) << "a secret is no hash";
  EXPECT_THAT(Run(token("x", 64)), IsOk());
  EXPECT_FALSE(Run("DELETE FROM principals").ok()) << "it has a token";
}

// A match of schema 4 in a state, closed for a reason.
std::string InsertMatch(const std::string& id, int state, int reason) {
  return absl::StrCat(
      "INSERT INTO matches VALUES ('", id,
      "', 'p', 'n', 'q', 'o', 'i', 'i', 100, 1, 2, NULL, NULL, NULL, NULL, 0, ",
      state, ", '{}', '{}', '[]', '[]', 0, ", reason, ", '', 1000, 2000, 1)");
}

TEST_F(RoundOfSchemaOne, FifthSaysWhatEndedMatchesKeepApart) {
  ASSERT_THAT(Migrate(*connection_, 4), IsOk());
  ASSERT_THAT(Run("INSERT INTO offers VALUES ('q', 'o', 'i', 9, 9, NULL, NULL, "
                  "NULL, NULL, 0, NULL, '', NULL, '[]', '', '', 0, 0, 0, 0, 1, "
                  "5, 6, 1)"),
              IsOk());
  for (const auto& [id, state, reason] :
       std::vector<std::tuple<std::string, int, int>>{{"declined", 5, 4},
                                                      {"parted", 5, 8},
                                                      {"proposed", 1, 0},
                                                      {"received", 4, 0}}) {
    ASSERT_THAT(Run(InsertMatch(id, state, reason)), IsOk());
  }
  const auto unmet = Texts("SELECT reason FROM unmet_needs");
  ASSERT_THAT(unmet, Not(IsEmpty()));

  ASSERT_THAT(Migrate(*connection_, 5), IsOk());
  EXPECT_THAT(SchemaOf(*connection_), IsOkAndHolds(5));
  EXPECT_THAT(Texts("SELECT id || ' ' || keeps_apart || ' ' || "
                    "coalesce(answer_by, '-') FROM matches ORDER BY id"),
              ElementsAre("declined 2 -", "parted 3 -",
                          "proposed 1 604800001000", "received 1 -"));
  EXPECT_THAT(Texts("SELECT confirm_time FROM offers"), ElementsAre("6"));
  EXPECT_THAT(Texts("SELECT confirm_time = update_time FROM needs"),
              ElementsAre("1"));
  EXPECT_THAT(Texts("SELECT confirm_days || ' ' || answer_days FROM schemes"),
              Each("14 7"));
  EXPECT_EQ(Texts("SELECT reason FROM unmet_needs"), unmet);
  EXPECT_THAT(Run("UPDATE unmet_needs SET reason = 15"), IsOk());
  EXPECT_FALSE(Run("UPDATE unmet_needs SET reason = 16").ok());
  EXPECT_FALSE(Run("UPDATE matches SET keeps_apart = 4").ok());
  EXPECT_FALSE(Run("UPDATE schemes SET answer_days = 0").ok());
  EXPECT_THAT(Texts("SELECT name FROM pragma_table_list WHERE schema = 'main' "
                    "AND type = 'table' AND NOT strict "
                    "AND name NOT LIKE 'sqlite%'"),
              IsEmpty());
  EXPECT_THAT(Texts("SELECT \"table\" FROM pragma_foreign_key_check"),
              IsEmpty());
}

TEST_F(RoundOfSchemaOne, SixthGivesOldRowsWhatTheyNeverSaid) {
  ASSERT_THAT(Migrate(*connection_, 5), IsOk());
  ASSERT_THAT(Run("UPDATE items SET category = 2 WHERE id = 'i'"), IsOk());
  ASSERT_THAT(Run("INSERT INTO organizations VALUES ('o', 1, 'O', '', 'p', '', "
                  "0, 0, 1)"),
              IsOk());
  ASSERT_THAT(Run("INSERT INTO offers VALUES ('q', 'o', 'i', 9, 9, NULL, NULL, "
                  "NULL, NULL, 0, NULL, '', NULL, '[]', '', '', 0, 0, 0, 0, 1, "
                  "5, 6, 1, 6)"),
              IsOk());
  ASSERT_THAT(
      Run("INSERT INTO matches SELECT 'm', 'p', 'n', 'q', 'o', 'i', 'i', 100, "
          "1, 2, NULL, NULL, NULL, NULL, 0, 3, '{\"answer\":1,\"principal\":"
          "\"\",\"by_telephone\":false}', '{\"answer\":1,\"principal\":"
          "\"\",\"by_telephone\":false}', '[{\"time\":1,\"quantity\":2,"
          "\"carrier\":\"c\",\"reference\":\"\"}]', '[{\"time\":1,"
          "\"received\":2,\"missing\":[],\"note\":\"\"}]', 0, 0, '', 1000, "
          "2000, 1, NULL, 1"),
      IsOk());
  const auto unmet = Texts("SELECT need || reason FROM unmet_needs");
  ASSERT_THAT(unmet, Not(IsEmpty()));

  ASSERT_THAT(Migrate(*connection_, 6), IsOk());
  EXPECT_THAT(SchemaOf(*connection_), IsOkAndHolds(6));
  ASSERT_THAT(Migrate(*connection_), IsOk());
  const auto match =
      SqlTable<model::Match>(*connection_).Find(model::MatchId::Trusted("m"));
  ASSERT_THAT(match, IsOk());
  ASSERT_TRUE(match->has_value());
  EXPECT_EQ((*match)->category, model::Category::kFunds);
  EXPECT_EQ((*match)->consignee, model::Consignee());
  EXPECT_THAT((*match)->dispatches.at(0).documents, IsEmpty());
  EXPECT_THAT((*match)->receipts.at(0).documents, IsEmpty());
  const auto organization = SqlTable<model::Organization>(*connection_)
                                .Find(model::OrganizationId::Trusted("o"));
  ASSERT_THAT(organization, IsOk());
  EXPECT_THAT((*organization)->contacts, IsEmpty());
  const auto schemes =
      SqlTable<model::Scheme>(*connection_).List({}, std::nullopt, 0);
  ASSERT_THAT(schemes, IsOk());
  ASSERT_THAT(*schemes, Not(IsEmpty()));
  EXPECT_THAT((*schemes)[0].policy.rung_wait_days, IsEmpty());
  EXPECT_EQ((*schemes)[0].round_every_hours, 0);

  EXPECT_EQ(Texts("SELECT need || reason FROM unmet_needs"), unmet);
  EXPECT_THAT(Run("UPDATE unmet_needs SET reason = 16"), IsOk());
  EXPECT_FALSE(Run("UPDATE unmet_needs SET reason = 17").ok());
  EXPECT_FALSE(Run("UPDATE matches SET category = 6").ok());
  EXPECT_FALSE(Run("UPDATE matches SET replaces = 'never'").ok());
  EXPECT_FALSE(Run("UPDATE schemes SET round_every_hours = -1").ok());
  EXPECT_THAT(Texts("SELECT name FROM pragma_table_list WHERE schema = 'main' "
                    "AND type = 'table' AND NOT strict "
                    "AND name NOT LIKE 'sqlite%'"),
              IsEmpty());
  EXPECT_THAT(Texts("SELECT \"table\" FROM pragma_foreign_key_check"),
              IsEmpty());
}

TEST_F(RoundOfSchemaOne, EighthMakesAnOutboxThatIsEmpty) {
  ASSERT_THAT(Migrate(*connection_, 7), IsOk());
  const auto needs = Texts("SELECT place || id || item FROM needs");
  ASSERT_THAT(needs, Not(IsEmpty()));

  ASSERT_THAT(Migrate(*connection_, 8), IsOk());
  EXPECT_THAT(SchemaOf(*connection_), IsOkAndHolds(8));
  EXPECT_EQ(Texts("SELECT place || id || item FROM needs"), needs);
  ASSERT_THAT(Migrate(*connection_), IsOk());
  SqlTable<model::Notice> notices(*connection_);
  EXPECT_THAT(notices.List({}, std::nullopt, 0), IsOkAndHolds(IsEmpty()));
  model::Notice notice;
  notice.seq = 1;
  EXPECT_THAT(notices.Insert(notice), IsOk());
  EXPECT_THAT(notices.List({}, std::nullopt, 0),
              IsOkAndHolds(ElementsAre(notice)));

  EXPECT_FALSE(Run("UPDATE notices SET seq = 0").ok());
  EXPECT_FALSE(Run("UPDATE notices SET channel = 2").ok())
      << "an e-mail to nobody";
  EXPECT_FALSE(Run("UPDATE notices SET recipient = 'a@b.c'").ok());
  EXPECT_FALSE(Run("UPDATE notices SET state = 3").ok());
  EXPECT_FALSE(Run("UPDATE notices SET attempts = -1").ok());
  EXPECT_THAT(Texts("SELECT name FROM pragma_table_list WHERE schema = 'main' "
                    "AND type = 'table' AND NOT strict "
                    "AND name NOT LIKE 'sqlite%'"),
              IsEmpty());
}

TEST_F(RoundOfSchemaOne, NinthGivesEveryRowItsHash) {
  ASSERT_THAT(Migrate(*connection_, 8), IsOk());
  ASSERT_THAT(Run("INSERT INTO answers VALUES ('p', 'M', 'r', 'h', x'01', 0)"),
              IsOk());
  ASSERT_THAT(Migrate(*connection_, 9), IsOk());
  for (const std::string table :
       {"places", "items", "needs", "schemes", "rounds", "unmet_needs",
        "round_edges", "pairings", "answers"}) {
    EXPECT_THAT(Texts("SELECT length(row_hash) FROM " + table),
                ::testing::AllOf(Not(IsEmpty()), Each("16")))
        << table;
    EXPECT_THAT(Texts("SELECT name FROM pragma_table_info('" + table +
                      "') WHERE name = 'row_hash' AND type = 'BLOB'"),
                SizeIs(1))
        << table;
  }
  EXPECT_THAT(SqlTable<model::Round>(*connection_).List({}, std::nullopt, 0),
              IsOkAndHolds(SizeIs(2)));
  // Another name, the same columns: another hash.
  EXPECT_THAT(Texts("SELECT count(DISTINCT row_hash) FROM places"),
              ElementsAre("2"));
  ASSERT_THAT(Run("UPDATE rounds SET seed = 1"), IsOk());
  EXPECT_EQ(model::ReasonOf(SqlTable<model::Round>(*connection_)
                                .List({}, std::nullopt, 0)
                                .status()),
            "ROW_DAMAGED");
}

TEST_F(MigrationTest, ChangesNothingWhenRunAgain) {
  ASSERT_THAT(Migrate(*connection_, 1), IsOk());
  ASSERT_THAT(Run(kInsertPlace), IsOk());
  ASSERT_THAT(Migrate(*connection_), IsOk());
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
