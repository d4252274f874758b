// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Whether an offer can serve a need over a tie, and if not, why.

#ifndef TWINAID_MATCHER_COMPATIBILITY_H_
#define TWINAID_MATCHER_COMPATIBILITY_H_

#include <cstdint>
#include <utility>
#include <vector>

#include "matcher/instance.h"
#include "matcher/solution.h"

namespace twinaid::matcher {

// An item that may serve a need, and how well.
struct Candidate {
  ItemIndex item = 0;
  std::int32_t quality = 0;  // percent
};

// Substitutes by item, for quick questions. Borrows the instance, which is
// valid and must outlive it. Thread-safe once built.
class Compatibility {
 public:
  explicit Compatibility(const Instance& instance);

  // Quality of `offered` for a need of `needed` in percent; -1 if the table
  // lists no such substitute.
  std::int32_t Quality(ItemIndex needed, ItemIndex offered) const;

  // Why the offer cannot serve the need: a reason from kNoOffer to kMinimumLot,
  // the first that applies in the order of UnmetReason; kStockUsedUp if it can.
  // The offer's place and the need's place are joined by the tie.
  UnmetReason Judge(NeedIndex need, OfferIndex offer,
                    std::int32_t transit_days) const;

  // Whether the need takes this other item of its group, as far as its rule
  // goes; the table and the quality are not asked.
  bool Accepts(const Need& need, ItemIndex substitute) const;

  // Whether the two were declined together. Time O(log exclusions).
  bool Excluded(NeedIndex need, OfferIndex offer) const;

 private:
  const Instance& instance_;
  std::vector<std::int32_t> first_;  // by item, into rows_
  std::vector<Candidate> rows_;      // by item, substitute
  std::vector<std::pair<NeedIndex, OfferIndex>> excluded_;  // ascending
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_COMPATIBILITY_H_
