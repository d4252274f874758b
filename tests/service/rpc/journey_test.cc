// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// From a need to a receipt, over the wire.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/service/rpc/harness.h"
#include "tests/support/proto_matchers.h"

namespace twinaid::rpc {
namespace {

class JourneyTest : public testing::Test {
 protected:
  JourneyTest() { h_.MakeSisters(); }

  v1::Match OnlyMatch() {
    v1::ListMatchesResponse matches;
    EXPECT_TRUE(
        h_.assistance().ListMatches(h_.Context().get(), {}, &matches).ok());
    EXPECT_EQ(matches.matches_size(), 1);
    return matches.matches_size() == 1 ? matches.matches(0) : v1::Match();
  }
  v1::Match Accept(const std::string& name, v1::Side side) {
    v1::AcceptMatchRequest request;
    request.set_name(name);
    request.set_side(side);
    v1::Match match;
    EXPECT_TRUE(
        h_.assistance().AcceptMatch(h_.Context().get(), request, &match).ok());
    return match;
  }
  v1::Match Dispatch(const std::string& name, std::int64_t quantity) {
    v1::DispatchMatchRequest request;
    request.set_name(name);
    request.set_quantity(quantity);
    v1::Match match;
    EXPECT_TRUE(h_.assistance()
                    .DispatchMatch(h_.Context().get(), request, &match)
                    .ok());
    return match;
  }
  v1::Match Receive(const std::string& name, std::int64_t received,
                    std::int64_t missing) {
    v1::ReceiveMatchRequest request;
    request.set_name(name);
    request.set_received(received);
    if (missing > 0) {
      request.add_missing()->set_quantity(missing);
      request.mutable_missing(0)->set_reason(v1::DAMAGED);
    }
    v1::Match match;
    EXPECT_TRUE(
        h_.assistance().ReceiveMatch(h_.Context().get(), request, &match).ok());
    return match;
  }
  v1::Need Need() {
    v1::GetNeedRequest request;
    request.set_name("places/san-antonio/needs/n1");
    v1::Need need;
    EXPECT_TRUE(
        h_.inventory().GetNeed(h_.Context().get(), request, &need).ok());
    return need;
  }

