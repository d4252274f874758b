// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Which needs are suggested for an offer, in which order, why others are not.

#include "service/core/suggestions.h"

#include "tests/service/core/suggestion_examples.h"

namespace twinaid::core {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using SuggestNeedsTest = SuggestionExamples;

TEST_F(SuggestNeedsTest, OrdersNeedsByUrgencyRungDayQuantityAndName) {
  EXPECT_THAT(Add(OfferOf("wuxi", "o", "masks", 10)), IsOk());
  Asked("san-antonio", "h-low", 5,
        [](auto& n) { n.urgency = model::Urgency::kLow; });
  Asked("far", "g-far", 9, [&](auto& n) { n.needed_by = today_; });
  Asked("san-antonio", "f", 4);
  Asked("san-antonio", "e", 4);
  Asked("san-antonio", "d-more", 5);
  Asked("san-antonio", "c-day", 1, [&](auto& n) { n.needed_by = today_ + 9; });
  Asked("san-antonio", "b-day", 1, [&](auto& n) { n.needed_by = today_ + 8; });
  Asked("far", "a-critical", 1,
        [](auto& n) { n.urgency = model::Urgency::kCritical; });
  const Suggestions answer = Needs();
  EXPECT_THAT(NeedIds(answer),
              ElementsAre("a-critical", "b-day", "c-day", "d-more", "e", "f",
                          "g-far", "h-low"));
  EXPECT_EQ(answer.rows[3].quantity, model::BaseUnits(50));
  EXPECT_TRUE(answer.rows[3].covers_all);
}

TEST_F(SuggestNeedsTest, ServesNeedsThatListTheItemAndNotTheReverse) {
  EXPECT_THAT(Add(OfferOf("wuxi", "o", "n95", 10)), IsOk());
  Asked("far", "any", 1,
        [](auto& n) { n.substitutes = model::SubstitutePolicy::kAny; });
  Asked("far", "none", 1);
  Asked("far", "better", 1, [](auto& n) {
    n.substitutes = model::SubstitutePolicy::kAny;
    n.min_quality_percent = 91;
  });
  EXPECT_THAT(NeedIds(Needs()), ElementsAre("any"));
  EXPECT_THAT(Needs().closed_out,
              ElementsAre(ClosedOut{model::Misfit::kItem, 1},
                          ClosedOut{model::Misfit::kQuality, 1}));
  // Masks do not stand in for n95.
  model::Need n95 = NeedOf("wuxi", "n", "n95", 1);
  n95.substitutes = model::SubstitutePolicy::kAny;
  EXPECT_THAT(Add(n95), IsOk());
  Given("far", "masks", "masks", 1);
  EXPECT_THAT(Offers().rows, IsEmpty());
}

TEST_F(SuggestNeedsTest, TakesADirectedOfferOnlyWhereItIsMeantFor) {
  model::Offer offer = OfferOf("wuxi", "o", "masks", 10);
  offer.directed_to = PlaceNamed("zibo");
  EXPECT_THAT(Add(offer), IsOk());
  Asked("far", "a", 1);
  Asked("zibo", "b", 1);
  EXPECT_THAT(NeedIds(Needs()), ElementsAre("b"));
}

TEST_F(SuggestNeedsTest, SaysThatNothingIsLeftOrOpen) {
  EXPECT_THAT(Add(Wanted()), IsOk());
  Given("far", "o", "masks", 10);
  EXPECT_THAT(
      Add(ByHand({PlaceNamed("wuxi"), model::NeedId::Trusted("n")},
                 {PlaceNamed("far"), model::OfferId::Trusted("o")}, 100)),
      IsOk());
  EXPECT_EQ(Offers().barred, Barred::kNothingLeft);
  EXPECT_THAT(Add(OfferOf("wuxi", "o", "masks", 10)), IsOk());
  EXPECT_THAT(Do([](Mutation& m) {
                return WithdrawOffer(
                    m, {PlaceNamed("wuxi"), model::OfferId::Trusted("o")}, "",
                    model::Reason::kOther, "");
              }),
              IsOk());
  EXPECT_EQ(Needs().barred, Barred::kClosed);
}

}  // namespace
}  // namespace twinaid::core
