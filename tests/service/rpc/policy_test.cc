// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Rounds of every policy, over the wire: PolicyWorld::Run holds each of them to
// what its preview said and to what the API answers about it.
#include <gmock/gmock.h>

#include <map>

#include "tests/service/rpc/policy_world.h"

namespace twinaid::rpc {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Not;
using ::testing::SizeIs;

class PolicyTest : public PolicyWorld {};

TEST_F(PolicyTest, RungsReachTiesOfParentsAndThenAnybody) {
  for (const char* province : {"jiangsu", "texas", "lone", "far"}) {
    AddPlace(province);
  }
  AddPlace("wuxi", "jiangsu");
  AddPlace("austin", "texas");
  AddLink("jiangsu", "texas");
  AddOffer("wuxi", "o-wuxi", 10);
  AddNeed("austin", "n-austin", 10);
  AddOffer("lone", "o-lone", 30);
  AddNeed("far", "n-far", 30);

  const RoundResult one = Run(AddScheme("rungs: 1"));
  EXPECT_THAT(one.Pairs(), IsEmpty());
  EXPECT_THAT(one.Open(), ElementsAre("n-austin 10 NO_TIE", "n-far 30 NO_TIE"));

  const RoundResult four = Run(AddScheme("rungs: 4"));
  EXPECT_THAT(four.Pairs(),
              ElementsAre("lone>far rung 4", "wuxi>austin rung 3"));
  EXPECT_THAT(four.Goods(), ElementsAre("o-lone>n-far 30 paired",
                                        "o-wuxi>n-austin 10 paired"));
  EXPECT_THAT(four.Open(), IsEmpty());
  EXPECT_THAT(four.Stages(),
              IsSupersetOf({"COUNTERPART 3.1", "COUNTERPART 4.1"}));
  for (const v1::Pairing& pairing : four.pairings) {
    EXPECT_EQ(pairing.sister_link().empty(), pairing.rung() == 4);
  }
}

// The example of docs/matching.md: fair goes in eighths.
class PoolTest : public PolicyWorld {
 protected:
  PoolTest() {
    for (const char* place : {"donor", "a", "b", "c"}) AddPlace(place);
    for (const char* place : {"a", "b", "c"}) AddLink("donor", place);
    AddOffer("donor", "o", 20'000);
    AddNeed("a", "n-a", 10'000, "HIGH");
    AddNeed("b", "n-b", 40'000, "HIGH");
    AddNeed("c", "n-c", 10'000, "CRITICAL");
  }
  static void ExpectBothOrders(const RoundResult& result) {
    EXPECT_THAT(result.Pairs(), ElementsAre("donor>c rung 1"));
    EXPECT_THAT(result.Stages(), ElementsAre("COUNTERPART 1.1", "POOL 1.1"));
    EXPECT_EQ(result.round.fairness().by_value().needs_fully(), 2);
    EXPECT_EQ(result.round.fairness().fair().needs_fully(), 1);
    for (const v1::Match& match : result.matches) {
      EXPECT_EQ(match.rung(), 1);
      EXPECT_EQ(match.pairing().empty(), match.recipient_place() != "places/c");
    }
  }
};

TEST_F(PoolTest, ByValueServesWhereAUnitIsWorthMost) {
  const RoundResult result = Run(AddScheme("rungs: 1 pool: BY_VALUE"));
  ExpectBothOrders(result);
  EXPECT_THAT(result.Goods(),
              ElementsAre("o>n-a 10000 pooled", "o>n-c 10000 paired"));
  EXPECT_THAT(result.Open(), ElementsAre("n-b 40000 STOCK_USED_UP"));
}

TEST_F(PoolTest, FairServesEverybodyAPart) {
  const RoundResult result = Run(AddScheme("rungs: 1 pool: FAIR"));
  ExpectBothOrders(result);
  EXPECT_THAT(result.Goods(),
              ElementsAre("o>n-a 2500 pooled", "o>n-b 7500 pooled",
                          "o>n-c 10000 paired"));
  EXPECT_THAT(result.Open(),
              ElementsAre("n-a 7500 STOCK_USED_UP", "n-b 32500 STOCK_USED_UP"));
}

// Boston and Wuxi have something for each other, Zibo only gives.
class MutualTest : public PolicyWorld {
 protected:
  MutualTest() {
    for (const char* place : {"boston", "wuxi", "erie", "zibo"}) {
      AddPlace(place);
    }
    AddLink("boston", "wuxi");
    AddLink("erie", "zibo");
    AddOffer("boston", "o-boston", 4);
    AddNeed("boston", "n-boston", 10);
    AddOffer("wuxi", "o-wuxi", 10);
    AddNeed("wuxi", "n-wuxi", 4);
    AddOffer("zibo", "o-zibo", 5);
    AddNeed("erie", "n-erie", 5);
  }
};

TEST_F(MutualTest, BothDirectionsShareAPairId) {
  const std::string scheme = AddScheme("shape: MUTUAL rungs: 1");
  const RoundResult result = Run(scheme);
  EXPECT_THAT(result.Stages(), Contains("MUTUAL 1.1"));
  EXPECT_THAT(result.Pairs(),
              ElementsAre("boston>wuxi rung 1", "wuxi>boston rung 1"));
  EXPECT_THAT(result.Goods(), ElementsAre("o-boston>n-wuxi 4 paired",
                                          "o-wuxi>n-boston 10 paired"));
  ASSERT_THAT(result.pairings, SizeIs(2));
  EXPECT_THAT(result.pairings[0].pair_id(), Not(IsEmpty()));
  EXPECT_EQ(result.pairings[0].pair_id(), result.pairings[1].pair_id());
  EXPECT_NE(result.pairings[0].name(), result.pairings[1].name());
  ASSERT_THAT(result.unmet, SizeIs(1));
  EXPECT_EQ(result.unmet[0].need(), "places/erie/needs/n-erie");

  Call(h_.matching(), &v1::MatchingService::Stub::EndPairing,
       "reason: PREFERS_OTHER name: '" + result.pairings[0].name() + "'");
  EXPECT_THAT(Pairings(scheme, "state = ENDED"), SizeIs(2));
}

TEST_F(MutualTest, OneWayIsEnoughWhereThePolicySaysSo) {
  const RoundResult result =
      Run(AddScheme("shape: MUTUAL rungs: 1 allow_one_way: true"));
  EXPECT_THAT(result.Pairs(),
              ElementsAre("boston>wuxi rung 1", "wuxi>boston rung 1",
                          "zibo>erie rung 1"));
  EXPECT_THAT(result.Open(), IsEmpty());
  std::map<std::string, int> directions;
  for (const v1::Pairing& pairing : result.pairings) {
    ++directions[pairing.pair_id()];
  }
  EXPECT_THAT(directions, SizeIs(2)) << "one id a pair of places";
}

TEST_F(PolicyTest, CapacitiesAboveOneAreFilledByPasses) {
  for (const char* place : {"giver", "a", "b", "x", "y", "taker"}) {
    AddPlace(place);
  }
  AddLink("giver", "a");
  AddLink("giver", "b");
  AddLink("x", "taker");
  AddLink("y", "taker");
  AddOffer("giver", "o", 10);
  AddNeed("a", "n-a", 4);
  AddNeed("b", "n-b", 6);
  AddOffer("x", "o-x", 6);
  AddOffer("y", "o-y", 3);
  AddNeed("taker", "n", 9);

  const RoundResult result =
      Run(AddScheme("rungs: 1 donor_capacity: 2 recipient_capacity: 2"));
  EXPECT_THAT(result.Pairs(), ElementsAre("giver>a rung 1", "giver>b rung 1",
                                          "x>taker rung 1", "y>taker rung 1"));
  EXPECT_THAT(result.Goods(), ElementsAre("o-x>n 6 paired", "o-y>n 3 paired",
                                          "o>n-a 4 paired", "o>n-b 6 paired"));
  EXPECT_THAT(result.Open(), IsEmpty());
  EXPECT_THAT(result.Stages(),
              IsSupersetOf({"COUNTERPART 1.1", "COUNTERPART 1.2"}));
  // What the other donor covered is worth nothing any more.
  for (const v1::Pairing& pairing : result.pairings) {
    if (pairing.recipient() != "places/taker") continue;
    const auto why =
        Call(h_.matching(), &v1::MatchingService::Stub::ExplainPairing,
             "name: '" + pairing.name() + "'");
    EXPECT_EQ(why.pair().pass(), pairing.donor() == "places/x" ? 1 : 2);
  }
}

// A pairing stands; then somebody else needs the donor more.
class KeepTest : public PolicyWorld {
 protected:
  KeepTest() {
    for (const char* place : {"donor", "old", "new"}) AddPlace(place);
    AddLink("donor", "old");
    AddLink("donor", "new");
    AddOffer("donor", "o", 100);
    AddNeed("old", "n-old", 10, "LOW");
  }
  RoundResult RunAgain(const std::string& keep) {
    scheme_ = AddScheme("rungs: 1 keep: " + keep);
    first_ = Run(scheme_);
    EXPECT_THAT(first_.Pairs(), ElementsAre("donor>old rung 1"));
    AcceptAll(first_);
    AddNeed("old", "n-more", 5, "LOW");
    AddNeed("new", "n-new", 50, "CRITICAL");
    return Run(scheme_);
  }
  v1::CompareRoundsResponse Compare(const RoundResult& second) {
    auto answer = Call(h_.matching(), &v1::MatchingService::Stub::CompareRounds,
                       "round: '" + second.round.name() + "'");
    EXPECT_EQ(answer.base().name(), first_.round.name());
    return answer;
  }

  std::string scheme_;
  RoundResult first_;
};

TEST_F(KeepTest, FixedGivesMoreToWhatStandsAndFillsGapsOnly) {
  const RoundResult second = RunAgain("FIXED");
  EXPECT_THAT(second.Pairs(), IsEmpty());
  EXPECT_THAT(second.Goods(), ElementsAre("o>n-more 5 paired"));
  ASSERT_THAT(second.matches, SizeIs(1));
  EXPECT_EQ(second.matches[0].pairing(), first_.pairings[0].name());
  EXPECT_THAT(second.Open(), ElementsAre("n-new 50 PLACE_NOT_PAIRED"));
  EXPECT_THAT(second.Stages(), Contains("STANDING 0.1"));
  const v1::CompareRoundsResponse changes = Compare(second);
  EXPECT_EQ(changes.gained_size() + changes.lost_size(), 0);
  ASSERT_EQ(changes.unmet_gained_size(), 1);
  EXPECT_EQ(changes.unmet_gained(0).need(), "places/new/needs/n-new");
}

TEST_F(KeepTest, TiesLetsABetterPairTakeThePlaceOfWhatStands) {
  const RoundResult second = RunAgain("TIES");
  EXPECT_THAT(second.Pairs(), ElementsAre("donor>new rung 1"));
  EXPECT_THAT(second.Goods(), ElementsAre("o>n-new 50 paired"));
  EXPECT_THAT(second.Open(), ElementsAre("n-more 5 PLACE_NOT_PAIRED"));
  const std::vector<v1::Pairing> ended = Pairings(scheme_, "state = ENDED");
  ASSERT_THAT(ended, SizeIs(1));
  EXPECT_EQ(ended[0].name(), first_.pairings[0].name());
  const std::vector<v1::Match> accepted = Matches("state = ACCEPTED");
  ASSERT_THAT(accepted, SizeIs(1));
  EXPECT_EQ(accepted[0].name(), first_.matches[0].name());
  const v1::CompareRoundsResponse changes = Compare(second);
  ASSERT_EQ(changes.gained_size(), 1);
  EXPECT_EQ(changes.gained(0).recipient(), "places/new");
  ASSERT_EQ(changes.lost_size(), 1);
  EXPECT_EQ(changes.lost(0).recipient(), "places/old");
}

}  // namespace
}  // namespace twinaid::rpc
