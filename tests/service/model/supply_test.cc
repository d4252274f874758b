// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The states of needs and offers follow from their quantities.
#include <gtest/gtest.h>

#include "service/model/currency.h"
#include "service/model/errors.h"
#include "service/model/need.h"
#include "service/model/offer.h"
#include "tests/support/status_matchers.h"

namespace twinaid::model {
namespace {

Need NeedOf(std::int64_t proposed, std::int64_t committed,
            std::int64_t in_transit, std::int64_t received) {
  Need need;
  need.name = {PlaceId::Trusted("p"), NeedId::Trusted("n")};
  need.total = BaseUnits(10);
  need.tallies = {BaseUnits(proposed), BaseUnits(committed),
                  BaseUnits(in_transit), BaseUnits(received)};
  return need;
}

TEST(NeedStateTest, FollowsFromTheQuantities) {
  EXPECT_EQ(NeedOf(0, 0, 0, 0).state(), NeedState::kOpen);
  EXPECT_EQ(NeedOf(10, 0, 0, 0).state(), NeedState::kOpen);
  EXPECT_EQ(NeedOf(0, 1, 0, 0).state(), NeedState::kPartiallyCovered);
  EXPECT_EQ(NeedOf(0, 4, 3, 3).state(), NeedState::kCovered);
  EXPECT_EQ(NeedOf(0, 0, 0, 10).state(), NeedState::kFulfilled);
  Need closed = NeedOf(0, 0, 0, 2);
  closed.closed = Closed::kWithdrawn;
  EXPECT_EQ(closed.state(), NeedState::kWithdrawn);
  EXPECT_EQ(closed.open_to_matching().value(), 0);
  closed.closed = Closed::kExpired;
  EXPECT_EQ(closed.state(), NeedState::kExpired);
}

TEST(NeedStateTest, OutstandingAndOpenAreWhatIsLeft) {
  const Need need = NeedOf(2, 1, 1, 1);
  EXPECT_EQ(need.covered().value(), 3);
  EXPECT_EQ(need.outstanding().value(), 7);
  EXPECT_EQ(need.open_to_matching().value(), 5);
}

TEST(NeedStateTest, ABrokenTallyIsFound) {
  EXPECT_THAT(CheckInvariants(NeedOf(5, 5, 0, 0)), IsOk());
  for (const Need& need :
       {NeedOf(-1, 0, 0, 0), NeedOf(0, -1, 0, 0), NeedOf(0, 0, -1, 0),
        NeedOf(0, 0, 0, -1), NeedOf(6, 5, 0, 0), NeedOf(0, 5, 3, 3)}) {
    EXPECT_EQ(ReasonOf(CheckInvariants(need)), "BROKEN_INVARIANT");
  }
}

Offer OfferOf(std::int64_t proposed, std::int64_t committed,
              std::int64_t dispatched) {
  Offer offer;
  offer.name = {PlaceId::Trusted("p"), OfferId::Trusted("o")};
  offer.total = BaseUnits(10);
  offer.tallies = {BaseUnits(proposed), BaseUnits(committed),
                   BaseUnits(dispatched)};
  return offer;
}

TEST(OfferStateTest, FollowsFromTheQuantities) {
  EXPECT_EQ(OfferOf(0, 0, 0).state(), OfferState::kOpen);
  EXPECT_EQ(OfferOf(10, 0, 0).state(), OfferState::kOpen);
  EXPECT_EQ(OfferOf(0, 1, 0).state(), OfferState::kCommitted);
  EXPECT_EQ(OfferOf(0, 4, 6).state(), OfferState::kExhausted);
  EXPECT_EQ(OfferOf(1, 2, 3).available().value(), 4);
  for (const Offer& offer : {OfferOf(-1, 0, 0), OfferOf(0, -1, 0),
                             OfferOf(0, 0, -1), OfferOf(4, 4, 4)}) {
    EXPECT_EQ(ReasonOf(CheckInvariants(offer)), "BROKEN_INVARIANT");
  }
}

TEST(CurrencyTest, KnowsTheMinorUnitsOfIso4217) {
  EXPECT_EQ(CurrencyExponent("CNY"), 2);
  EXPECT_EQ(CurrencyExponent("USD"), 2);
  EXPECT_EQ(CurrencyExponent("JPY"), 0);
  EXPECT_EQ(CurrencyExponent("KWD"), 3);
  EXPECT_EQ(CurrencyExponent("cny"), std::nullopt);
  EXPECT_EQ(CurrencyExponent("XXX"), std::nullopt);
  EXPECT_EQ(CurrencyExponent(""), std::nullopt);
}

}  // namespace
}  // namespace twinaid::model
