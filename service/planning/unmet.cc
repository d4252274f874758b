// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/planning/unmet.h"

#include <algorithm>
#include <cstddef>

#include "service/planning/closed_offers.h"

namespace twinaid::planning {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

// The reason over all allowed ties, standing at `reason` so far.
model::UnmetReason Nearest(const PlanInput& input, const Records& records,
                           const Outlook& outlook, const Remaining& remaining,
                           const ClosedOffers& closed, std::int32_t need,
                           model::UnmetReason reason) {
  const bool pool = input.policy.pool != model::Pool::kNone;
  // Its counterpart is to answer; that others could help is no reason yet.
  if (!pool && reason == model::UnmetReason::kCounterpartPending) return reason;
  const auto& row = records.needs[At(need)];
  const std::int32_t group = records.group[At(row.item)];
  for (const std::int32_t t : outlook.TiesTo(row.place)) {
    const PlaceTie& tie = outlook.ties()[At(t)];
    const bool reached = pool || closed.Together({tie.donor, tie.recipient});
    for (const std::int32_t offer : outlook.OffersOf(tie.donor, group)) {
      model::UnmetReason found = outlook.Judge(need, offer, tie.transit_days);
      if (found == model::UnmetReason::kStockUsedUp) {
        if (!reached) {
          found = model::UnmetReason::kPlaceNotPaired;
        } else if (remaining.offers[At(offer)] > 0) {
          // Nothing but its minimum lot keeps it from being taken.
          found = model::UnmetReason::kMinimumLot;
        }
      }
      reason = std::max(reason, found);
    }
  }
  return reason;
}

}  // namespace

std::vector<PlannedUnmet> UnmetOf(const PlanInput& input,
                                  const Records& records,
                                  const Outlook& outlook,
                                  const Remaining& remaining,
                                  const Reasons& reasons, const Plan& plan) {
  std::vector<PlannedUnmet> rows;
  const std::vector<bool> tied = TiedPlaces(records, input.policy.rungs);
  ClosedOffers closed(input, records, outlook, remaining, plan);
  for (std::size_t i = 0; i < records.needs.size(); ++i) {
    if (remaining.needs[i] == 0) continue;
    const auto need = static_cast<std::int32_t>(i);
    PlannedUnmet unmet;
    unmet.need = records.needs[i].row->name;
    unmet.quantity = model::BaseUnits(remaining.needs[i]);
    unmet.reason =
        Nearest(input, records, outlook, remaining, closed, need, reasons[i]);
    // Tied, but only to places that offer nothing of the kind.
    if (unmet.reason == model::UnmetReason::kNoTie &&
        tied[At(records.needs[i].place)]) {
      unmet.reason = model::UnmetReason::kNoOffer;
    }
    if ((unmet.reason == model::UnmetReason::kNoTie ||
         unmet.reason == model::UnmetReason::kNoOffer) &&
        records.open_rungs[At(records.needs[i].place)] < input.policy.rungs) {
      unmet.reason = model::UnmetReason::kWaitsForRung;
    }
    if (unmet.reason == model::UnmetReason::kStockUsedUp) {
      closed.Fill(need, unmet);
    }
    rows.push_back(std::move(unmet));
  }
  for (const model::Need* need : records.resting) {
    PlannedUnmet unmet;
    unmet.need = need->name;
    unmet.quantity = need->open_to_matching();
    unmet.reason = model::UnmetReason::kNotConfirmed;
    rows.push_back(std::move(unmet));
  }
  std::sort(rows.begin(), rows.end(),
            [](const PlannedUnmet& a, const PlannedUnmet& b) {
              return a.need < b.need;
            });
  return rows;
}

}  // namespace twinaid::planning
