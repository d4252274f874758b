// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/planning/plan.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <tuple>

#include "service/model/status_macros.h"
#include "service/planning/coverage.h"
#include "service/planning/extra_capacity.h"
#include "service/planning/fairness.h"
#include "service/planning/input_hash.h"
#include "service/planning/outlook.h"
#include "service/planning/passes.h"
#include "service/planning/pool_stage.h"
#include "service/planning/records.h"
#include "service/planning/solvers.h"
#include "service/planning/task.h"
#include "service/planning/unmet.h"

namespace twinaid::planning {
namespace {

void Sort(Plan& plan) {
  std::sort(plan.pairings.begin(), plan.pairings.end(),
            [](const PlannedPairing& a, const PlannedPairing& b) {
              return std::tie(a.donor, a.recipient) <
                     std::tie(b.donor, b.recipient);
            });
  std::sort(plan.matches.begin(), plan.matches.end(),
            [](const PlannedMatch& a, const PlannedMatch& b) {
              return std::tie(a.need, a.offer) < std::tie(b.need, b.offer);
            });
}

std::int64_t DonorsOf(const Plan& plan) {
  std::set<model::PlaceId> donors;
  for (const PlannedMatch& match : plan.matches) {
    donors.insert(match.offer.parent);
  }
  return static_cast<std::int64_t>(donors.size());
}

}  // namespace

bool Plan::verified() const {
  return !certificate.empty() &&
         std::all_of(certificate.begin(), certificate.end(),
                     [](const model::StageCertificate& stage) {
                       return stage.verified;
                     });
}

absl::StatusOr<Plan> MakePlan(const PlanInput& input) {
  return MakePlanWith(input, Solvers{});
}

absl::StatusOr<Plan> MakePlanWith(const PlanInput& input,
                                  const Solvers& solvers) {
  TWINAID_RETURN_IF_ERROR(model::Validate(input.policy));
  TWINAID_ASSIGN_OR_RETURN(const Records records, MakeRecords(input));
  TWINAID_ASSIGN_OR_RETURN(const auto outlook, Outlook::Make(input, records));
  Remaining remaining(records, input.policy);
  Reasons reasons(records.needs.size(), model::UnmetReason::kNoTie);
  Plan plan;
  plan.input_hash = InputHash(input, records);

  const Task task{input, records, solvers};
  TWINAID_RETURN_IF_ERROR(HoldSlots(input, records, remaining, reasons));
  TWINAID_RETURN_IF_ERROR(RunStanding(task, remaining, reasons, plan));
  for (int rung = 1; rung <= input.policy.rungs; ++rung) {
    TWINAID_RETURN_IF_ERROR(RunRung(task, rung, remaining, reasons, plan));
  }
  TWINAID_RETURN_IF_ERROR(RunPool(task, *outlook, remaining, plan));
  plan.unmet = UnmetOf(input, records, *outlook, remaining, reasons, plan);
  Sort(plan);
  plan.coverage = CoverageOf(records, remaining);
  FillFairness(records, remaining, plan);
  plan.extra_capacity = ExtraCapacityOf(records, *outlook, plan);
  plan.donors = DonorsOf(plan);
  return plan;
}

}  // namespace twinaid::planning
