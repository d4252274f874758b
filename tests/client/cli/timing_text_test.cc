// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/timing_text.h"

#include <gmock/gmock.h>

#include <fstream>

#include "tests/client/cli/fake_environment.h"
#include "tests/support/scratch_folder.h"

namespace twinaid::client {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

v1::Round TwoStages() {
  v1::Round round;
  v1::StageCertificate* first = round.add_certificate();
  first->mutable_solve_time()->set_seconds(2);
  first->mutable_check_time()->set_nanos(459'000'000);
  v1::StageCertificate* second = round.add_certificate();
  second->mutable_solve_time()->set_nanos(1'000);
  second->mutable_check_time()->set_seconds(1);
  return round;
}

TEST(TimingText, SaysNothingWhereNobodyMeasured) {
  v1::Round round;
  round.add_certificate();
  EXPECT_FALSE(IsMeasured(TimingOf(round.certificate())));
  EXPECT_EQ(CheckText(TimingOf(round.certificate())), "");
  EXPECT_EQ(ShareText(TimingOf(round.certificate())), "");
  EXPECT_EQ(CheckedText(round.certificate(), false), "");
}

TEST(TimingText, TellsMillisecondsBelowASecondAndTheShareOfTheSolve) {
  const v1::Round round = TwoStages();
  const Timing first = TimingOf(round.certificate(0));
  EXPECT_EQ(CheckText(first), "459.000 ms");
  EXPECT_EQ(ShareText(first), "22.9%");
  EXPECT_EQ(CheckText(TimingOf(round.certificate(1))), "1.000 s");
}

TEST(TimingText, AddsStagesUp) {
  const v1::Round round = TwoStages();
  EXPECT_EQ(CheckedText(round.certificate(), false),
            "proof checked in 1.459 s, 72.9% of the solve");
  EXPECT_EQ(CheckedText(round.certificate(), true),
            "证明校验用时 1.459 s，为求解的 72.9%");
}

// Two stages: between readings the clock of the test goes on by 1, 2, 3, ...
// milliseconds. A pass that finds no pair, at 4 and 5, is no stage.
class PlanTiming : public ::testing::Test {
 protected:
  PlanTiming() {
    Write("places.csv", "place_id,kind,name_en\nwuxi,city,Wuxi\nwaco,city,W\n");
    Write("sister_links.csv",
          "link_id,place_a,place_b,kind\nl,wuxi,waco,sister_city\n");
    Write("items.csv", "item_id,category,name_en\nmask,supplies,Mask\n");
    Write("needs.csv", "need_id,place_id,item_id,quantity\nn,waco,mask,10\n");
    Write("offers.csv", "offer_id,place_id,item_id,quantity\no,wuxi,mask,10\n");
  }
  void Write(const std::string& name, const std::string& text) {
    std::ofstream(folder_.File(name)) << text;
  }
  Outcome Plan(std::vector<std::string> more) {
    std::vector<std::string> arguments = {"plan", "--data", folder_.File(""),
                                          "--rungs", "2"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return RunCommand(arguments);
  }

  ScratchFolder folder_;
};

TEST_F(PlanTiming, IsToldStageByStageOnStderr) {
  const Outcome en = Plan({"--timing"});
  EXPECT_EQ(en.code, kDone);
  EXPECT_THAT(en.err, HasSubstr("timing  counterpart, rung 1: solve 1.000 ms, "
                                "check 2.000 ms, 200.0% of the solve\n"
                                "timing  counterpart, rung 2: solve 7.000 ms, "
                                "check 8.000 ms, 114.3% of the solve\n"
                                "timing  total: solve 8.000 ms, check 10.000 "
                                "ms, 125.0% of the solve\n"));
  EXPECT_THAT(Plan({"--timing", "--lang", "zh"}).err,
              AllOf(HasSubstr("用时  对口，层级 1：求解 1.000 ms，"),
                    HasSubstr("用时  合计：求解 8.000 ms，校验 10.000 ms，"
                              "为求解的 125.0%\n")));
}

TEST_F(PlanTiming, LeavesStdoutAsItIs) {
  for (const char* format : {"table", "json"}) {
    const Outcome plain = Plan({"-o", format});
    EXPECT_EQ(Plan({"-o", format, "--timing"}).out, plain.out);
    EXPECT_THAT(plain.out, Not(HasSubstr("check_time")));
    EXPECT_EQ(plain.err, "");
  }
}

}  // namespace
}  // namespace twinaid::client
