// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/check_pair.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"

namespace twinaid::matcher {
namespace {

constexpr std::int64_t kLongestShelfDays = 36525;

std::size_t Pos(std::int32_t index) { return static_cast<std::size_t>(index); }

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

class PairProof {
 public:
  PairProof(const CheckFacts& facts, const Pair& pair,
            const std::vector<Flow>& flows)
      : facts_(facts),
        instance_(facts.instance()),
        pair_(pair),
        flows_(flows),
        transit_days_(instance_.ties[Pos(pair.tie)].transit_days) {}

  std::string Run() {
    for (const auto check :
         {&PairProof::Shipped, &PairProof::Prices, &PairProof::Dropped,
          &PairProof::Needs, &PairProof::Offers}) {
      std::string fault = (this->*check)();
      if (!fault.empty()) return fault;
    }
    return "";
  }

 private:
  std::string Shipped() {
    PairValue shipped;
    gave_.reserve(flows_.size());
    for (const Flow& flow : flows_) {
      shipped[Pos(instance_.needs[Pos(flow.need)].tier)] +=
          flow.base_units * facts_.PointsOf(flow.need);
      gave_.emplace_back(flow.offer, flow.base_units);
    }
    std::sort(gave_.begin(), gave_.end());
    if (shipped != pair_.shipped) {
      return "shipped is not the worth of the flows";
    }
    if (pair_.dropped_offers.empty() && pair_.shipped != pair_.value) {
      return "ships less than its value without a dropped offer";
    }
    return "";
  }

  std::string Prices() {
    for (std::size_t i = 0; i < pair_.offer_prices.size(); ++i) {
      const OfferPrice& price = pair_.offer_prices[i];
      if (!IsWellFormed(price.urgency) || !IsWellFormed(price.care)) {
        return absl::StrCat("the price of offer ", price.offer, " is no price");
      }
      if (i > 0 && pair_.offer_prices[i - 1].offer >= price.offer) {
        return "the prices of offers are not ascending";
      }
    }
    for (std::size_t i = 0; i < pair_.need_prices.size(); ++i) {
      const NeedPrice& price = pair_.need_prices[i];
      if (!IsWellFormed(price.care)) {
        return absl::StrCat("the price of need ", price.need, " is no price");
      }
      if (i > 0 && pair_.need_prices[i - 1].need >= price.need) {
        return "the prices of needs are not ascending";
      }
    }
    return "";
  }

  std::string Dropped() {
    const std::vector<OfferIndex>& dropped = pair_.dropped_offers;
    for (std::size_t i = 0; i < dropped.size(); ++i) {
      if (i > 0 && dropped[i - 1] >= dropped[i]) {
        return "dropped offers are not ascending";
      }
      const OfferIndex o = dropped[i];
      if (!IsOfDonor(o) || instance_.offers[Pos(o)].min_lot <= 0 ||
          GivenBy(o) > 0) {
        return absl::StrCat("offer ", o, " was not to be dropped");
      }
    }
    return "";
  }

  std::string Needs() {
    const std::span<const CheckCell> offers = facts_.OfferCellsAt(pair_.donor);
    for (const CheckCell& cell : facts_.NeedCellsAt(pair_.recipient)) {
      const auto same = std::find_if(
          offers.begin(), offers.end(), [&](const CheckCell& other) {
            return other.group == cell.group && other.currency == cell.currency;
          });
      if (same == offers.end()) continue;
      for (const NeedIndex n : facts_.NeedsIn(cell)) {
        std::string fault = NeedProof(n, facts_.OffersIn(*same));
        if (!fault.empty()) return fault;
      }
    }
    return "";
  }

