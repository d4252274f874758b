// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The checker's own view of what may go where and what a pair is worth. It
// shares no code with the solver, on purpose.

#ifndef TWINAID_MATCHER_CHECK_PAIR_H_
#define TWINAID_MATCHER_CHECK_PAIR_H_

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "matcher/instance.h"
#include "matcher/solution.h"

namespace twinaid::matcher {

// Facts of an instance that the checks ask again and again. Borrows it.
class CheckFacts {
 public:
  explicit CheckFacts(const Instance& instance);

  const Instance& instance() const { return instance_; }
  std::int64_t PointsOf(NeedIndex need) const;
  // What a base unit of the need presses by the tier rule of the instance.
  UrgencyPrice PressureOf(NeedIndex need) const;
  // The weight of a tie of this worth by the tier rule of the instance.
  Weight WeighingOf(const PairValue& worth, const Tie& tie) const;
  const std::vector<NeedIndex>& NeedsAt(PlaceIndex place) const;
  const std::vector<OfferIndex>& OffersAt(PlaceIndex place) const;

  // Percent; -1 where the offered item cannot stand in at all.
  std::int32_t QualityOf(NeedIndex need, OfferIndex offer) const;

  // What keeps the offer from the need over a tie; kStockUsedUp: nothing.
  UnmetReason Obstacle(NeedIndex need, OfferIndex offer,
                       std::int32_t transit_days) const;

  // The worth of the tie: maximum flows to ever more needs, the most urgent
  // first; each flow's growth goes to the need that was added.
  PairValue WorthOf(const Tie& tie) const;

 private:
  const Instance& instance_;
  std::map<std::pair<ItemIndex, ItemIndex>, std::int32_t> quality_;
  std::set<std::pair<NeedIndex, OfferIndex>> excluded_;
  std::vector<std::int64_t> points_;
  std::vector<std::vector<NeedIndex>> needs_;
  std::vector<std::vector<OfferIndex>> offers_;
};

// Checks the flows of a pair against its prices. Returns what is wrong, "" if
// nothing is. `flows` are those between its two places.
std::string CheckPairProof(const CheckFacts& facts, const Pair& pair,
                           const std::vector<Flow>& flows);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_CHECK_PAIR_H_
