// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The pool checker's own view of an instance: which offers may serve a need,
// and what its bands press. It shares no code with the solver, on purpose.

#ifndef TWINAID_MATCHER_CHECK_POOL_FACTS_H_
#define TWINAID_MATCHER_CHECK_POOL_FACTS_H_

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "matcher/instance.h"
#include "matcher/pool.h"

namespace twinaid::matcher {

// Borrows the instance, which is valid. Not thread-safe: it remembers whom it
// was asked about.
class CheckPoolFacts {
 public:
  explicit CheckPoolFacts(const Instance& instance);

  // A tie that joins the same two places as another; null: there is none.
  const Tie* DoubleTie() const;

  std::int64_t PointsOf(NeedIndex need) const {
    return points_[static_cast<std::size_t>(need)];
  }
  // What a unit of the need presses in this band (0 by value).
  PoolPrice PressureOf(NeedIndex need, std::int32_t band) const;

  // Turns to a need; the next two are about it.
  void Ask(NeedIndex need);
  // Percent; -1 where the item cannot serve the need.
  std::int32_t QualityOf(ItemIndex item) const {
    return quality_[static_cast<std::size_t>(item)];
  }
  // Calls visit(o) for every offer that may serve the need over some tie.
  template <typename Visit>
  void ForEachArc(Visit visit) const {
    const Need& need = instance_.needs[static_cast<std::size_t>(asked_)];
    const std::int32_t group =
        instance_.items[static_cast<std::size_t>(need.item)].group;
    const auto place = static_cast<std::size_t>(need.place);
    for (std::size_t i = tie_begin_[place]; i < tie_begin_[place + 1]; ++i) {
      const Tie& tie = instance_.ties[static_cast<std::size_t>(tie_order_[i])];
      const auto [begin, end] = OffersOf(tie.donor, group);
      for (std::size_t k = begin; k < end; ++k) {
        if (MayServe(need, offer_order_[k], tie.transit_days)) {
          visit(offer_order_[k]);
        }
      }
    }
  }

 private:
  struct Cell {
    std::int32_t group = 0;
    std::int32_t begin = 0;  // in offer_order_
  };

  void SortOffers();
  void SortTies();
  void CountPoints();
  // The range in offer_order_.
  std::pair<std::size_t, std::size_t> OffersOf(PlaceIndex place,
                                               std::int32_t group) const;
  bool MayServe(const Need& need, OfferIndex offer,
                std::int32_t transit_days) const;

  const Instance& instance_;
  std::vector<std::size_t> tie_begin_;  // by recipient
  std::vector<TieIndex> tie_order_;
  std::vector<std::size_t> cell_begin_;  // by place
  std::vector<Cell> cells_;
  std::vector<OfferIndex> offer_order_;  // by place, group
  std::vector<Substitute> rows_;         // by item
  std::vector<std::size_t> row_begin_;
  std::vector<std::pair<NeedIndex, OfferIndex>> excluded_;  // ascending
  std::vector<std::int64_t> points_;                        // by need
  NeedIndex asked_ = -1;
  bool any_excluded_ = false;          // of the need asked about
  std::vector<std::int32_t> quality_;  // by item, for that need
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_CHECK_POOL_FACTS_H_
