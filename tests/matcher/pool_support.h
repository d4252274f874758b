// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What the tests of the pool share: small instances and a slow oracle.
#ifndef TWINAID_TESTS_MATCHER_POOL_SUPPORT_H_
#define TWINAID_TESTS_MATCHER_POOL_SUPPORT_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <random>
#include <tuple>
#include <utility>
#include <vector>

#include "matcher/check_facts.h"
#include "matcher/instance.h"
#include "matcher/pool.h"
#include "tests/matcher/random_instance.h"
#include "tests/matcher/single_ties.h"

namespace twinaid::matcher {

inline std::size_t At(std::int32_t index) {
  return static_cast<std::size_t>(index);
}

// As RandomInstance, with at most one tie from a donor to a recipient, parts of
// needs that were met before, and both rules of tiers.
inline Instance RandomPool(std::uint64_t seed, const Shape& shape) {
  Instance instance = WithSingleTies(RandomInstance(seed).Make(shape));
  std::mt19937_64 random(seed + 1'000'000);
  for (Need& need : instance.needs) {
    if (random() % 3 == 0) {
      need.whole_units =
          need.base_units + static_cast<std::int64_t>(random() % 10);
    }
  }
  if (random() % 3 == 0) instance.tiers = TierRule::kWeighted;
  return instance;
}

// Offers that may serve each need, by the checker of pairs.
inline std::vector<std::vector<OfferIndex>> ArcsOf(const Instance& instance) {
  const CheckFacts facts(instance);
  std::vector<std::vector<OfferIndex>> arcs(instance.needs.size());
  for (std::size_t n = 0; n < instance.needs.size(); ++n) {
    for (const Tie& tie : instance.ties) {
      if (tie.recipient != instance.needs[n].place) continue;
      for (std::size_t k = 0; k < instance.offers.size(); ++k) {
        const auto o = static_cast<OfferIndex>(k);
        if (instance.offers[k].place != tie.donor) continue;
        if (facts.Obstacle(static_cast<NeedIndex>(n), o, tie.transit_days) ==
            UnmetReason::kStockUsedUp) {
          arcs[n].push_back(o);
        }
      }
    }
  }
  return arcs;
}

// A unit of a need, and its place in the order of the pool.
struct UnitTurn {
  std::int32_t level = 0;
  std::int32_t band = 0;
  std::int64_t points = 0;
  NeedIndex need = 0;
};

inline std::vector<UnitTurn> UnitTurns(const Instance& instance,
                                       PoolOrder order) {
  const CheckFacts facts(instance);
  std::vector<UnitTurn> turns;
  for (std::size_t i = 0; i < instance.needs.size(); ++i) {
    const Need& need = instance.needs[i];
    const auto n = static_cast<NeedIndex>(i);
    if (need.base_units == 0) continue;
    const UrgencyPrice urgency = facts.PressureOf(n);
    const std::int64_t whole = std::max(need.base_units, need.whole_units);
    // Unit k (from 1) lies in the first band b with floor(b Q / 8) >= k.
    for (std::int64_t k = whole - need.base_units + 1; k <= whole; ++k) {
      std::int32_t band = 1;
      while (band * whole / 8 < k) ++band;
      turns.push_back({urgency.tier, order == PoolOrder::kFair ? band : 0,
                       urgency.points, n});
    }
  }
  std::stable_sort(
      turns.begin(), turns.end(), [](const UnitTurn& a, const UnitTurn& b) {
        return std::make_tuple(a.level, a.band, -a.points, a.need) <
               std::make_tuple(b.level, b.band, -b.points, b.need);
      });
  return turns;
}

// Whether the offers can give every need this much: a maximum flow from
// nothing, one unit at a time, on explicit arcs.
inline bool Feasible(const Instance& instance,
                     const std::vector<std::vector<OfferIndex>>& arcs,
                     const std::vector<std::int64_t>& wanted) {
  std::vector<std::int64_t> left;
  for (const Offer& offer : instance.offers) left.push_back(offer.base_units);
  std::vector<std::map<std::size_t, std::int64_t>> given(left.size());
  for (std::size_t source = 0; source < wanted.size(); ++source) {
    for (std::int64_t unit = 0; unit < wanted[source]; ++unit) {
      std::vector<std::size_t> from_need(left.size(), wanted.size());
      std::vector<std::size_t> from_offer(wanted.size(), left.size());
      std::vector<std::size_t> queue = {source};
      std::size_t end = left.size();
      for (std::size_t i = 0; i < queue.size() && end == left.size(); ++i) {
        for (const OfferIndex o : arcs[queue[i]]) {
          if (from_need[At(o)] != wanted.size()) continue;
          from_need[At(o)] = queue[i];
          if (left[At(o)] > 0) {
            end = At(o);
            break;
          }
          for (const auto& [need, units] : given[At(o)]) {
            if (need == source || from_offer[need] != left.size()) continue;
            from_offer[need] = At(o);
            queue.push_back(need);
          }
        }
      }
      if (end == left.size()) return false;
      --left[end];
      for (std::size_t o = end;;) {
        const std::size_t need = from_need[o];
        ++given[o][need];
        if (need == source) break;
        o = from_offer[need];
        if (--given[o][need] == 0) given[o].erase(need);
      }
    }
  }
  return true;
}

// The lexicographically best coverage by need, one unit at a time.
inline std::vector<std::int64_t> BestCoverage(
    const Instance& instance, PoolOrder order,
    const std::vector<std::vector<OfferIndex>>& arcs) {
  std::vector<std::int64_t> covered(instance.needs.size(), 0);
  for (const UnitTurn& turn : UnitTurns(instance, order)) {
    ++covered[At(turn.need)];
    if (!Feasible(instance, arcs, covered)) --covered[At(turn.need)];
  }
  return covered;
}

inline std::vector<std::int64_t> CoverageOf(const Instance& instance,
                                            const PoolResult& result) {
  std::vector<std::int64_t> covered(instance.needs.size(), 0);
  for (const Flow& flow : result.flows) {
    covered[At(flow.need)] += flow.base_units;
  }
  return covered;
}

}  // namespace twinaid::matcher

#endif  // TWINAID_TESTS_MATCHER_POOL_SUPPORT_H_
