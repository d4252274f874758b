// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/generator.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "tests/bench/random.h"

namespace twinaid::bench {
namespace {

using matcher::Instance;
using matcher::Need;
using matcher::Offer;

enum Stream : std::uint64_t {
  kItems = 11,
  kNeedPlaces,
  kOfferPlaces,
  kNeeds,
  kOffers,
  kTies
};

constexpr std::int32_t kItemCount = kGroups * kItemsPerGroup;
constexpr std::array<std::int64_t, kItemsPerGroup> kContents = {1, 1, 2, 5, 10};

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

std::int8_t Small(std::int32_t number) {
  return static_cast<std::int8_t>(number);
}

// 1 / rank, for every item.
std::vector<std::int64_t> ByRank(const std::vector<std::int32_t>& items) {
  std::vector<std::int64_t> weights(items.size());
  for (std::size_t rank = 0; rank < items.size(); ++rank) {
    weights[At(items[rank])] = (1 << 20) / static_cast<std::int64_t>(rank + 1);
  }
  return weights;
}

// Units, rounded as people round.
std::int64_t DrawQuantity(Random& random) {
  // exp(2 z) = 2^(2.885 z).
  const std::int64_t exponent = std::int64_t{random.Normal()} * 2885 / 1000;
  std::int64_t units =
      std::min<std::int64_t>((PowerOfTwo(exponent) * 60) >> 16, 2'000'000);
  units = std::max<std::int64_t>(units, 1);
  if (units >= 1000) return units - units % 100;
  if (units >= 100) return units - units % 10;
  return units;
}

std::int32_t DrawTier(bool stricken, Random& random) {
  const std::int32_t draw = random.Below(100);
  if (stricken) return draw < 25 ? 0 : draw < 60 ? 1 : draw < 90 ? 2 : 3;
  return draw < 6 ? 0 : draw < 25 ? 1 : draw < 70 ? 2 : 3;
}

// How many of `total` records each site has.
std::vector<std::int32_t> Share(const std::vector<std::int64_t>& weights,
                                std::int32_t total, Random random) {
  const WeightedChoice choice(weights);
  std::vector<std::int32_t> counts(weights.size(), 0);
  for (std::int32_t i = 0; i < total; ++i) ++counts[At(choice.Draw(random))];
  return counts;
}

// The sites linked with each site.
std::vector<std::vector<std::int32_t>> Neighbours(const Geography& land) {
  std::vector<std::vector<std::int32_t>> neighbours(land.sites.size());
  for (const Link& link : land.links) {
    neighbours[At(link.a)].push_back(link.b);
    neighbours[At(link.b)].push_back(link.a);
  }
  return neighbours;
}

class Builder {
 public:
  Builder(const Geography& land, std::uint64_t seed)
      : land_(land), seed_(seed) {}

  Instance Build(const Scale& scale) {
    instance_.places = static_cast<std::int32_t>(land_.sites.size());
    AddItems();
    AddNeeds(scale.needs);
    AddOffers(scale.offers);
    AddTies();
    return std::move(instance_);
  }

 private:
  void AddItems() {
    Random random(seed_, kItems);
    for (std::int32_t i = 0; i < kItemCount; ++i) {
      instance_.items.push_back(
          {i % kGroups, kContents[At(i / kGroups % kItemsPerGroup)]});
      need_order_.push_back(i);
    }
    for (std::int32_t i = 0; i < kItemCount; ++i) {
      for (std::int32_t j = i % kGroups; j < kItemCount; j += kGroups) {
        if (i == j || !random.Chance(70)) continue;
        instance_.substitutes.push_back({i, j, 50 + random.Below(46)});
      }
    }
    // What is much needed is much offered, but not in the same order.
    offer_order_ = need_order_;
    for (std::int32_t i = 0; i < kItemCount; ++i) {
      const std::int32_t j = std::min(kItemCount - 1, i + random.Below(12));
      std::swap(offer_order_[At(i)], offer_order_[At(j)]);
    }
  }

  std::int64_t ToBaseUnits(std::int64_t units, matcher::ItemIndex item) const {
    return units * instance_.items[At(item)].base_content;
  }

