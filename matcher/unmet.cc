// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/unmet.h"

#include <algorithm>
#include <cstddef>

namespace twinaid::matcher {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

// What stands between an offer that could serve and the need: nothing but
// stock in a pair, a dropped lot, or that the places are no pair.
UnmetReason Refine(UnmetReason reason, const Pair* pair, TieIndex tie,
                   OfferIndex offer) {
  if (reason != UnmetReason::kStockUsedUp) return reason;
  if (pair == nullptr || pair->tie != tie) return UnmetReason::kPlaceNotPaired;
  return std::binary_search(pair->dropped_offers.begin(),
                            pair->dropped_offers.end(), offer)
             ? UnmetReason::kMinimumLot
             : UnmetReason::kStockUsedUp;
}

}  // namespace

std::vector<Unmet> ExplainUnmet(const Instance& instance,
                                const Compatibility& compatibility,
                                const ByPlace& by_place,
                                const std::vector<Pair>& pairs,
                                const std::vector<Flow>& flows) {
  std::vector<std::int64_t> left(instance.needs.size());
  for (std::size_t n = 0; n < left.size(); ++n) {
    left[n] = instance.needs[n].base_units;
  }
  for (const Flow& flow : flows) left[At(flow.need)] -= flow.base_units;
  std::vector<const Pair*> pair_of(At(instance.places), nullptr);
  for (const Pair& pair : pairs) pair_of[At(pair.recipient)] = &pair;

  std::vector<UnmetReason> reasons(left.size(), UnmetReason::kNoTie);
  for (std::size_t t = 0; t < instance.ties.size(); ++t) {
    const Tie& tie = instance.ties[t];
    for (const NeedIndex n : by_place.needs[At(tie.recipient)]) {
      if (left[At(n)] == 0) continue;
      UnmetReason& reason = reasons[At(n)];
      reason = std::max(reason, UnmetReason::kNoOffer);
      for (const OfferIndex o : by_place.offers[At(tie.donor)]) {
        const UnmetReason judged = compatibility.Judge(n, o, tie.transit_days);
        reason = std::max(reason, Refine(judged, pair_of[At(tie.recipient)],
                                         static_cast<TieIndex>(t), o));
      }
    }
  }
  std::vector<Unmet> unmet;
  for (std::size_t n = 0; n < left.size(); ++n) {
    if (left[n] == 0) continue;
    unmet.push_back({static_cast<NeedIndex>(n), left[n], reasons[n]});
  }
  return unmet;
}

}  // namespace twinaid::matcher
