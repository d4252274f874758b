// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What pairs are worth, exactly, at the cost of little more than reading their
// needs and offers.

#ifndef TWINAID_MATCHER_PAIR_VALUES_H_
#define TWINAID_MATCHER_PAIR_VALUES_H_

#include <cstdint>

#include "matcher/donor_shelf.h"
#include "matcher/instance.h"
#include "matcher/narrow_cover.h"
#include "matcher/shelves.h"
#include "matcher/weight.h"
#include "matcher/wide_cover.h"

namespace twinaid::matcher {

// Values pairs of one donor after the other. Each thread has its own. Borrows
// the shelves. Memory O(classes + offers of a place + needs of a place).
class PairValues {
 public:
  explicit PairValues(const Shelves& shelves)
      : shelves_(shelves),
        donor_(shelves),
        narrow_(shelves, donor_),
        wide_(shelves, donor_) {}
  PairValues(const PairValues&) = delete;
  PairValues& operator=(const PairValues&) = delete;

  void SetDonor(PlaceIndex donor) { donor_.SetDonor(donor); }

  // Starts to fetch what Of will read of a recipient; call it a few pairs
  // before.
  void Prefetch(PlaceIndex recipient) const;

  // The value of the donor's offers to the recipient over a tie: points by tier
  // of the lexicographically best allocation. Time, for a offers and b needs of
  // each family that both have: O(a + b) if no need falls short, otherwise up
  // to O(a b / 64) for each search.
  PairValue Of(PlaceIndex recipient, std::int32_t transit_days);

 private:
  const Shelves& shelves_;
  DonorShelf donor_;
  NarrowCover narrow_;
  WideCover wide_;
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_PAIR_VALUES_H_
