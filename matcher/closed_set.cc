// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/closed_set.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "matcher/compatibility.h"

namespace twinaid::matcher {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

class Search {
 public:
  Search(const Instance& instance, const PoolResult& result)
      : instance_(instance),
        result_(result),
        compatibility_(instance),
        offers_(At(instance.places)),
        ties_(At(instance.places)),
        flows_(instance.offers.size()) {
    for (std::size_t o = 0; o < instance.offers.size(); ++o) {
      offers_[At(instance.offers[o].place)].push_back(
          static_cast<OfferIndex>(o));
    }
    for (std::size_t t = 0; t < instance.ties.size(); ++t) {
      ties_[At(instance.ties[t].recipient)].push_back(static_cast<TieIndex>(t));
    }
    for (const Flow& flow : result.flows) {
      flows_[At(flow.offer)].push_back(flow);
    }
  }

  std::vector<ClosedOffer> From(NeedIndex first) {
    std::map<OfferIndex, ClosedOffer> found;
    std::vector<NeedIndex> needs = {first};
    std::vector<bool> seen(instance_.needs.size(), false);
    seen[At(first)] = true;
    for (std::size_t i = 0; i < needs.size(); ++i) {
      for (const OfferIndex o : OffersFor(needs[i])) {
        if (found.contains(o)) continue;
        found[o] = {o, i == 0, result_.prices[At(o)], flows_[At(o)]};
        for (const Flow& flow : flows_[At(o)]) {
          if (seen[At(flow.need)]) continue;
          seen[At(flow.need)] = true;
          needs.push_back(flow.need);
        }
      }
    }
    std::vector<ClosedOffer> closed;
    closed.reserve(found.size());
    for (auto& [o, offer] : found) closed.push_back(std::move(offer));
    return closed;
  }

 private:
  std::vector<OfferIndex> OffersFor(NeedIndex n) const {
    const PlaceIndex place = instance_.needs[At(n)].place;
    std::vector<OfferIndex> offers;
    for (const TieIndex t : ties_[At(place)]) {
      const Tie& tie = instance_.ties[At(t)];
      for (const OfferIndex o : offers_[At(tie.donor)]) {
        if (compatibility_.Judge(n, o, tie.transit_days) ==
                UnmetReason::kStockUsedUp &&
            !std::binary_search(result_.barred.begin(), result_.barred.end(),
                                BarredShipment{o, place})) {
          offers.push_back(o);
        }
      }
    }
    return offers;
  }

  const Instance& instance_;
  const PoolResult& result_;
  const Compatibility compatibility_;
  std::vector<std::vector<OfferIndex>> offers_;  // by place
  std::vector<std::vector<TieIndex>> ties_;      // by recipient
  std::vector<std::vector<Flow>> flows_;         // by offer
};

}  // namespace

absl::StatusOr<std::vector<ClosedOffer>> ClosedSet(const Instance& instance,
                                                   const PoolResult& result,
                                                   NeedIndex need) {
  if (need < 0 || At(need) >= instance.needs.size()) {
    return absl::InvalidArgumentError(absl::StrCat("need ", need, ": no such"));
  }
  if (result.prices.size() != instance.offers.size()) {
    return absl::InvalidArgumentError("result: of another instance");
  }
  std::int64_t missing = instance.needs[At(need)].base_units;
  for (const Flow& flow : result.flows) {
    if (flow.need < 0 || At(flow.need) >= instance.needs.size() ||
        flow.offer < 0 || At(flow.offer) >= instance.offers.size()) {
      return absl::InvalidArgumentError("result: of another instance");
    }
    if (flow.need == need) missing -= flow.base_units;
  }
  if (missing <= 0) {
    return absl::FailedPreconditionError(
        absl::StrCat("need ", need, ": fully met"));
  }
  return Search(instance, result).From(need);
}

}  // namespace twinaid::matcher
