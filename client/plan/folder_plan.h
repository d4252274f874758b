// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A plan over a folder of files, without a server.
#ifndef TWINAID_CLIENT_PLAN_FOLDER_PLAN_H_
#define TWINAID_CLIENT_PLAN_FOLDER_PLAN_H_

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "client/files/folder.h"
#include "service/planning/plan.h"

namespace twinaid::client {

struct PlanOptions {
  model::Policy policy;
  std::int64_t seed = 0;
  absl::CivilDay as_of;        // "today"
  int threads = 1;             // at most; the plan is the same for any number
  model::Stopwatch stopwatch;  // measures the stages; none: nobody does
};

// Plans over everything in the folder. Equal folders give equal plans, for any
// order of their rows. Errors and complexity: those of planning::MakePlan.
absl::StatusOr<planning::Plan> PlanFolder(const Folder& folder,
                                          const PlanOptions& options);

// The plan as JSON with a line feed at the end:
//
//   pairings     [{donor, recipient, value: [critical, high, medium, low],
//                  rung, pass, kind, pair}], by donor, then recipient; pair is
//                 only there for mutual pairs: one number for both directions
//   matches      [{need, offer, quantity, donor, recipient, rung, substitute,
//                  quality, pooled}], by recipient and need, then donor and
//                 offer; substitute is the item offered instead, else null;
//                 quality is 0 to 1, as in files; pooled matches belong to no
//                 pairing
//   unmet        [{need, quantity, reason, closed, closedOffers}]: one a need
//                 not fully met; closed [{offer, place, available, serves:
//                 [{need, quantity}]}] of closedOffers in all, only where stock
//                 is used up
//   summary      figures of the whole, fairness among them; poolValue: what the
//                 pool ships, [critical, high, medium, low], only where there
//                 is a pool
//   extraCapacity  who stays uncovered, and what would help
//   certificate  {verified, kind, stages}: what was proven, stage by stage
//   inputHash    SHA-256 of all that the plan depends on, hex
//
// Quantities are base units. Integers of 64 bits are strings. Needs and offers
// have the id of their row; where two places have the same id, "place/id".
std::string PlanJson(const Folder& folder, const planning::Plan& plan);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_PLAN_FOLDER_PLAN_H_
