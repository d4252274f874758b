// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What the engine answers: pairs, flows, what stays unmet and why, and the
// certificate that the answer is optimal.

#ifndef TWINAID_MATCHER_SOLUTION_H_
#define TWINAID_MATCHER_SOLUTION_H_

#include <cstdint>
#include <vector>

#include "matcher/instance.h"
#include "matcher/mutual.h"
#include "matcher/weight.h"

namespace twinaid::matcher {

// A tie whose pair has value. `value` is that of the lexicographically best
// allocation of the donor's offers to the recipient's needs, minimum lots left
// out of account. What follows from it, points.h tells: its weight and its
// reduced cost.
struct Edge {
  TieIndex tie = 0;
  PlaceIndex donor = 0;
  PlaceIndex recipient = 0;
  PairValue value;
};

// `base_units` of an offer for a need, of the given quality in percent.
struct Flow {
  NeedIndex need = 0;
  OfferIndex offer = 0;
  std::int64_t base_units = 0;
  std::int32_t quality = 0;
};

// The price of one unit of a need or an offer in the allocation of a pair: an
// urgency (a tier and points per base unit; points 0 is no price at all), and,
// among equal coverage, quality loss (percent) and days of shelf life.
struct UrgencyPrice {
  std::int32_t tier = kTiers;
  std::int64_t points = 0;
};
struct CareCost {
  std::int64_t quality_loss = 0;
  std::int64_t shelf_days = 0;
};

struct OfferPrice {
  OfferIndex offer = 0;
  // The urgency of the need whose unsuccessful search closed the set this
  // offer is in; no price while stock is left or could be freed.
  UrgencyPrice urgency;
  CareCost care;
};
struct NeedPrice {
  NeedIndex need = 0;
  CareCost care;
};

// A donor and a recipient put together.
struct Pair {
  PlaceIndex donor = 0;
  PlaceIndex recipient = 0;
  TieIndex tie = 0;
  PairValue value;    // as at the edge
  PairValue shipped;  // of the flows; less than `value` only by minimum lots
  Weight weight;
  // Offers left out because they would have shipped below their minimum lot,
  // in ascending order. value - shipped is the gap.
  std::vector<OfferIndex> dropped_offers;
  // Prices that prove the flows optimal over the offers not dropped, ascending:
  // of every offer with nothing left and of every need that gets something, as
  // far as they could go together. An offer with stock left has no price.
  std::vector<OfferPrice> offer_prices;
  std::vector<NeedPrice> need_prices;
};

// Why a need is not fully met. Where several would do, the one nearest to
// being met: kStockUsedUp first, then from kMinimumLot down to kNoOffer.
enum class UnmetReason : std::uint8_t {
  kNoTie,                  // no tie leads to the place on this rung
  kNoOffer,                // no counterpart offers the item or a relative
  kSubstituteNotAccepted,  // only other items of the group are offered
  kCurrency,               // only other currencies are offered
  kQuality,                // below the quality asked for
  kDirectedElsewhere,      // meant for another place
  kDeclinedTogether,       // declined before
  kOfferWindow,            // cannot leave before it is withdrawn
  kTooLate,                // would arrive after the deadline
  kExpiresBeforeArrival,   // would not be good on arrival
  kMinimumLot,             // below the minimum lot of the offer
  kPlaceNotPaired,         // could be served, but the place has no counterpart
  kStockUsedUp,            // the counterpart's stock went to needs of higher
                           // or equal urgency
};

struct Unmet {
  NeedIndex need = 0;
  UnmetReason reason = UnmetReason::kNoTie;
  std::int64_t base_units = 0;
};

// Proof that the pairs have maximum total weight: potentials of linear
// programming duality over the edges.
struct Certificate {
  // Counterpart shape; empty for mutual pairs.
  std::vector<Weight> donor_potential;      // by place, 0 where not an end
  std::vector<Weight> recipient_potential;  // by place
  // Mutual shapes, doubled, as MutualMatching has them; otherwise empty.
  std::vector<Weight> mutual_potential;  // by place
  std::vector<PlaceIndex> set_places;
  std::vector<OddSet<Weight>> odd_sets;
  WeightTotal pairs_total;       // sum of the weights of the pairs
  WeightTotal potentials_total;  // sum of all prices, halved where doubled
};

struct Solution {
  std::vector<Edge> edges;  // by donor, recipient, tie
  // By donor. A mutual pair stands as two of them, one a direction.
  std::vector<Pair> pairs;
  std::vector<Flow> flows;   // by need, offer
  std::vector<Unmet> unmet;  // by need, only those with something unmet
  Certificate certificate;
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_SOLUTION_H_
