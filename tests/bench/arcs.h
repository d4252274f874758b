// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Which offers can serve which needs, one by one: what solvers of others are
// told.
#ifndef TWINAID_TESTS_BENCH_ARCS_H_
#define TWINAID_TESTS_BENCH_ARCS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "matcher/compatibility.h"
#include "matcher/instance.h"

namespace twinaid::bench {

// Borrows the instance, which is valid.
class Arcs {
 public:
  static constexpr std::int32_t kAllGroups = -1;

  // Of the records of one group, or of all.
  explicit Arcs(const matcher::Instance& instance,
                std::int32_t group = kAllGroups);

  const std::vector<matcher::NeedIndex>& NeedsAt(
      matcher::PlaceIndex place) const {
    return needs_[static_cast<std::size_t>(place)];
  }
  const std::vector<matcher::OfferIndex>& OffersAt(
      matcher::PlaceIndex place) const {
    return offers_[static_cast<std::size_t>(place)];
  }

  // Calls visit(need, offer) for all that can go together over the tie.
  template <typename Visit>
  void Over(const matcher::Tie& tie, Visit&& visit) const {
    for (const matcher::NeedIndex need : NeedsAt(tie.recipient)) {
      for (const matcher::OfferIndex offer : OffersAt(tie.donor)) {
        if (compatibility_.Judge(need, offer, tie.transit_days) ==
            matcher::UnmetReason::kStockUsedUp) {
          visit(need, offer);
        }
      }
    }
  }

 private:
  matcher::Compatibility compatibility_;
  std::vector<std::vector<matcher::NeedIndex>> needs_;
  std::vector<std::vector<matcher::OfferIndex>> offers_;
};

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_ARCS_H_
