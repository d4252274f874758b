// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/coverage.h"

#include <algorithm>
#include <cstddef>

namespace twinaid::matcher {
namespace {

std::size_t At(LocalIndex index) { return static_cast<std::size_t>(index); }

class Filling {
 public:
  explicit Filling(const PairGraph& graph)
      : graph_(graph), flow_(graph.needs.size()), closed_(graph.offers.size()) {
    serves_.resize(graph.offers.size());
    for (std::size_t n = 0; n < graph.needs.size(); ++n) {
      flow_[n].assign(graph.needs[n].offers.size(), 0);
      for (std::size_t k = 0; k < graph.needs[n].offers.size(); ++k) {
        serves_[At(graph.needs[n].offers[k])].push_back(
            {static_cast<LocalIndex>(n), static_cast<LocalIndex>(k)});
      }
    }
    for (const PairOffer& offer : graph.offers)
      left_.push_back(offer.base_units);
    result_.covered.assign(graph.needs.size(), 0);
    result_.offer_urgency.resize(graph.offers.size());
  }

  Coverage Run() {
    for (std::size_t n = 0; n < graph_.needs.size(); ++n) {
      const PairNeed& need = graph_.needs[n];
      std::int64_t& covered = result_.covered[n];
      while (covered < need.base_units) {
        const std::int64_t more = Augment(n, need.base_units - covered);
        if (more == 0) break;
        covered += more;
      }
      result_.value[static_cast<std::size_t>(need.tier)] +=
          covered * need.points;
    }
    return result_;
  }

 private:
  struct Arc {
    LocalIndex need;
    LocalIndex slot;  // in PairNeed::offers
  };

  // Finds a way from the need to stock that is left; moves at most `wanted`
  // base units along it. 0: there is none, and what was reached is closed.
  std::int64_t Augment(std::size_t start, std::int64_t wanted) {
    constexpr Arc kUnseen = {-1, -1};
    from_offer_.assign(graph_.offers.size(), kUnseen);
    from_need_.assign(graph_.needs.size(), -1);
    std::vector<LocalIndex> queue = {static_cast<LocalIndex>(start)};
    std::vector<bool> seen(graph_.needs.size(), false);
    seen[start] = true;
    for (std::size_t head = 0; head < queue.size(); ++head) {
      const LocalIndex n = queue[head];
      const PairNeed& need = graph_.needs[At(n)];
      for (std::size_t k = 0; k < need.offers.size(); ++k) {
        const LocalIndex o = need.offers[k];
        if (closed_[At(o)] || from_offer_[At(o)].need >= 0) continue;
        from_offer_[At(o)] = {n, static_cast<LocalIndex>(k)};
        if (left_[At(o)] > 0) return Push(o, start, wanted);
        for (const Arc& arc : serves_[At(o)]) {
          if (seen[At(arc.need)] || flow_[At(arc.need)][At(arc.slot)] == 0) {
            continue;
          }
          seen[At(arc.need)] = true;
          from_need_[At(arc.need)] = arc.slot;
          queue.push_back(arc.need);
        }
      }
    }
    for (std::size_t o = 0; o < graph_.offers.size(); ++o) {
      if (from_offer_[o].need < 0) continue;
      closed_[o] = true;
      result_.offer_urgency[o] = graph_.needs[start].urgency;
    }
    return 0;
  }

  std::int64_t Push(LocalIndex end, std::size_t start, std::int64_t wanted) {
    std::int64_t amount = std::min(wanted, left_[At(end)]);
    for (LocalIndex o = end;;) {
      const LocalIndex n = from_offer_[At(o)].need;
      if (At(n) == start) break;
      const LocalIndex slot = from_need_[At(n)];
      amount = std::min(amount, flow_[At(n)][At(slot)]);
      o = graph_.needs[At(n)].offers[At(slot)];
    }
    left_[At(end)] -= amount;
    for (LocalIndex o = end;;) {
      const Arc arc = from_offer_[At(o)];
      flow_[At(arc.need)][At(arc.slot)] += amount;
      if (At(arc.need) == start) return amount;
      const LocalIndex slot = from_need_[At(arc.need)];
      flow_[At(arc.need)][At(slot)] -= amount;
      o = graph_.needs[At(arc.need)].offers[At(slot)];
    }
  }

  const PairGraph& graph_;
  std::vector<std::vector<std::int64_t>> flow_;  // by need, slot
  std::vector<std::vector<Arc>> serves_;         // by offer
  std::vector<std::int64_t> left_;               // by offer
  std::vector<bool> closed_;                     // by offer
  std::vector<Arc> from_offer_;                  // how the search reached it
  std::vector<LocalIndex> from_need_;            // by which slot
  Coverage result_;
};

}  // namespace

Coverage CoverBest(const PairGraph& graph) { return Filling(graph).Run(); }

}  // namespace twinaid::matcher
