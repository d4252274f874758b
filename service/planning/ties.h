// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The ties of a stage: who may look after whom.
#ifndef TWINAID_SERVICE_PLANNING_TIES_H_
#define TWINAID_SERVICE_PLANNING_TIES_H_

#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "service/planning/records.h"

namespace twinaid::planning {

struct PlaceTie {
  std::int32_t donor = 0;
  std::int32_t recipient = 0;
  int rung = 1;
  int transit_days = 0;
  std::int64_t affinity = 0;  // sister links before others
  bool keep = false;          // an ACTIVE pairing that has to win its place
  bool returns_help = false;  // the recipient had helped the donor
  // Where the tie comes from; null on rung 4 and on a standing pairing without.
  const model::SisterLink* link = nullptr;
};

// By place, who may give or ask in a stage.
struct Sides {
  std::vector<bool> gives;
  std::vector<bool> asks;
};

// Who has a slot left; in the mutual shape, who has one on both sides.
Sides SidesOf(const Records& records, const Remaining& remaining,
              model::Shape shape);

// Says of each tie whether help would be returned over it. Such ties win among
// pairs of equal value.
void MarkReturns(const Records& records, std::vector<PlaceTie>& ties);

// One tie for each two places that the rung joins and whose recipient has
// waited long enough for it, over the link with the least transit, then the
// closer kind, then the smaller id. By donor, then recipient; `sides` says who
// may stand where. Suspended links never count.
//
// Rungs 1 and 2: both directions of every link of the rung's kinds.
// Rung 3: a link of rung 1 or 2 joins the parents of the two places, or one
//     place and the parent of the other; its transit is that of the tie.
// Rung 4: any two places; transit 0.
// On rungs 3 and 4 only a donor and a recipient where the one has left, and the
// other still asks for, something of one substitution group.
//
// RESOURCE_EXHAUSTED (INSTANCE_TOO_BIG): more ties than the engine takes.
// Time O(t log t) for t ties before those of the same two places are joined.
absl::StatusOr<std::vector<PlaceTie>> TiesOfRung(const Records& records,
                                                 const Remaining& remaining,
                                                 const Sides& sides, int rung);

// The ties of rungs 1 to `rungs`: one for each two places, of the lowest rung
// that joins them. Errors and order as TiesOfRung.
absl::StatusOr<std::vector<PlaceTie>> TiesUpTo(const Records& records,
                                               const Remaining& remaining,
                                               const Sides& sides, int rungs);

// One tie for each ACTIVE standing pairing whose link is not suspended. By
// donor, then recipient.
// INVALID_ARGUMENT: a place or link that is not in the input.
absl::StatusOr<std::vector<PlaceTie>> TiesOfStanding(const PlanInput& input,
                                                     const Records& records);

// By place: whether an allowed rung joins it with a participant.
std::vector<bool> TiedPlaces(const Records& records, int rungs);

// The last digit of the weight of a pair: the first 40 bits of SHA-256 over
// seed, donor and recipient.
std::int64_t TieDigit(std::int64_t seed, const model::PlaceId& donor,
                      const model::PlaceId& recipient);

}  // namespace twinaid::planning

#endif  // TWINAID_SERVICE_PLANNING_TIES_H_
