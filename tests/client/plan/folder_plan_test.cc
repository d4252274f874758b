// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/plan/folder_plan.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "tests/support/status_matchers.h"

namespace twinaid::client {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using Json = nlohmann::ordered_json;

// Jiangsu could serve Texas or California whole, Zhejiang only Texas, in part:
// Jiangsu must look after California, so that both places are served. What one
// place needs at an urgency is worth 2^44 points, each of its units an equal
// whole number of them: 100 units are worth 100 * floor(2^44 / 100).
FileTexts Texts() {
  return {
      {"places.csv",
       "place_id,kind,name_en\n"
       "cn-js,province,Jiangsu\n"
       "cn-zj,province,Zhejiang\n"
       "us-tx,state,Texas\n"
       "us-ca,state,California\n"},
      {"sister_links.csv",
       "link_id,place_a,place_b,kind\n"
       "js-tx,cn-js,us-tx,sister_province_state\n"
       "js-ca,us-ca,cn-js,sister_province_state\n"
       "zj-tx,cn-zj,us-tx,sister_province_state\n"},
      {"items.csv",
       "item_id,category,name_en,unit,base_content\n"
       "mask,supplies,Mask,piece,1\n"
       "mask-box,supplies,Box of masks,box,50\n"},
      {"item_substitutes.csv",
       "item_id,substitute_item_id,ratio,quality\n"
       "mask,mask-box,0.02,0.9\n"},
      {"needs.csv",
       "need_id,place_id,item_id,quantity,urgency,substitutes\n"
       "tx,us-tx,mask,100,high,none\n"
       "ca,us-ca,mask,50,high,none\n"
       "ca-later,us-ca,mask,100,low,any\n"},
      {"offers.csv",
       "offer_id,place_id,item_id,quantity\n"
       "js,cn-js,mask,50\n"
       "js-box,cn-js,mask-box,1\n"
       "zj,cn-zj,mask,60\n"},
  };
}

PlanOptions Today() {
  PlanOptions options;
  options.as_of = absl::CivilDay(2026, 11, 24);
  return options;
}

std::string JsonOf(const FileTexts& texts) {
  const FolderReading reading = ReadTexts(texts);
  EXPECT_THAT(reading.problems, IsEmpty());
  const auto plan = PlanFolder(reading.folder, Today());
  EXPECT_THAT(plan, IsOk());
  return plan.ok() ? PlanJson(reading.folder, *plan) : "";
}

// The header stays, the rows come from the back.
std::string WithRowsReversed(const std::string& text) {
  std::vector<std::string> lines =
      absl::StrSplit(text, '\n', absl::SkipEmpty());
  std::reverse(lines.begin() + 1, lines.end());
  return absl::StrJoin(lines, "\n") + "\n";
}

TEST(PlanFolder, GivesTheResultThatIsRightByHand) {
  const Json json = Json::parse(JsonOf(Texts()));
  EXPECT_EQ(json["pairings"], Json::parse(R"([
    {"donor": "cn-js", "recipient": "us-ca",
     "value": ["0", "17592186044400", "0", "8796093022200"], "rung": 1,
     "pass": 1, "kind": "counterpart"},
    {"donor": "cn-zj", "recipient": "us-tx",
     "value": ["0", "10555311626640", "0", "0"], "rung": 1,
     "pass": 1, "kind": "counterpart"}])"));
  EXPECT_EQ(json["matches"], Json::parse(R"([
    {"need": "ca", "offer": "js", "quantity": "50", "donor": "cn-js",
     "recipient": "us-ca", "rung": 1, "substitute": null, "quality": 1.0,
     "pooled": false},
    {"need": "ca-later", "offer": "js-box", "quantity": "50",
     "donor": "cn-js", "recipient": "us-ca", "rung": 1,
     "substitute": "mask-box", "quality": 0.9, "pooled": false},
    {"need": "tx", "offer": "zj", "quantity": "60", "donor": "cn-zj",
     "recipient": "us-tx", "rung": 1, "substitute": null,
     "quality": 1.0, "pooled": false}])"));
  EXPECT_EQ(json["unmet"], Json::parse(R"([
    {"need": "ca-later", "quantity": "50", "reason": "stock_used_up",
     "closed": [
       {"offer": "js", "place": "cn-js", "available": "50",
        "serves": [{"need": "ca", "quantity": "50"}]},
       {"offer": "js-box", "place": "cn-js", "available": "50",
        "serves": [{"need": "ca-later", "quantity": "50"}]}],
     "closedOffers": "2"},
    {"need": "tx", "quantity": "40", "reason": "stock_used_up",
     "closed": [
       {"offer": "zj", "place": "cn-zj", "available": "60",
        "serves": [{"need": "tx", "quantity": "60"}]}],
     "closedOffers": "1"}])"));
  EXPECT_EQ(json["certificate"]["kind"], "counterpart");
  EXPECT_EQ(json["summary"]["units"], Json::parse(R"([
    {"unit": "piece", "needed": "250", "proposed": "160"}])"));
  EXPECT_EQ(json["summary"]["needed"], "250");
  EXPECT_EQ(json["summary"]["proposed"], "160");
  EXPECT_EQ(json["certificate"]["verified"], true);
  EXPECT_EQ(json["inputHash"].get<std::string>().size(), 64U);
}

TEST(PlanFolder, HasExactlyTheDocumentedKeysInOrder) {
  const Json json = Json::parse(JsonOf(Texts()));
  std::vector<std::string> keys;
  for (const auto& [key, value] : json.items()) keys.push_back(key);
  EXPECT_THAT(keys, ElementsAre("pairings", "matches", "unmet", "summary",
                                "extraCapacity", "certificate", "inputHash"));
}

TEST(PlanFolder, GivesTheSameBytesForAnyOrderOfRows) {
  FileTexts reversed;
  for (const auto& [file, text] : Texts()) {
    reversed[file] = WithRowsReversed(text);
  }
  EXPECT_EQ(JsonOf(reversed), JsonOf(Texts()));
}

TEST(PlanFolder, NamesThePlaceWhereTwoNeedsHaveOneId) {
  FileTexts texts = Texts();
  texts["needs.csv"] =
      "need_id,place_id,item_id,quantity\n"
      "masks,us-tx,mask,10\n"
      "masks,us-ca,mask,10\n";
  const Json json = Json::parse(JsonOf(texts));
  ASSERT_EQ(json["matches"].size(), 2U);
  EXPECT_EQ(json["matches"][0]["need"], "us-ca/masks");
  EXPECT_EQ(json["matches"][1]["need"], "us-tx/masks");
}

TEST(PlanFolder, RefusesWhatThisReleaseDoesNotServe) {
  const Folder folder = ReadTexts(Texts()).folder;
  PlanOptions options = Today();
  options.policy.rungs = 5;
  const auto plan = PlanFolder(folder, options);
  EXPECT_THAT(plan, StatusIs(absl::StatusCode::kInvalidArgument,
                             HasSubstr("not served by this release")));
  EXPECT_EQ(model::ReasonOf(plan.status()), "POLICY_NOT_SUPPORTED");
}

}  // namespace
}  // namespace twinaid::client