  // `offers` are all of the donor in the group and currency of the need.
  std::string NeedProof(NeedIndex n, std::span<const OfferIndex> offers) {
    const auto first_flow = std::lower_bound(
        flows_.begin(), flows_.end(), n,
        [](const Flow& flow, NeedIndex need) { return flow.need < need; });
    std::int64_t got = 0;
    for (auto f = first_flow; f != flows_.end() && f->need == n; ++f) {
      got += f->base_units;
    }
    const UrgencyPrice own = facts_.PressureOf(n);
    UrgencyPrice least = {0, std::numeric_limits<std::int64_t>::max()};
    arcs_.clear();
    for (const OfferIndex o : offers) {
      if (facts_.Obstacle(n, o, transit_days_) != UnmetReason::kStockUsedUp ||
          std::binary_search(pair_.dropped_offers.begin(),
                             pair_.dropped_offers.end(), o)) {
        continue;
      }
      OfferPrice price;
      price.offer = o;
      if (const OfferPrice* const listed = PriceOf(o); listed != nullptr) {
        price = *listed;
      } else if (GivenBy(o) == instance_.offers[Pos(o)].base_units) {
        return absl::StrCat("offer ", o, " has no price");
      }
      arcs_.push_back(price);
      if (Above(least, price.urgency)) least = price.urgency;
    }
    if (arcs_.empty()) return "";
    const auto care =
        std::lower_bound(pair_.need_prices.begin(), pair_.need_prices.end(), n,
                         [](const NeedPrice& price, NeedIndex need) {
                           return price.need < need;
                         });
    if (got > 0 && (care == pair_.need_prices.end() || care->need != n)) {
      return absl::StrCat("need ", n, " has no price");
    }
    // The need's own price is what its urgency is above the cheapest offer.
    if (got < instance_.needs[Pos(n)].base_units && Above(own, least)) {
      return absl::StrCat("need ", n, " could be covered better");
    }
    for (const OfferPrice& price : arcs_) {
      auto f = first_flow;
      while (f != flows_.end() && f->need == n && f->offer != price.offer) ++f;
      const bool flowing = f != flows_.end() && f->need == n;
      if (flowing && (Above(price.urgency, least) || Above(least, own))) {
        return absl::StrCat("offer ", price.offer, " is worth more than need ",
                            n, " pays");
      }
      if (got == 0) continue;
      const CostPair reduced =
          Minus(CostOf(n, price.offer),
                Minus(ToPair(care->care), ToPair(price.care)));
      if (reduced < CostPair{0, 0}) {
        return absl::StrCat("need ", n, " could be served with more care");
      }
      if (flowing && reduced != CostPair{0, 0}) {
        return absl::StrCat("the prices of need ", n, " and offer ",
                            price.offer, " do not meet");
      }
    }
    return "";
  }

  CostPair CostOf(NeedIndex n, OfferIndex o) const {
    const Offer& offer = instance_.offers[Pos(o)];
    return {
        100 - facts_.QualityOf(n, o),
        offer.expiry == kNoDay
            ? kLongestShelfDays
            : std::min<std::int64_t>(kLongestShelfDays,
                                     std::int64_t{offer.expiry} - offer.ready)};
  }

  std::string Offers() {
    for (const OfferPrice& price : pair_.offer_prices) {
      const OfferIndex o = price.offer;
      if (!IsOfDonor(o)) {
        return absl::StrCat("a price for offer ", o, " of another place");
      }
      const bool left = GivenBy(o) < instance_.offers[Pos(o)].base_units;
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

  bool IsOfDonor(OfferIndex o) const {
    return o >= 0 && Pos(o) < instance_.offers.size() &&
           instance_.offers[Pos(o)].place == pair_.donor;
  }

  std::int64_t GivenBy(OfferIndex o) const {
    auto row = std::lower_bound(gave_.begin(), gave_.end(),
                                std::make_pair(o, std::int64_t{0}));
    std::int64_t sum = 0;
    for (; row != gave_.end() && row->first == o; ++row) sum += row->second;
    return sum;
  }

  const OfferPrice* PriceOf(OfferIndex o) const {
    const auto price =
        std::lower_bound(pair_.offer_prices.begin(), pair_.offer_prices.end(),
                         o, [](const OfferPrice& row, OfferIndex offer) {
                           return row.offer < offer;
                         });
    return price != pair_.offer_prices.end() && price->offer == o ? &*price
                                                                  : nullptr;
  }

  const CheckFacts& facts_;
  const Instance& instance_;
  const Pair& pair_;
  const std::vector<Flow>& flows_;
  const std::int32_t transit_days_;
  std::vector<std::pair<OfferIndex, std::int64_t>> gave_;  // ascending
  std::vector<OfferPrice> arcs_;  // of offers that can serve a need
};

}  // namespace

std::string CheckPairProof(const CheckFacts& facts, const Pair& pair,
                           const std::vector<Flow>& flows) {
  return PairProof(facts, pair, flows).Run();
}

}  // namespace twinaid::matcher
