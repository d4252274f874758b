// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Which offers are suggested for a need, in which order, why others are not.

#include "service/core/suggestions.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "tests/service/core/suggestion_examples.h"

namespace twinaid::core {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using SuggestOffersTest = SuggestionExamples;

TEST_F(SuggestOffersTest, TellsTheTieAndTheQuantityOfAnOffer) {
  EXPECT_THAT(Add(Wanted()), IsOk());
  Given("san-antonio", "o", "n95", 60);
  const Suggestions answer = Offers();
  ASSERT_EQ(answer.rows.size(), 1U);
  const Suggestion& row = answer.rows[0];
  EXPECT_EQ(row.need.name.child.value(), "n");
  EXPECT_EQ(row.quantity, model::BaseUnits(60));
  EXPECT_EQ(row.rung, 1);
  EXPECT_EQ(row.link.value(), "lnk-1");
  EXPECT_EQ(row.transit_days, 2);
  EXPECT_EQ(row.quality_percent, 90);
  EXPECT_TRUE(row.substitute);
  EXPECT_FALSE(row.covers_all);
  EXPECT_EQ(row.arrives, today_ + 2);
  EXPECT_EQ(answer.looked_at, 1);
  EXPECT_FALSE(answer.more_may_exist);
}

TEST_F(SuggestOffersTest, PutsTheNearerRungBeforeAllElse) {
  EXPECT_THAT(Add(Wanted()), IsOk());
  Given("far", "r4", "masks", 10);
  Given("zibo", "r3", "masks", 10);
  Given("jinan", "r2", "masks", 10);
  Given("san-antonio", "r1", "n95", 1);
  const Suggestions answer = Offers();
  EXPECT_THAT(OfferIds(answer), ElementsAre("r1", "r2", "r3", "r4"));
  EXPECT_EQ(answer.rows[2].link.value(), "lnk-3");
  EXPECT_EQ(answer.rows[2].transit_days, 5);
  EXPECT_EQ(answer.rows[2].arrives, today_ + 5);
  EXPECT_TRUE(answer.rows[3].link.empty());
  EXPECT_EQ(answer.rows[3].arrives, std::nullopt);
}

TEST_F(SuggestOffersTest,
       OrdersOffersOfARungByItemCoverArrivalQuantityAndName) {
  EXPECT_THAT(Add(Wanted()), IsOk());
  Given("san-antonio", "g-substitute", "n95", 500);
  Given("san-antonio", "f-part", "masks", 8);
  Given("san-antonio", "e-more-of-it", "masks", 9);
  Given("san-antonio", "d-late", "masks", 30, [](auto& o) { o.lead_days = 3; });
  Given("san-antonio", "c-all", "masks", 10);
  Given("san-antonio", "b-all", "masks", 20);
  EXPECT_THAT(OfferIds(Offers()),
              ElementsAre("b-all", "c-all", "d-late", "e-more-of-it", "f-part",
                          "g-substitute"));
}

TEST_F(SuggestOffersTest, CutsAtTheLimitAndSaysSo) {
  EXPECT_THAT(Add(Wanted()), IsOk());
  Given("san-antonio", "a", "masks", 10);
  Given("far", "b", "masks", 10);
  EXPECT_THAT(OfferIds(Offers(1)), ElementsAre("a"));
  EXPECT_TRUE(Offers(1).more_may_exist);
  EXPECT_FALSE(Offers(3).more_may_exist);
}

TEST_F(SuggestOffersTest, ChoosesAmongTheLargestOffersWithoutATie) {
  EXPECT_THAT(Add(Wanted()), IsOk());
  constexpr int kLarge = 50;
  for (int i = 0; i < kLarge; ++i) {
    Given("far", absl::StrCat("large-", i), "masks", 20,
          [&](auto& o) { o.lead_days = i == 7 ? 1 : 2; });
  }
  Given("far", "small-at-once", "masks", 10);
  const Suggestions one = Offers(1);
  EXPECT_THAT(OfferIds(one), ElementsAre("large-7"));
  EXPECT_EQ(one.looked_at, kLarge);
  EXPECT_TRUE(one.more_may_exist);
  EXPECT_EQ(OfferIds(Offers(100)).front(), "small-at-once");
}

TEST_F(SuggestOffersTest, CountsWhyOffersDoNotFit) {
  model::Need need = Wanted();
  need.needed_by = today_ + 3;
  EXPECT_THAT(Add(need), IsOk());
  Given("san-antonio", "late", "masks", 1, [](auto& o) { o.lead_days = 2; });
  Given("san-antonio", "elsewhere", "masks", 1,
        [](auto& o) { o.directed_to = PlaceNamed("far"); });
  Given("san-antonio", "lot", "masks", 20,
        [](auto& o) { o.min_lot = model::Units(11); });
  Given("zibo", "long-way", "masks", 1);
  Given("far", "ends", "masks", 1, [&](auto& o) {
    o.available_from = today_ + 1;
    o.available_until = today_ + 1;
    o.lead_days = 1;
  });
  const Suggestions answer = Offers();
  EXPECT_THAT(answer.rows, IsEmpty());
  EXPECT_THAT(answer.closed_out,
              ElementsAre(ClosedOut{model::Misfit::kDirected, 1},
                          ClosedOut{model::Misfit::kUnavailable, 1},
                          ClosedOut{model::Misfit::kTooLate, 2}));
  EXPECT_EQ(answer.below_minimum_lot, 1);
  EXPECT_EQ(answer.looked_at, 5);
}

TEST_F(SuggestOffersTest, SaysOfAnEmptyAnswerWhatWasLeftOutFromTheStart) {
  model::Need need = Wanted();
  need.substitutes = model::SubstitutePolicy::kNone;
  EXPECT_THAT(Add(need), IsOk());
  Given("san-antonio", "substitute", "n95", 1);
  EXPECT_THAT(Offers().closed_out,
              ElementsAre(ClosedOut{model::Misfit::kItem, 1}));
  Change([](auto& s) { s.policy.rungs = 3; });
  Given("far", "untied", "masks", 1);
  EXPECT_THAT(Offers().closed_out,
              ElementsAre(ClosedOut{model::Misfit::kItem, 1},
                          ClosedOut{model::Misfit::kNoTie, 1}));
}

TEST_F(SuggestOffersTest, LeavesOutWhatWasDeclinedAndWhatRests) {
  EXPECT_THAT(Add(Wanted()), IsOk());
  Given("san-antonio", "declined", "masks", 1);
  const auto match = Add(ByHand(
      {PlaceNamed("wuxi"), model::NeedId::Trusted("n")},
      {PlaceNamed("san-antonio"), model::OfferId::Trusted("declined")}, 1));
  ASSERT_THAT(match, IsOk());
  EXPECT_THAT(Decline(match->id), IsOk());
  EXPECT_THAT(Offers().closed_out,
              ElementsAre(ClosedOut{model::Misfit::kDeclinedBefore, 1}));
  clock_.Advance(absl::Hours(24) * model::kDefaultConfirmDays);
  EXPECT_EQ(Offers().barred, Barred::kRests);
  EXPECT_THAT(Do([](Mutation& m) {
                return ConfirmNeed(
                    m, {PlaceNamed("wuxi"), model::NeedId::Trusted("n")}, "");
              }),
              IsOk());
  const Suggestions answer = Offers();
  EXPECT_EQ(answer.barred, Barred::kNo);
  EXPECT_EQ(answer.resting, 1);
}

TEST_F(SuggestOffersTest, AsksThePartsThatTheSchemeGivesToPlaces) {
  EXPECT_THAT(Add(Wanted()), IsOk());
  Given("san-antonio", "a", "masks", 1);
  Given("far", "b", "masks", 1);
  Change([](auto& s) {
    s.participants = {PlaceNamed("far"), PlaceNamed("wuxi")};
  });
  EXPECT_THAT(OfferIds(Offers()), ElementsAre("b"));
  Change([](auto& s) { s.participants = {PlaceNamed("far")}; });
  EXPECT_EQ(Offers().barred, Barred::kOutside);
  Change([](auto& s) {
    s.participants = {};
    s.third_places = {PlaceNamed("far"), PlaceNamed("wuxi")};
  });
  EXPECT_THAT(OfferIds(Offers()), ElementsAre("a"));
  Change([](auto& s) { s.third_places = {PlaceNamed("far")}; });
  EXPECT_EQ(Offers().barred, Barred::kOutside);
}

TEST_F(SuggestOffersTest, RefusesWhatItCannotAnswer) {
  EXPECT_THAT(Add(Wanted()), IsOk());
  const auto ask = [&](const std::string& id, SuggestionQuery query) {
    const model::NeedName need = {PlaceNamed("wuxi"),
                                  model::NeedId::Trusted(id)};
    return See([&](const View& v) { return SuggestOffers(v, need, query); });
  };
  EXPECT_THAT(ask("other", Query()), Refused(kMissing, "NEED_NOT_FOUND"));
  EXPECT_THAT(ask("n", {}), Refused(kMissing, "SCHEME_NOT_FOUND"))
      << "the default scheme is made at start";
  EXPECT_THAT(ask("n", Query(0)), Refused(kInvalid, "OUT_OF_RANGE_VALUE"));
  EXPECT_THAT(ask("n", Query(101)), Refused(kInvalid, "OUT_OF_RANGE_VALUE"));
  EXPECT_THAT(Do([](Mutation& m) { return EnsureDefaultScheme(m); }), IsOk());
  EXPECT_THAT(ask("n", {}), IsOk());
}

}  // namespace
}  // namespace twinaid::core
