// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/unmet.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

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

// Calls `visit` with each need, in order, that the flows leave short, and with
// how many base units it lacks. Flows are by need.
template <typename Visit>
void ForShort(const Instance& instance, const std::vector<Flow>& flows,
              const Visit& visit) {
  auto flow = flows.begin();
  for (std::size_t i = 0; i < instance.needs.size(); ++i) {
    const auto n = static_cast<NeedIndex>(i);
    std::int64_t left = instance.needs[i].base_units;
    for (; flow != flows.end() && flow->need == n; ++flow) {
      left -= flow->base_units;
    }
    if (left != 0) visit(n, left);
  }
}

// Finds the reason of every need with something left. Reasons only rise: each
// step asks about those that it could raise.
class Reasons {
 public:
  Reasons(const Instance& instance, const Shelves& shelves,
          const std::vector<Pair>& pairs, const std::vector<Flow>& flows)
      : instance_(instance),
        shelves_(shelves),
        is_short_(instance.needs.size(), false),
        ties_(GroupByPlace(
            instance.places, instance.ties.size(),
            [&](std::size_t t) { return instance.ties[t].recipient; })),
        pair_of_(At(instance.places), nullptr),
        reasons_(instance.needs.size(), UnmetReason::kNoTie) {
    for (const Pair& pair : pairs) pair_of_[At(pair.recipient)] = &pair;
    ForShort(instance, flows,
             [this](NeedIndex n, std::int64_t) { is_short_[At(n)] = true; });
  }

  std::vector<UnmetReason> Find() {
    for (PlaceIndex p = 0; p < instance_.places; ++p) {
      Open(p);
      if (pair_of_[At(p)] != nullptr) LookAtPair(*pair_of_[At(p)]);
      for (const TieIndex t : TiesTo(p)) {
        if (open_.empty()) break;
        LookAtTie(t);
      }
      for (const OpenCell& cell : open_) {
        for (std::size_t i = cell.begin; i < cell.end; ++i) {
          const NeedIndex n = shelves_.need_index(open_rows_[i]);
          if (reasons_[At(n)] < UnmetReason::kMinimumLot) {
            obstructed_.push_back(n);
          }
        }
      }
    }
    if (!obstructed_.empty()) LookAtObstacles();
    return std::move(reasons_);
  }

 private:
  // The needs of one family at the place at hand that a tie could still raise.
  struct OpenCell {
    FamilyIndex family = 0;
    std::size_t begin = 0;  // in open_rows_
    std::size_t end = 0;
  };

  std::span<const TieIndex> TiesTo(PlaceIndex place) const {
    return {ties_.record.data() + ties_.begin[At(place)],
            ties_.record.data() + ties_.begin[At(place) + 1]};
  }

  void Raise(NeedIndex n, UnmetReason reason) {
    reasons_[At(n)] = std::max(reasons_[At(n)], reason);
  }

  // All needs of the place with something left.
  void Open(PlaceIndex place) {
    open_.clear();
    open_rows_.clear();
    for (const NeedCell& cell : shelves_.NeedCells(place)) {
      const std::size_t begin = open_rows_.size();
      for (NeedRowIndex row = cell.begin; row < cell.end; ++row) {
        if (is_short_[At(shelves_.need_index(row))]) open_rows_.push_back(row);
      }
      if (begin == open_rows_.size()) continue;
      open_.push_back({cell.family, begin, open_rows_.size()});
    }
  }

  // Calls `visit` with each open need that some offer can serve over the tie
  // and the cell of the offers; rows_ has those that can. Needs that no other
  // tie could raise are open no more.
  template <typename Visit>
  void ForServable(const Tie& tie, const Visit& visit) {
    for (OpenCell& open : open_) {
      const OfferCell* const cell =
          shelves_.FindOfferCell(tie.donor, open.family);
      if (cell == nullptr) continue;
      rows_.resize(cell->words());
      std::size_t kept = open.begin;
      for (std::size_t i = open.begin; i < open.end; ++i) {
        const NeedRowIndex row = open_rows_[i];
        const NeedIndex n = shelves_.need_index(row);
        if (shelves_.Candidates(*cell, row, tie.recipient, tie.transit_days,
                                rows_)) {
          visit(n, *cell);
        }
        if (reasons_[At(n)] < UnmetReason::kPlaceNotPaired) {
          open_rows_[kept++] = row;
        }
      }
      open.end = kept;
    }
    std::erase_if(open_, [](const OpenCell& c) { return c.begin == c.end; });
  }

  void LookAtPair(const Pair& pair) {
    ForServable(instance_.ties[At(pair.tie)],
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
    ForServable(tie, [&](NeedIndex n, const OfferCell&) {
      Raise(n, UnmetReason::kPlaceNotPaired);
    });
  }

  // Why needs that no offer can serve cannot be served.
  void LookAtObstacles() {
    const Compatibility compatibility(instance_);
    SortOffers();
    for (const NeedIndex n : obstructed_) {
      for (const TieIndex t : TiesTo(instance_.needs[At(n)].place)) {
        Raise(n, UnmetReason::kNoOffer);
        JudgeOffers(compatibility, n, instance_.ties[At(t)]);
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
    std::vector<std::pair<std::int32_t, OfferIndex>> keys;
    for (std::size_t p = 0; p + 1 < offers_.begin.size(); ++p) {
      const std::span<OfferIndex> offers(
          offers_.record.data() + offers_.begin[p],
          offers_.record.data() + offers_.begin[p + 1]);
      keys.clear();
      for (const OfferIndex o : offers) {
        keys.emplace_back(GroupOf(instance_.offers[At(o)].item), o);
      }
      std::sort(keys.begin(), keys.end());
      for (std::size_t i = 0; i < keys.size(); ++i) offers[i] = keys[i].second;
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
  std::vector<bool> is_short_;        // by need
  const ByPlace ties_;                // by recipient
  ByPlace offers_;                    // by donor, then group
  std::vector<const Pair*> pair_of_;  // by recipient
  std::vector<UnmetReason> reasons_;  // by need
  std::vector<OpenCell> open_;        // by family
  std::vector<NeedRowIndex> open_rows_;
  std::vector<RowWord> rows_;
  std::vector<NeedIndex> obstructed_;  // by place
};

}  // namespace

std::vector<UnmetReason> FindReasons(const Instance& instance,
                                     const Shelves& shelves,
                                     const std::vector<Pair>& pairs,
                                     const std::vector<Flow>& flows) {
  return Reasons(instance, shelves, pairs, flows).Find();
}

std::vector<Unmet> ListUnmet(const Instance& instance,
                             const std::vector<Flow>& flows,
                             const std::vector<UnmetReason>& reasons) {
  std::size_t count = 0;
  ForShort(instance, flows, [&](NeedIndex, std::int64_t) { ++count; });
  std::vector<Unmet> unmet;
  unmet.reserve(count);
  ForShort(instance, flows, [&](NeedIndex n, std::int64_t left) {
    unmet.push_back({n, reasons[At(n)], left});
  });
  return unmet;
}

}  // namespace twinaid::matcher
