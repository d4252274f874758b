// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/check_unmet.h"

#include <algorithm>
#include <cstddef>
#include <span>

namespace twinaid::matcher {
namespace {

std::size_t Pos(std::int32_t index) { return static_cast<std::size_t>(index); }

// `pair` is that of the tie, null if it has none.
UnmetReason ReasonOf(const CheckFacts& facts, NeedIndex n, OfferIndex o,
                     const Tie& tie, const Pair* pair) {
  const UnmetReason obstacle = facts.Obstacle(n, o, tie.transit_days);
  if (obstacle != UnmetReason::kStockUsedUp) return obstacle;
  if (pair == nullptr) return UnmetReason::kPlaceNotPaired;
  return std::binary_search(pair->dropped_offers.begin(),
                            pair->dropped_offers.end(), o)
             ? UnmetReason::kMinimumLot
             : UnmetReason::kStockUsedUp;
}

// Raises the reasons of the needs of a cell by the offers of the donor.
void Raise(const CheckFacts& facts, const CheckCell& needs, const Tie& tie,
           const Pair* pair, const std::vector<std::int64_t>& left,
           std::vector<UnmetReason>& reasons) {
  const UnmetReason nearest = pair == nullptr ? UnmetReason::kPlaceNotPaired
                                              : UnmetReason::kStockUsedUp;
  const std::span<const CheckCell> cells = facts.OfferCellsAt(tie.donor);
  for (const NeedIndex n : facts.NeedsIn(needs)) {
    UnmetReason& reason = reasons[Pos(n)];
    if (left[Pos(n)] == 0) continue;
    reason = std::max(reason, UnmetReason::kNoOffer);
    // Cells of the group follow each other, one a currency.
    for (const CheckCell& cell : cells) {
      if (cell.group != needs.group) continue;
      for (const OfferIndex o : facts.OffersIn(cell)) {
        if (reason >= nearest) break;
        reason = std::max(reason, ReasonOf(facts, n, o, tie, pair));
      }
    }
  }
}

}  // namespace

std::vector<UnmetReason> CheckedReasons(const CheckFacts& facts,
                                        const std::vector<const Pair*>& pair_of,
                                        const std::vector<std::int64_t>& left) {
  const Instance& instance = facts.instance();
  std::vector<UnmetReason> reasons(left.size(), UnmetReason::kNoTie);
  for (std::size_t t = 0; t < instance.ties.size(); ++t) {
    const Tie& tie = instance.ties[t];
    const Pair* pair = pair_of[Pos(tie.recipient)];
    if (pair != nullptr && pair->tie != static_cast<TieIndex>(t)) {
      pair = nullptr;
    }
    for (const CheckCell& needs : facts.NeedCellsAt(tie.recipient)) {
      Raise(facts, needs, tie, pair, left, reasons);
    }
  }
  return reasons;
}

}  // namespace twinaid::matcher
