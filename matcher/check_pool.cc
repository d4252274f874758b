// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/check_pool.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "matcher/check_pool_facts.h"

namespace twinaid::matcher {
namespace {

std::size_t Pos(std::int32_t index) { return static_cast<std::size_t>(index); }

bool IsPrice(const PoolPrice& price) { return price.points != 0; }

// Whether a is the higher price.
bool Above(const PoolPrice& a, const PoolPrice& b) {
  return std::make_tuple(a.tier, a.band, -a.points) <
         std::make_tuple(b.tier, b.band, -b.points);
}

// Prices of offers and what they add up to if they prove an optimum: over all
// offers the price of their stock, over all units of needs what they press
// above the cheapest offer.
class Sums {
 public:
  Sums(const Instance& instance, const std::vector<PoolPrice>& prices)
      : prices_(prices) {
    for (std::size_t o = 0; o < prices.size(); ++o) {
      if (!IsPrice(prices[o])) continue;
      total_[Pos(prices[o].tier)] +=
          Int128{prices[o].points} * instance.offers[o].base_units;
    }
  }
  void Meet(OfferIndex o) {
    if (!any_ || Above(least_, prices_[Pos(o)])) least_ = prices_[Pos(o)];
    any_ = true;
  }
  // The offers since the last need were those of a need, which has so many
  // units that press so much.
  void AddUnits(const PoolPrice& pressure, std::int64_t units) {
    if (!any_ || !Above(pressure, least_)) return;
    total_[Pos(pressure.tier)] += Int128{pressure.points} * units;
    if (IsPrice(least_)) {
      total_[Pos(least_.tier)] -= Int128{least_.points} * units;
    }
  }
  void NextNeed() { any_ = false; }
  const PoolValue& total() const { return total_; }

 private:
  const std::vector<PoolPrice>& prices_;
  PoolValue total_;
  bool any_ = false;
  PoolPrice least_;
};

class PoolCheck {
 public:
  PoolCheck(const Instance& instance, PoolOrder order, const PoolResult& result,
            CheckPoolFacts& facts)
      : instance_(instance),
        result_(result),
        facts_(facts),
        first_band_(order == PoolOrder::kFair ? 1 : 0),
        last_band_(order == PoolOrder::kFair ? kPoolBands : 0),
        gave_(instance.offers.size(), 0),
        supported_(instance.offers.size(), false) {}

  std::string FirstFault() {
    for (const auto check :
         {&PoolCheck::CheckBarred, &PoolCheck::CheckFlows,
          &PoolCheck::CheckLots, &PoolCheck::CheckPrices,
          &PoolCheck::CheckNeeds, &PoolCheck::CheckSupport}) {
      if (std::string fault = (this->*check)(); !fault.empty()) return fault;
    }
    return "";
  }

 private:
  bool IsBarred(OfferIndex o, PlaceIndex place) const {
    return std::binary_search(result_.barred.begin(), result_.barred.end(),
                              BarredShipment{o, place});
  }

  std::string CheckBarred() {
    const std::vector<BarredShipment>& barred = result_.barred;
    for (std::size_t i = 0; i < barred.size(); ++i) {
      const auto [o, place] = barred[i];
      if (o < 0 || Pos(o) >= instance_.offers.size() || place < 0 ||
          place >= instance_.places) {
        return "a barred shipment of no such offer or place";
      }
      if (i > 0 && !(barred[i - 1] < barred[i])) {
        return "barred shipments are not ascending";
      }
      if (instance_.offers[Pos(o)].min_lot <= 0) {
        return absl::StrCat("offer ", o, " has no lot to be barred for");
      }
    }
    return "";
  }

