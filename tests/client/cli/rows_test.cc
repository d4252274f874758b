// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "client/cli/columns.h"
#include "service/planning/plan_errors.h"
#include "tests/client/cli/fake_environment.h"

namespace twinaid::client {
namespace {

v1::Place Wuxi() {
  v1::Place place;
  place.set_name("places/cn-js-wuxi");
  place.set_kind(v1::Place::CITY);
  place.set_name_en("Wuxi, \"Taihu\"");
  place.set_name_zh("无锡");
  place.set_population(7460000);
  return place;
}

std::string Printed(Format format, bool chinese = false,
                    const std::string& columns = "100") {
  const Environment environment = FakeEnvironment({{"COLUMNS", columns}});
  std::ostringstream out;
  std::ostringstream err;
  Session session(environment, out, err);
  session.options.format = format;
  session.options.language = chinese ? "zh" : "en";
  PrintRows(session, std::vector<v1::Place>{Wuxi()}, PlaceColumns());
  EXPECT_EQ(err.str(), "");
  return out.str();
}

TEST(PrintRows, AsATableInEitherLanguage) {
  EXPECT_EQ(Printed(Format::kTable),
            "place       kind  name           name_zh  parent  population\n"
            "cn-js-wuxi  city  Wuxi, \"Taihu\"  无锡              7,460,000\n");
  EXPECT_EQ(Printed(Format::kTable, true),
            "地方        类别  英文名         中文名  上级       人口\n"
            "cn-js-wuxi  城市  Wuxi, \"Taihu\"  无锡          7,460,000\n");
}

TEST(PrintRows, AsCsvWithPlainNumbersAndEnglishKeys) {
  EXPECT_EQ(Printed(Format::kCsv, true),
            "place,kind,name,name_zh,parent,population\n"
            "cn-js-wuxi,city,\"Wuxi, \"\"Taihu\"\"\",无锡,,7460000\n");
}

TEST(PrintRows, AsJsonWithIntegersOf64BitsAsText) {
  const std::string json = Printed(Format::kJson);
  EXPECT_THAT(json, ::testing::StartsWith("[\n{"));
  EXPECT_THAT(json, ::testing::HasSubstr("\"nameZh\": \"无锡\""));
  EXPECT_THAT(json, ::testing::HasSubstr("\"population\": \"7460000\""));
  EXPECT_THAT(json, ::testing::HasSubstr("\"kind\": \"CITY\""));
}

// Equal rows make equal bytes.
TEST(PrintRows, AsJsonWithMapsInTheOrderOfTheirKeys) {
  const Environment environment = FakeEnvironment();
  std::ostringstream out;
  Session session(environment, out, out);
  session.options.format = Format::kJson;
  v1::Place place;
  for (const char* key : {"m", "z", "a", "k", "b", "y", "c", "x"}) {
    (*place.mutable_external_ids())[key] = "1";
  }
  PrintRows(session, std::vector<v1::Place>{place}, PlaceColumns());
  std::size_t before = 0;
  for (const char* key : {"a", "b", "c", "k", "m", "x", "y", "z"}) {
    const std::size_t at = out.str().find(absl::StrCat("\"", key, "\": \"1\""));
    EXPECT_NE(at, std::string::npos) << key;
    EXPECT_GT(at, before) << key;
    before = at;
  }
}

TEST(PrintRows, FitsTheTerminal) {
  EXPECT_EQ(Printed(Format::kTable, false, "50"),
            "place       name           parent  population\n"
            "cn-js-wuxi  Wuxi, \"Taihu\"           7,460,000\n");
  EXPECT_EQ(Printed(Format::kTable, true, "30"),
            "地方        类别  中文名  上级\n"
            "cn-js-wuxi  城市  无锡\n");
  EXPECT_EQ(Printed(Format::kTable, false, "20"),
            "place       name\n"
            "cn-js-wuxi  Wuxi, \"…\n");
}

TEST(StageText, NamesEveryKindAndPassInEitherLanguage) {
  using C = v1::StageCertificate;
  EXPECT_EQ(StageText(C::STANDING, 1, false), "standing");
  EXPECT_EQ(StageText(C::COUNTERPART, 2, false), "counterpart, pass 2");
  EXPECT_EQ(StageText(C::STANDING, 1, true), "原有结对");
  EXPECT_EQ(StageText(C::COUNTERPART, 2, true), "对口，第 2 遍");
  EXPECT_EQ(StageText(C::MUTUAL, 1, true), "互助");
  EXPECT_EQ(StageText(C::POOL, 1, true), "剩余物资");
}

TEST(StageText, OfAKindThatANewerServerKnowsIsThatOfTheContract) {
  const auto unknown = static_cast<v1::StageCertificate::Kind>(99);
  EXPECT_EQ(StageText(unknown, 1, true), StageText(unknown, 1, false));
}

// There is no log of a server where the cause could be looked up.
TEST(Session, TellsTheCauseOfAnErrorOfItsOwnWork) {
  const Environment environment = FakeEnvironment();
  std::ostringstream out;
  std::ostringstream err;
  Session session(environment, out, err);
  EXPECT_EQ(session.Refused(planning::StageNotProven(model::StageCertificate{},
                                                     "dual < 0")),
            kRefused);
  EXPECT_EQ(out.str(), "");
  EXPECT_THAT(err.str(),
              ::testing::StartsWith("twinaid: the proof of stage counterpart"));
  EXPECT_THAT(err.str(), ::testing::EndsWith("\n  cause: dual < 0\n"));
}

TEST(PrintOne, LeavesOutWhatIsEmpty) {
  const Environment environment = FakeEnvironment({{"COLUMNS", "100"}});
  std::ostringstream out;
  std::ostringstream err;
  Session session(environment, out, err);
  PrintOne(session, Wuxi(), PlaceDetails());
  EXPECT_EQ(out.str(),
            "place       cn-js-wuxi\n"
            "kind        city\n"
            "name        Wuxi, \"Taihu\"\n"
            "name_zh     无锡\n"
            "population  7,460,000\n");
}

}  // namespace
}  // namespace twinaid::client
