// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/unmet.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <tuple>

#include "matcher/compatibility.h"

namespace twinaid::matcher {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

// Positions of records by place.
struct ByPlace {
  std::vector<std::int32_t> begin;  // by place
  std::vector<std::int32_t> record;
};

// `place_of` tells the place of each of `count` records, -1 to leave it out.
template <typename PlaceOf>
ByPlace GroupByPlace(std::int32_t places, std::size_t count,
                     const PlaceOf& place_of) {
  ByPlace by_place;
  std::vector<std::int32_t> next(At(places) + 1, 0);
  for (std::size_t i = 0; i < count; ++i) {
    if (const PlaceIndex p = place_of(i); p >= 0) ++next[At(p) + 1];
  }
  for (std::size_t p = 1; p < next.size(); ++p) next[p] += next[p - 1];
  by_place.begin = next;
  by_place.record.resize(At(next.back()));
  for (std::size_t i = 0; i < count; ++i) {
    const PlaceIndex p = place_of(i);
    if (p < 0) continue;
    by_place.record[At(next[At(p)]++)] = static_cast<std::int32_t>(i);
  }
  return by_place;
}

// Finds the reason of every need with something left. Reasons only rise: each
// step asks about those that it could raise.
class Reasons {
 public:
  Reasons(const Instance& instance, const Shelves& shelves,
          const std::vector<Pair>& pairs, const std::vector<std::int64_t>& left)
      : instance_(instance),
        shelves_(shelves),
        left_(left),
        ties_(GroupByPlace(
            instance.places, instance.ties.size(),
            [&](std::size_t t) { return instance.ties[t].recipient; })),
        pair_of_(At(instance.places), nullptr),
        reasons_(instance.needs.size(), UnmetReason::kNoTie) {
    for (const Pair& pair : pairs) pair_of_[At(pair.recipient)] = &pair;
  }

  std::vector<UnmetReason> Find() {
    for (PlaceIndex p = 0; p < instance_.places; ++p) {
      if (pair_of_[At(p)] != nullptr) LookAtPair(*pair_of_[At(p)]);
      for (std::int32_t i = ties_.begin[At(p)]; i < ties_.begin[At(p) + 1];
           ++i) {
        LookAtTie(ties_.record[At(i)]);
      }
    }
    LookAtObstacles();
    return std::move(reasons_);
  }

 private:
  void Raise(NeedIndex n, UnmetReason reason) {
    reasons_[At(n)] = std::max(reasons_[At(n)], reason);
  }

  // Calls `visit` with the need, the cell of the offers and those of them that
  // can serve it, for all needs left over a tie whose reason is below `below`
  // and that some offer can serve.
  template <typename Visit>
  void ForServable(const Tie& tie, UnmetReason below, const Visit& visit) {
    for (const NeedCell& needs : shelves_.NeedCells(tie.recipient)) {
      const OfferCell* const cell =
          shelves_.FindOfferCell(tie.donor, needs.family);
      if (cell == nullptr) continue;
      rows_.resize(cell->words());
      for (NeedRowIndex row = needs.begin; row < needs.end; ++row) {
        const NeedIndex n = shelves_.need_index(row);
        if (left_[At(n)] == 0 || reasons_[At(n)] >= below) continue;
        if (shelves_.Candidates(*cell, row, tie.recipient, tie.transit_days,
                                rows_)) {
          visit(n, *cell);
        }
      }
    }
  }

  void LookAtPair(const Pair& pair) {
    const Tie& tie = instance_.ties[At(pair.tie)];
    ForServable(tie, UnmetReason::kStockUsedUp,
                [&](NeedIndex n, const OfferCell& cell) {
                  Raise(n, AllDropped(pair, cell) ? UnmetReason::kMinimumLot
                                                  : UnmetReason::kStockUsedUp);
                });
  }

  // Whether all of rows_ were dropped for their minimum lot.
  bool AllDropped(const Pair& pair, const OfferCell& cell) const {
    const std::vector<OfferIndex>& dropped = pair.dropped_offers;
    if (dropped.empty()) return false;
    for (std::size_t word = 0; word < rows_.size(); ++word) {
      for (RowWord left = rows_[word]; left != 0; left &= left - 1) {
        const OfferIndex o = shelves_.offer_index(
            cell.begin + static_cast<OfferRowIndex>(word) * kRowsPerWord +
            std::countr_zero(left));
        if (!std::binary_search(dropped.begin(), dropped.end(), o)) {
          return false;
        }
      }
    }
    return true;
  }

