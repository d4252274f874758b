// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/plan/plan_diff.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>

#include "client/files/folder.h"
#include "client/plan/folder_plan.h"
#include "service/model/errors.h"
#include "tests/support/status_matchers.h"

namespace twinaid::client {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Json = nlohmann::ordered_json;

constexpr char kBefore[] = R"({
  "pairings": [
    {"donor": "a", "recipient": "x", "value": ["5", "0", "0", "1"]},
    {"donor": "b", "recipient": "y", "value": ["1", "0", "0", "0"]},
    {"donor": "c", "recipient": "z", "value": ["2", "2", "2", "2"]}],
  "matches": [
    {"need": "x1", "offer": "a1", "quantity": "10"},
    {"need": "y1", "offer": "b1", "quantity": "7"},
    {"need": "z1", "offer": "c1", "quantity": "3"}],
  "unmet": [{"need": "x1", "quantity": "4"}, {"need": "y1", "quantity": "1"}]
})";
constexpr char kAfter[] = R"({
  "pairings": [
    {"donor": "a", "recipient": "x", "value": ["4", "9", "0", "1"]},
    {"donor": "c", "recipient": "z", "value": ["2", "2", "2", "2"]},
    {"donor": "d", "recipient": "y", "value": ["3", "0", "0", "0"]}],
  "matches": [
    {"need": "x1", "offer": "a1", "quantity": "8"},
    {"need": "x1", "offer": "a1", "quantity": "4", "pooled": true},
    {"need": "y1", "offer": "d1", "quantity": "7", "pooled": false},
    {"need": "z1", "offer": "c1", "quantity": "3"}],
  "unmet": [{"need": "x1", "quantity": "2"}, {"need": "z1", "quantity": "6"}],
  "summary": {"poolValue": ["0", "6", "0", "1"]}
})";
constexpr char kEmpty[] = R"({"pairings": [], "matches": [], "unmet": []})";

TEST(DiffPlans, TellsWhatWasGainedLostAndChanged) {
  const auto diff = DiffPlans({"a.json", kBefore}, {"b.json", kAfter});
  ASSERT_THAT(diff, IsOk());
  EXPECT_EQ(Json::parse(PlanDiffJson(*diff)), Json::parse(R"({
    "pairings": {
      "gained": [{"donor": "d", "recipient": "y",
                  "after": ["3", "0", "0", "0"]}],
      "lost": [{"donor": "b", "recipient": "y",
                "before": ["1", "0", "0", "0"]}],
      "changed": [{"donor": "a", "recipient": "x",
                   "before": ["5", "0", "0", "1"],
                   "after": ["4", "9", "0", "1"]}]},
    "matches": {
      "gained": [{"need": "y1", "offer": "d1", "after": "7"}],
      "lost": [{"need": "y1", "offer": "b1", "before": "7"}],
      "changed": [{"need": "x1", "offer": "a1", "before": "10",
                   "after": "12"}]},
    "unmet": {
      "gained": [{"need": "z1", "after": "6"}],
      "lost": [{"need": "y1", "before": "1"}],
      "changed": [{"need": "x1", "before": "4", "after": "2"}]},
    "value": {
      "pairings": {"before": ["8", "2", "2", "3"],
                   "after": ["9", "11", "2", "3"],
                   "difference": ["1", "9", "0", "0"]},
      "pool": {"before": ["0", "0", "0", "0"], "after": ["0", "6", "0", "1"],
               "difference": ["0", "6", "0", "1"]},
      "total": {"before": ["8", "2", "2", "3"], "after": ["9", "17", "2", "4"],
                "difference": ["1", "15", "0", "1"]}}})"));
}

TEST(DiffPlans, FindsNothingBetweenAPlanAndItself) {
  const auto diff = DiffPlans({"a.json", kBefore}, {"a.json", kBefore});
  ASSERT_THAT(diff, IsOk());
  EXPECT_THAT(diff->pairings.gained, IsEmpty());
  EXPECT_THAT(diff->pairings.lost, IsEmpty());
  EXPECT_THAT(diff->pairings.changed, IsEmpty());
  EXPECT_THAT(diff->matches.changed, IsEmpty());
  EXPECT_THAT(diff->unmet.changed, IsEmpty());
  EXPECT_EQ(diff->total_value().difference(), TierTotal{});
}

TEST(DiffPlans, TurnedRoundGainsWhatItLost) {
  const auto diff = DiffPlans({"a.json", kBefore}, {"b.json", kEmpty});
  const auto turned = DiffPlans({"b.json", kEmpty}, {"a.json", kBefore});
  ASSERT_THAT(diff, IsOk());
  ASSERT_THAT(turned, IsOk());
  EXPECT_THAT(diff->pairings.lost, SizeIs(3));
  EXPECT_THAT(turned->pairings.gained, SizeIs(3));
  EXPECT_EQ(DigitsOf(diff->pairing_value.difference()[0]), "-8");
  EXPECT_EQ(DigitsOf(turned->pairing_value.difference()[0]), "8");
}

TEST(DiffPlans, SumsBeyondSixtyFourBits) {
  const std::string most = R"({"matches": [], "unmet": [],
    "summary": {"poolValue": ["9223372036854775808", "0", "0", "0"]},
    "pairings": [
    {"donor": "a", "recipient": "x",
     "value": ["9223372036854775807", "0", "0", "0"]},
    {"donor": "b", "recipient": "x",
     "value": ["9223372036854775807", "0", "0", "0"]}]})";
  const auto diff = DiffPlans({"a.json", kEmpty}, {"b.json", most});
  ASSERT_THAT(diff, IsOk());
  EXPECT_EQ(DigitsOf(diff->pairing_value.after[0]), "18446744073709551614");
  EXPECT_EQ(DigitsOf(diff->total_value().after[0]), "27670116110564327422");
}

