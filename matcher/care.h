// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The most careful way to reach a coverage: least loss of quality, then goods
// with the shortest shelf life first.

#ifndef TWINAID_MATCHER_CARE_H_
#define TWINAID_MATCHER_CARE_H_

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "matcher/pair_graph.h"
#include "matcher/solution.h"
#include "matcher/weight.h"

namespace twinaid::matcher {

// A CareCost as one number, quality loss * 2^64 + shelf days: it adds and
// compares like the two of them.
using CareNumber = Int128;
CareCost ToCareCost(CareNumber number);

struct Care {
  std::vector<std::int64_t> flow;  // by arc of the graph, base units
  std::vector<std::int64_t> left;  // by offer of the graph, base units
  // Prices that prove it: need price - offer price <= cost on every arc of a
  // need that is covered at all, with equality where something flows; an offer
  // with stock left has price zero, no offer a negative one.
  std::vector<CareNumber> need_price;
  std::vector<CareNumber> offer_price;
};

// Minimum-cost flow with the covered amounts as demands, by shortest paths with
// prices (Dijkstra, stopped at the first stock). One thread at a time. Keeps
// its memory: O(needs + offers + arcs) of the largest graph.
class CareFlow {
 public:
  // The amounts can be served: GraphCover reached them. Good until the next
  // call. Time O(arcs log arcs) a path; a path ends with a need covered, an
  // offer used up or a flow taken back.
  const Care& Of(const PairGraph& graph,
                 const std::vector<std::int64_t>& covered);

 private:
  static constexpr std::int32_t kNone = -1;

  // An arc that may carry goods, in a list of those of its offer.
  struct Holder {
    LocalIndex need = 0;
    std::int32_t next = kNone;
    ArcIndex arc = 0;
  };
  struct OfferState {
    CareNumber ask = 0;  // its price and its shelf days
    std::int32_t first_holder = kNone;
    std::int32_t last_holder = kNone;
    // One search.
    std::int64_t reached = 0;  // the last search
    std::int64_t settled = 0;  // the last search
    CareNumber distance = 0;
    LocalIndex by_need = 0;  // the arc that leads there
    ArcIndex by_arc = 0;
  };
  struct NeedState {
    std::int64_t visited = 0;  // the last search
    ArcIndex from = 0;         // the arc whose goods it may give back
  };
  // A need or an offer so far from the start.
  struct Stop {
    CareNumber distance = 0;
    LocalIndex index = 0;
    friend bool operator>(const Stop& a, const Stop& b) {
      return a.distance != b.distance ? a.distance > b.distance
                                      : a.index > b.index;
    }
  };

  void Begin(const PairGraph& graph);
  void Serve(const PairGraph& graph, LocalIndex n, std::int64_t wanted);
  LocalIndex Search(const PairGraph& graph, LocalIndex start);
  void Scan(const PairGraph& graph, LocalIndex n, CareNumber distance);
  void ScanHolders(const PairGraph& graph, LocalIndex offer,
                   CareNumber distance);
  std::int64_t Push(const PairGraph& graph, LocalIndex start, LocalIndex end,
                    std::int64_t wanted);
  void AddFlow(LocalIndex offer, LocalIndex need, ArcIndex arc,
               std::int64_t amount);

  std::int64_t search_ = 0;
  std::vector<OfferState> offers_;
  std::vector<NeedState> needs_;
  std::vector<Holder> holders_;
  Care care_;

  // One search.
  Stop nearest_stock_;         // as far as it is known
  std::vector<Stop> heap_;     // offers, the nearest first
  std::vector<Stop> scanned_;  // needs
  std::vector<Stop> drained_;  // offers without stock
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_CARE_H_
