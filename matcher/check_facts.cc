// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/check_facts.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace twinaid::matcher {
namespace {

std::size_t Pos(std::int32_t index) { return static_cast<std::size_t>(index); }

// All records above zero base units by place, as `before` orders them there.
template <typename Record, typename Before>
std::vector<std::int32_t> OrderOf(const std::vector<Record>& records,
                                  std::int32_t places, const Before& before) {
  std::vector<std::int32_t> at(Pos(places) + 1, 0);
  for (const Record& record : records) {
    if (record.base_units > 0) ++at[Pos(record.place)];
  }
  std::int32_t sum = 0;
  for (std::int32_t& entry : at) sum += std::exchange(entry, sum);
  std::vector<std::int32_t> order(Pos(sum));
  std::vector<std::int32_t> next = at;
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (records[i].base_units == 0) continue;
    order[Pos(next[Pos(records[i].place)]++)] = static_cast<std::int32_t>(i);
  }
  for (std::size_t p = 0; p + 1 < at.size(); ++p) {
    std::sort(order.begin() + at[p], order.begin() + at[p + 1], before);
  }
  return order;
}

// The cells of an order, and where those of each place begin.
template <typename Record>
void CutCells(const Instance& instance, const std::vector<Record>& records,
              const std::vector<std::int32_t>& order,
              std::vector<CheckCell>& cells, std::vector<std::int32_t>& begin) {
  begin.assign(Pos(instance.places) + 1, 0);
  PlaceIndex last = -1;
  for (std::int32_t i = 0; Pos(i) < order.size(); ++i) {
    const Record& record = records[Pos(order[Pos(i)])];
    const std::int32_t group = instance.items[Pos(record.item)].group;
    if (record.place != last || cells.back().group != group ||
        cells.back().currency != record.currency) {
      cells.push_back({group, record.currency, i, i});
      ++begin[Pos(record.place) + 1];
      last = record.place;
    }
    ++cells.back().end;
  }
  for (std::size_t p = 1; p < begin.size(); ++p) begin[p] += begin[p - 1];
  cells.shrink_to_fit();
}

}  // namespace

CheckFacts::CheckFacts(const Instance& instance)
    : instance_(instance), table_(instance.substitutes) {
  std::sort(table_.begin(), table_.end(),
            [](const Substitute& a, const Substitute& b) {
              return std::tie(a.item, a.substitute) <
                     std::tie(b.item, b.substitute);
            });
  table_at_.assign(instance.items.size() + 1, 0);
  for (const Substitute& row : table_) ++table_at_[Pos(row.item) + 1];
  std::map<std::int32_t, std::int32_t> group_size;
  for (std::size_t i = 0; i < instance.items.size(); ++i) {
    table_at_[i + 1] += table_at_[i];
    item_place_.push_back(group_size[instance.items[i].group]++);
  }
  if (!instance.exclusions.empty()) {
    has_exclusions_.resize(instance.needs.size());
  }
  for (const Exclusion& row : instance.exclusions) {
    excluded_.emplace_back(row.need, row.offer);
    has_exclusions_[Pos(row.need)] = true;
  }
  std::sort(excluded_.begin(), excluded_.end());
  FindPoints();
  FindKinds();
  OrderNeeds();
  OrderOffers();
}

void CheckFacts::FindPoints() {
  const auto size_of = [](const Need& need) {
    return std::max(need.base_units, need.whole_units);
  };
  std::vector<std::int64_t> sum(Pos(instance_.places) * kTiers, 0);
  const auto place_and_tier = [](const Need& need) {
    return Pos(need.place) * kTiers + Pos(need.tier);
  };
  for (const Need& need : instance_.needs) {
    if (size_of(need) > 0) sum[place_and_tier(need)] += need.criticality;
  }
  points_.reserve(instance_.needs.size());
  for (const Need& need : instance_.needs) {
    if (size_of(need) == 0) {
      points_.push_back(0);
      continue;
    }
    const Int128 whole = (Int128{1} << 44) * need.criticality;
    const Int128 share =
        whole / (Int128{size_of(need)} * sum[place_and_tier(need)]);
    points_.push_back(share < 1 ? 1 : static_cast<std::int64_t>(share));
  }
}

