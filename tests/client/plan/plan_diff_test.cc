// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/plan/plan_diff.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

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
    {"need": "x1", "offer": "a1", "quantity": "4"},
    {"need": "y1", "offer": "d1", "quantity": "7"},
    {"need": "z1", "offer": "c1", "quantity": "3"}],
  "unmet": [{"need": "x1", "quantity": "2"}, {"need": "z1", "quantity": "6"}]
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
    "value": {"before": ["8", "2", "2", "3"], "after": ["9", "11", "2", "3"],
              "difference": ["1", "9", "0", "0"]}})"));
}

TEST(DiffPlans, FindsNothingBetweenAPlanAndItself) {
  const auto diff = DiffPlans({"a.json", kBefore}, {"a.json", kBefore});
  ASSERT_THAT(diff, IsOk());
  EXPECT_THAT(diff->pairings.gained, IsEmpty());
  EXPECT_THAT(diff->pairings.lost, IsEmpty());
  EXPECT_THAT(diff->pairings.changed, IsEmpty());
  EXPECT_THAT(diff->matches.changed, IsEmpty());
  EXPECT_THAT(diff->unmet.changed, IsEmpty());
  EXPECT_EQ(diff->difference(), TierTotal{});
}

TEST(DiffPlans, TurnedRoundGainsWhatItLost) {
  const auto diff = DiffPlans({"a.json", kBefore}, {"b.json", kEmpty});
  const auto turned = DiffPlans({"b.json", kEmpty}, {"a.json", kBefore});
  ASSERT_THAT(diff, IsOk());
  ASSERT_THAT(turned, IsOk());
  EXPECT_THAT(diff->pairings.lost, SizeIs(3));
  EXPECT_THAT(turned->pairings.gained, SizeIs(3));
  EXPECT_EQ(DigitsOf(diff->difference()[0]), "-8");
  EXPECT_EQ(DigitsOf(turned->difference()[0]), "8");
}

TEST(DiffPlans, SumsBeyondSixtyFourBits) {
  const std::string most = R"({"matches": [], "unmet": [], "pairings": [
    {"donor": "a", "recipient": "x",
     "value": ["9223372036854775807", "0", "0", "0"]},
    {"donor": "b", "recipient": "x",
     "value": ["9223372036854775807", "0", "0", "0"]}]})";
  const auto diff = DiffPlans({"a.json", kEmpty}, {"b.json", most});
  ASSERT_THAT(diff, IsOk());
  EXPECT_EQ(DigitsOf(diff->value_after[0]), "18446744073709551614");
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
                      Fault{"Twice",
                            R"({"pairings": [], "matches": [], "unmet": [
                {"need": "n", "quantity": "3"},
                {"need": "n", "quantity": "3"}]})",
                            "unmet[1] is there twice"}),
    [](const auto& param) { return param.param.name; });

}  // namespace
}  // namespace twinaid::client