  void AddNeeds(std::int32_t total) {
    std::vector<std::int64_t> weights;
    for (const Site& site : land_.sites) {
      weights.push_back(site.population * (site.stricken ? 6 : 1));
    }
    const std::vector<std::int32_t> counts =
        Share(weights, total, Random(seed_, kNeedPlaces));
    const WeightedChoice items(ByRank(need_order_));
    Random random(seed_, kNeeds);
    instance_.needs.reserve(At(total));
    for (std::size_t place = 0; place < counts.size(); ++place) {
      for (std::int32_t i = 0; i < counts[place]; ++i) {
        instance_.needs.push_back(
            MakeNeed(static_cast<std::int32_t>(place), items, random));
      }
    }
  }

  Need MakeNeed(std::int32_t place, const WeightedChoice& items,
                Random& random) const {
    Need need;
    need.place = place;
    need.item = items.Draw(random);
    need.tier = Small(DrawTier(land_.sites[At(place)].stricken, random));
    need.criticality = Small(1 + random.Below(5));
    need.substitutes = random.Chance(70) ? matcher::SubstituteRule::kListed
                                         : matcher::SubstituteRule::kNone;
    need.min_quality = Small(50 + 10 * random.Below(5));
    need.base_units = ToBaseUnits(DrawQuantity(random), need.item);
    need.deadline = 3 + random.Below(58);
    return need;
  }

  void AddOffers(std::int32_t total) {
    std::vector<std::int64_t> weights;
    for (const Site& site : land_.sites) {
      weights.push_back(site.population * (site.stricken ? 3 : 10));
    }
    const std::vector<std::int32_t> counts =
        Share(weights, total, Random(seed_, kOfferPlaces));
    const WeightedChoice items(ByRank(offer_order_));
    const std::vector<std::vector<std::int32_t>> neighbours = Neighbours(land_);
    Random random(seed_, kOffers);
    instance_.offers.reserve(At(total));
    for (std::size_t place = 0; place < counts.size(); ++place) {
      const std::vector<std::int32_t>& near = neighbours[place];
      for (std::int32_t i = 0; i < counts[place]; ++i) {
        Offer offer =
            MakeOffer(static_cast<std::int32_t>(place), items, random);
        if (!near.empty() && random.Chance(2)) {
          offer.directed_to =
              near[At(random.Below(static_cast<std::int32_t>(near.size())))];
        }
        instance_.offers.push_back(offer);
      }
    }
  }

  Offer MakeOffer(std::int32_t place, const WeightedChoice& items,
                  Random& random) const {
    Offer offer;
    offer.place = place;
    offer.item = items.Draw(random);
    const std::int64_t units = DrawQuantity(random);
    offer.base_units = ToBaseUnits(units, offer.item);
    const std::int32_t lot = random.Below(100);
    if (lot >= 60) {
      offer.min_lot = ToBaseUnits(
          std::max<std::int64_t>(1, units / (lot < 85 ? 10 : 4)), offer.item);
    }
    offer.ready = random.Below(8);
    if (random.Chance(50)) offer.ready += random.Below(30);
    if (random.Chance(60)) offer.expiry = 20 + random.Below(380);
    return offer;
  }

  void AddTies() {
    Random random(seed_, kTies);
    instance_.ties.reserve(2 * land_.links.size());
    for (const Link& link : land_.links) {
      for (const bool back : {false, true}) {
        matcher::Tie tie;
        tie.donor = back ? link.b : link.a;
        tie.recipient = back ? link.a : link.b;
        tie.transit_days = link.transit_days;
        tie.affinity = link.affinity;
        tie.tie = static_cast<std::int64_t>(random.Next() >> 24);
        instance_.ties.push_back(tie);
      }
    }
  }

  const Geography& land_;
  const std::uint64_t seed_;
  Instance instance_;
  std::vector<std::int32_t> need_order_;   // items, the most needed first
  std::vector<std::int32_t> offer_order_;  // items, the most offered first
};

}  // namespace

matcher::Instance Generate(const Geography& land, const Scale& scale,
                           std::uint64_t seed) {
  return Builder(land, seed).Build(scale);
}

matcher::Instance Generate(const Scale& scale, std::uint64_t seed) {
  return Generate(ScatterPlaces(scale, seed), scale, seed);
}

}  // namespace twinaid::bench
