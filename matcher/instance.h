// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What the engine is asked: places, items, needs, offers and the ties over
// which places may be paired, as dense indices and integers.

#ifndef TWINAID_MATCHER_INSTANCE_H_
#define TWINAID_MATCHER_INSTANCE_H_

#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "absl/status/status.h"

namespace twinaid::matcher {

// Positions in the vectors of an Instance. Number them in the order of the
// ids: the engine breaks its last ties by index, so an instance built in the
// order of the ids gives one result for any order of the input.
using PlaceIndex = std::int32_t;
using ItemIndex = std::int32_t;
using NeedIndex = std::int32_t;
using OfferIndex = std::int32_t;
using TieIndex = std::int32_t;
using ItemListIndex = std::int32_t;

// Days since any fixed day.
using Day = std::int32_t;

inline constexpr PlaceIndex kNoPlace = -1;
inline constexpr ItemListIndex kNoList = -1;
// No deadline, no expiry, available for ever.
inline constexpr Day kNoDay = std::numeric_limits<Day>::max();
inline constexpr int kTiers = 4;
// What a point of each tier counts where tiers are weighted.
inline constexpr std::array<std::int64_t, kTiers> kTierWeights = {1000, 100, 10,
                                                                  1};

// Limits of Validate. With them every digit of a weight stays below 2^45 (2^56
// with weighted tiers, where there is one) and every digit of a potential far
// enough below 2^63 that sums of three fit (docs/matching.md).
inline constexpr std::int32_t kMaxPlaces = 1 << 16;
inline constexpr std::int32_t kMaxRecords = 1 << 24;
inline constexpr std::int64_t kMaxBaseUnits = 1'000'000'000'000;
inline constexpr std::int64_t kMaxBaseUnitsPerPlaceAndTier = std::int64_t{1}
                                                             << 43;
inline constexpr std::int32_t kMaxCriticality = 32;
inline constexpr std::int64_t kMaxAffinity = std::int64_t{1} << 20;
inline constexpr std::int64_t kMaxTieDigit = (std::int64_t{1} << 40) - 1;
inline constexpr std::int32_t kMaxQuality = 100;

struct Item {
  // Items of one group are measured in the same base unit.
  std::int32_t group = 0;
  // Base units in one unit of the item, at least 1. Quantities in an Instance
  // are already base units; the engine only checks it.
  std::int64_t base_content = 1;
};

// `substitute` can serve a need for `item`; never the other way round, never
// by way of a third item.
struct Substitute {
  ItemIndex item = 0;
  ItemIndex substitute = 0;
  std::int32_t quality = 0;  // percent, 0 to 100; the item itself has 100
};

enum class SubstituteRule : std::uint8_t {
  kNone,    // the item itself only
  kListed,  // any substitute listed for the item
  kOnly,    // those of Need::accepted that are listed for the item
};

// Small fields are narrow so that millions of needs and offers fit in memory.
struct Need {
  PlaceIndex place = 0;
  ItemIndex item = 0;
  std::int64_t base_units = 0;  // open to this solve; 0 asks for nothing
  // What was open when the round began: points and bands are shares of it.
  // At least base_units; 0 stands for base_units.
  std::int64_t whole_units = 0;
  Day deadline = kNoDay;             // last day on which goods may arrive
  ItemListIndex accepted = kNoList;  // for kOnly; kNoList: accepts nothing
  std::int32_t currency = 0;         // 0 for goods
  std::int8_t tier = 0;              // 0 critical to 3 low
  std::int8_t criticality = 1;       // 1 to 32, the weight inside its tier
  std::int8_t min_quality = 0;       // percent
  SubstituteRule substitutes = SubstituteRule::kNone;
};

// The base units that its points are a share of.
inline std::int64_t WholeUnits(const Need& need) {
  return need.whole_units == 0 ? need.base_units : need.whole_units;
}

// A need and an offer that were declined together.
struct Exclusion {
  NeedIndex need = 0;
  OfferIndex offer = 0;
};

struct Offer {
  PlaceIndex place = 0;
  ItemIndex item = 0;
  std::int64_t base_units = 0;  // available; 0 offers nothing
  Day ready = 0;  // max(today, available from) + lead: the day it can leave
  Day available_until = kNoDay;  // ready after this day: it serves nobody
  Day expiry = kNoDay;           // last day on which the goods are good
  PlaceIndex directed_to = kNoPlace;
  std::int64_t min_lot = 0;  // base units; it sends at least this or nothing
  std::int32_t currency = 0;
};

// A candidate pair: `donor` may look after `recipient`. Several ties between
// the same two places are allowed; at most one of them is chosen.
struct Tie {
  PlaceIndex donor = 0;
  PlaceIndex recipient = 0;
  std::int32_t transit_days = 0;
  std::int64_t keep = 0;      // 1 for a standing pairing, otherwise 0
  std::int64_t affinity = 0;  // larger is preferred, 0 to kMaxAffinity
  std::int64_t tie = 0;       // 40 pseudo-random bits, the last digit
};

// How urgencies compare.
enum class TierRule {
  kStrict,    // digit by digit: nothing lower makes up for a higher tier
  kWeighted,  // one digit: points times 1000, 100, 10 and 1
};

// Who may be put together with whom.
enum class PairShape {
  kCounterpart,   // a donor and a recipient, directed; a place may be both
  kMutual,        // two places that look after each other, both with value
  kMutualOneWay,  // the same, but value in one direction is enough
};

struct Instance {
  std::int32_t places = 0;
  PairShape shape = PairShape::kCounterpart;
  TierRule tiers = TierRule::kStrict;
  std::vector<Item> items;
  std::vector<Substitute> substitutes;             // in any order
  std::vector<std::vector<ItemIndex>> item_lists;  // each in any order
  std::vector<Need> needs;
  std::vector<Offer> offers;
  std::vector<Exclusion> exclusions;  // in any order
  std::vector<Tie> ties;
};

// Checks an instance before it is solved.
//
// INVALID_ARGUMENT    an index outside its vector, a number outside the range
//                     said at its field, a tie of a place with itself, a
//                     substitute of another group or listed twice
// RESOURCE_EXHAUSTED  more places, records or base units than the limits above;
//                     the message names the limit and the value
//
// Time O(n log n) for n = all records together. Thread-safe.
absl::Status Validate(const Instance& instance);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_INSTANCE_H_