  std::string CheckFlows() {
    std::pair<NeedIndex, OfferIndex> last = {-1, -1};
    for (const Flow& flow : result_.flows) {
      const std::pair<NeedIndex, OfferIndex> ends = {flow.need, flow.offer};
      if (flow.need < 0 || Pos(flow.need) >= instance_.needs.size() ||
          flow.offer < 0 || Pos(flow.offer) >= instance_.offers.size()) {
        return "a flow between no such need and offer";
      }
      if (!(last < ends)) return "flows are not ascending";
      last = ends;
      std::int64_t& gave = gave_[Pos(flow.offer)];
      if (flow.base_units <= 0 ||
          flow.base_units >
              instance_.offers[Pos(flow.offer)].base_units - gave) {
        return absl::StrCat("offer ", flow.offer, " gives what it has not");
      }
      gave += flow.base_units;
      const Need& need = instance_.needs[Pos(flow.need)];
      shipped_[Pos(need.tier)] +=
          Int128{flow.base_units} * facts_.PointsOf(flow.need);
      units_ += flow.base_units;
      if (instance_.offers[Pos(flow.offer)].min_lot > 1) {
        lots_.push_back({flow.offer, need.place, flow.base_units});
      }
    }
    if (shipped_ != result_.shipped) return "shipped is not that of the flows";
    if (units_ != result_.units) return "units are not those of the flows";
    return "";
  }

  std::string CheckLots() {
    std::sort(lots_.begin(), lots_.end(), [](const Lot& a, const Lot& b) {
      return std::tie(a.offer, a.place) < std::tie(b.offer, b.place);
    });
    for (std::size_t i = 0; i < lots_.size();) {
      const Lot lot = lots_[i];
      Int128 units = 0;
      for (; i < lots_.size() && lots_[i].offer == lot.offer &&
             lots_[i].place == lot.place;
           ++i) {
        units += lots_[i].units;
      }
      if (units < instance_.offers[Pos(lot.offer)].min_lot) {
        return absl::StrCat("offer ", lot.offer, " ships below its lot");
      }
    }
    return "";
  }

  bool IsWellFormed(const PoolPrice& price) const {
    if (price.points == 0) return price == PoolPrice{};
    return price.points > 0 && price.tier >= 0 && price.tier < kTiers &&
           price.band >= first_band_ && price.band <= last_band_;
  }

  std::string CheckPrices() {
    if (result_.prices.size() != instance_.offers.size()) {
      return "not one price an offer";
    }
    if (result_.relaxed_prices.size() !=
        (result_.barred.empty() ? 0 : instance_.offers.size())) {
      return "not one relaxed price an offer where anything is barred";
    }
    for (const PoolPrice& price : result_.relaxed_prices) {
      if (!IsWellFormed(price)) return "a relaxed price is no price";
    }
    for (std::size_t o = 0; o < result_.prices.size(); ++o) {
      if (!IsWellFormed(result_.prices[o])) {
        return absl::StrCat("the price of offer ", o, " is no price");
      }
      if (IsPrice(result_.prices[o]) &&
          gave_[o] < instance_.offers[o].base_units) {
        return absl::StrCat("offer ", o, " has stock left and a price");
      }
    }
    return "";
  }

  std::string CheckNeeds() {
    const std::vector<PoolPrice>& relaxed_prices =
        result_.barred.empty() ? result_.prices : result_.relaxed_prices;
    Sums own(instance_, result_.prices);
    Sums relaxed(instance_, relaxed_prices);
    std::span<const Flow> rest(result_.flows);
    for (std::size_t n = 0; n < instance_.needs.size(); ++n) {
      std::size_t count = 0;
      while (count < rest.size() && Pos(rest[count].need) == n) ++count;
      std::string fault =
          CheckNeed(static_cast<NeedIndex>(n), rest.first(count), own, relaxed);
      if (!fault.empty()) return fault;
      rest = rest.subspan(count);
    }
    if (own.total() != Leveled(result_.shipped)) {
      return "the prices do not add up to what is shipped";
    }
    if (relaxed.total() != Leveled(result_.relaxed)) {
      return "the prices do not add up to the relaxed value";
    }
    return result_.barred.empty() && result_.relaxed != result_.shipped
               ? "a gap though nothing is barred"
               : "";
  }

  // Points as prices count them.
  PoolValue Leveled(const PoolValue& value) const {
    if (instance_.tiers == TierRule::kStrict) return value;
    PoolValue leveled;
    leveled[0] = ((value[0] * 10 + value[1]) * 10 + value[2]) * 10 + value[3];
    return leveled;
  }

  // Units open to this solve that lie in the bands up to this one.
  std::int64_t UnitsUpTo(const Need& need, std::int32_t band) const {
    if (band == 0) return last_band_ == 0 ? need.base_units : 0;
    const std::int64_t whole = std::max(need.whole_units, need.base_units);
    return std::max<std::int64_t>(
        0, band * whole / kPoolBands - (whole - need.base_units));
  }

