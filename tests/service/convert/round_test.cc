// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a round answers, as the contract has it.
#include "service/convert/round.h"

#include <gmock/gmock.h>

#include "service/convert/plan.h"
#include "tests/support/proto_matchers.h"

namespace twinaid::convert {
namespace {

model::PlaceId P(const char* id) { return model::PlaceId::Trusted(id); }
model::NeedName N(const char* id) {
  return {P("p"), model::NeedId::Trusted(id)};
}
model::OfferName O(const char* id) {
  return {P("q"), model::OfferId::Trusted(id)};
}

TEST(RoundToProto, HasFairnessAndExtraCapacity) {
  model::Round round;
  round.fairness = {4,
                    1,
                    {{"kit", 10, 3}},
                    6,
                    1500,
                    std::nullopt,
                    model::OrderFigures{{"123456789012345678901"}, 1, 2, 3, 4}};
  round.extra_capacity = {3, 2, {P("a")}, 1, {{P("b"), 1}}};
  round.certificate = {
      {model::StageKind::kPool, 2, 3, 4, 5, {"6"}, {"6"}, true, {}, {}}};
  const v1::Round proto = ToProto(round, model::Language::kEnglish);
  EXPECT_THAT(proto.fairness(), EqualsProto(R"pb(
                critical_needs: 4
                critical_without: 1
                units { unit: "kit" needed: 10 proposed: 3 }
                most_matches_of_a_donor: 6
                matches_per_donor_permille: 1500
                fair {
                  points: "123456789012345678901"
                  needs_fully: 1
                  needs_without: 2
                  min_place_permille: 3
                  median_place_permille: 4
                })pb"));
  EXPECT_THAT(proto.extra_capacity(), EqualsProto(R"pb(
                recipients: 3
                most_coverable: 2
                uncovered: "places/a"
                extra: 1
                more { donor: "places/b" recipients: 1 })pb"));
  ASSERT_EQ(proto.certificate_size(), 1);
  EXPECT_THAT(proto.certificate(0), EqualsProto(R"pb(
                kind: POOL
                rung: 2
                pass: 3
                pairs: 4
                edges_checked: 5
                primal: "6"
                dual: "6"
                verified: true)pb"));
}

TEST(RoundToProto, TellsWhyItFailedInTheLanguageOfTheReader) {
  model::Round round;
  round.failure = {"STORE_FULL", "no room", "空间已满"};
  const v1::Round english = ToProto(round, model::Language::kEnglish);
  EXPECT_EQ(english.failure(), "no room");
  EXPECT_EQ(english.failure_reason(), "STORE_FULL");
  const v1::Round chinese = ToProto(round, model::Language::kChinese);
  EXPECT_EQ(chinese.failure(), "空间已满");
  EXPECT_EQ(chinese.failure_reason(), "STORE_FULL");
}

TEST(RoundToProto, TellsHowLongAStageTookIfSomebodyMeasured) {
  model::StageCertificate stage;
  stage.solve_time = absl::Seconds(2) + absl::Nanoseconds(3);
  stage.check_time = absl::Nanoseconds(1);
  const v1::StageCertificate proto = ToProto(stage);
  EXPECT_EQ(proto.solve_time().seconds(), 2);
  EXPECT_EQ(proto.solve_time().nanos(), 3);
  EXPECT_EQ(proto.check_time().seconds(), 0);
  EXPECT_EQ(proto.check_time().nanos(), 1);
  const v1::StageCertificate unmeasured = ToProto(model::StageCertificate{});
  EXPECT_FALSE(unmeasured.has_solve_time());
  EXPECT_FALSE(unmeasured.has_check_time());
}

TEST(RoundToProto, TellsTheClosedSetOfAnUnmetNeed) {
  const model::UnmetNeed unmet = {
      {},
      N("n"),
      model::BaseUnits(7),
      model::UnmetReason::kStockUsedUp,
      {{O("o"), model::BaseUnits(5), {{N("first"), model::BaseUnits(5)}}}},
      40};
  EXPECT_THAT(ToProto(unmet), EqualsProto(R"pb(
                need: "places/p/needs/n"
                quantity: 7
                reason: STOCK_USED_UP
                closed {
                  offer: "places/q/offers/o"
                  available: 5
                  serves { need: "places/p/needs/first" quantity: 5 }
                }
                closed_offers: 40)pb"));
}

TEST(PlanToProto, TellsTheStageOfEachPairingAndWhatIsPooled) {
  planning::Plan plan;
  plan.certificate.resize(2);
  plan.certificate[1].kind = model::StageKind::kMutual;
  plan.certificate[1].pass = 2;
  planning::PlannedPairing pairing;
  pairing.donor = P("q");
  pairing.recipient = P("p");
  pairing.stage = 1;
  pairing.pair = 3;
  plan.pairings = {pairing};
  planning::PlannedMatch match;
  match.need = N("n");
  match.offer = O("o");
  match.need_item = match.offer_item = model::ItemId::Trusted("i");
  match.pooled = true;
  plan.matches = {match};
  const v1::Plan proto = ToProto(plan);
  ASSERT_EQ(proto.pairings_size(), 1);
  EXPECT_EQ(proto.pairings(0).kind(), v1::StageCertificate::MUTUAL);
  EXPECT_EQ(proto.pairings(0).pass(), 2);
  EXPECT_EQ(proto.pairings(0).pair(), 3);
  ASSERT_EQ(proto.matches_size(), 1);
  EXPECT_TRUE(proto.matches(0).pooled());
}

}  // namespace
}  // namespace twinaid::convert
