// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The world with one need and one offer, and matches between them.
#ifndef TWINAID_TESTS_SERVICE_CORE_ASSISTANCE_WORLD_H_
#define TWINAID_TESTS_SERVICE_CORE_ASSISTANCE_WORLD_H_

#include <string>
#include <vector>

#include "tests/service/core/world.h"

namespace twinaid::core {

// A need of 100 gowns in San Antonio, an offer of 100 in Wuxi.
class Assistance : public World {
 protected:
  Assistance() {
    EXPECT_THAT(Add(NeedOf("san-antonio", "n", "gowns", 100)), IsOk());
    EXPECT_THAT(Add(OfferOf("wuxi", "o", "gowns", 100)), IsOk());
  }
  model::MatchId Propose(std::int64_t quantity) {
    const auto match = Add(ByHand(need_, offer_, quantity));
    EXPECT_THAT(match, IsOk());
    return match->id;
  }
  model::MatchId Accepted(std::int64_t quantity) {
    const model::MatchId id = Propose(quantity);
    EXPECT_THAT(Accept(id), IsOk());
    return id;
  }
  absl::StatusOr<model::Match> Close(const model::MatchId& id,
                                     model::Reason reason) {
    NewReceipt receipt;
    receipt.close = true;
    receipt.close_reason = reason;
    return Do([&](Mutation& m) { return ReceiveMatch(m, id, "", receipt); });
  }
  absl::StatusOr<model::Match> Cancel(const model::MatchId& id) {
    return Do([&](Mutation& m) {
      return CancelMatch(m, id, "", model::Reason::kCustoms, "");
    });
  }
  // A need or offer beside the two of the fixture, and their match by hand.
  absl::StatusOr<model::Match> Join(const model::Need& need,
                                    const model::Offer& offer) {
    EXPECT_THAT(Add(need), IsOk());
    EXPECT_THAT(Add(offer), IsOk());
    return Add(ByHand(need.name, offer.name, 1));
  }
  void ExpectNeed(std::int64_t proposed, std::int64_t committed,
                  std::int64_t in_transit, std::int64_t received) {
    const model::NeedTallies expected = {
        model::BaseUnits(proposed), model::BaseUnits(committed),
        model::BaseUnits(in_transit), model::BaseUnits(received)};
    EXPECT_EQ(Now(need_).tallies, expected);
  }
  void ExpectOffer(std::int64_t proposed, std::int64_t committed,
                   std::int64_t dispatched) {
    const model::OfferTallies expected = {model::BaseUnits(proposed),
                                          model::BaseUnits(committed),
                                          model::BaseUnits(dispatched)};
    EXPECT_EQ(Now(offer_).tallies, expected);
  }
  static model::Missing Part(std::int64_t quantity, model::Reason reason) {
    return {model::BaseUnits(quantity), reason, ""};
  }

  const model::NeedName need_ = NeedOf("san-antonio", "n", "gowns", 1).name;
  const model::OfferName offer_ = OfferOf("wuxi", "o", "gowns", 1).name;
};

}  // namespace twinaid::core

#endif  // TWINAID_TESTS_SERVICE_CORE_ASSISTANCE_WORLD_H_