void CheckFacts::FindKinds() {
  std::map<std::tuple<ItemIndex, SubstituteRule, ItemListIndex, std::int32_t>,
           std::int32_t>
      known;
  kind_of_.reserve(instance_.needs.size());
  kind_at_.push_back(0);
  for (const Need& need : instance_.needs) {
    const auto [kind, is_new] = known.try_emplace(
        {need.item, need.substitutes, need.accepted, need.min_quality},
        static_cast<std::int32_t>(kind_bits_.size()));
    kind_of_.push_back(kind->second);
    if (!is_new) continue;
    std::vector<ItemIndex> items = {need.item};
    for (std::int32_t i = table_at_[Pos(need.item)];
         i < table_at_[Pos(need.item) + 1]; ++i) {
      const Substitute& row = table_[Pos(i)];
      if (row.quality >= need.min_quality && Takes(need, row.substitute)) {
        items.push_back(row.substitute);
      }
    }
    std::sort(items.begin(), items.end());
    std::uint64_t& bits = kind_bits_.emplace_back(0);
    for (const ItemIndex item : items) {
      const std::int32_t place = item_place_[Pos(item)];
      if (place < 64) bits |= std::uint64_t{1} << place;
    }
    kind_items_.insert(kind_items_.end(), items.begin(), items.end());
    kind_at_.push_back(static_cast<std::int32_t>(kind_items_.size()));
  }
}

void CheckFacts::OrderNeeds() {
  need_order_ = OrderOf(
      instance_.needs, instance_.places, [this](NeedIndex a, NeedIndex b) {
        const Need& left = instance_.needs[Pos(a)];
        const Need& right = instance_.needs[Pos(b)];
        const std::int32_t left_group = instance_.items[Pos(left.item)].group;
        const std::int32_t right_group = instance_.items[Pos(right.item)].group;
        if (left_group != right_group) return left_group < right_group;
        if (left.currency != right.currency) {
          return left.currency < right.currency;
        }
        const UrgencyPrice first = PressureOf(a);
        const UrgencyPrice second = PressureOf(b);
        if (first.tier != second.tier) return first.tier < second.tier;
        if (first.points != second.points) return first.points > second.points;
        return a < b;
      });
  CutCells(instance_, instance_.needs, need_order_, need_cells_,
           need_cells_begin_);
}

void CheckFacts::OrderOffers() {
  offer_order_ = OrderOf(
      instance_.offers, instance_.places, [this](OfferIndex a, OfferIndex b) {
        const Offer& left = instance_.offers[Pos(a)];
        const Offer& right = instance_.offers[Pos(b)];
        const std::int32_t left_group = instance_.items[Pos(left.item)].group;
        const std::int32_t right_group = instance_.items[Pos(right.item)].group;
        return std::tie(left_group, left.currency, right.ready, a) <
               std::tie(right_group, right.currency, left.ready, b);
      });
  CutCells(instance_, instance_.offers, offer_order_, offer_cells_,
           offer_cells_begin_);
}

UrgencyPrice CheckFacts::PressureOf(NeedIndex n) const {
  const std::int32_t tier = instance_.needs[Pos(n)].tier;
  if (instance_.tiers == TierRule::kStrict) return {tier, PointsOf(n)};
  std::int64_t points = PointsOf(n);
  for (std::int32_t t = tier; t < kTiers - 1; ++t) points *= 10;
  return {0, points};
}

