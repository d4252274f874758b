// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Substitutes that are refused, missing parts that are made good, documents.
#include <algorithm>
#include <string>

#include "gmock/gmock.h"
#include "service/core/apart.h"
#include "tests/service/core/round_world.h"

namespace twinaid::core {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::SizeIs;

// San Antonio needs 100 masks (10 boxes) and takes what may stand in; Wuxi
// offers N95 respirators twice.
class Shortfall : public Rounds {
 protected:
  Shortfall() {
    model::Need need = NeedOf("san-antonio", "n", "masks", 10);
    need.substitutes = model::SubstitutePolicy::kAny;
    EXPECT_THAT(Add(need), IsOk());
    EXPECT_THAT(Add(OfferOf("wuxi", "first", "n95", 40)), IsOk());
  }
  absl::StatusOr<model::Match> Refuse(const model::MatchId& id,
                                      model::Side side) {
    return Do([&](Mutation& m) {
      return DeclineMatch(m, id, "", side, false, model::Reason::kWrongItem, "",
                          true);
    });
  }
  // What a round of its own proposes now.
  std::vector<model::Match> NextRound() {
    const std::size_t before = Matches().size();
    const model::Round round = Run();
    EXPECT_EQ(round.state, model::RoundState::kSucceeded);
    std::vector<model::Match> made = Matches();
    std::erase_if(made, [&](const auto& m) { return m.round != round.name; });
    EXPECT_EQ(Matches().size(), before + made.size());
    return made;
  }
  const model::NeedName need_ = NeedOf("san-antonio", "n", "masks", 1).name;
};

TEST_F(Shortfall, ASubstituteIsShownAsSuch) {
  const auto made = NextRound();
  ASSERT_THAT(made, SizeIs(1));
  EXPECT_TRUE(made[0].is_substitute());
  EXPECT_EQ(made[0].need_item, ItemNamed("masks"));
  EXPECT_EQ(made[0].offer_item, ItemNamed("n95"));
  EXPECT_EQ(Now(need_).item, ItemNamed("masks")) << "as it was asked for";
  EXPECT_THAT(Events(), Contains(::testing::Field(
                            &model::Event::details,
                            Contains(Pair("substitute", "items/n95")))));
}

TEST_F(Shortfall, ARefusedSubstituteDoesNotComeBackFromAnybody) {
  const auto made = NextRound();
  ASSERT_THAT(made, SizeIs(1));
  const auto refused = Refuse(made[0].id, model::Side::kRecipient);
  ASSERT_THAT(refused, IsOk());
  EXPECT_TRUE(refused->substitute_refused);
  EXPECT_EQ(refused->keeps_apart, model::Apart::kNeedAndOffer);
  ASSERT_THAT(Add(OfferOf("wuxi", "second", "n95", 40)), IsOk());
  EXPECT_THAT(NextRound(), IsEmpty());
  const auto apart = See([&](const View& v) {
    return AreApart(v, need_, OfferOf("wuxi", "second", "", 1).name,
                    model::SchemeId::Trusted("default"));
  });
  EXPECT_THAT(apart, IsOkAndHolds(true));
  // The donor itself is not refused: masks of it are welcome.
  ASSERT_THAT(Add(OfferOf("wuxi", "third", "masks", 3)), IsOk());
  const auto again = NextRound();
  ASSERT_THAT(again, SizeIs(1));
  EXPECT_EQ(again[0].offer_item, ItemNamed("masks"));
}

TEST_F(Shortfall, AnotherNoOfASubstituteKeepsOnlyThatOfferApart) {
  const auto made = NextRound();
  ASSERT_THAT(Decline(made.at(0).id), IsOk());
  ASSERT_THAT(Add(OfferOf("wuxi", "second", "n95", 40)), IsOk());
  EXPECT_THAT(NextRound(), SizeIs(1));
}

TEST_F(Shortfall, ReconsideringLetsTheSubstituteComeAgain) {
  const auto made = NextRound();
  ASSERT_THAT(Refuse(made.at(0).id, model::Side::kRecipient), IsOk());
  const auto lifted = Do([&](Mutation& m) {
    return ReconsiderMatch(m, made[0].id, "", model::Side::kRecipient, "");
  });
  ASSERT_THAT(lifted, IsOk());
  EXPECT_FALSE(lifted->substitute_refused);
  EXPECT_THAT(NextRound(), SizeIs(1));
}

TEST_F(Shortfall, OnlyTheNeedsSideRefusesASubstituteAndOnlyASubstitute) {
  const auto made = NextRound();
  EXPECT_THAT(Refuse(made.at(0).id, model::Side::kDonor),
              Refused(kInvalid, "INVALID_VALUE"));
  ASSERT_THAT(Add(NeedOf("san-antonio", "g", "gowns", 5)), IsOk());
  ASSERT_THAT(Add(OfferOf("wuxi", "g", "gowns", 5)), IsOk());
  const auto plain = Add(ByHand(NeedOf("san-antonio", "g", "", 1).name,
                                OfferOf("wuxi", "g", "", 1).name, 5));
  ASSERT_THAT(plain, IsOk());
  EXPECT_THAT(Refuse(plain->id, model::Side::kRecipient),
              Refused(kInvalid, "INVALID_VALUE"));
  EXPECT_EQ(Now(plain->id).state, model::MatchState::kProposed);
}

// 40 sent, 30 arrived: the missing 10 are open again, and what makes them good
// says so.
TEST_F(Shortfall, WhatIsMissingIsServedAgainAndLinkedToItsOrigin) {
  const auto made = NextRound();
  ASSERT_THAT(made, SizeIs(1));
  const model::MatchId first = made[0].id;
  EXPECT_TRUE(made[0].replaces.empty());
  ASSERT_THAT(Accept(first), IsOk());
  ASSERT_THAT(Send(first, 40), IsOk());
  ASSERT_THAT(
      Receive(first, 30, {{model::BaseUnits(10), model::Reason::kDamaged, ""}}),
      IsOk());
  EXPECT_EQ(Now(need_).open_to_matching(), model::BaseUnits(70));
  ASSERT_THAT(Add(OfferOf("wuxi", "second", "n95", 10)), IsOk());
  const auto second = NextRound();
  ASSERT_THAT(second, SizeIs(1));
  EXPECT_EQ(second[0].replaces, first);
  // The ten are made good: the next has nothing to replace.
  ASSERT_THAT(Add(OfferOf("wuxi", "third", "n95", 10)), IsOk());
  const auto third = NextRound();
  ASSERT_THAT(third, SizeIs(1));
  EXPECT_TRUE(third[0].replaces.empty());
}

TEST_F(Shortfall, AReplacementThatFailsIsReplacedInItsTurn) {
  const auto made = NextRound();
  ASSERT_THAT(Accept(made.at(0).id), IsOk());
  ASSERT_THAT(Send(made[0].id, 40), IsOk());
  ASSERT_THAT(Receive(made[0].id, 30,
                      {{model::BaseUnits(10), model::Reason::kDamaged, ""}}),
              IsOk());
  ASSERT_THAT(Add(OfferOf("wuxi", "second", "n95", 10)), IsOk());
  const auto second = NextRound();
  ASSERT_THAT(second, SizeIs(1));
  ASSERT_THAT(Decline(second[0].id), IsOk());
  ASSERT_THAT(Add(OfferOf("wuxi", "third", "n95", 10)), IsOk());
  const auto third = NextRound();
  ASSERT_THAT(third, SizeIs(1));
  EXPECT_EQ(third[0].replaces, made[0].id);
}

// Ten are missing; the replacement sends six of its ten and no more: four are
// still to be made good.
TEST_F(Shortfall, AReplacementMakesGoodNoMoreThanItSends) {
  const auto made = NextRound();
  ASSERT_THAT(Accept(made.at(0).id), IsOk());
  ASSERT_THAT(Send(made[0].id, 40), IsOk());
  ASSERT_THAT(Receive(made[0].id, 30,
                      {{model::BaseUnits(10), model::Reason::kDamaged, ""}}),
              IsOk());
  ASSERT_THAT(Add(OfferOf("wuxi", "second", "n95", 10)), IsOk());
  const auto second = NextRound();
  ASSERT_THAT(second, SizeIs(1));
  ASSERT_THAT(Accept(second[0].id), IsOk());
  ASSERT_THAT(Send(second[0].id, 6, true), IsOk());
  ASSERT_THAT(Receive(second[0].id, 6), IsOk());
  ASSERT_THAT(Add(OfferOf("wuxi", "third", "n95", 4)), IsOk());
  const auto third = NextRound();
  // One of four units does it; what comes on top replaces nothing.
  EXPECT_EQ(std::count_if(third.begin(), third.end(),
                          [&](const auto& match) {
                            return match.replaces == made[0].id;
                          }),
            1);
}

TEST_F(Shortfall, DocumentsGoWithWhatIsSentAndReceived) {
  const auto made = NextRound();
  ASSERT_THAT(Accept(made.at(0).id), IsOk());
  NewDispatch dispatch;
  dispatch.quantity = model::BaseUnits(40);
  dispatch.documents = {{"customs declaration", "https://example.org/1"}};
  ASSERT_THAT(Do([&](Mutation& m) {
                return DispatchMatch(m, made[0].id, "", dispatch);
              }),
              IsOk());
  NewReceipt receipt;
  receipt.received = model::BaseUnits(40);
  receipt.documents = {{"", "untitled"}};
  const auto receive = [&] {
    return Do(
        [&](Mutation& m) { return ReceiveMatch(m, made[0].id, "", receipt); });
  };
  EXPECT_THAT(receive(), Refused(kInvalid, "REQUIRED_FIELD"));
  receipt.documents = std::vector<model::Document>(21, {"one", ""});
  EXPECT_THAT(receive(), Refused(kInvalid, "OUT_OF_RANGE_VALUE"));
  receipt.documents = {{"receipt", "no. 7"}};
  ASSERT_THAT(receive(), IsOk());
  const model::Match match = Now(made[0].id);
  EXPECT_EQ(match.dispatches.at(0).documents, dispatch.documents);
  EXPECT_EQ(match.receipts.at(0).documents, receipt.documents);
}

}  // namespace
}  // namespace twinaid::core