// Of docs/matching.md: the pool hands out the same units by value and fairly,
// and what they are worth differs by what one need is worth more than another.
TEST(DiffPlans, CountsWhatThePoolShips) {
  const auto reading =
      ReadFolder(std::string(TWINAID_TEST_DATA) + "/worked_example/pool");
  ASSERT_THAT(reading, IsOk());
  std::map<model::Pool, std::string> text;
  for (const model::Pool pool :
       {model::Pool::kNone, model::Pool::kByValue, model::Pool::kFair}) {
    PlanOptions options;
    options.policy.pool = pool;
    options.as_of = absl::CivilDay(2020, 3, 1);
    const auto plan = PlanFolder(reading->folder, options);
    ASSERT_THAT(plan, IsOk());
    text[pool] = PlanJson(reading->folder, *plan);
  }
  const auto none_to_value = DiffPlans({"none", text[model::Pool::kNone]},
                                       {"value", text[model::Pool::kByValue]});
  const auto value_to_fair = DiffPlans({"value", text[model::Pool::kByValue]},
                                       {"fair", text[model::Pool::kFair]});
  ASSERT_THAT(none_to_value, IsOk());
  ASSERT_THAT(value_to_fair, IsOk());
  // A asks for 10,000 and B for 40,000, both high, at different places.
  constexpr std::int64_t kOfA = (std::int64_t{1} << 44) / 10'000;
  constexpr std::int64_t kOfB = (std::int64_t{1} << 44) / 40'000;
  EXPECT_EQ(none_to_value->pairing_value.difference(), TierTotal{});
  EXPECT_EQ(none_to_value->pool_value.before, TierTotal{});
  EXPECT_EQ(none_to_value->pool_value.after,
            (TierTotal{0, 10'000 * kOfA, 0, 0}));
  EXPECT_EQ(value_to_fair->pool_value.after,
            (TierTotal{0, 2'500 * kOfA + 7'500 * kOfB, 0, 0}));
  EXPECT_EQ(value_to_fair->total_value().difference(),
            (TierTotal{0, 7'500 * (kOfB - kOfA), 0, 0}));
}

struct Fault {
  const char* name;
  const char* json;
  const char* says;
};

class Faults : public ::testing::TestWithParam<Fault> {};

TEST_P(Faults, AreNamedWithTheFile) {
  for (const bool first : {true, false}) {
    const NamedPlan bad{"bad.json", GetParam().json};
    const NamedPlan good{"good.json", kAfter};
    const auto diff = first ? DiffPlans(bad, good) : DiffPlans(good, bad);
    EXPECT_THAT(diff, StatusIs(absl::StatusCode::kInvalidArgument,
                               HasSubstr(GetParam().says)));
    EXPECT_THAT(diff.status().message(), HasSubstr("bad.json"));
    EXPECT_EQ(model::ReasonOf(diff.status()), "NOT_A_PLAN");
  }
}

INSTANTIATE_TEST_SUITE_P(
    All, Faults,
    ::testing::Values(Fault{"Empty", "", "not JSON"},
                      Fault{"Cut", R"({"pairings": [)", "not JSON"},
                      Fault{"List", "[]", "not an object"},
                      Fault{"NoMatches", R"({"pairings": [], "unmet": []})",
                            "no list matches"},
                      Fault{"Scalar",
                            R"({"pairings": [7], "matches": [], "unmet": []})",
                            "pairings[0] has no text donor"},
                      Fault{"ThreeTiers",
                            R"({"matches": [], "unmet": [], "pairings": [
                {"donor": "a", "recipient": "x", "value": ["1", "2", "3"]}]})",
                            "pairings[0] has no value of four tiers"},
                      Fault{"Fraction",
                            R"({"pairings": [], "unmet": [], "matches": [
                {"need": "n", "offer": "o", "quantity": "1.5"}]})",
                            "matches[0] has no whole number quantity"},
                      Fault{"BareNumber",
                            R"({"pairings": [], "matches": [], "unmet": [
                {"need": "n", "quantity": 3}]})",
                            "unmet[0] has no whole number quantity"},
                      Fault{"PoolWithoutItsValue",
                            R"({"pairings": [], "unmet": [], "matches": [
                {"need": "n", "offer": "o", "quantity": "1",
                 "pooled": true}]})",
                            "summary has no poolValue of four tiers"},
                      Fault{"PoolValueOfThree",
                            R"({"pairings": [], "unmet": [], "matches": [],
                "summary": {"poolValue": ["1", "2", "3"]}})",
                            "summary has no poolValue of four tiers"},
                      Fault{"PoolValueWhoseSumOverflows",
                            R"({"pairings": [], "unmet": [], "matches": [],
                "summary": {"poolValue": [
                "0", "0", "0", "-170141183460469231731687303715884105728"]}})",
                            "summary has a poolValue beyond 2^125"},
                      Fault{"SummaryIsAList",
                            R"({"pairings": [], "unmet": [], "matches": [
                {"need": "n", "offer": "o", "quantity": "1",
                 "pooled": true}], "summary": []})",
                            "summary has no poolValue of four tiers"},
                      Fault{"Twice",
                            R"({"pairings": [], "matches": [], "unmet": [
                {"need": "n", "quantity": "3"},
                {"need": "n", "quantity": "3"}]})",
                            "unmet[1] is there twice"}),
    [](const auto& param) { return param.param.name; });

}  // namespace
}  // namespace twinaid::client
