// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/pool_problem.h"

#include <algorithm>
#include <cstddef>
#include <tuple>

#include "matcher/points.h"
#include "tests/bench/arcs.h"

namespace twinaid::bench {
namespace {

constexpr std::int64_t kBands = 8;

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

// A band of a need, with what decides its place in the order.
struct Ranked {
  matcher::UrgencyPrice urgency;
  std::int64_t band = 0;
  matcher::NeedIndex index = 0;
  Demand demand;

  auto Key() const {
    return std::make_tuple(urgency.tier, band, -urgency.points, index);
  }
};

// Gives each record that is met a number of its own.
class Numbers {
 public:
  explicit Numbers(std::size_t count) : number_(count, -1) {}

  std::int32_t Of(std::int32_t index, std::vector<std::int32_t>& met) {
    std::int32_t& number = number_[At(index)];
    if (number < 0) {
      number = static_cast<std::int32_t>(met.size());
      met.push_back(index);
    }
    return number;
  }

 private:
  std::vector<std::int32_t> number_;
};

// The open part of each band: what was covered before fills the first ones.
void AddBands(const matcher::Need& need, PoolOrder order, Ranked ranked,
              std::vector<Ranked>& all) {
  const std::int64_t bands = order == PoolOrder::kFair ? kBands : 1;
  const matcher::Int128 whole = matcher::WholeUnits(need);
  const auto covered =
      static_cast<std::int64_t>(whole - matcher::Int128{need.base_units});
  std::int64_t start = 0;
  for (std::int64_t band = 1; band <= bands; ++band) {
    const auto end = static_cast<std::int64_t>(whole * band / bands);
    ranked.band = band;
    ranked.demand.units =
        std::max<std::int64_t>(0, end - std::max(start, covered));
    if (ranked.demand.units > 0) all.push_back(ranked);
    start = end;
  }
}

}  // namespace

matcher::Int128 PoolProblem::WorthOf(
    const std::vector<std::int64_t>& covered) const {
  std::vector<std::int64_t> left;
  left.reserve(needs.size());
  for (const matcher::NeedIndex n : needs) left.push_back(covered[At(n)]);
  matcher::Int128 worth = 0;
  // The demands of one need stand in the order of their bands.
  for (const Demand& demand : transport.demands) {
    std::int64_t& rest = left[At(demand.need)];
    const std::int64_t units = std::min(rest, demand.units);
    rest -= units;
    worth += matcher::Int128{units} * demand.worth;
  }
  return worth;
}

PoolProblem MakePoolProblem(const matcher::Instance& instance,
                            std::int32_t group, PoolOrder order) {
  const Arcs arcs(instance, group);
  const std::vector<std::int64_t> points = matcher::PointsPerBaseUnit(instance);
  PoolProblem problem;
  Transport& transport = problem.transport;
  Numbers offer_numbers(instance.offers.size());
  Numbers need_numbers(instance.needs.size());
  for (const matcher::Tie& tie : instance.ties) {
    arcs.Over(tie, [&](matcher::NeedIndex n, matcher::OfferIndex o) {
      transport.arcs.push_back({offer_numbers.Of(o, problem.offers),
                                need_numbers.Of(n, problem.needs)});
    });
  }
  for (const matcher::OfferIndex o : problem.offers) {
    transport.stock.push_back(instance.offers[At(o)].base_units);
  }
  transport.needs = static_cast<std::int32_t>(problem.needs.size());
  std::vector<Ranked> all;
  for (std::size_t i = 0; i < problem.needs.size(); ++i) {
    const matcher::NeedIndex n = problem.needs[i];
    const matcher::Need& need = instance.needs[At(n)];
    Ranked ranked;
    ranked.urgency =
        matcher::UrgencyOf(instance.tiers, need.tier, points[At(n)]);
    ranked.index = n;
    ranked.demand.need = static_cast<std::int32_t>(i);
    AddBands(need, order, ranked, all);
  }
  std::sort(all.begin(), all.end(),
            [](const Ranked& a, const Ranked& b) { return a.Key() < b.Key(); });
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].demand.worth = static_cast<std::int64_t>(all.size() - i);
    transport.demands.push_back(all[i].demand);
  }
  return problem;
}

}  // namespace twinaid::bench
