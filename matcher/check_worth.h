// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What ties are worth, found by the checker itself.

#ifndef TWINAID_MATCHER_CHECK_WORTH_H_
#define TWINAID_MATCHER_CHECK_WORTH_H_

#include <cstdint>
#include <span>
#include <vector>

#include "matcher/check_facts.h"
#include "matcher/instance.h"
#include "matcher/weight.h"

namespace twinaid::matcher {

// Maximum flows from a donor to ever more needs of a recipient, those that
// press most first; by how much each flow grows goes to the need that was
// added. A need takes what it can see; only if that falls short, a way is
// searched depth first over needs that could draw on other offers instead.
//
// Borrows the facts; one thread at a time. Memory O(records of a place).
class CheckWorth {
 public:
  explicit CheckWorth(const CheckFacts& facts) : facts_(facts) {}

  void SetDonor(PlaceIndex donor) { donor_ = donor; }

  // The worth of a tie from the donor. Time, for a offers and b needs of each
  // group and currency: O(a b), and O(a b) for each way that is searched.
  PairValue Of(PlaceIndex recipient, std::int32_t transit_days);

 private:
  // An offer that could go over the tie at hand.
  struct Source {
    OfferIndex offer = 0;
    ItemIndex item = 0;
    std::int64_t arrival = 0;  // day
    std::int64_t left = 0;
    std::int32_t newest = -1;    // transfer from it
    std::int32_t drawn_by = -1;  // the sink whose search came here
    bool dry = false;  // a search in vain was here; nothing leads out of it
  };
  struct Sink {
    NeedIndex need = 0;
    std::int32_t kind = 0;
    Day deadline = 0;
    bool has_exclusions = false;
    bool seen = false;
    std::int32_t freed = -1;  // the transfer that it would give up
  };
  struct Transfer {
    std::int32_t source = 0;
    std::int32_t sink = 0;
    std::int64_t base_units = 0;
    std::int32_t older = -1;  // from the same source
  };

  void Load(std::span<const OfferIndex> offers, PlaceIndex recipient,
            std::int32_t transit_days);
  std::int64_t Grow(std::int64_t wanted);
  std::int64_t Send(std::int64_t wanted);
  std::int32_t FindStock();
  bool Fits(const Sink& sink, const Source& source) const;
  Transfer& Between(std::int32_t source, std::int32_t sink);

  const CheckFacts& facts_;
  PlaceIndex donor_ = kNoPlace;
  std::int32_t stocked_ = 0;  // sources with something left
  std::vector<Source> sources_;
  std::vector<Sink> sinks_;
  std::vector<Transfer> transfers_;
  std::vector<std::int32_t> stack_;  // sinks
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_CHECK_WORTH_H_
