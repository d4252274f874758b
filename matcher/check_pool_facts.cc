// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/check_pool_facts.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <tuple>

namespace twinaid::matcher {
namespace {

std::size_t Pos(std::int32_t index) { return static_cast<std::size_t>(index); }

bool Lists(const std::vector<ItemIndex>& list, ItemIndex item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

}  // namespace

CheckPoolFacts::CheckPoolFacts(const Instance& instance)
    : instance_(instance), quality_(instance.items.size(), -1) {
  rows_ = instance.substitutes;
  std::sort(
      rows_.begin(), rows_.end(), [](const Substitute& a, const Substitute& b) {
        return std::tie(a.item, a.substitute) < std::tie(b.item, b.substitute);
      });
  row_begin_.assign(instance.items.size() + 1, 0);
  for (const Substitute& row : rows_) ++row_begin_[Pos(row.item) + 1];
  std::partial_sum(row_begin_.begin(), row_begin_.end(), row_begin_.begin());
  for (const Exclusion& row : instance.exclusions) {
    excluded_.emplace_back(row.need, row.offer);
  }
  std::sort(excluded_.begin(), excluded_.end());
  SortOffers();
  SortTies();
  CountPoints();
}

void CheckPoolFacts::SortOffers() {
  const auto group_of = [this](OfferIndex o) {
    return instance_.items[Pos(instance_.offers[Pos(o)].item)].group;
  };
  std::vector<std::size_t> begin(Pos(instance_.places) + 1, 0);
  for (const Offer& offer : instance_.offers) ++begin[Pos(offer.place) + 1];
  std::partial_sum(begin.begin(), begin.end(), begin.begin());
  offer_order_.resize(instance_.offers.size());
  std::vector<std::size_t> next = begin;
  for (std::size_t o = 0; o < instance_.offers.size(); ++o) {
    offer_order_[next[Pos(instance_.offers[o].place)]++] =
        static_cast<OfferIndex>(o);
  }
  for (std::size_t place = 0; place + 1 < begin.size(); ++place) {
    cell_begin_.push_back(cells_.size());
    const auto first =
        offer_order_.begin() + static_cast<std::ptrdiff_t>(begin[place]);
    const auto last =
        offer_order_.begin() + static_cast<std::ptrdiff_t>(begin[place + 1]);
    std::sort(first, last, [&](OfferIndex a, OfferIndex b) {
      return std::make_pair(group_of(a), a) < std::make_pair(group_of(b), b);
    });
    for (auto o = first; o != last; ++o) {
      if (o != first && group_of(*o) == cells_.back().group) continue;
      cells_.push_back(
          {group_of(*o), static_cast<std::int32_t>(o - offer_order_.begin())});
    }
  }
  cell_begin_.push_back(cells_.size());
  cells_.push_back({std::numeric_limits<std::int32_t>::max(),
                    static_cast<std::int32_t>(offer_order_.size())});
}

void CheckPoolFacts::SortTies() {
  tie_begin_.assign(Pos(instance_.places) + 1, 0);
  for (const Tie& tie : instance_.ties) ++tie_begin_[Pos(tie.recipient) + 1];
  std::partial_sum(tie_begin_.begin(), tie_begin_.end(), tie_begin_.begin());
  tie_order_.resize(instance_.ties.size());
  std::vector<std::size_t> next = tie_begin_;
  for (std::size_t t = 0; t < instance_.ties.size(); ++t) {
    tie_order_[next[Pos(instance_.ties[t].recipient)]++] =
        static_cast<TieIndex>(t);
  }
}

const Tie* CheckPoolFacts::DoubleTie() const {
  std::vector<PlaceIndex> seen_by(Pos(instance_.places), kNoPlace);
  for (const TieIndex t : tie_order_) {
    const Tie& tie = instance_.ties[Pos(t)];
    if (seen_by[Pos(tie.donor)] == tie.recipient) return &tie;
    seen_by[Pos(tie.donor)] = tie.recipient;
  }
  return nullptr;
}

void CheckPoolFacts::CountPoints() {
  const auto units = [](const Need& need) {
    return std::max(need.base_units, need.whole_units);
  };
  std::vector<std::array<std::int64_t, kTiers>> weight(Pos(instance_.places));
  for (const Need& need : instance_.needs) {
    if (units(need) > 0) {
      weight[Pos(need.place)][Pos(need.tier)] += need.criticality;
    }
  }
  for (const Need& need : instance_.needs) {
    if (units(need) == 0) {
      points_.push_back(0);
      continue;
    }
    const Int128 share =
        (Int128{1} << 44) * need.criticality /
        (Int128{units(need)} * weight[Pos(need.place)][Pos(need.tier)]);
    points_.push_back(share < 1 ? 1 : static_cast<std::int64_t>(share));
  }
}

PoolPrice CheckPoolFacts::PressureOf(NeedIndex n, std::int32_t band) const {
  std::int64_t points = points_[Pos(n)];
  std::int8_t tier = instance_.needs[Pos(n)].tier;
  if (instance_.tiers == TierRule::kWeighted) {
    for (; tier < kTiers - 1; ++tier) points *= 10;
    tier = 0;
  }
  return {points, tier, static_cast<std::int8_t>(band)};
}

void CheckPoolFacts::Ask(NeedIndex n) {
  const auto forget = [this](ItemIndex item) {
    quality_[Pos(item)] = -1;
    for (std::size_t i = row_begin_[Pos(item)]; i < row_begin_[Pos(item) + 1];
         ++i) {
      quality_[Pos(rows_[i].substitute)] = -1;
    }
  };
  if (asked_ >= 0) forget(instance_.needs[Pos(asked_)].item);
  asked_ = n;
  const Need& need = instance_.needs[Pos(n)];
  quality_[Pos(need.item)] = kMaxQuality;
  const auto first = std::lower_bound(excluded_.begin(), excluded_.end(),
                                      std::make_pair(n, 0));
  any_excluded_ = first != excluded_.end() && first->first == n;
  if (need.substitutes == SubstituteRule::kNone) return;
  for (std::size_t i = row_begin_[Pos(need.item)];
       i < row_begin_[Pos(need.item) + 1]; ++i) {
    const Substitute& row = rows_[i];
    const bool taken =
        need.substitutes == SubstituteRule::kListed ||
        (need.accepted >= 0 &&
         Lists(instance_.item_lists[Pos(need.accepted)], row.substitute));
    if (taken && row.quality >= need.min_quality) {
      quality_[Pos(row.substitute)] = row.quality;
    }
  }
}

std::pair<std::size_t, std::size_t> CheckPoolFacts::OffersOf(
    PlaceIndex place, std::int32_t group) const {
  for (std::size_t c = cell_begin_[Pos(place)]; c < cell_begin_[Pos(place) + 1];
       ++c) {
    if (cells_[c].group == group) {
      return {Pos(cells_[c].begin), Pos(cells_[c + 1].begin)};
    }
  }
  return {0, 0};
}

bool CheckPoolFacts::MayServe(const Need& need, OfferIndex o,
                              std::int32_t transit_days) const {
  const Offer& offer = instance_.offers[Pos(o)];
  const std::int64_t arrival = std::int64_t{offer.ready} + transit_days;
  return QualityOf(offer.item) >= 0 && arrival <= need.deadline &&
         arrival <= offer.expiry && offer.ready <= offer.available_until &&
         offer.currency == need.currency && offer.base_units > 0 &&
         offer.base_units >= offer.min_lot &&
         (offer.directed_to == kNoPlace || offer.directed_to == need.place) &&
         !(any_excluded_ &&
           std::binary_search(excluded_.begin(), excluded_.end(),
                              std::make_pair(asked_, o)));
}

}  // namespace twinaid::matcher
