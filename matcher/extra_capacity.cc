// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/extra_capacity.h"

#include <algorithm>
#include <cstddef>

#include "matcher/matching_graph.h"
#include "matcher/tight_matching.h"

namespace twinaid::matcher {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

using Flags = std::vector<bool>;  // by place

std::vector<PlaceIndex> Places(const Flags& flags) {
  std::vector<PlaceIndex> places;
  for (std::size_t i = 0; i < flags.size(); ++i) {
    if (flags[i]) places.push_back(static_cast<PlaceIndex>(i));
  }
  return places;
}

// Everything is tight, and every recipient wants a donor.
class Cover {
 public:
  Cover(std::int32_t places, const std::vector<PossiblePair>& possible)
      : donors_(ArcTable<std::int32_t>(places, possible,
                                       [](const PossiblePair&) { return 1; })
                    .Transposed(places)),
        recipient_side_(places),
        donor_side_(places) {
    for (PlaceIndex r = 0; r < places; ++r) {
      if (!donors_[r].empty()) recipient_side_.potential[At(r)] = 1;
    }
    TightMatching<std::int32_t>(donors_, recipient_side_, donor_side_).Run();
  }

  CoverPlan Plan() const {
    CoverPlan plan;
    plan.donor_of.assign(recipient_side_.mate.size(), kNoPlace);
    std::vector<std::int32_t> load(recipient_side_.mate.size(), 0);
    for (std::size_t r = 0; r < plan.donor_of.size(); ++r) {
      const Mate& mate = recipient_side_.mate[r];
      if (mate.node == kNoNode) continue;
      plan.donor_of[r] = mate.node;
      ++load[At(mate.node)];
      ++plan.most_covered;
    }
    for (PlaceIndex r = 0; r < donors_.nodes(); ++r) {
      if (!recipient_side_.Lacks(r)) continue;
      const PlaceIndex donor = LeastLoaded(r, load);
      plan.donor_of[At(r)] = donor;
      ++load[At(donor)];
      ++plan.extra;
    }
    for (std::size_t d = 0; d < load.size(); ++d) {
      if (load[d] > 1) {
        plan.extra_loads.push_back({static_cast<PlaceIndex>(d), load[d] - 1});
      }
    }
    AddProof(plan);
    return plan;
  }

 private:
  PlaceIndex LeastLoaded(PlaceIndex recipient,
                         const std::vector<std::int32_t>& load) const {
    PlaceIndex best = donors_[recipient].front().other;
    for (const Arc<std::int32_t>& arc : donors_[recipient]) {
      const std::int32_t less = load[At(arc.other)] - load[At(best)];
      if (less < 0 || (less == 0 && arc.other < best)) best = arc.other;
    }
    return best;
  }

  // Whoever is left over, whoever holds one of their donors, and so on: all
  // their donors are taken, each by one of them.
  void AddProof(CoverPlan& plan) const {
    Flags rivals(recipient_side_.mate.size(), false);
    Flags their_donors(recipient_side_.mate.size(), false);
    std::vector<PlaceIndex> queue;
    for (PlaceIndex r = 0; r < donors_.nodes(); ++r) {
      if (!recipient_side_.Lacks(r)) continue;
      rivals[At(r)] = true;
      queue.push_back(r);
    }
    for (std::size_t head = 0; head < queue.size(); ++head) {
      for (const Arc<std::int32_t>& arc : donors_[queue[head]]) {
        if (their_donors[At(arc.other)]) continue;
        their_donors[At(arc.other)] = true;
        const PlaceIndex next = donor_side_.mate[At(arc.other)].node;
        if (rivals[At(next)]) continue;
        rivals[At(next)] = true;
        queue.push_back(next);
      }
    }
    plan.rivals = Places(rivals);
    plan.their_donors = Places(their_donors);
  }

  ArcTable<std::int32_t> donors_;  // by recipient
  Side<std::int32_t> recipient_side_;
  Side<std::int32_t> donor_side_;
};

}  // namespace

std::vector<PlaceIndex> UncoveredRecipients(
    const std::vector<PossiblePair>& possible,
    const std::vector<PlaceIndex>& recipient_of_donor) {
  Flags uncovered(recipient_of_donor.size(), false);
  for (const PossiblePair& pair : possible)
    uncovered[At(pair.recipient)] = true;
  for (const PlaceIndex recipient : recipient_of_donor) {
    if (recipient != kNoPlace) uncovered[At(recipient)] = false;
  }
  return Places(uncovered);
}

CoverPlan PlanCover(std::int32_t places,
                    const std::vector<PossiblePair>& possible) {
  return Cover(places, possible).Plan();
}

}  // namespace twinaid::matcher
