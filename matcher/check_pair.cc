// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/check_pair.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <set>
#include <tuple>

#include "absl/strings/str_cat.h"
#include "matcher/check_flow.h"

namespace twinaid::matcher {
namespace {

constexpr std::int64_t kLongestShelfDays = 36525;

std::size_t Pos(std::int32_t index) { return static_cast<std::size_t>(index); }

bool Lists(const std::vector<std::int32_t>& list, std::int32_t value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

// How much a price presses: a lower tier first, then more points. No price has
// tier kTiers.
bool Above(const UrgencyPrice& a, const UrgencyPrice& b) {
  return std::make_tuple(a.tier, -a.points) <
         std::make_tuple(b.tier, -b.points);
}
bool IsPrice(const UrgencyPrice& price) { return price.points != 0; }

// An urgency is a tier with points above zero, or no price at all: anything
// else would stand in the order of prices without being worth anything.
bool IsWellFormed(const UrgencyPrice& price) {
  return price.points == 0
             ? price.tier == kTiers
             : price.points > 0 && price.tier >= 0 && price.tier < kTiers;
}

// Far above every price of care, far below what a sum could not hold.
bool IsWellFormed(const CareCost& cost) {
  constexpr std::int64_t kMost = std::int64_t{1} << 60;
  return cost.quality_loss >= -kMost && cost.quality_loss <= kMost &&
         cost.shelf_days >= -kMost && cost.shelf_days <= kMost;
}

using CostPair = std::pair<std::int64_t, std::int64_t>;
CostPair ToPair(const CareCost& cost) {
  return {cost.quality_loss, cost.shelf_days};
}
CostPair Minus(const CostPair& a, const CostPair& b) {
  return {a.first - b.first, a.second - b.second};
}

}  // namespace

CheckFacts::CheckFacts(const Instance& instance)
    : instance_(instance),
      needs_(Pos(instance.places)),
      offers_(Pos(instance.places)) {
  for (const Substitute& row : instance.substitutes) {
    quality_[{row.item, row.substitute}] = row.quality;
  }
  std::map<std::pair<PlaceIndex, std::int32_t>, std::int64_t> weight;
  for (std::size_t n = 0; n < instance.needs.size(); ++n) {
    const Need& need = instance.needs[n];
    needs_[Pos(need.place)].push_back(static_cast<NeedIndex>(n));
    if (std::max(need.base_units, need.whole_units) > 0) {
      weight[{need.place, need.tier}] += need.criticality;
    }
  }
  for (const Exclusion& row : instance.exclusions) {
    excluded_.emplace(row.need, row.offer);
  }
  for (const Need& need : instance.needs) {
    const std::int64_t units = std::max(need.base_units, need.whole_units);
    if (units == 0) {
      points_.push_back(0);
      continue;
    }
    const Int128 whole = (Int128{1} << 44) * need.criticality;
    const Int128 share =
        whole / (Int128{units} * weight[{need.place, need.tier}]);
    points_.push_back(share < 1 ? 1 : static_cast<std::int64_t>(share));
  }
  for (std::size_t o = 0; o < instance.offers.size(); ++o) {
    offers_[Pos(instance.offers[o].place)].push_back(
        static_cast<OfferIndex>(o));
  }
}

std::int64_t CheckFacts::PointsOf(NeedIndex need) const {
  return points_[Pos(need)];
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
const std::vector<NeedIndex>& CheckFacts::NeedsAt(PlaceIndex place) const {
  return needs_[Pos(place)];
}
const std::vector<OfferIndex>& CheckFacts::OffersAt(PlaceIndex place) const {
  return offers_[Pos(place)];
}

std::int32_t CheckFacts::QualityOf(NeedIndex n, OfferIndex o) const {
  const Need& need = instance_.needs[Pos(n)];
  const Offer& offer = instance_.offers[Pos(o)];
  if (need.item == offer.item) return 100;
  if (need.substitutes == SubstituteRule::kNone) return -1;
  if (need.substitutes == SubstituteRule::kOnly &&
      (need.accepted < 0 ||
       !Lists(instance_.item_lists[Pos(need.accepted)], offer.item))) {
    return -1;
  }
  const auto row = quality_.find({need.item, offer.item});
  return row == quality_.end() ? -1 : row->second;
}

UnmetReason CheckFacts::Obstacle(NeedIndex n, OfferIndex o,
                                 std::int32_t transit_days) const {
  const Need& need = instance_.needs[Pos(n)];
  const Offer& offer = instance_.offers[Pos(o)];
  const std::int64_t arrival = std::int64_t{offer.ready} + transit_days;
  const std::int32_t quality = QualityOf(n, o);
  const std::array<std::pair<bool, UnmetReason>, 10> obstacles = {{
      {offer.base_units == 0 || instance_.items[Pos(need.item)].group !=
                                    instance_.items[Pos(offer.item)].group,
       UnmetReason::kNoOffer},
      {quality < 0, UnmetReason::kSubstituteNotAccepted},
      {need.currency != offer.currency, UnmetReason::kCurrency},
      {quality < need.min_quality, UnmetReason::kQuality},
      {offer.directed_to != kNoPlace && offer.directed_to != need.place,
       UnmetReason::kDirectedElsewhere},
      {excluded_.contains({n, o}), UnmetReason::kDeclinedTogether},
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

PairValue CheckFacts::WorthOf(const Tie& tie) const {
  const std::vector<OfferIndex>& offers = OffersAt(tie.donor);
  std::vector<std::int64_t> stock;
  stock.reserve(offers.size());
  for (const OfferIndex o : offers) {
    stock.push_back(instance_.offers[Pos(o)].base_units);
  }
  std::vector<NeedIndex> needs = NeedsAt(tie.recipient);
  std::sort(needs.begin(), needs.end(), [this](NeedIndex a, NeedIndex b) {
    const UrgencyPrice first = PressureOf(a);
    const UrgencyPrice second = PressureOf(b);
    return std::make_tuple(first.tier, -first.points, a) <
           std::make_tuple(second.tier, -second.points, b);
  });
  GrowingFlow flow(std::move(stock));
  PairValue worth;
  for (const NeedIndex n : needs) {
    const Need& need = instance_.needs[Pos(n)];
    std::vector<std::size_t> from;
    for (std::size_t k = 0; k < offers.size(); ++k) {
      if (Obstacle(n, offers[k], tie.transit_days) ==
          UnmetReason::kStockUsedUp) {
        from.push_back(k);
      }
    }
    if (need.base_units == 0 || from.empty()) continue;
    worth[Pos(need.tier)] +=
        flow.Add(need.base_units, std::move(from)) * PointsOf(n);
  }
  return worth;
}

std::string CheckPairProof(const CheckFacts& facts, const Pair& pair,
                           const std::vector<Flow>& flows) {
  const Instance& instance = facts.instance();
  const Tie& tie = instance.ties[Pos(pair.tie)];
  const std::set<OfferIndex> dropped(pair.dropped_offers.begin(),
                                     pair.dropped_offers.end());
  if (dropped.size() != pair.dropped_offers.size() ||
      !std::is_sorted(pair.dropped_offers.begin(), pair.dropped_offers.end())) {
    return "dropped offers are not ascending";
  }
  std::map<std::pair<NeedIndex, OfferIndex>, std::int64_t> sent;
  std::map<NeedIndex, std::int64_t> got;
  std::map<OfferIndex, std::int64_t> gave;
  PairValue shipped;
  for (const Flow& flow : flows) {
    sent[{flow.need, flow.offer}] = flow.base_units;
    got[flow.need] += flow.base_units;
    gave[flow.offer] += flow.base_units;
    shipped[Pos(instance.needs[Pos(flow.need)].tier)] +=
        flow.base_units * facts.PointsOf(flow.need);
  }
  if (shipped != pair.shipped) return "shipped is not the worth of the flows";
  if (dropped.empty() && pair.shipped != pair.value) {
    return "ships less than its value without a dropped offer";
  }
  for (const OfferIndex o : pair.dropped_offers) {
    if (o < 0 || Pos(o) >= instance.offers.size() ||
        instance.offers[Pos(o)].place != pair.donor ||
        instance.offers[Pos(o)].min_lot <= 0 || gave[o] > 0) {
      return absl::StrCat("offer ", o, " was not to be dropped");
    }
  }
  std::map<OfferIndex, OfferPrice> offer_price;
  for (const OfferPrice& price : pair.offer_prices) {
    if (!IsWellFormed(price.urgency) || !IsWellFormed(price.care)) {
      return absl::StrCat("the price of offer ", price.offer, " is no price");
    }
    if (!offer_price.emplace(price.offer, price).second) {
      return absl::StrCat("offer ", price.offer, " has two prices");
    }
  }
  std::map<NeedIndex, CareCost> need_price;
  for (const NeedPrice& price : pair.need_prices) {
    if (!IsWellFormed(price.care)) {
      return absl::StrCat("the price of need ", price.need, " is no price");
    }
    if (!need_price.emplace(price.need, price.care).second) {
      return absl::StrCat("need ", price.need, " has two prices");
    }
  }

  for (const NeedIndex n : facts.NeedsAt(pair.recipient)) {
    const Need& need = instance.needs[Pos(n)];
    if (need.base_units == 0) continue;
    const UrgencyPrice own = facts.PressureOf(n);
    std::vector<OfferIndex> arcs;
    UrgencyPrice least = {0, std::numeric_limits<std::int64_t>::max()};
    for (const OfferIndex o : facts.OffersAt(pair.donor)) {
      if (facts.Obstacle(n, o, tie.transit_days) != UnmetReason::kStockUsedUp ||
          dropped.contains(o)) {
        continue;
      }
      const auto price = offer_price.find(o);
      if (price == offer_price.end()) {
        return absl::StrCat("offer ", o, " has no price");
      }
      arcs.push_back(o);
      if (Above(least, price->second.urgency)) least = price->second.urgency;
    }
    if (arcs.empty()) continue;
    const auto care = need_price.find(n);
    if (care == need_price.end()) {
      return absl::StrCat("need ", n, " has no price");
    }
    // The need's own price is what its urgency is above the cheapest offer.
    if (got[n] < need.base_units && Above(own, least)) {
      return absl::StrCat("need ", n, " could be covered better");
    }
    for (const OfferIndex o : arcs) {
      const OfferPrice& price = offer_price.at(o);
      const bool flowing = sent.contains({n, o});
      if (flowing && (Above(price.urgency, least) || Above(least, own))) {
        return absl::StrCat("offer ", o, " is worth more than need ", n,
                            " pays");
      }
      if (got[n] == 0) continue;
      const Offer& offer = instance.offers[Pos(o)];
      const CostPair cost = {
          100 - facts.QualityOf(n, o),
          offer.expiry == kNoDay
              ? kLongestShelfDays
              : std::min<std::int64_t>(
                    kLongestShelfDays,
                    std::int64_t{offer.expiry} - offer.ready)};
      const CostPair reduced =
          Minus(cost, Minus(ToPair(care->second), ToPair(price.care)));
      if (reduced < CostPair{0, 0}) {
        return absl::StrCat("need ", n, " could be served with more care");
      }
      if (flowing && reduced != CostPair{0, 0}) {
        return absl::StrCat("the prices of need ", n, " and offer ", o,
                            " do not meet");
      }
    }
  }
  for (const auto& [o, price] : offer_price) {
    if (o < 0 || Pos(o) >= instance.offers.size() ||
        instance.offers[Pos(o)].place != pair.donor) {
      return absl::StrCat("a price for offer ", o, " of another place");
    }
    const bool left = gave[o] < instance.offers[Pos(o)].base_units;
    if (left && IsPrice(price.urgency)) {
      return absl::StrCat("offer ", o, " has stock left and a price");
    }
    const CostPair care = ToPair(price.care);
    if (care < CostPair{0, 0} || (left && care != CostPair{0, 0})) {
      return absl::StrCat("offer ", o, " has stock left and a care price");
    }
  }
  return "";
}

}  // namespace twinaid::matcher
