// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The flow of a family of the pool, grown need by need.

#ifndef TWINAID_MATCHER_POOL_FLOW_H_
#define TWINAID_MATCHER_POOL_FLOW_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "matcher/pool_graph.h"
#include "matcher/pool_labels.h"
#include "matcher/pool_shares.h"

namespace twinaid::matcher {

// Augmenting paths go from a need to an offer that may serve it, on to a need
// that this offer serves, and so on to an offer with stock left: each need on
// the way gets from the next offer what it gives up at the one before.
//
// After shipments were taken back the turns begin anew, and what the needs
// still have is loose until their turns come: a path may end at a need with
// loose units, too, and takes them from it. So a turn whose need has kept
// enough costs nothing, and the outcome is as good as that of an empty flow: at
// every turn, what counts is what was secured in the turns before.
//
// The distance of a need is the least number of offers on a path to stock; one
// with loose units is as near as one next to stock. All searches since the
// turns began share lower bounds of the distances, which never fall: paths are
// shortest ones, so what they change makes no distance shorter. A search walks
// down the bounds and raises those that turn out too low. One that takes long
// goes breadth first instead: that finds a path and better bounds, or a set of
// offers in which nothing is left, loose or can be freed, closed for good.
class PoolFlow {
 public:
  // Borrows the graph.
  explicit PoolFlow(const PoolGraph& graph);

  // Secures `units` in all for a need, as far as augmentation reaches, and
  // takes nothing that is secured for another. Not less than for this need
  // before, since the turns began.
  void Secure(std::int32_t need, std::int64_t units);

  // Takes back what the offer gives to needs of the place. To be followed by
  // BeginAnew.
  void TakeBack(std::int32_t offer, PlaceIndex place);

  // Nothing is secured for anybody any more.
  // Time O(needs + offers + shares).
  void BeginAnew();

  std::int64_t served(std::int32_t need) const {
    return served_[static_cast<std::size_t>(need)];
  }
  std::int64_t left(std::int32_t offer) const {
    return left_[static_cast<std::size_t>(offer)];
  }

  // What the offer gives, by need.
  std::vector<PoolShare> SharesOf(std::int32_t offer) const;

  // Calls visit(need) for every need that the offer serves, some twice.
  template <typename Visit>
  void ForEachServed(std::int32_t offer, Visit visit) const {
    for (const std::int32_t need : shares_.NeedsOf(offer)) {
      if (need >= 0) visit(need);
    }
  }

  // Work done, for benchmarks.
  struct Counters {
    std::int64_t walks = 0;
    std::int64_t steps = 0;
    std::int64_t sweeps = 0;
    std::int64_t swept_needs = 0;
    std::int64_t closures = 0;
  };
  const Counters& counters() const { return counters_; }

 private:
  // From a need to an offer, and by a share of it to the next need.
  struct Step {
    std::int32_t need = 0;
    std::int32_t offer = 0;
    std::int32_t share = -1;  // among those of the offer
  };

  // A need that a sweep reached, and how.
  struct Reached {
    std::int32_t need = 0;
    std::int32_t depth = 0;
    std::int32_t from = -1;  // in reached_
    std::int32_t offer = -1;
    std::int32_t share = -1;  // among those of the offer
  };

  bool IsLoose(std::int32_t need) const {
    return served_[static_cast<std::size_t>(need)] >
           secured_[static_cast<std::size_t>(need)];
  }
  std::int64_t TakeStock(std::int32_t need, std::int64_t units);
  std::int32_t ChooseStock(std::int32_t need, std::int32_t word, RowWord stock,
                           std::int64_t units) const;
  enum class Outcome { kFound, kClosed, kTired };
  bool Search(std::int32_t need);
  Outcome Walk(std::int32_t need, std::int64_t steps);
  Outcome Sweep(std::int32_t need, std::int64_t steps);
  void Reach(std::int32_t need, std::int32_t depth, std::int32_t from,
             std::int32_t offer, std::int32_t share);
  void TracePath(Reached at);
  Outcome EndSweep(Outcome outcome, std::int32_t distance);
  void TeachDistances(std::int32_t distance);
  std::int32_t FindOffer(std::int32_t need);
  std::int32_t FindShare(std::int32_t offer);
  void RaiseNeed(std::int32_t need);
  void RaiseOffer(std::int32_t offer);
  std::int64_t Push(std::int64_t units);
  void Give(std::int32_t offer, std::int32_t need, std::int64_t units);

  const PoolGraph& graph_;
  PoolLabels labels_;
  std::vector<std::int64_t> left_;    // by offer
  std::vector<std::int64_t> served_;  // by need
  // By need: what its turns so far asked for. It may have less.
  std::vector<std::int64_t> secured_;
  PoolShares shares_;
  // By offer: shares from here on lead nowhere.
  std::vector<std::int32_t> current_;
  std::vector<std::uint32_t> row_at_;  // by need: the same, in its row
  std::vector<Step> path_;
  std::int32_t robbed_ = -1;  // the need at the end of the path; -1: stock

  // In the order in which a sweep reaches them.
  std::vector<Reached> reached_;
  struct ReachedOffers {
    std::int32_t word = 0;
    std::int32_t depth = 0;
    RowWord offers = 0;
  };
  std::vector<ReachedOffers> reached_offers_;
  // Between sweeps both are as if nothing was ever reached.
  std::vector<std::uint64_t> need_seen_;  // a bit for every need
  std::vector<RowWord> unreached_;        // by word
  Counters counters_;
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_POOL_FLOW_H_
