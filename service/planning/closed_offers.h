// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Whose stock an unmet need would have to be served from, and what that stock
// does instead.
#ifndef TWINAID_SERVICE_PLANNING_CLOSED_OFFERS_H_
#define TWINAID_SERVICE_PLANNING_CLOSED_OFFERS_H_

#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "service/planning/outlook.h"
#include "service/planning/records.h"

namespace twinaid::planning {

// The offers that serve a finished plan, as a graph. Borrows all that it is
// made of. Not thread-safe.
class ClosedOffers {
 public:
  ClosedOffers(const PlanInput& input, const Records& records,
               const Outlook& outlook, const Remaining& remaining,
               const Plan& plan);

  // Whether the two places were put together, be it before the plan, or in
  // vain: minimum lots left nothing of it.
  bool Together(const Ends& ends) const { return transit_.contains(ends); }

  // Fills `closed` and `closed_offers`: the offers that could serve the need
  // within its pairings, or over any allowed tie where the policy has a pool;
  // then those that could relieve one of these by serving, in the pairing or in
  // the pool where it is, a need that it serves; and so on. The nearest first,
  // then by name. Offers that minimum lots keep at home are no part of it.
  //
  // Time O(the arcs of the set), once for all needs that start from the same
  // offers.
  void Fill(std::int32_t need, PlannedUnmet& unmet);

 private:
  struct Served {
    std::int32_t need = 0;
    std::int64_t base_units = 0;
    bool pooled = false;
  };
  using Offers = std::vector<std::int32_t>;  // ascending

  // Those that can serve the need over ties of the pool.
  const Offers& InPool(std::int32_t need);
  // Those of the donor that can serve the need in their places' pairing.
  const Offers& InPairing(std::int32_t donor, std::int32_t need);
  Offers Reach(std::int32_t need);
  void Spread(const Offers& from, std::int64_t& count,
              std::vector<model::ClosedOffer>& closed);
  model::ClosedOffer Describe(std::int32_t offer) const;
  bool StaysHome(std::int32_t offer) const;

  const Records& records_;
  const Outlook& outlook_;
  const Remaining& remaining_;
  const bool pool_;
  std::map<Ends, int> transit_;                    // of those put together
  std::vector<std::vector<std::int32_t>> donors_;  // by recipient
  std::vector<std::vector<Served>> serves_;        // by offer; by need
  std::map<std::int32_t, Offers> in_pool_;
  std::map<std::pair<std::int32_t, std::int32_t>, Offers> in_pairing_;
  struct Answer {
    std::int64_t count = 0;
    std::vector<model::ClosedOffer> closed;
  };
  std::map<Offers, Answer> answers_;
};

}  // namespace twinaid::planning

#endif  // TWINAID_SERVICE_PLANNING_CLOSED_OFFERS_H_
