// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/care.h"

#include <algorithm>
#include <cstddef>

namespace twinaid::matcher {
namespace {

std::size_t At(LocalIndex index) { return static_cast<std::size_t>(index); }

// Above the cost of every path: what an offer without stock costs to draw on.
constexpr Cost kFar = {{std::int64_t{1} << 40, 0}};

class Transport {
 public:
  Transport(const PairGraph& graph, const std::vector<std::int64_t>& covered)
      : graph_(graph), covered_(covered) {
    for (const PairOffer& offer : graph.offers)
      left_.push_back(offer.base_units);
    for (const PairNeed& need : graph.needs) {
      care_.flow.emplace_back(need.offers.size(), 0);
    }
  }

  Care Run() {
    for (std::size_t n = 0; n < graph_.needs.size(); ++n) {
      std::int64_t wanted = covered_[n];
      while (wanted > 0) wanted -= Augment(n, wanted);
    }
    // The distances of the last residual graph are the prices.
    Relax();
    care_.need_price = need_;
    care_.offer_price = offer_;
    for (std::size_t n = 0; n < need_.size(); ++n) {
      if (covered_[n] == 0) care_.need_price[n] = Cost{};
    }
    return care_;
  }

 private:
  Cost CostOf(std::size_t n, std::size_t k) const {
    const CareCost& cost = graph_.needs[n].cost[k];
    return Cost{{cost.quality_loss, cost.shelf_days}};
  }

  // The cheapest way for each need and offer to get at stock that is left, over
  // arcs that can take more and flows that can be taken back (Bellman-Ford).
  // need_[n] is the price of one more base unit for n, offer_[o] of one more
  // out of o: zero where stock is left, kFar where none can be had.
  void Relax() {
    need_.assign(graph_.needs.size(), kFar + kFar);
    offer_.assign(graph_.offers.size(), kFar);
    slot_.assign(graph_.needs.size(), -1);
    back_.assign(graph_.offers.size(), {-1, -1});
    for (std::size_t o = 0; o < left_.size(); ++o) {
      if (left_[o] > 0) offer_[o] = Cost{};
    }
    while (Step()) {
    }
  }

  // One pass over all arcs; false when nothing got cheaper.
  bool Step() {
    bool changed = false;
    for (std::size_t n = 0; n < graph_.needs.size(); ++n) {
      const PairNeed& need = graph_.needs[n];
      for (std::size_t k = 0; k < need.offers.size(); ++k) {
        const Cost there = offer_[At(need.offers[k])] + CostOf(n, k);
        if (there < need_[n]) {
          need_[n] = there;
          slot_[n] = static_cast<LocalIndex>(k);
          changed = true;
        }
      }
      for (std::size_t k = 0; k < need.offers.size(); ++k) {
        if (care_.flow[n][k] == 0) continue;
        const std::size_t o = At(need.offers[k]);
        const Cost there = need_[n] - CostOf(n, k);
        if (there < offer_[o]) {
          offer_[o] = there;
          back_[o] = {static_cast<LocalIndex>(n), static_cast<LocalIndex>(k)};
          changed = true;
        }
      }
    }
    return changed;
  }

  std::int64_t Augment(std::size_t start, std::int64_t wanted) {
    Relax();
    std::int64_t amount = wanted;
    for (std::size_t n = start;;) {
      const std::size_t o = At(graph_.needs[n].offers[At(slot_[n])]);
      if (back_[o].need < 0) {
        amount = std::min(amount, left_[o]);
        break;
      }
      amount =
          std::min(amount, care_.flow[At(back_[o].need)][At(back_[o].slot)]);
      n = At(back_[o].need);
    }
    for (std::size_t n = start;;) {
      care_.flow[n][At(slot_[n])] += amount;
      const std::size_t o = At(graph_.needs[n].offers[At(slot_[n])]);
      if (back_[o].need < 0) {
        left_[o] -= amount;
        return amount;
      }
      care_.flow[At(back_[o].need)][At(back_[o].slot)] -= amount;
      n = At(back_[o].need);
    }
  }

  struct Arc {
    LocalIndex need;
    LocalIndex slot;
  };
  const PairGraph& graph_;
  const std::vector<std::int64_t>& covered_;
  std::vector<std::int64_t> left_;  // by offer
  std::vector<Cost> need_;
  std::vector<Cost> offer_;
  std::vector<LocalIndex> slot_;  // by need: the offer it would draw on
  std::vector<Arc> back_;         // by offer: the flow to take back
  Care care_;
};

}  // namespace

Care AllocateWithCare(const PairGraph& graph,
                      const std::vector<std::int64_t>& covered) {
  return Transport(graph, covered).Run();
}

}  // namespace twinaid::matcher