Weight CheckFacts::WeighingOf(const PairValue& worth, const Tie& tie) const {
  if (instance_.tiers == TierRule::kStrict) {
    return {{worth[0], worth[1], worth[2], worth[3], tie.keep, tie.affinity,
             tie.tie}};
  }
  const std::int64_t whole =
      ((worth[0] * 10 + worth[1]) * 10 + worth[2]) * 10 + worth[3];
  return {{whole, 0, 0, 0, tie.keep, tie.affinity, tie.tie}};
}

bool CheckFacts::Serves(ItemIndex item, std::int32_t kind) const {
  const std::int32_t place = item_place_[Pos(item)];
  if (place < 64) return (kind_bits_[Pos(kind)] >> place & 1) != 0;
  return std::binary_search(kind_items_.begin() + kind_at_[Pos(kind)],
                            kind_items_.begin() + kind_at_[Pos(kind) + 1],
                            item);
}

bool CheckFacts::HasExclusions(NeedIndex need) const {
  return !has_exclusions_.empty() && has_exclusions_[Pos(need)];
}

bool CheckFacts::AreExcluded(NeedIndex need, OfferIndex offer) const {
  return HasExclusions(need) &&
         std::binary_search(excluded_.begin(), excluded_.end(),
                            std::make_pair(need, offer));
}

std::int32_t CheckFacts::Listed(ItemIndex item, ItemIndex substitute) const {
  const auto end = table_.begin() + table_at_[Pos(item) + 1];
  const auto row =
      std::lower_bound(table_.begin() + table_at_[Pos(item)], end, substitute,
                       [](const Substitute& entry, ItemIndex wanted) {
                         return entry.substitute < wanted;
                       });
  return row != end && row->substitute == substitute ? row->quality : -1;
}

bool CheckFacts::Takes(const Need& need, ItemIndex substitute) const {
  if (need.substitutes != SubstituteRule::kOnly) {
    return need.substitutes == SubstituteRule::kListed;
  }
  if (need.accepted < 0) return false;
  const std::vector<ItemIndex>& list = instance_.item_lists[Pos(need.accepted)];
  return std::find(list.begin(), list.end(), substitute) != list.end();
}

std::int32_t CheckFacts::QualityOf(NeedIndex n, OfferIndex o) const {
  const Need& need = instance_.needs[Pos(n)];
  const ItemIndex item = instance_.offers[Pos(o)].item;
  if (need.item == item) return 100;
  return Takes(need, item) ? Listed(need.item, item) : -1;
}

UnmetReason CheckFacts::Obstacle(NeedIndex n, OfferIndex o,
                                 std::int32_t transit_days) const {
  const Need& need = instance_.needs[Pos(n)];
  const Offer& offer = instance_.offers[Pos(o)];
  if (offer.base_units == 0 || instance_.items[Pos(need.item)].group !=
                                   instance_.items[Pos(offer.item)].group) {
    return UnmetReason::kNoOffer;
  }
  if (!Serves(offer.item, KindOf(n)) && QualityOf(n, o) < 0) {
    return UnmetReason::kSubstituteNotAccepted;
  }
  const std::int64_t arrival = std::int64_t{offer.ready} + transit_days;
  const std::array<std::pair<bool, UnmetReason>, 8> obstacles = {{
      {need.currency != offer.currency, UnmetReason::kCurrency},
      {!Serves(offer.item, KindOf(n)), UnmetReason::kQuality},
      {offer.directed_to != kNoPlace && offer.directed_to != need.place,
       UnmetReason::kDirectedElsewhere},
      {AreExcluded(n, o), UnmetReason::kDeclinedTogether},
      {offer.ready > offer.available_until, UnmetReason::kOfferWindow},
      {arrival > need.deadline, UnmetReason::kTooLate},
      {arrival > offer.expiry, UnmetReason::kExpiresBeforeArrival},
      {offer.min_lot > offer.base_units, UnmetReason::kMinimumLot},
  }};
  for (const auto& [there, reason] : obstacles) {
    if (there) return reason;
  }
  return UnmetReason::kStockUsedUp;
}

}  // namespace twinaid::matcher
