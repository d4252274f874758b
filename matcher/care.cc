// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/care.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <queue>
#include <utility>

namespace twinaid::matcher {
namespace {

std::size_t At(LocalIndex index) { return static_cast<std::size_t>(index); }

constexpr LocalIndex kNothing = -1;

class Transport {
 public:
  Transport(const PairGraph& graph, const std::vector<std::int64_t>& covered)
      : graph_(graph),
        covered_(covered),
        holders_(graph.offers.size()),
        distance_(graph.offers.size()),
        reached_(graph.offers.size(), 0),
        settled_(graph.offers.size(), 0),
        by_(graph.offers.size()),
        visited_(graph.needs.size(), 0),
        from_(graph.needs.size(), kNothing) {
    for (const PairOffer& offer : graph.offers) {
      left_.push_back(offer.base_units);
    }
    for (const PairNeed& need : graph.needs) {
      care_.flow.emplace_back(need.offers.size(), 0);
    }
    care_.need_price.assign(graph.needs.size(), Cost{});
    care_.offer_price.assign(graph.offers.size(), Cost{});
  }

  Care Run() {
    for (std::size_t n = 0; n < graph_.needs.size(); ++n) {
      if (covered_[n] == 0) continue;
      care_.need_price[n] = CheapestOffer(n);
      for (std::int64_t wanted = covered_[n]; wanted > 0;) {
        wanted -= Push(n, Search(n), wanted);
      }
    }
    return std::move(care_);
  }

 private:
  struct Arc {
    LocalIndex need = kNothing;
    LocalIndex slot = kNothing;  // in PairNeed::offers
  };
  using Entry = std::pair<Cost, LocalIndex>;  // distance, offer

  // What one base unit of the need's k-th offer costs at today's prices.
  Cost Charge(std::size_t n, std::size_t k) const {
    const PairNeed& need = graph_.needs[n];
    return care_.offer_price[At(need.offers[k])] +
           Cost{{need.cost[k].quality_loss, need.cost[k].shelf_days}};
  }

  Cost CheapestOffer(std::size_t n) const {
    Cost least = Charge(n, 0);
    for (std::size_t k = 1; k < graph_.needs[n].offers.size(); ++k) {
      least = std::min(least, Charge(n, k));
    }
    return least;
  }

  // The nearest offer with stock left, by reduced costs; a step leads from a
  // need to an offer, and from an offer without stock to the needs that hold
  // goods of it. Raises the prices on the way, so that the way is tight.
  LocalIndex Search(std::size_t start) {
    ++pass_;
    heap_ = {};
    scanned_.clear();
    drained_.clear();
    Scan(start, Cost{});
    while (true) {
      const auto [distance, o] = heap_.top();
      heap_.pop();
      if (settled_[At(o)] == pass_) continue;
      settled_[At(o)] = pass_;
      if (left_[At(o)] > 0) {
        for (const auto& [d, n] : scanned_) {
          care_.need_price[n] += distance - d;
        }
        for (const auto& [d, drained] : drained_) {
          care_.offer_price[At(drained)] += distance - d;
        }
        return o;
      }
      drained_.emplace_back(distance, o);
      std::erase_if(holders_[At(o)], [this](const Arc& arc) {
        return care_.flow[At(arc.need)][At(arc.slot)] == 0;
      });
      for (const Arc& arc : holders_[At(o)]) {
        if (visited_[At(arc.need)] == pass_) continue;
        from_[At(arc.need)] = arc.slot;
        Scan(At(arc.need), distance);
      }
    }
  }

  void Scan(std::size_t n, const Cost& distance) {
    visited_[n] = pass_;
    scanned_.emplace_back(distance, n);
    const PairNeed& need = graph_.needs[n];
    for (std::size_t k = 0; k < need.offers.size(); ++k) {
      const std::size_t o = At(need.offers[k]);
      if (settled_[o] == pass_) continue;
      const Cost there = distance + Charge(n, k) - care_.need_price[n];
      if (reached_[o] == pass_ && !(there < distance_[o])) continue;
      reached_[o] = pass_;
      distance_[o] = there;
      by_[o] = {static_cast<LocalIndex>(n), static_cast<LocalIndex>(k)};
      heap_.emplace(there, need.offers[k]);
    }
  }

  // Sends at most `wanted` along the way that Search found.
  std::int64_t Push(std::size_t start, LocalIndex end, std::int64_t wanted) {
    std::int64_t amount = std::min(wanted, left_[At(end)]);
    for (std::size_t n = At(by_[At(end)].need); n != start;) {
      const std::size_t slot = At(from_[n]);
      amount = std::min(amount, care_.flow[n][slot]);
      n = At(by_[At(graph_.needs[n].offers[slot])].need);
    }
    left_[At(end)] -= amount;
    for (LocalIndex o = end;;) {
      const Arc arc = by_[At(o)];
      std::int64_t& flow = care_.flow[At(arc.need)][At(arc.slot)];
      if (flow == 0) holders_[At(o)].push_back(arc);
      flow += amount;
      if (At(arc.need) == start) return amount;
      const LocalIndex slot = from_[At(arc.need)];
      care_.flow[At(arc.need)][At(slot)] -= amount;
      o = graph_.needs[At(arc.need)].offers[At(slot)];
    }
  }

  const PairGraph& graph_;
  const std::vector<std::int64_t>& covered_;
  std::vector<std::int64_t> left_;  // by offer
  std::vector<std::vector<Arc>>
      holders_;  // by offer: arcs that may carry goods
  Care care_;

  // One search.
  std::int64_t pass_ = 0;
  std::vector<Cost> distance_;         // by offer
  std::vector<std::int64_t> reached_;  // by offer: the pass
  std::vector<std::int64_t> settled_;  // by offer: the pass
  std::vector<Arc> by_;                // by offer: the arc that leads there
  std::vector<std::int64_t> visited_;  // by need: the pass
  std::vector<LocalIndex> from_;       // by need: the slot it was reached from
  std::vector<std::pair<Cost, std::size_t>> scanned_;  // needs
  std::vector<std::pair<Cost, LocalIndex>> drained_;   // offers without stock
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> heap_;
};

}  // namespace

Care AllocateWithCare(const PairGraph& graph,
                      const std::vector<std::int64_t>& covered) {
  return Transport(graph, covered).Run();
}

}  // namespace twinaid::matcher
