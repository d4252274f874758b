// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Everything that a store holds, to compare before and after; and the rules
// that hold in between.
#ifndef TWINAID_TESTS_SERVICE_CORE_INVARIANTS_H_
#define TWINAID_TESTS_SERVICE_CORE_INVARIANTS_H_

#include <string>
#include <vector>

#include "service/core/context.h"
#include "service/model/match.h"
#include "service/model/need.h"
#include "service/model/offer.h"
#include "service/model/pairing.h"
#include "service/model/place.h"
#include "service/model/round.h"
#include "service/model/scheme.h"

namespace twinaid::core {

// All rows that move, in the order of their keys.
struct Holdings {
  std::vector<model::Need> needs;
  std::vector<model::Offer> offers;
  std::vector<model::Match> matches;
  std::vector<model::Pairing> pairings;
  std::vector<model::Round> rounds;
  std::vector<model::Place> places;
  std::vector<model::Scheme> schemes;
  std::int64_t last_event = 0;
  friend bool operator==(const Holdings&, const Holdings&) = default;
};

Holdings HoldingsOf(const View& v);

// What does not hold, in words; empty when all does: nothing is negative, no
// need is over-covered, no offer over-promised; the tallies of needs and offers
// are the sums over their matches; a place stands in no more pairings a side
// than it or the scheme allows, in one with the same partner; the two pairings
// of a mutual pair are each other turned round; a pairing is PROPOSED only
// while a match of it is live.
std::vector<std::string> Violations(const Holdings& holdings);

// The reports of every place whose sums are not those of the matches.
std::vector<std::string> ReportFaults(const View& v, const Holdings& holdings);

// The names of the rows that differ.
std::vector<std::string> Changed(const Holdings& before, const Holdings& after);

}  // namespace twinaid::core

#endif  // TWINAID_TESTS_SERVICE_CORE_INVARIANTS_H_
