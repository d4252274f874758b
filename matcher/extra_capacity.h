// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Who stays uncovered at one to one, and the least that donors would have to
// take on so that everybody is covered.

#ifndef TWINAID_MATCHER_EXTRA_CAPACITY_H_
#define TWINAID_MATCHER_EXTRA_CAPACITY_H_

#include <cstdint>
#include <vector>

#include "matcher/instance.h"

namespace twinaid::matcher {

// A donor that has something of value for a recipient.
struct PossiblePair {
  PlaceIndex donor = 0;
  PlaceIndex recipient = 0;
};

// A donor that looks after more recipients than one.
struct ExtraLoad {
  PlaceIndex donor = 0;
  std::int32_t recipients = 0;  // beyond the first, at least 1
  friend bool operator==(const ExtraLoad&, const ExtraLoad&) = default;
};

// A donor for every recipient that has any at all.
//
// The proof that less does not do: `rivals` have no other donors than
// `their_donors`, and there are fewer of those by `extra` (Hall's condition;
// by Koenig's theorem such a set exists).
struct CoverPlan {
  std::vector<PlaceIndex> donor_of;  // by place as recipient, kNoPlace for none
  std::int32_t most_covered = 0;     // recipients of any one-to-one pairing
  std::int32_t extra = 0;            // the sum over extra_loads
  std::vector<ExtraLoad> extra_loads;    // by donor
  std::vector<PlaceIndex> rivals;        // ascending
  std::vector<PlaceIndex> their_donors;  // ascending
};

// Recipients that have a donor in `possible` but none in `recipient_of_donor`
// (by place, kNoPlace for none), ascending. O(places + possible).
std::vector<PlaceIndex> UncoveredRecipients(
    const std::vector<PossiblePair>& possible,
    const std::vector<PlaceIndex>& recipient_of_donor);

// The least extra capacity that covers every recipient with any donor.
//
// As many recipients as one-to-one pairing allows come first (Hopcroft and Karp
// 1973), then every other one, in the order of the index, gets the donor that
// has the fewest so far, the lowest index among equals. Pairs may repeat.
// Deterministic; it follows from the order of the pairs too.
// O(sqrt(n) (n + m)) for n places and m pairs. Thread-safe.
CoverPlan PlanCover(std::int32_t places,
                    const std::vector<PossiblePair>& possible);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_EXTRA_CAPACITY_H_
