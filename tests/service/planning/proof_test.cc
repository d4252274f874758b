// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What becomes of a plan whose solver errs in one stage, for every kind of
// stage; and what stages say about their cost.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "service/model/enum_names.h"
#include "service/model/errors.h"
#include "service/planning/plan_errors.h"
#include "tests/service/planning/erring_solvers.h"
#include "tests/service/planning/plan_text.h"

namespace twinaid::planning {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class ErringStage : public ::testing::TestWithParam<ErringCase> {};

TEST_P(ErringStage, IsPartOfAPlanThatIsProvenWithoutTheError) {
  const Plan plan = PlanOf(GetParam().world());
  ASSERT_LT(GetParam().stage, plan.certificate.size());
  EXPECT_EQ(plan.certificate[GetParam().stage].kind, GetParam().kind);
}

TEST_P(ErringStage, FailsThePlanAndSaysWhich) {
  for (const Error error : kErrors) {
    SCOPED_TRACE(static_cast<int>(error));
    const auto plan =
        MakePlanWith(GetParam().world().input, Erring(GetParam(), error));
    EXPECT_EQ(plan.status().code(), absl::StatusCode::kInternal);
    EXPECT_EQ(model::ReasonOf(plan.status()), "STAGE_NOT_PROVEN");
    EXPECT_THAT(std::string(plan.status().message()),
                HasSubstr("proof of stage " +
                          std::string(model::WordOf(GetParam().kind))));
    EXPECT_THAT(
        model::TextOf(plan.status(), model::Language::kChinese),
        AllOf(HasSubstr(std::string(model::ChineseWordOf(GetParam().kind))),
              HasSubstr("证明不成立")));
    EXPECT_NE(model::CauseOf(plan.status()), "") << "what the checker said";
  }
}

TEST(StageNotProven, TellsPeopleTheStageAndOnlyTheLogTheCause) {
  model::StageCertificate stage;
  stage.kind = model::StageKind::kPool;
  stage.rung = 3;
  stage.pass = 2;
  const absl::Status error = StageNotProven(stage, "offer 7 is shipped twice");
  EXPECT_EQ(error.message(),
            "the proof of stage pool, rung 3, pass 2, does not hold; nothing "
            "is proposed. This is a fault of the engine, not of the data: "
            "please report it");
  EXPECT_EQ(model::TextOf(error, model::Language::kChinese),
            "“剩余物资”阶段（层级 3，第 2 遍）的证明不成立；未提出任何建议。"
            "这是匹配引擎的错误，与数据无关，请报告");
  EXPECT_EQ(model::CauseOf(error), "offer 7 is shipped twice");
}

INSTANTIATE_TEST_SUITE_P(Kinds, ErringStage, ::testing::ValuesIn(ErringCases()),
                         NameOf);

// Readings 1, 2, 4, 8, ... milliseconds.
TEST(StageTimes, AreThoseOfTheStopwatchStageByStage) {
  SmallWorld world = PooledWorld();
  int reading = 0;
  world.input.stopwatch = [&reading] {
    return absl::Milliseconds(1 << reading++);
  };
  const Plan plan = PlanOf(world);
  ASSERT_EQ(plan.certificate.size(), 3u);  // two rungs and the pool
  EXPECT_EQ(plan.certificate[0].solve_time, absl::Milliseconds(2 - 1));
  EXPECT_EQ(plan.certificate[0].check_time, absl::Milliseconds(4 - 2));
  // A second pass over rung 1 found no pair and left no certificate: 8, 16, 32.
  EXPECT_EQ(plan.certificate[1].solve_time, absl::Milliseconds(128 - 64));
  EXPECT_EQ(plan.certificate[1].check_time, absl::Milliseconds(256 - 128));
  // Both orders of the pool.
  EXPECT_EQ(plan.certificate[2].solve_time,
            absl::Milliseconds(1024 - 512 + 8192 - 4096));
  EXPECT_EQ(plan.certificate[2].check_time,
            absl::Milliseconds(2048 - 1024 + 16384 - 8192));
}

TEST(StageTimes, ChangeNothingElse) {
  SmallWorld world = PooledWorld();
  const Plan plain = PlanOf(world);
  for (const model::StageCertificate& stage : plain.certificate) {
    EXPECT_EQ(stage.solve_time, absl::ZeroDuration());
    EXPECT_EQ(stage.check_time, absl::ZeroDuration());
  }
  world.input.stopwatch = [reading = 0]() mutable {
    return absl::Seconds(++reading);
  };
  EXPECT_EQ(TextOf(PlanOf(world)), TextOf(plain)) << "hash and all";
}

}  // namespace
}  // namespace twinaid::planning
