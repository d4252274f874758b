// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/plan/folder_plan.h"

namespace twinaid::client {

absl::StatusOr<planning::Plan> PlanFolder(const Folder& folder,
                                          const PlanOptions& options) {
  planning::PlanInput input;
  input.places = folder.places;
  input.links = folder.links;
  input.items = folder.items;
  input.needs = folder.needs;
  input.offers = folder.offers;
  input.policy = options.policy;
  input.seed = options.seed;
  input.as_of = options.as_of;
  input.threads = options.threads;
  input.stopwatch = options.stopwatch;
  return planning::MakePlan(input);
}

}  // namespace twinaid::client
