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
    std::vector<std::int32_t> left;
    std::size_t again = 4 * bidders.size() + 16;
    for (const std::int32_t first : bidders) {
      std::int32_t node = first;
      while (node != kNoNode) {
        const Bid bid = BestFor(node);
        if (bid.arc == nullptr) {  // it is content to stay free
          own_.potential[At(node)] = W{};
          break;
        }
        const std::int32_t rival = other_.mate[At(bid.arc->other)].node;
        if (rival != kNoNode && !(bid.second < bid.best)) {
          own_.potential[At(node)] = bid.best;
          left.push_back(node);
          break;
        }
        ++raises_[Width(bid.best - bid.second)];
        Take(node, *bid.arc, bid.best - bid.second);
        own_.potential[At(node)] = bid.second;
        node = rival;
        if (node != kNoNode && again-- == 0) {
          left.push_back(node);
          again = 0;
          break;
        }
      }
    }
    for (const std::int32_t node : left) {
      own_.potential[At(node)] = LeastPotential(node);
    }
    bidders.swap(left);
    DropContent(bidders);
  }

  // Bids in steps that differ from those of Pass by a sixteenth of a typical
  // raise, until nobody is outbid or the contest is long. Potentials are
  // feasible and tight on matched edges afterwards, but nodes of `other` may
  // lack partners. Leaves in `bidders` the nodes that do on this side.
  void Contest(std::vector<std::int32_t>& bidders) {
    const W step = W{1} << std::max(0, TypicalWidth() - 5);
    std::size_t most = 16 * static_cast<std::size_t>(arcs_.nodes()) + 1024;
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

  Bid BestFor(std::int32_t node) const {
    Bid bid;
    bool has_second = own_.required[At(node)] == 0;  // staying free
    for (const Arc<W>& arc : arcs_[node]) {
      const W left = arc.weight - other_.potential[At(arc.other)];
      if (bid.arc == nullptr ? !has_second || bid.second < left
                             : bid.best < left) {
        if (bid.arc != nullptr) {
          bid.second = bid.best;
          has_second = true;
        }
        bid.best = left;
        bid.arc = &arc;
      } else if (!has_second || bid.second < left) {
        bid.second = left;
        has_second = true;
      }
    }
    if (!has_second) bid.second = bid.best;
    return bid;
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

  void DropContent(std::vector<std::int32_t>& nodes) const {
    nodes.erase(
        std::remove_if(nodes.begin(), nodes.end(),
                       [this](std::int32_t node) { return !own_.Lacks(node); }),
        nodes.end());
  }

  const ArcTable<W>& arcs_;
  Side<W>& own_;
  Side<W>& other_;
  std::array<std::int64_t, 128> raises_{};  // how many, by width in bits
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_AUCTION_H_