  Harness h_;
};

TEST_F(JourneyTest, ANeedIsPairedAcceptedSentAndReceivedShort) {
  const v1::Round round = h_.RunRound();
  ASSERT_EQ(round.state(), v1::Round::SUCCEEDED) << round.failure();
  EXPECT_EQ(round.pairings(), 1);
  EXPECT_EQ(round.matches(), 1);
  for (const auto& stage : round.certificate()) EXPECT_TRUE(stage.verified());
  EXPECT_EQ(round.coverage().needs_fully(), 1);

  v1::Match match = OnlyMatch();
  EXPECT_EQ(match.state(), v1::Match::PROPOSED);
  EXPECT_EQ(match.quantity(), 60);
  EXPECT_EQ(Need().proposed(), 60);

  match = Accept(match.name(), v1::RECIPIENT);
  EXPECT_EQ(match.state(), v1::Match::PROPOSED);
  match = Accept(match.name(), v1::DONOR);
  EXPECT_EQ(match.state(), v1::Match::ACCEPTED);
  EXPECT_EQ(Need().state(), v1::Need::COVERED);

  match = Dispatch(match.name(), 60);
  EXPECT_EQ(match.in_transit(), 60);
  match = Receive(match.name(), 50, 10);
  EXPECT_EQ(match.state(), v1::Match::RECEIVED);
  const v1::Need need = Need();
  EXPECT_EQ(need.state(), v1::Need::PARTIALLY_COVERED);
  EXPECT_EQ(need.received(), 50);
  EXPECT_EQ(need.open(), 10);

  v1::GetPairingRequest get;
  get.set_name(match.pairing());
  v1::Pairing pairing;
  ASSERT_TRUE(h_.matching().GetPairing(h_.Context().get(), get, &pairing).ok());
  EXPECT_EQ(pairing.state(), v1::Pairing::ACTIVE);
  EXPECT_GT(h_.Events(), 0);

  // What is missing is looked after in the next round, on the same pairing.
  const v1::Round next = h_.RunRound();
  ASSERT_EQ(next.state(), v1::Round::SUCCEEDED);
  EXPECT_EQ(next.pairings(), 0);
  EXPECT_EQ(next.matches(), 1);
  EXPECT_EQ(Need().proposed(), 10);
}

TEST_F(JourneyTest, WhatWasDeclinedIsNotProposedAgain) {
  ASSERT_EQ(h_.RunRound().matches(), 1);
  const v1::Match match = OnlyMatch();
  v1::DeclineMatchRequest decline;
  decline.set_name(match.name());
  decline.set_side(v1::DONOR);
  decline.set_reason(v1::NO_LONGER_AVAILABLE);
  v1::Match declined;
  ASSERT_TRUE(h_.assistance()
                  .DeclineMatch(h_.Context().get(), decline, &declined)
                  .ok());
  EXPECT_EQ(declined.state(), v1::Match::DECLINED);
  EXPECT_EQ(Need().open(), 60);
  const v1::Round again = h_.RunRound();
  EXPECT_EQ(again.matches(), 0);
  v1::ListUnmetNeedsRequest list;
  list.set_parent(again.name());
  v1::ListUnmetNeedsResponse unmet;
  ASSERT_TRUE(
      h_.matching().ListUnmetNeeds(h_.Context().get(), list, &unmet).ok());
  ASSERT_EQ(unmet.unmet_needs_size(), 1);
  EXPECT_EQ(unmet.unmet_needs(0).reason(), v1::UnmetNeed::DECLINED_TOGETHER);
}

TEST_F(JourneyTest, APreviewStoresNothing) {
  const std::int64_t before = h_.Events();
  v1::CreateRoundRequest create;
  create.set_parent("schemes/default");
  create.set_validate_only(true);
  v1::Round round;
  ASSERT_TRUE(
      h_.matching().CreateRound(h_.Context().get(), create, &round).ok());
  EXPECT_EQ(round.plan().pairings_size(), 1);
  EXPECT_EQ(round.plan().matches(0).quantity(), 60);
  EXPECT_EQ(h_.Events(), before);
  v1::ListMatchesResponse matches;
  ASSERT_TRUE(
      h_.assistance().ListMatches(h_.Context().get(), {}, &matches).ok());
  EXPECT_EQ(matches.matches_size(), 0);
}

TEST_F(JourneyTest, AGiftCanBeRecordedAfterTheFact) {
  v1::CreateMatchRequest create;
  create.mutable_match()->set_need("places/san-antonio/needs/n1");
  create.mutable_match()->set_offer("places/wuxi/offers/o1");
  create.mutable_match()->set_quantity(60);
  create.mutable_match()->set_origin(v1::Match::RECORDED);
  create.mutable_received_time()->set_seconds(1584000000);
  v1::Match match;
  ASSERT_TRUE(
      h_.assistance().CreateMatch(h_.Context().get(), create, &match).ok());
  EXPECT_EQ(match.state(), v1::Match::RECEIVED);
  EXPECT_EQ(match.receipts(0).time().seconds(), 1584000000);
  EXPECT_EQ(Need().state(), v1::Need::FULFILLED);
}

TEST_F(JourneyTest, TheInventoryPageHasAllQuantities) {
  ASSERT_EQ(h_.RunRound().matches(), 1);
  v1::GetInventoryRequest get;
  get.set_place("places/wuxi");
  v1::Inventory page;
  ASSERT_TRUE(h_.inventory().GetInventory(h_.Context().get(), get, &page).ok());
  EXPECT_EQ(page.place().name(), "places/wuxi");
  ASSERT_EQ(page.offers_size(), 1);
  EXPECT_EQ(page.offers(0).available(), 40);
  EXPECT_EQ(page.promised_size(), 1);
  EXPECT_EQ(page.expected_size(), 0);
}

TEST_F(JourneyTest, ThePairingIsExplainedFromItsPrices) {
  ASSERT_EQ(h_.RunRound().matches(), 1);
  v1::ExplainPairingRequest why;
  why.set_name(OnlyMatch().pairing());
  v1::ExplainPairingResponse answer;
  ASSERT_TRUE(
      h_.matching().ExplainPairing(h_.Context().get(), why, &answer).ok());
  EXPECT_TRUE(answer.pair().paired());
  EXPECT_EQ(answer.pair().slack().medium(), 0);
  EXPECT_EQ(answer.pair().donor_price().medium() +
                answer.pair().recipient_price().medium(),
            answer.pair().value().medium());
  EXPECT_EQ(answer.pair().kind(), v1::StageCertificate::COUNTERPART);
  EXPECT_EQ(answer.pair().pass(), 1);
  ASSERT_TRUE(answer.pair().has_cost());
  EXPECT_EQ(answer.pair().cost().medium(), answer.pair().value().medium())
      << "nobody else could help";
}

TEST_F(JourneyTest, ANeedIsExplainedByItsRound) {
  const v1::Round round = h_.RunRound();
  v1::ExplainNeedRequest why;
  why.set_round(round.name());
  why.set_need("places/san-antonio/needs/n1");
  v1::ExplainNeedResponse answer;
  ASSERT_TRUE(h_.matching().ExplainNeed(h_.Context().get(), why, &answer).ok());
  EXPECT_EQ(answer.outcome(), v1::ExplainNeedResponse::COVERED);
  v1::ExplainNeedResponse of_the_last;
  why.set_round("schemes/default/rounds/-");
  ASSERT_TRUE(
      h_.matching().ExplainNeed(h_.Context().get(), why, &of_the_last).ok());
  EXPECT_THAT(of_the_last, EqualsProto(answer));
  EXPECT_EQ(answer.proposed(), 60);
  EXPECT_FALSE(answer.has_unmet());
  ASSERT_EQ(answer.matches_size(), 1);
  EXPECT_EQ(answer.matches(0).name(), OnlyMatch().name());
  ASSERT_EQ(answer.pairings_size(), 1);
  EXPECT_EQ(answer.pairings(0).name(), OnlyMatch().pairing());
}

TEST_F(JourneyTest, ARoundIsComparedWithTheOneBefore) {
  const v1::Round first = h_.RunRound();
  Accept(OnlyMatch().name(), v1::BOTH);
  v1::EndPairingRequest end;
  end.set_name(OnlyMatch().pairing());
  end.set_reason(v1::PREFERS_OTHER);
  v1::Pairing pairing;
  ASSERT_TRUE(h_.matching().EndPairing(h_.Context().get(), end, &pairing).ok());
  const v1::Round second = h_.RunRound();
  v1::CompareRoundsRequest compare;
  compare.set_round(second.name());
  v1::CompareRoundsResponse answer;
  ASSERT_TRUE(
      h_.matching().CompareRounds(h_.Context().get(), compare, &answer).ok());
  EXPECT_EQ(answer.round().name(), second.name());
  EXPECT_EQ(answer.base().name(), first.name());
  EXPECT_EQ(answer.gained_size(), 0);
  ASSERT_EQ(answer.lost_size(), 1);
  EXPECT_EQ(answer.lost(0).donor(), "places/wuxi");
  EXPECT_GT(answer.lost(0).before().medium(), 0);
  EXPECT_FALSE(answer.lost(0).has_after());
  compare.set_base("schemes/default/rounds/none");
  EXPECT_EQ(
      FaultOf(h_.matching().CompareRounds(h_.Context().get(), compare, &answer))
          .reason,
      "ROUND_NOT_FOUND");
}

TEST_F(JourneyTest, AStandingPairingCanBeEnded) {
  ASSERT_EQ(h_.RunRound().matches(), 1);
  v1::EndPairingRequest end;
  end.set_name(OnlyMatch().pairing());
  end.set_reason(v1::PREFERS_OTHER);
  v1::Pairing pairing;
  ASSERT_TRUE(h_.matching().EndPairing(h_.Context().get(), end, &pairing).ok());
  EXPECT_EQ(pairing.state(), v1::Pairing::ENDED);
  EXPECT_EQ(OnlyMatch().state(), v1::Match::WITHDRAWN);
  const grpc::Status again =
      h_.matching().EndPairing(h_.Context().get(), end, &pairing);
  EXPECT_EQ(FaultOf(again).reason, "PAIRING_ENDED");
}

}  // namespace
}  // namespace twinaid::rpc