  void LookAtTie(TieIndex t) {
    const Tie& tie = instance_.ties[At(t)];
    const Pair* const pair = pair_of_[At(tie.recipient)];
    if (pair != nullptr && pair->tie == t) return;
    ForServable(tie, UnmetReason::kPlaceNotPaired,
                [&](NeedIndex n, const OfferCell&) {
                  Raise(n, UnmetReason::kPlaceNotPaired);
                });
  }

  // Why needs that no offer can serve cannot be served.
  void LookAtObstacles() {
    const Compatibility compatibility(instance_);
    const auto is_open = [&](std::size_t n) {
      return left_[n] > 0 && reasons_[n] < UnmetReason::kMinimumLot;
    };
    const ByPlace needs = GroupByPlace(
        instance_.places, instance_.needs.size(), [&](std::size_t n) {
          return is_open(n) ? instance_.needs[n].place : kNoPlace;
        });
    if (needs.record.empty()) return;
    SortOffers();
    for (std::size_t t = 0; t < instance_.ties.size(); ++t) {
      const Tie& tie = instance_.ties[t];
      for (std::int32_t i = needs.begin[At(tie.recipient)];
           i < needs.begin[At(tie.recipient) + 1]; ++i) {
        const NeedIndex n = needs.record[At(i)];
        Raise(n, UnmetReason::kNoOffer);
        JudgeOffers(compatibility, n, tie);
      }
    }
  }

  std::int32_t GroupOf(ItemIndex item) const {
    return instance_.items[At(item)].group;
  }

  void SortOffers() {
    offers_ = GroupByPlace(
        instance_.places, instance_.offers.size(), [&](std::size_t o) {
          const Offer& offer = instance_.offers[o];
          return offer.base_units > 0 ? offer.place : kNoPlace;
        });
    for (std::size_t p = 0; p + 1 < offers_.begin.size(); ++p) {
      std::sort(offers_.record.begin() + offers_.begin[p],
                offers_.record.begin() + offers_.begin[p + 1],
                [this](OfferIndex a, OfferIndex b) {
                  return GroupOf(instance_.offers[At(a)].item) <
                         GroupOf(instance_.offers[At(b)].item);
                });
    }
  }

  void JudgeOffers(const Compatibility& compatibility, NeedIndex n,
                   const Tie& tie) {
    const std::int32_t group = GroupOf(instance_.needs[At(n)].item);
    const auto end = offers_.record.begin() + offers_.begin[At(tie.donor) + 1];
    auto o = std::partition_point(
        offers_.record.begin() + offers_.begin[At(tie.donor)], end,
        [&](OfferIndex offer) {
          return GroupOf(instance_.offers[At(offer)].item) < group;
        });
    for (; o != end && reasons_[At(n)] < UnmetReason::kMinimumLot &&
           GroupOf(instance_.offers[At(*o)].item) == group;
         ++o) {
      Raise(n, compatibility.Judge(n, *o, tie.transit_days));
    }
  }

  const Instance& instance_;
  const Shelves& shelves_;
  const std::vector<std::int64_t>& left_;  // by need
  const ByPlace ties_;                     // by recipient
  ByPlace offers_;                         // by donor, then group
  std::vector<const Pair*> pair_of_;       // by recipient
  std::vector<UnmetReason> reasons_;       // by need
  std::vector<RowWord> rows_;
};

}  // namespace

std::vector<Unmet> ExplainUnmet(const Instance& instance,
                                const Shelves& shelves,
                                const std::vector<Pair>& pairs,
                                const std::vector<Flow>& flows) {
  std::vector<std::int64_t> left(instance.needs.size());
  for (std::size_t n = 0; n < left.size(); ++n) {
    left[n] = instance.needs[n].base_units;
  }
  for (const Flow& flow : flows) left[At(flow.need)] -= flow.base_units;
  const std::vector<UnmetReason> reasons =
      Reasons(instance, shelves, pairs, left).Find();
  std::vector<Unmet> unmet;
  unmet.reserve(left.size() - static_cast<std::size_t>(
                                  std::count(left.begin(), left.end(), 0)));
  for (std::size_t n = 0; n < left.size(); ++n) {
    if (left[n] == 0) continue;
    unmet.push_back({static_cast<NeedIndex>(n), reasons[n], left[n]});
  }
  return unmet;
}

}  // namespace twinaid::matcher
