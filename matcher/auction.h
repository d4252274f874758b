// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Bids that bring potentials near the optimum before paths are searched.

#ifndef TWINAID_MATCHER_AUCTION_H_
#define TWINAID_MATCHER_AUCTION_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "matcher/augmenting_search.h"
#include "matcher/matching_graph.h"

namespace twinaid::matcher {

// Free nodes of `own` bid for nodes of `other`: each takes the one that leaves
// it most and raises its potential by what it has over the second best
// (Jonker and Volgenant 1987: augmenting row reduction), or by a little more
// (Bertsekas 1988: the auction), so that long contests end.
//
// W is one number.
template <typename W>
class Auction {
 public:
  // Borrows all three, which must outlive it.
  Auction(const ArcTable<W>& arcs, Side<W>& own, Side<W>& other)
      : arcs_(arcs), own_(own), other_(other) {}

  // Every free node of `bidders` bids once, then whoever was outbid, up to four
  // bids for each of them. Potentials stay feasible and tight on matched edges.
  // Leaves in `bidders` those that still lack a partner.
  void Pass(std::vector<std::int32_t>& bidders) {
    const std::size_t most = 5 * bidders.size() + 16;
    std::vector<std::int32_t> left;
    for (std::size_t i = 0; i < bidders.size(); ++i) {
      if (i + kAhead < bidders.size()) Prefetch(bidders[i + kAhead]);
      const std::int32_t node = bidders[i];
      const Bid bid = BestFor(node);
      if (bid.arc == nullptr) {  // it is content to stay free
        own_.potential[At(node)] = W{};
        continue;
      }
      const std::int32_t rival = other_.mate[At(bid.arc->other)].node;
      if (rival != kNoNode && !(bid.second < bid.best)) {
        left.push_back(node);
        continue;
      }
      ++raises_[Width(bid.best - bid.second)];
      Take(node, *bid.arc, bid.best - bid.second);
      own_.potential[At(node)] = bid.second;
      if (rival == kNoNode) continue;
      (bidders.size() < most ? bidders : left).push_back(rival);
    }
    bidders.clear();
    for (const std::int32_t node : left) {
      own_.potential[At(node)] = LeastPotential(node);
      if (own_.Lacks(node)) bidders.push_back(node);
    }
  }

  // Bids in steps that differ from those of Pass by a sixteenth of a typical
  // raise, until nobody is outbid or the contest is long. Potentials are
  // feasible and tight on matched edges afterwards, but nodes of `other` may
  // lack partners. Leaves in `bidders` the nodes that do on this side.
  void Contest(std::vector<std::int32_t>& bidders) {
    const W step = W{1} << std::max(0, TypicalWidth() - 3);
    std::size_t most = 64 * static_cast<std::size_t>(arcs_.nodes()) + 1024;
    for (const std::int32_t first : bidders) {
      std::int32_t node = first;
      while (node != kNoNode && most > 0) {
        --most;
        const Bid bid = BestFor(node);
        if (bid.arc == nullptr) break;
        const std::int32_t rival = other_.mate[At(bid.arc->other)].node;
        W raise = bid.best - bid.second + step;
        if (own_.required[At(node)] == 0) raise = std::min(raise, bid.best);
        Take(node, *bid.arc, raise);
        node = rival;
      }
    }
    bidders.clear();
    for (std::int32_t node = 0; node < arcs_.nodes(); ++node) {
      own_.potential[At(node)] = LeastPotential(node);
      KeepIfTight(node);
      if (own_.Lacks(node)) bidders.push_back(node);
    }
  }

 private:
  static constexpr std::size_t kAhead = 4;
  struct Bid {
    const Arc<W>* arc = nullptr;
    W best{};
    W second{};
  };
  static std::size_t At(std::int32_t node) {
    return static_cast<std::size_t>(node);
  }

  // Bits of a number that is zero or more.
  static std::size_t Width(W number) {
    std::size_t width = 0;
    for (; number > W{}; number >>= 1) ++width;
    return width;
  }

  // The median width of a raise.
  int TypicalWidth() const {
    std::int64_t all = 0;
    for (std::size_t i = 1; i < raises_.size(); ++i) all += raises_[i];
    std::int64_t below = 0;
    for (std::size_t i = 1; i < raises_.size(); ++i) {
      below += raises_[i];
      if (2 * below > all) return static_cast<int>(i);
    }
    return 0;
  }

  // Without branches on the weights, which nobody can predict.
  Bid BestFor(std::int32_t node) const {
    const W* const potential = other_.potential.data();
    // To stay free is worth nothing, or is no choice at all.
    const W floor = own_.required[At(node)] == 0 ? W{} : -Unreachable<W>();
    Bid bid{nullptr, floor, floor};
    for (const Arc<W>& arc : arcs_[node]) {
      const W left = arc.weight - potential[arc.other];
      const bool better = bid.best < left;
      const W loser = better ? bid.best : left;
      bid.second = bid.second < loser ? loser : bid.second;
      bid.best = better ? left : bid.best;
      bid.arc = better ? &arc : bid.arc;
    }
    if (bid.second == -Unreachable<W>()) bid.second = bid.best;
    return bid;
  }

  void Prefetch(std::int32_t node) const {
    __builtin_prefetch(arcs_[node].data());
  }

  void Take(std::int32_t node, const Arc<W>& arc, const W& raise) {
    Mate& mate = other_.mate[At(arc.other)];
    if (mate.node != kNoNode) own_.mate[At(mate.node)] = Mate{};
    mate = {node, arc.edge};
    own_.mate[At(node)] = {arc.other, arc.edge};
    other_.potential[At(arc.other)] += raise;
  }

  W LeastPotential(std::int32_t node) const {
    const auto arcs = arcs_[node];
    if (arcs.empty()) return W{};
    const bool required = own_.required[At(node)] != 0;
    W least{};
    bool first = required;
    for (const Arc<W>& arc : arcs) {
      const W left = arc.weight - other_.potential[At(arc.other)];
      if (first || least < left) least = left;
      first = false;
    }
    return least;
  }

  // Gives up the partner if the potentials say more than the edge weighs.
  void KeepIfTight(std::int32_t node) {
    const Mate mate = own_.mate[At(node)];
    if (mate.node == kNoNode) return;
    for (const Arc<W>& arc : arcs_[node]) {
      if (arc.edge != mate.edge) continue;
      if (own_.potential[At(node)] + other_.potential[At(mate.node)] ==
          arc.weight) {
        return;
      }
      break;
    }
    own_.mate[At(node)] = Mate{};
    other_.mate[At(mate.node)] = Mate{};
  }

  const ArcTable<W>& arcs_;
  Side<W>& own_;
  Side<W>& other_;
  std::array<std::int64_t, 128> raises_{};  // how many, by width in bits
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_AUCTION_H_
