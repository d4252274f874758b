// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The places that sister links tie to one place: the ties of rungs 1 to 3 that
// planning/ties.h has of it, without reading every link.
#ifndef TWINAID_SERVICE_CORE_NEAR_TIES_H_
#define TWINAID_SERVICE_CORE_NEAR_TIES_H_

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "service/core/context.h"
#include "service/model/ids.h"
#include "service/model/sister_link.h"

namespace twinaid::core {

struct NearTie {
  int rung = 1;
  int transit_days = 0;
  model::LinkKind kind = model::LinkKind::kSisterCity;
  model::SisterLinkId link;
};

using NearTies = absl::flat_hash_map<model::PlaceId, NearTie>;

// By the other place, never the place itself: its tie of the lowest rung, over
// the link with the least transit, then the closer kind, then the smaller id.
// Rungs above `rungs` are left out. Ties have no direction.
//
// NOT_FOUND. Time O(l + c) for l links of the place and its parent and c
// children of their other ends (these on rung 3 only).
absl::StatusOr<NearTies> TiesOf(const View& v, const model::PlaceId& place,
                                int rungs);

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_NEAR_TIES_H_
