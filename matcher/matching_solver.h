// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Maximum-weight matching of two sides whose weights are single numbers.

#ifndef TWINAID_MATCHER_MATCHING_SOLVER_H_
#define TWINAID_MATCHER_MATCHING_SOLVER_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "matcher/auction.h"
#include "matcher/augmenting_search.h"
#include "matcher/matching_graph.h"
#include "matcher/tight_matching.h"

namespace twinaid::matcher {

// Whether to search from the other side: whether fewer of its nodes than of
// this one want most what another wants most too. Both sides have the same
// number of nodes. O(nodes + arcs).
template <typename W>
bool OthersHaveFewerRivals(const ArcTable<W>& arcs) {
  struct Wish {
    W most{};
    std::int32_t node = kNoNode;
  };
  const auto nodes = static_cast<std::size_t>(arcs.nodes());
  std::vector<Wish> own(nodes), other(nodes);
  for (std::int32_t node = 0; node < arcs.nodes(); ++node) {
    Wish& mine = own[static_cast<std::size_t>(node)];
    for (const Arc<W>& arc : arcs[node]) {
      if (mine.most < arc.weight) mine = {arc.weight, arc.other};
      Wish& theirs = other[static_cast<std::size_t>(arc.other)];
      if (theirs.most < arc.weight) theirs = {arc.weight, node};
    }
  }
  const auto rivals = [nodes](const std::vector<Wish>& wishes) {
    std::vector<std::uint8_t> seen(nodes, 0);
    std::int32_t count = 0;
    for (const Wish& wish : wishes) {
      if (wish.node == kNoNode) continue;
      count += seen[static_cast<std::size_t>(wish.node)];
      seen[static_cast<std::size_t>(wish.node)] = 1;
    }
    return count;
  };
  return rivals(other) < rivals(own);
}

// The sparse algorithm of Jonker and Volgenant 1987 for matchings that need not
// be perfect: potentials from the greatest weights, a greedy matching (the most
// partners where equal weights are many), bids, then a shortest augmenting path
// for everybody who still lacks a partner; in between, when paths grow long, a
// contest of bids with a step.
//
// Time O(n (m + n log n)) for n nodes and m arcs, memory O(n + m).
template <typename W>
class MatchingSolver {
 public:
  // Borrows all three, which must outlive it. Somewhere a matching of all
  // required nodes exists; potentials and mates are those of a new Side.
  MatchingSolver(const ArcTable<W>& arcs, Side<W>& own, Side<W>& other)
      : arcs_(arcs),
        own_(own),
        other_(other),
        search_(static_cast<std::int32_t>(other.mate.size())) {}

  // Leaves the optimum and the potentials that prove it.
  void Run() {
    const std::int32_t ties = Start();
    if (2 * ties > arcs_.nodes()) {
      TightMatching<W>(arcs_, own_, other_).Run();
    }
    Auction<W> auction(arcs_, own_, other_);
    std::vector<std::int32_t> lacking = Lacking(own_);
    for (int pass = 0; pass < kPasses; ++pass) auction.Pass(lacking);
    if (!MatchAll(lacking, kFewArcs * arcs_.size())) {
      lacking = Lacking(own_);
      auction.Contest(lacking);
      MatchAll(lacking, 0);
    }
    MatchOtherSide();
  }

 private:
  static constexpr int kPasses = 3;
  // Searches may look at every arc as often as this before they are too long.
  static constexpr std::size_t kFewArcs = 8;
  static constexpr std::size_t kBlock = 64;  // searches between two looks

  static std::size_t At(std::int32_t node) {
    return static_cast<std::size_t>(node);
  }

  static std::vector<std::int32_t> Lacking(const Side<W>& side) {
    std::vector<std::int32_t> lacking;
    const auto nodes = static_cast<std::int32_t>(side.mate.size());
    for (std::int32_t node = 0; node < nodes; ++node) {
      if (side.Lacks(node)) lacking.push_back(node);
    }
    return lacking;
  }

  // Returns how many nodes have their greatest weight more than once.
  std::int32_t Start() {
    std::int32_t ties = 0;
    for (std::int32_t node = 0; node < arcs_.nodes(); ++node) {
      const auto arcs = arcs_[node];
      if (arcs.empty()) continue;
      W most = own_.required[At(node)] != 0 ? arcs.front().weight : W{};
      for (const Arc<W>& arc : arcs) most = std::max(most, arc.weight);
      own_.potential[At(node)] = most;
      if (!own_.Lacks(node)) continue;  // nothing to gain
      int tight = 0;
      for (const Arc<W>& arc : arcs) {
        if (arc.weight != most) continue;
        ++tight;
        if (own_.mate[At(node)].node == kNoNode &&
            other_.mate[At(arc.other)].node == kNoNode) {
          own_.mate[At(node)] = {arc.other, arc.edge};
          other_.mate[At(arc.other)] = {node, arc.edge};
        }
      }
      ties += tight > 1 ? 1 : 0;
    }
    return ties;
  }

  // Searches from every one of `lacking`. Stops and returns false when that
  // looks like taking more than `budget` arcs; 0 is any number.
  bool MatchAll(const std::vector<std::int32_t>& lacking, std::size_t budget) {
    const auto before = static_cast<std::size_t>(search_.scanned());
    std::size_t block = before;
    for (std::size_t i = 0; i < lacking.size(); ++i) {
      if (budget > 0 && i % kBlock == 0 && i > 0) {
        const auto now = static_cast<std::size_t>(search_.scanned());
        const std::size_t ahead = (now - block) / kBlock * (lacking.size() - i);
        if (now - before + ahead > budget) return false;
        block = now;
      }
      if (own_.Lacks(lacking[i])) {
        search_.Run(lacking[i], arcs_, own_, other_);
      }
    }
    return true;
  }

  void MatchOtherSide() {
    const std::vector<std::int32_t> lacking = Lacking(other_);
    if (lacking.empty()) return;
    const ArcTable<W> arcs =
        arcs_.Transposed(static_cast<std::int32_t>(other_.mate.size()));
    AugmentingSearch<W> search(arcs_.nodes());
    for (const std::int32_t node : lacking) {
      if (other_.Lacks(node)) search.Run(node, arcs, other_, own_);
    }
  }

  const ArcTable<W>& arcs_;
  Side<W>& own_;
  Side<W>& other_;
  AugmentingSearch<W> search_;
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_MATCHING_SOLVER_H_
