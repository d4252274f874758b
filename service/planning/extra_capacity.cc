// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/planning/extra_capacity.h"

#include <cstddef>
#include <set>
#include <vector>

#include "matcher/extra_capacity.h"

namespace twinaid::planning {

model::ExtraCapacity ExtraCapacityOf(const Records& records,
                                     const Outlook& outlook, const Plan& plan) {
  std::vector<matcher::PossiblePair> possible;
  std::set<std::int32_t> recipients;
  for (const PlaceTie& tie : outlook.ties()) {
    if (!outlook.HasValue(tie)) continue;
    possible.push_back({tie.donor, tie.recipient});
    recipients.insert(tie.recipient);
  }
  std::set<model::PlaceId> covered;
  for (const PlannedPairing& pairing : plan.pairings) {
    covered.insert(pairing.recipient);
  }
  const matcher::CoverPlan cover = matcher::PlanCover(
      static_cast<std::int32_t>(records.places.size()), possible);
  model::ExtraCapacity answer;
  answer.recipients = static_cast<std::int64_t>(recipients.size());
  answer.most_coverable = cover.most_covered;
  answer.extra = cover.extra;
  for (const std::int32_t place : recipients) {
    const model::PlaceId& id =
        records.places[static_cast<std::size_t>(place)]->id;
    if (!covered.contains(id)) answer.uncovered.push_back(id);
  }
  for (const matcher::ExtraLoad& load : cover.extra_loads) {
    answer.more.push_back(
        {records.places[static_cast<std::size_t>(load.donor)]->id,
         load.recipients});
  }
  return answer;
}

}  // namespace twinaid::planning
