// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The pool: what pairing leaves over is served over all allowed ties at once.

#ifndef TWINAID_MATCHER_POOL_H_
#define TWINAID_MATCHER_POOL_H_

#include <compare>
#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "matcher/instance.h"
#include "matcher/solution.h"
#include "matcher/weight.h"

namespace twinaid::matcher {

// Whose turn it is. Urgency is that of UrgencyOf: a level, then points.
enum class PoolOrder {
  kByValue,  // urgency, then index; a need takes all it can at its turn
  // Level, band, points falling, index: nobody is served in a band before
  // everybody of the level who can be reached has had the one below.
  kFair,
};

// Band b of a need is units floor((b - 1) Q / 8) to floor(b Q / 8) of its
// whole units Q. What it got before this solve fills its first bands.
inline constexpr std::int32_t kPoolBands = 8;

// Units that a need may have had by the end of band b, out of those open to
// this solve.
inline std::int64_t UnitsByBand(const Need& need, std::int32_t band) {
  const std::int64_t whole = WholeUnits(need);
  const std::int64_t units =
      band * whole / kPoolBands - (whole - need.base_units);
  return units < 0 ? 0 : units;
}

// What an offer costs: the turn at which it was found that no stock is left or
// can be freed in the set of offers it is in (closed_set.h). No price, which is
// less than any other, while a unit of it could still serve somebody else.
struct PoolPrice {
  std::int64_t points = 0;    // 0: no price
  std::int8_t tier = kTiers;  // the level of UrgencyOf
  std::int8_t band = 0;       // 1 to 8; 0 by value, and where there is no price

  friend bool operator==(const PoolPrice&, const PoolPrice&) = default;
};

// Whether a turn at price a comes before one at price b.
inline bool Precedes(const PoolPrice& a, const PoolPrice& b) {
  if (a.tier != b.tier) return a.tier < b.tier;
  if (a.band != b.band) return a.band < b.band;
  return a.points > b.points;
}

// An offer that must not ship to a place, since it would ship below its lot.
struct BarredShipment {
  OfferIndex offer = 0;
  PlaceIndex recipient = 0;

  friend auto operator<=>(const BarredShipment&,
                          const BarredShipment&) = default;
};

// Points by tier of an instance; sums of points need more than 64 bits.
using PoolValue = DigitVector<Int128, kTiers>;

struct PoolResult {
  std::vector<Flow> flows;             // by need, offer
  std::vector<BarredShipment> barred;  // ascending
  std::vector<PoolPrice> prices;       // by offer; proves the flows best
  // With minimum lots left out of account. By value, relaxed - shipped is the
  // gap, and never understated: the prices prove that no more is possible. A
  // fair pool does not maximise points, so there the difference only says what
  // the lots changed. The prices are by offer; none where nothing is barred,
  // where they would be `prices`.
  PoolValue relaxed;
  std::vector<PoolPrice> relaxed_prices;
  PoolValue shipped;  // of the flows
  Int128 units = 0;   // base units of all flows together
};

// Serves the needs of the instance in the order, each as far as augmenting
// paths reach, never taking from one served before. The coverages that can be
// reached form a polymatroid, so this is the best for every weighting of units
// that follows the order: lexicographically best, and both orders move the same
// number of units. Bands of a need fill in order because the first band that
// cannot be filled closes every offer the need could have.
//
// base_units are what is still open; whole_units what was open when the round
// began. Every tie is allowed, and an offer serves a need as Compatibility
// judges. Minimum lots: what an offer ships to one place reaches its lot, or it
// is nothing. That is NP-hard to do best; here the shipments below their lot
// are barred, all of a family at once and their goods taken back, and the flow
// is mended until none is left: as good over what is not barred as if it were
// solved anew, and near to what it was. All at once, since small shipments in
// different corners have nothing to do with each other, and one at a time would
// take as many rounds.
//
// A family, the items of one substitution group in one currency, has nothing to
// do with another; up to `threads` of them are solved at a time.
//
// INVALID_ARGUMENT    as Validate; two ties from one donor to one recipient;
//                     threads below 1
// RESOURCE_EXHAUSTED  as Validate
//
// Deterministic: the same bytes for any number of threads, and for instances
// that number the same records alike. Thread-safe.
// Time O(rounds of barring * (records + searches * words)): a search ends with
// a turn served, an offer or a path used up, or a set closed; a word is 64
// offers of one place that some need may have. Memory O(records + words of the
// largest families).
absl::StatusOr<PoolResult> SolvePool(const Instance& instance, PoolOrder order,
                                     int threads);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_POOL_H_
