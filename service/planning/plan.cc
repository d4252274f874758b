// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/planning/plan.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <tuple>

#include "service/model/status_macros.h"
#include "service/planning/coverage.h"
#include "service/planning/input_hash.h"
#include "service/planning/records.h"
#include "service/planning/stage.h"
#include "service/planning/ties.h"

namespace twinaid::planning {
namespace {

// Standing pairings keep their slots. Needs of a place whose counterpart has
// proposals to answer wait for that.
absl::Status HoldSlots(const PlanInput& input, const Records& records,
                       Remaining& remaining, Reasons& reasons) {
  std::vector<bool> pending(records.places.size(), false);
  for (const StandingPairing& standing : input.standing) {
    TWINAID_ASSIGN_OR_RETURN(const std::int32_t donor,
                             records.PlaceAt(standing.donor, "standing.donor"));
    TWINAID_ASSIGN_OR_RETURN(
        const std::int32_t recipient,
        records.PlaceAt(standing.recipient, "standing.recipient"));
    remaining.donor_free[static_cast<std::size_t>(donor)] = false;
    remaining.recipient_free[static_cast<std::size_t>(recipient)] = false;
    if (!standing.active) pending[static_cast<std::size_t>(recipient)] = true;
  }
  for (std::size_t i = 0; i < records.needs.size(); ++i) {
    if (pending[static_cast<std::size_t>(records.needs[i].place)]) {
      reasons[i] = model::UnmetReason::kCounterpartPending;
    }
  }
  return absl::OkStatus();
}

void AddUnmet(const Records& records, const Remaining& remaining, int rungs,
              const Reasons& reasons, Plan& plan) {
  const std::vector<bool> tied = TiedPlaces(records, rungs);
  for (std::size_t i = 0; i < records.needs.size(); ++i) {
    if (remaining.needs[i] == 0) continue;
    model::UnmetReason reason = reasons[i];
    // Tied, but no stage had a tie for it: others hold its partners.
    if (reason == model::UnmetReason::kNoTie &&
        tied[static_cast<std::size_t>(records.needs[i].place)]) {
      reason = model::UnmetReason::kPlaceNotPaired;
    }
    plan.unmet.push_back({records.needs[i].row->name,
                          model::BaseUnits(remaining.needs[i]),
                          reason,
                          {},
                          0});
  }
}

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
  TWINAID_RETURN_IF_ERROR(model::Validate(input.policy));
  TWINAID_ASSIGN_OR_RETURN(const Records records, MakeRecords(input));
  Remaining remaining(records);
  Reasons reasons(records.needs.size(), model::UnmetReason::kNoTie);
  Plan plan;
  plan.input_hash = InputHash(input, records);

  TWINAID_RETURN_IF_ERROR(HoldSlots(input, records, remaining, reasons));
  TWINAID_ASSIGN_OR_RETURN(const std::vector<PlaceTie> standing,
                           TiesOfStanding(input, records));
  if (!standing.empty()) {
    TWINAID_RETURN_IF_ERROR(
        RunStage(input, records, 0, standing, remaining, reasons, plan));
  }
  for (int rung = 1; rung <= input.policy.rungs; ++rung) {
    TWINAID_RETURN_IF_ERROR(RunStage(input, records, rung,
                                     TiesOfRung(records, remaining, rung),
                                     remaining, reasons, plan));
  }
  AddUnmet(records, remaining, input.policy.rungs, reasons, plan);
  Sort(plan);
  plan.coverage = CoverageOf(records, remaining);
  plan.donors = DonorsOf(plan);
  return plan;
}

}  // namespace twinaid::planning
