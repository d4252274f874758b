// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/answers.h"

#include <string>
#include <vector>

#include "tests/service/core/round_world.h"

namespace twinaid::core {
namespace {

using model::BaseUnits;
using model::TierPoints;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Answers : public Rounds {
 protected:
  model::Round RunLater() {
    clock_.Advance(absl::Hours(1));
    const model::Round round = Run();
    clock_.Advance(absl::Hours(1));
    return round;
  }
  auto Why(const model::PairingName& name) {
    return See([&](const View& v) { return ExplainPairing(v, name); });
  }
  auto Why(const model::RoundName& round, const model::NeedName& need) {
    return See([&](const View& v) { return ExplainNeed(v, round, need); });
  }
  auto Compare(const model::RoundName& round,
               const std::optional<model::RoundName>& base = std::nullopt) {
    return See([&](const View& v) { return CompareRounds(v, round, base); });
  }
  static std::vector<std::string> Names(
      const std::vector<PairingChange>& changes) {
    std::vector<std::string> names;
    for (const PairingChange& change : changes) {
      names.push_back(change.donor.value() + ">" + change.recipient.value());
    }
    return names;
  }

  const model::NeedName need_ = NeedOf("san-antonio", "n", "", 1).name;
};

// A need of 100 gowns is 2^44 points, rounded down by unit.
constexpr std::int64_t kPoint = (std::int64_t{1} << 44) / 100;

TEST_F(Answers, ThePairingNamesItsRunnerUpAndWhatItWouldCost) {
  ASSERT_THAT(Add(Sisters("lnk-2", "zibo", "san-antonio")), IsOk());
  ASSERT_THAT(Add(City("jinan")), IsOk());
  ASSERT_THAT(Add(Sisters("lnk-3", "jinan", "san-antonio")), IsOk());
  AddBoth();
  ASSERT_THAT(Add(OfferOf("zibo", "o", "gowns", 50)), IsOk());
  ASSERT_THAT(Add(OfferOf("jinan", "o", "gowns", 20)), IsOk());
  Run();
  ASSERT_THAT(Pairings(), SizeIs(1));
  const auto why = Why(Pairings()[0].name);
  ASSERT_THAT(why, IsOk());
  const int tier = static_cast<int>(Now(need_).urgency) - 1;
  EXPECT_EQ(why->chosen.edge.donor, PlaceNamed("wuxi"));
  EXPECT_TRUE(why->chosen.edge.paired);
  EXPECT_EQ(why->chosen.edge.slack, TierPoints{});
  EXPECT_EQ(why->chosen.edge.value[tier], 60 * kPoint);
  ASSERT_TRUE(why->chosen.cost.has_value());
  EXPECT_EQ((*why->chosen.cost)[tier], 10 * kPoint) << "zibo steps in";
  EXPECT_THAT(why->donor_alternatives, IsEmpty());
  ASSERT_THAT(why->recipient_alternatives, SizeIs(2));
  const Candidate& runner_up = why->recipient_alternatives[0];
  EXPECT_EQ(runner_up.edge.donor, PlaceNamed("zibo"));
  EXPECT_FALSE(runner_up.edge.paired);
  ASSERT_TRUE(runner_up.cost.has_value());
  EXPECT_EQ((*runner_up.cost)[tier], 10 * kPoint);
  EXPECT_GE(*runner_up.cost, runner_up.edge.slack);
  const Candidate& last = why->recipient_alternatives[1];
  EXPECT_EQ(last.edge.donor, PlaceNamed("jinan"));
  EXPECT_EQ((*last.cost)[tier], 40 * kPoint);
}

// Wuxi would do more for Zibo, but then nobody helps San Antonio.
TEST_F(Answers, TheCostIsThatOfTheWholeStage) {
  ASSERT_THAT(Add(Sisters("lnk-2", "zibo", "wuxi")), IsOk());
  ASSERT_THAT(Add(Sisters("lnk-3", "zibo", "san-antonio")), IsOk());
  ASSERT_THAT(Add(City("jinan")), IsOk());
  ASSERT_THAT(Add(Sisters("lnk-4", "jinan", "zibo")), IsOk());
  AddBoth();
  ASSERT_THAT(Add(NeedOf("zibo", "n", "gowns", 100)), IsOk());
  ASSERT_THAT(Add(OfferOf("jinan", "o", "gowns", 50)), IsOk());
  Run();
  ASSERT_THAT(Pairings(), SizeIs(2));
  const model::Pairing pairing =
      Pairings()[0].donor == PlaceNamed("wuxi") ? Pairings()[0] : Pairings()[1];
  EXPECT_EQ(pairing.recipient, PlaceNamed("san-antonio"));
  const auto why = Why(pairing.name);
  ASSERT_THAT(why, IsOk());
  const int tier = static_cast<int>(Now(need_).urgency) - 1;
  ASSERT_THAT(why->donor_alternatives, SizeIs(1));
  EXPECT_EQ(why->donor_alternatives[0].edge.recipient, PlaceNamed("zibo"));
  EXPECT_EQ(why->donor_alternatives[0].edge.value[tier], 60 * kPoint);
  EXPECT_EQ((*why->donor_alternatives[0].cost)[tier], 50 * kPoint)
      << "what Jinan gave Zibo is lost";
}

// San Antonio is paired with Wuxi. Jinan has less for it and gets something
// from it; Zibo has more than Jinan, but gets nothing; Erie only gets.
class MutualAnswers : public Answers {
 protected:
  PairingExplanation WhyWuxi(bool allow_one_way) {
    model::Scheme scheme = Default();
    scheme.policy.shape = model::Shape::kMutual;
    scheme.policy.allow_one_way = allow_one_way;
    scheme.policy.pool = model::Pool::kNone;
    EXPECT_THAT(Do([&](Mutation& m) { return UpdateScheme(m, scheme, ""); }),
                IsOk());
    for (const char* city : {"jinan", "erie"}) {
      EXPECT_THAT(Add(City(city)), IsOk());
    }
    for (const char* city : {"zibo", "jinan", "erie"}) {
      EXPECT_THAT(Add(Sisters(absl::StrCat("to-", city), city, "san-antonio")),
                  IsOk());
    }
    AddBoth();  // San Antonio: 100 gowns; Wuxi: 60
    EXPECT_THAT(Add(OfferOf("zibo", "o", "gowns", 50)), IsOk());
    EXPECT_THAT(Add(OfferOf("jinan", "o", "gowns", 20)), IsOk());
    EXPECT_THAT(Add(OfferOf("san-antonio", "o", "masks", 10)), IsOk());
    EXPECT_THAT(Add(NeedOf("wuxi", "n", "masks", 10)), IsOk());
    EXPECT_THAT(Add(NeedOf("jinan", "n", "masks", 20)), IsOk());
    EXPECT_THAT(Add(NeedOf("erie", "n", "masks", 40)), IsOk());
    Run();
    for (const model::Pairing& pairing : Pairings()) {
      if (pairing.donor != PlaceNamed("wuxi")) continue;
      const auto why = Why(pairing.name);
      EXPECT_THAT(why, IsOk());
      return *why;
    }
    ADD_FAILURE() << "Wuxi is not paired";
    return {};
  }
  static std::int64_t Percent(const std::optional<model::TierPoints>& value) {
    std::int64_t sum = 0;
    for (const std::int64_t points : *value) sum += points;
    return sum / kPoint;
  }
};

TEST_F(MutualAnswers, AreOfBothDirectionsWithWhatTheyWouldCost) {
  const PairingExplanation why = WhyWuxi(false);
  EXPECT_EQ(why.chosen.kind, model::StageKind::kMutual);
  EXPECT_EQ(Percent(why.chosen.pair_value), 60 + 100);
  EXPECT_EQ(Percent(why.chosen.cost), 160 - 70) << "with Jinan instead";
  EXPECT_THAT(why.donor_alternatives, IsEmpty());
  ASSERT_THAT(why.recipient_alternatives, SizeIs(1))
      << "one way is no pair here";
  const Candidate& jinan = why.recipient_alternatives[0];
  EXPECT_EQ(jinan.edge.donor, PlaceNamed("jinan"));
  EXPECT_EQ(jinan.edge.recipient, PlaceNamed("san-antonio"));
  EXPECT_EQ(Percent(jinan.pair_value), 20 + 50);
  EXPECT_EQ(Percent(jinan.cost), 160 - 70);
}

TEST_F(MutualAnswers, AreOfEitherDirectionWhereOneWayIsAllowed) {
  const PairingExplanation why = WhyWuxi(true);
  ASSERT_THAT(why.recipient_alternatives, SizeIs(3));
  EXPECT_EQ(why.recipient_alternatives[0].edge.donor, PlaceNamed("jinan"));
  EXPECT_EQ(Percent(why.recipient_alternatives[0].pair_value), 70);
  EXPECT_EQ(why.recipient_alternatives[1].edge.donor, PlaceNamed("zibo"));
  EXPECT_EQ(Percent(why.recipient_alternatives[1].pair_value), 50);
  const Candidate& erie = why.recipient_alternatives[2];
  EXPECT_EQ(erie.edge.donor, PlaceNamed("san-antonio"));
  EXPECT_EQ(erie.edge.recipient, PlaceNamed("erie"));
  EXPECT_EQ(Percent(erie.pair_value), 25);
  EXPECT_EQ(Percent(erie.cost), 160 - 25);
}

TEST_F(Answers, AnUnknownPairingIsNotFound) {
  EXPECT_THAT(Why({model::SchemeId::Trusted("default"),
                   model::PairingId::Trusted("none")}),
              Refused(kMissing, "PAIRING_NOT_FOUND"));
}

TEST_F(Answers, ANeedIsToldWhatItGotAndWhyNotTheRest) {
  AddBoth();
  const model::Round round = Run();
  const auto why = Why(round.name, need_);
  ASSERT_THAT(why, IsOk());
  EXPECT_EQ(why->outcome, NeedOutcome::kPartlyCovered);
  EXPECT_EQ(why->proposed, BaseUnits(60));
  EXPECT_THAT(why->matches, ElementsAre(Matches()[0]));
  ASSERT_TRUE(why->unmet.has_value());
  EXPECT_EQ(why->unmet->quantity, BaseUnits(40));
  EXPECT_EQ(why->unmet->reason, model::UnmetReason::kStockUsedUp);
  EXPECT_THAT(why->pairings, ElementsAre(Pairings()[0]));
  EXPECT_THAT(why->stale, IsEmpty());
}

TEST_F(Answers, ANeedMayBeCoveredWholeOrNotAtAllOrCameLater) {
  AddBoth();
  ASSERT_THAT(Add(NeedOf("san-antonio", "small", "masks", 1)), IsOk());
  ASSERT_THAT(Add(OfferOf("wuxi", "masks", "masks", 1)), IsOk());
  ASSERT_THAT(Add(NeedOf("zibo", "alone", "masks", 1)), IsOk());
  const model::Round round = Run();
  ASSERT_THAT(Add(NeedOf("zibo", "later", "masks", 1)), IsOk());
  const auto outcome = [&](const char* place, const char* id) {
    return Why(round.name, NeedOf(place, id, "", 1).name).value().outcome;
  };
  EXPECT_EQ(outcome("san-antonio", "small"), NeedOutcome::kCovered);
  EXPECT_EQ(outcome("zibo", "alone"), NeedOutcome::kNotCovered);
  EXPECT_EQ(outcome("zibo", "later"), NeedOutcome::kNotInRound);
}

TEST_F(Answers, WhatWentStaleIsToldToItsNeed) {
  AddBoth();
  const model::Round round = Run([&](const planning::PlanInput& input) {
    EXPECT_THAT(Do([](Mutation& m) {
                  Adjustment adjustment;
                  adjustment.quantity = model::Units(1);
                  return AdjustOffer(m, OfferOf("wuxi", "o", "", 1).name, "",
                                     adjustment);
                }),
                IsOk());
    return planning::MakePlan(input);
  });
  const auto why = Why(round.name, need_);
  ASSERT_THAT(why, IsOk());
  EXPECT_EQ(why->outcome, NeedOutcome::kNotCovered);
  ASSERT_THAT(why->stale, SizeIs(1));
  EXPECT_EQ(why->stale[0].why, "NOT_ENOUGH_AVAILABLE");
}

TEST_F(Answers, ANeedIsNotExplainedByARoundWithoutResultOrThatIsNotThere) {
  AddBoth();
  EXPECT_THAT(Why(Round("none").name, need_),
              Refused(kMissing, "ROUND_NOT_FOUND"));
  ASSERT_THAT(Start(Round("running")), IsOk());
  EXPECT_THAT(Why(Round("running").name, need_),
              Refused(kPrecondition, "ROUND_WITHOUT_RESULT"));
  EXPECT_THAT(Why(Round("running").name, NeedOf("zibo", "none", "", 1).name),
              Refused(kMissing, "NEED_NOT_FOUND"));
}

TEST_F(Answers, TheFirstRoundGainsEverything) {
  AddBoth();
  const model::Round round = RunLater();
  const auto compared = Compare(round.name);
  ASSERT_THAT(compared, IsOk());
  EXPECT_EQ(compared->round, round);
  EXPECT_EQ(compared->base, std::nullopt);
  EXPECT_THAT(Names(compared->gained), ElementsAre("wuxi>san-antonio"));
  EXPECT_EQ(compared->gained[0].before, std::nullopt);
  EXPECT_THAT(compared->lost, IsEmpty());
  ASSERT_THAT(compared->unmet_gained, SizeIs(1));
  EXPECT_EQ(compared->unmet_gained[0].after, BaseUnits(40));
  EXPECT_EQ(compared->unmet_gained[0].reason, model::UnmetReason::kStockUsedUp);
}

TEST_F(Answers, ARoundIsComparedWithTheLastThatSucceeded) {
  ASSERT_THAT(Add(Sisters("lnk-2", "zibo", "san-antonio")), IsOk());
  AddBoth();
  const model::Round first = RunLater();
  // A failed round in between is passed over.
  Run([](const planning::PlanInput&) -> absl::StatusOr<planning::Plan> {
    return absl::ResourceExhaustedError("too big");
  });
  ASSERT_THAT(Accept(Matches()[0].id), IsOk());
  clock_.Advance(absl::Hours(1));
  ASSERT_THAT(End(Pairings()[0].name), IsOk());
  ASSERT_THAT(Add(OfferOf("zibo", "o", "gowns", 40)), IsOk());
  ASSERT_THAT(Add(NeedOf("wuxi", "w", "masks", 2)), IsOk());
  const model::Round second = RunLater();
  const auto compared = Compare(second.name);
  ASSERT_THAT(compared, IsOk());
  ASSERT_TRUE(compared->base.has_value());
  EXPECT_EQ(compared->base->name, first.name);
  EXPECT_THAT(Names(compared->gained), ElementsAre("zibo>san-antonio"));
  EXPECT_THAT(Names(compared->lost), ElementsAre("wuxi>san-antonio"));
  EXPECT_THAT(compared->changed, IsEmpty());
  ASSERT_THAT(compared->unmet_gained, SizeIs(1));
  EXPECT_EQ(compared->unmet_gained[0].need.parent, PlaceNamed("wuxi"));
  ASSERT_THAT(compared->unmet_lost, SizeIs(1));
  EXPECT_EQ(compared->unmet_lost[0].need, need_);
  EXPECT_EQ(compared->unmet_lost[0].before, BaseUnits(40));
  EXPECT_EQ(compared->unmet_lost[0].reason, std::nullopt);
  // The other way round, gains are losses.
  const auto back = Compare(first.name, second.name);
  ASSERT_THAT(back, IsOk());
  EXPECT_THAT(Names(back->gained), ElementsAre("wuxi>san-antonio"));
  EXPECT_THAT(Names(back->lost), ElementsAre("zibo>san-antonio"));
}

TEST_F(Answers, APairingThatStandsIsNeitherGainedNorLost) {
  AddBoth();
  RunLater();
  ASSERT_THAT(Accept(Matches()[0].id), IsOk());
  ASSERT_THAT(Add(OfferOf("wuxi", "more", "gowns", 30)), IsOk());
  const auto compared = Compare(RunLater().name);
  ASSERT_THAT(compared, IsOk());
  EXPECT_THAT(compared->gained, IsEmpty());
  EXPECT_THAT(compared->lost, IsEmpty());
  ASSERT_THAT(Names(compared->changed), ElementsAre("wuxi>san-antonio"));
  // Points are shares of what was open: 60 of 100, then 30 of 40.
  const int tier = static_cast<int>(Now(need_).urgency) - 1;
  EXPECT_EQ((*compared->changed[0].before)[tier], 60 * kPoint);
  EXPECT_EQ((*compared->changed[0].after)[tier],
            30 * ((std::int64_t{1} << 44) / 40));
  ASSERT_THAT(compared->unmet_changed, SizeIs(1));
  EXPECT_EQ(compared->unmet_changed[0].before, BaseUnits(40));
  EXPECT_EQ(compared->unmet_changed[0].after, BaseUnits(10));
}

TEST_F(Answers, RoundsOfTwoSchemesOrWithoutResultAreNotCompared) {
  AddBoth();
  const model::Round round = RunLater();
  const model::RoundName elsewhere = {model::SchemeId::Trusted("other"),
                                      round.name.child};
  EXPECT_THAT(Compare(round.name, elsewhere),
              Refused(kInvalid, "INVALID_VALUE"));
  EXPECT_THAT(Compare(round.name, Round("none").name),
              Refused(kMissing, "ROUND_NOT_FOUND"));
  ASSERT_THAT(Start(Round("running")), IsOk());
  EXPECT_THAT(Compare(Round("running").name),
              Refused(kPrecondition, "ROUND_WITHOUT_RESULT"));
  EXPECT_THAT(Compare(round.name, Round("running").name),
              Refused(kPrecondition, "ROUND_WITHOUT_RESULT"));
}

}  // namespace
}  // namespace twinaid::core
