// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What happens around a round while it runs: others write, the server dies.
#include <gmock/gmock.h>

#include <atomic>
#include <optional>

#include "tests/service/rpc/policy_world.h"

namespace twinaid::rpc {
namespace {

using ::testing::ElementsAre;
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
  EXPECT_FALSE(round.failure().empty());
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

}  // namespace
}  // namespace twinaid::rpc
