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
  std::int64_t affinity = 0;                // sister links before others
  const model::SisterLink* link = nullptr;  // may be null on a standing pairing
};

// Both directions of every active link of the rung, between a donor and a
// recipient that are free on their side: one tie for two places, over the link
// with the least transit, then the closer kind, then the smaller id. By donor,
// then recipient.
std::vector<PlaceTie> TiesOfRung(const Records& records,
                                 const Remaining& remaining, int rung);

// One tie for each ACTIVE standing pairing whose link is not suspended.
// INVALID_ARGUMENT: a place or link that is not in the input.
absl::StatusOr<std::vector<PlaceTie>> TiesOfStanding(const PlanInput& input,
                                                     const Records& records);

// By place: whether an active link of an allowed rung leads to a participant.
std::vector<bool> TiedPlaces(const Records& records, int rungs);

// The last digit of the weight of a pair: the first 40 bits of SHA-256 over
// seed, donor and recipient.
std::int64_t TieDigit(std::int64_t seed, const model::PlaceId& donor,
                      const model::PlaceId& recipient);

}  // namespace twinaid::planning

#endif  // TWINAID_SERVICE_PLANNING_TIES_H_