  std::string CheckNeed(NeedIndex n, std::span<const Flow> flows, Sums& own,
                        Sums& relaxed) {
    const Need& need = instance_.needs[Pos(n)];
    std::int64_t got = 0;
    for (const Flow& flow : flows) {
      if (flow.base_units > need.base_units - got) {
        return absl::StrCat("need ", n, " gets more than it asks for");
      }
      got += flow.base_units;
    }
    if (need.base_units == 0) return "";
    PoolPrice lacks;  // the first band not full; no price if all are
    PoolPrice has;    // the last band with anything in it
    for (std::int32_t band = last_band_; band >= first_band_; --band) {
      if (UnitsUpTo(need, band) > got) lacks = facts_.PressureOf(n, band);
      if (UnitsUpTo(need, band) >= got) has = facts_.PressureOf(n, band);
    }
    facts_.Ask(n);
    std::size_t met = 0;
    std::string fault;
    own.NextNeed();
    relaxed.NextNeed();
    facts_.ForEachArc([&](OfferIndex o) {
      relaxed.Meet(o);
      if (!result_.barred.empty() && instance_.offers[Pos(o)].min_lot > 0 &&
          IsBarred(o, need.place)) {
        return;
      }
      own.Meet(o);
      const PoolPrice& price = result_.prices[Pos(o)];
      if (Above(lacks, price)) {
        fault = absl::StrCat("need ", n, " could be covered better");
      }
      if (IsPrice(price) && price == lacks) supported_[Pos(o)] = true;
      bool flows_here = false;
      for (const Flow& flow : flows) {
        if (flow.offer == o) {
          flows_here = true;
          if (flow.quality != facts_.QualityOf(instance_.offers[Pos(o)].item)) {
            fault =
                absl::StrCat("offer ", o, " has another quality for need ", n);
          }
        } else if (Above(result_.prices[Pos(flow.offer)], price)) {
          fault = absl::StrCat("need ", n, " could be served by offer ", o,
                               ", which is worth less");
        } else if (result_.prices[Pos(flow.offer)] == price) {
          supported_[Pos(o)] = true;
        }
      }
      if (flows_here) {
        ++met;
        if (Above(price, has)) {
          fault = absl::StrCat("offer ", o, " is worth more than need ", n,
                               " pays");
        }
      }
    });
    if (!fault.empty()) return fault;
    if (met != flows.size()) {
      return absl::StrCat("need ", n, " is served by who must not");
    }
    for (std::int32_t band = first_band_; band <= last_band_; ++band) {
      const std::int64_t units =
          UnitsUpTo(need, band) -
          (band > first_band_ ? UnitsUpTo(need, band - 1) : 0);
      own.AddUnits(facts_.PressureOf(n, band), units);
      relaxed.AddUnits(facts_.PressureOf(n, band), units);
    }
    return "";
  }

  std::string CheckSupport() {
    for (std::size_t o = 0; o < result_.prices.size(); ++o) {
      if (IsPrice(result_.prices[o]) && !supported_[o]) {
        return absl::StrCat("offer ", o, " has a higher price than it has to");
      }
    }
    return "";
  }

  struct Lot {
    OfferIndex offer = 0;
    PlaceIndex place = 0;
    std::int64_t units = 0;
  };

  const Instance& instance_;
  const PoolResult& result_;
  CheckPoolFacts& facts_;
  const std::int32_t first_band_;
  const std::int32_t last_band_;
  std::vector<std::int64_t> gave_;  // by offer
  std::vector<bool> supported_;     // by offer
  std::vector<Lot> lots_;
  PoolValue shipped_;
  Int128 units_ = 0;
};

}  // namespace

absl::Status CheckPool(const Instance& instance, PoolOrder order,
                       const PoolResult& result) {
  if (absl::Status status = Validate(instance); !status.ok()) return status;
  CheckPoolFacts facts(instance);
  if (const Tie* tie = facts.DoubleTie(); tie != nullptr) {
    return absl::InvalidArgumentError(absl::StrCat(
        "ties: two from place ", tie->donor, " to place ", tie->recipient));
  }
  const std::string fault =
      PoolCheck(instance, order, result, facts).FirstFault();
  return fault.empty() ? absl::OkStatus() : absl::DataLossError(fault);
}

}  // namespace twinaid::matcher
