// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What happens around a round while it runs: others write, the server dies.
#include <gmock/gmock.h>

#include <atomic>
#include <optional>
#include <utility>

#include "service/model/common_errors.h"
#include "service/model/errors.h"
#include "service/planning/plan_errors.h"
#include "tests/service/rpc/policy_world.h"

namespace twinaid::rpc {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class RunningRoundTest : public PolicyWorld {
 protected:
  RunningRoundTest() {
    for (const char* place : {"wuxi", "boston", "zibo", "erie"}) {
      AddPlace(place);
    }
    AddLink("wuxi", "boston");
    AddLink("zibo", "erie");
    AddOffer("wuxi", "o-wuxi", 10);
    AddNeed("boston", "n-boston", 10);
    AddOffer("zibo", "o-zibo", 20);
    AddNeed("erie", "n-erie", 20);
  }
  v1::Need NeedOfBoston() {
    return Call(h_.inventory(), &v1::InventoryService::Stub::GetNeed,
                "name: 'places/boston/needs/n-boston'");
  }
};

TEST_F(RunningRoundTest, WhatAClientTakesBackMeanwhileIsStale) {
  // Writes of a round: its row, what expires, then what it planned. The third
  // waits until a client has withdrawn a need that was planned with.
  const std::string scheme = AddScheme("rungs: 1");
  std::atomic<int> writes = 0;
  h_.BeforeWrite([&] {
    if (++writes == 3) {
      Call(h_.inventory(), &v1::InventoryService::Stub::WithdrawNeed,
           "reason: NO_LONGER_NEEDED name: 'places/boston/needs/n-boston'");
    }
    return absl::OkStatus();
  });
  const v1::Round round = End(Start(scheme));
  EXPECT_EQ(round.state(), v1::Round::SUCCEEDED) << round.failure();
  EXPECT_EQ(round.coverage().needs(), 2) << "planned with both";
  ASSERT_EQ(round.stale_size(), 1);
  EXPECT_EQ(round.stale(0).need(), "places/boston/needs/n-boston");
  EXPECT_EQ(round.stale(0).offer(), "places/wuxi/offers/o-wuxi");
  EXPECT_EQ(round.stale(0).quantity(), 10);
  EXPECT_EQ(round.stale(0).why(), "NEED_CLOSED");
  EXPECT_EQ(round.matches(), 1);
  const std::vector<v1::Match> matches = Matches("");
  ASSERT_THAT(matches, SizeIs(1));
  EXPECT_EQ(matches[0].need(), "places/erie/needs/n-erie");
  EXPECT_EQ(NeedOfBoston().state(), v1::Need::WITHDRAWN);
  const auto why = Call(
      h_.matching(), &v1::MatchingService::Stub::ExplainNeed,
      "need: 'places/boston/needs/n-boston' round: '" + round.name() + "'");
  EXPECT_THAT(why.stale(), SizeIs(1));
}

// The store answers nothing any more once proposals are there: the round can
// record neither its end nor its failure, as if the server had been killed.
TEST_F(RunningRoundTest, ARoundFoundRunningAtStartFailsAndProposesNothing) {
  const std::string scheme = AddScheme("rungs: 1");
  h_.BeforeWrite([this]() -> absl::Status {
    std::vector<model::Match> matches;
    const absl::Status status =
        h_.store().Read([&](const store::ReadTransaction& tx) {
          auto rows = tx.matches().List(store::MatchQuery{}, std::nullopt, 0);
          if (rows.ok()) matches = *std::move(rows);
          return rows.status();
        });
    if (!status.ok() || matches.empty()) return status;
    return absl::UnavailableError("killed");
  });
  const std::string name = Start(scheme);
  ASSERT_TRUE(Await([&] { return !Matches("").empty(); }))
      << "the round proposes nothing";
  h_.Stop();
  h_.Restart();

  const v1::Round round = End(name);
  EXPECT_EQ(round.state(), v1::Round::FAILED);
  EXPECT_EQ(round.failure_reason(), "ROUND_STOPPED");
  EXPECT_TRUE(round.has_finish_time());
  const std::vector<v1::Match> withdrawn = Matches("state = WITHDRAWN");
  EXPECT_THAT(withdrawn, Not(IsEmpty()));
  EXPECT_THAT(Matches(""), SizeIs(withdrawn.size()));
  EXPECT_EQ(NeedOfBoston().proposed(), 0);
  EXPECT_EQ(NeedOfBoston().open(), 10);
  h_.Events();

  // The next one begins from there.
  const RoundResult next = Run(scheme);
  EXPECT_THAT(next.Goods(), ElementsAre("o-wuxi>n-boston 10 paired",
                                        "o-zibo>n-erie 20 paired"));
}

// The third write of a round is the first of what it planned.
TEST_F(RunningRoundTest, AFailedRoundIsExplainedInTheLanguageOfTheReader) {
  const std::string scheme = AddScheme("rungs: 1");
  std::atomic<int> writes = 0;
  h_.BeforeWrite(
      [&] { return ++writes == 3 ? model::StoreFull() : absl::OkStatus(); });
  const std::string name = Start(scheme);
  ASSERT_EQ(End(name).state(), v1::Round::FAILED);

  v1::GetRoundRequest get;
  get.set_name(name);
  v1::ListRoundsRequest list;
  list.set_parent(scheme);
  for (const auto& [accept, text] :
       {std::pair("zh-CN",
                  model::TextOf(model::StoreFull(), model::Language::kChinese)),
        std::pair("en", model::TextOf(model::StoreFull(),
                                      model::Language::kEnglish))}) {
    auto context = h_.Context();
    context->AddMetadata("accept-language", accept);
    v1::Round round;
    ASSERT_TRUE(h_.matching().GetRound(context.get(), get, &round).ok());
    EXPECT_EQ(round.failure(), text);
    EXPECT_EQ(round.failure_reason(), "STORE_FULL");
    context = h_.Context();
    context->AddMetadata("accept-language", accept);
    v1::ListRoundsResponse rounds;
    ASSERT_TRUE(h_.matching().ListRounds(context.get(), list, &rounds).ok());
    ASSERT_EQ(rounds.rounds_size(), 1);
    EXPECT_EQ(rounds.rounds(0).failure(), text);
    EXPECT_EQ(rounds.rounds(0).failure_reason(), "STORE_FULL");
  }
}

TEST_F(RunningRoundTest, WhatTheCheckerSaidOfAFailedRoundIsInTheLogOnly) {
  const std::string scheme = AddScheme("rungs: 1");
  std::atomic<int> writes = 0;
  h_.BeforeWrite([&] {
    return ++writes == 3
               ? planning::StageNotProven(model::StageCertificate{}, "dual < 0")
               : absl::OkStatus();
  });
  const v1::Round round = End(Start(scheme));
  ASSERT_EQ(round.state(), v1::Round::FAILED);
  EXPECT_EQ(round.failure_reason(), "STAGE_NOT_PROVEN");
  EXPECT_THAT(round.failure(), HasSubstr("proof of stage counterpart"));
  EXPECT_THAT(round.DebugString(), Not(HasSubstr("dual < 0")));
  EXPECT_THAT(h_.Log(), AllOf(HasSubstr(R"("round":")" + round.name()),
                              HasSubstr(R"("reason":"STAGE_NOT_PROVEN")"),
                              HasSubstr(R"("cause":"dual < 0")")));
}

}  // namespace
}  // namespace twinaid::rpc
