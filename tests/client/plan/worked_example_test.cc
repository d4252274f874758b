// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The worked example of docs/matching.md, number by number.
#include <gmock/gmock.h>

#include <map>
#include <string>

#include "client/files/folder.h"
#include "client/plan/folder_plan.h"
#include "tests/support/status_matchers.h"

namespace twinaid::client {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

planning::Plan PlanOf(const std::string& folder, model::Pool pool) {
  const absl::StatusOr<FolderReading> reading =
      ReadFolder(std::string(TWINAID_TEST_DATA) + "/worked_example/" + folder);
  EXPECT_THAT(reading, IsOk());
  EXPECT_EQ(reading->errors(), 0);
  PlanOptions options;
  options.policy.pool = pool;
  options.as_of = absl::CivilDay(2020, 3, 1);
  absl::StatusOr<planning::Plan> plan = PlanFolder(reading->folder, options);
  EXPECT_THAT(plan, IsOk());
  EXPECT_TRUE(plan->verified());
  return *std::move(plan);
}

std::map<std::string, std::int64_t> PooledByNeed(const planning::Plan& plan) {
  std::map<std::string, std::int64_t> pooled;
  for (const planning::PlannedMatch& match : plan.matches) {
    if (match.pooled) {
      pooled[match.need.child.value()] += match.quantity.value();
    }
  }
  return pooled;
}

std::map<std::string, std::int64_t> CriticalPoints(const planning::Plan& plan,
                                                   bool paired) {
  std::map<std::string, std::int64_t> points;
  for (const model::RoundEdge& edge : plan.edges) {
    if (edge.paired != paired) continue;
    points[edge.donor.value() + " " + edge.recipient.value()] = edge.value[0];
  }
  return points;
}

TEST(WorkedExampleTest, PairsAreWorthWhatThePageSays) {
  const planning::Plan plan = PlanOf("pairs", model::Pool::kNone);
  EXPECT_THAT(
      CriticalPoints(plan, true),
      UnorderedElementsAre(Pair("wuxi boston", 17'592'186'040'000),
                           Pair("chengdu san-antonio", 4'398'046'510'000)));
  EXPECT_THAT(CriticalPoints(plan, false),
              ElementsAre(Pair("wuxi san-antonio", 13'194'139'530'000)));
  ASSERT_EQ(plan.certificate.size(), 1U);
  EXPECT_EQ(plan.certificate[0].primal[0], "21990232550000");
  EXPECT_EQ(plan.certificate[0].dual[0], "21990232550000");
}

TEST(WorkedExampleTest, ThePoolServesWhatIsLeftAndTheRestIsExplained) {
  const planning::Plan plan = PlanOf("pairs", model::Pool::kFair);
  EXPECT_THAT(PooledByNeed(plan), ElementsAre(Pair("for-san-antonio", 20'000)));
  ASSERT_EQ(plan.unmet.size(), 1U);
  EXPECT_EQ(plan.unmet[0].quantity.value(), 10'000);
  EXPECT_EQ(plan.unmet[0].reason, model::UnmetReason::kStockUsedUp);
  std::map<std::string, std::int64_t> served;
  for (const model::ClosedOffer& offer : plan.unmet[0].closed) {
    for (const model::ClosedOffer::Served& row : offer.serves) {
      served[offer.offer.child.value() + " " + row.need.child.value()] +=
          row.quantity.value();
    }
  }
  EXPECT_THAT(served, ElementsAre(Pair("from-chengdu for-san-antonio", 10'000),
                                  Pair("from-wuxi for-boston", 10'000),
                                  Pair("from-wuxi for-san-antonio", 20'000)));
}

TEST(WorkedExampleTest, ByValueTheLargerShareOfANeedIsServedFirst) {
  const planning::Plan plan = PlanOf("pool", model::Pool::kByValue);
  EXPECT_THAT(PooledByNeed(plan), ElementsAre(Pair("for-a", 10'000)));
}

TEST(WorkedExampleTest, FairGoesInEighths) {
  const planning::Plan plan = PlanOf("pool", model::Pool::kFair);
  EXPECT_THAT(PooledByNeed(plan),
              ElementsAre(Pair("for-a", 2'500), Pair("for-b", 7'500)));
}

}  // namespace
}  // namespace twinaid::client
