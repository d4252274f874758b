// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/planning/passes.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <tuple>
#include <vector>

#include "service/model/status_macros.h"
#include "service/planning/ties.h"

namespace twinaid::planning {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

absl::StatusOr<Ends> EndsOf(const Records& records,
                            const StandingPairing& standing) {
  Ends ends;
  TWINAID_ASSIGN_OR_RETURN(ends.first,
                           records.PlaceAt(standing.donor, "standing.donor"));
  TWINAID_ASSIGN_OR_RETURN(
      ends.second, records.PlaceAt(standing.recipient, "standing.recipient"));
  return ends;
}

// Whether the pairing has to win its place anew.
bool Contends(const PlanInput& input, const StandingPairing& standing) {
  return standing.active && input.policy.keep == model::Keep::kTies;
}

// Marks the ties of ACTIVE pairings that have to win their place. One that
// stands on no link is a tie of its rung by itself.
absl::Status MarkKept(const PlanInput& input, const Records& records,
                      const Remaining& remaining, const Sides& sides, int rung,
                      std::vector<PlaceTie>& ties) {
  const auto before = [](const PlaceTie& tie, const Ends& ends) {
    return std::tie(tie.donor, tie.recipient) <
           std::tie(ends.first, ends.second);
  };
  for (const StandingPairing& standing : input.standing) {
    if (!Contends(input, standing)) continue;
    TWINAID_ASSIGN_OR_RETURN(const Ends ends, EndsOf(records, standing));
    const auto at = std::lower_bound(ties.begin(), ties.end(), ends, before);
    if (at != ties.end() && at->donor == ends.first &&
        at->recipient == ends.second) {
      at->keep = true;
      continue;
    }
    if (!standing.link.empty() || standing.rung != rung ||
        !sides.gives[At(ends.first)] || !sides.asks[At(ends.second)] ||
        remaining.together.contains(ends)) {
      continue;
    }
    PlaceTie tie;
    tie.donor = ends.first;
    tie.recipient = ends.second;
    tie.rung = rung;
    tie.keep = true;
    ties.insert(at, tie);
  }
  return absl::OkStatus();
}

void Forget(const std::vector<Ends>& chosen, std::vector<PlaceTie>& ties) {
  const std::set<Ends> done(chosen.begin(), chosen.end());
  ties.erase(std::remove_if(ties.begin(), ties.end(),
                            [&](const PlaceTie& tie) {
                              return done.contains({tie.donor, tie.recipient});
                            }),
             ties.end());
}

}  // namespace

absl::Status HoldSlots(const PlanInput& input, const Records& records,
                       Remaining& remaining, Reasons& reasons) {
  std::vector<bool> pending(records.places.size(), false);
  for (const StandingPairing& standing : input.standing) {
    TWINAID_ASSIGN_OR_RETURN(const Ends ends, EndsOf(records, standing));
    if (Contends(input, standing)) continue;
    int& giving = remaining.donor_slots[At(ends.first)];
    int& asking = remaining.recipient_slots[At(ends.second)];
    giving = std::max(0, giving - 1);
    asking = std::max(0, asking - 1);
    remaining.together.insert(ends);
    if (!standing.active) pending[At(ends.second)] = true;
  }
  for (std::size_t i = 0; i < records.needs.size(); ++i) {
    if (pending[At(records.needs[i].place)]) {
      reasons[i] = model::UnmetReason::kCounterpartPending;
    }
  }
  return absl::OkStatus();
}

absl::Status RunStanding(const Task& task, Remaining& remaining,
                         Reasons& reasons, Plan& plan) {
  if (task.input.policy.keep != model::Keep::kFixed) return absl::OkStatus();
  TWINAID_ASSIGN_OR_RETURN(std::vector<PlaceTie> ties,
                           TiesOfStanding(task.input, task.records));
  MarkReturns(task.records, ties);
  for (int pass = 1; !ties.empty(); ++pass) {
    TWINAID_ASSIGN_OR_RETURN(
        std::vector<Ends> chosen,
        RunStage(task, {model::StageKind::kStanding, 0, pass}, ties, remaining,
                 reasons, plan));
    if (chosen.empty()) break;
    Forget(chosen, ties);
  }
  return absl::OkStatus();
}

absl::Status RunRung(const Task& task, int rung, Remaining& remaining,
                     Reasons& reasons, Plan& plan) {
  const model::Shape shape = task.input.policy.shape;
  const auto kind = shape == model::Shape::kMutual
                        ? model::StageKind::kMutual
                        : model::StageKind::kCounterpart;
  for (int pass = 1;; ++pass) {
    const Sides sides = SidesOf(task.records, remaining, shape);
    TWINAID_ASSIGN_OR_RETURN(std::vector<PlaceTie> ties,
                             TiesOfRung(task.records, remaining, sides, rung));
    TWINAID_RETURN_IF_ERROR(
        MarkKept(task.input, task.records, remaining, sides, rung, ties));
    MarkReturns(task.records, ties);
    if (pass > 1 && ties.empty()) break;
    TWINAID_ASSIGN_OR_RETURN(
        const std::vector<Ends> chosen,
        RunStage(task, {kind, rung, pass}, ties, remaining, reasons, plan));
    if (chosen.empty()) break;
    remaining.together.insert(chosen.begin(), chosen.end());
  }
  return absl::OkStatus();
}

}  // namespace twinaid::planning
