// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/try_plan_diff.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace twinaid::fuzz {
namespace {

template <typename Figure>
bool AreTurned(const std::vector<client::PlanChange<Figure>>& changes,
               const std::vector<client::PlanChange<Figure>>& turned) {
  return std::equal(changes.begin(), changes.end(), turned.begin(),
                    turned.end(), [](const auto& a, const auto& b) {
                      return a.first == b.first && a.second == b.second &&
                             a.before == b.after && a.after == b.before;
                    });
}

template <typename Figure>
bool AreTurned(const client::PlanChanges<Figure>& changes,
               const client::PlanChanges<Figure>& turned) {
  return AreTurned(changes.gained, turned.lost) &&
         AreTurned(changes.lost, turned.gained) &&
         AreTurned(changes.changed, turned.changed);
}

bool AreOpposite(const client::TierTotal& a, const client::TierTotal& b) {
  return std::equal(a.begin(), a.end(), b.begin(),
                    [](absl::int128 x, absl::int128 y) { return x == -y; });
}

}  // namespace

Outcome TryPlanDiff(absl::string_view bytes) {
  return TryPlanDiff(bytes, client::DiffPlans);
}

Outcome TryPlanDiff(absl::string_view bytes, const PlanComparer& compare) {
  Outcome outcome;
  const auto parts = Parts(bytes, "\n===\n", 2);
  const client::NamedPlan before{"before.json", parts[0]};
  const client::NamedPlan after{"after.json",
                                parts[1].empty() ? parts[0] : parts[1]};
  const auto diff = compare(before, after);
  const auto turned = compare(after, before);
  if (diff.ok() != turned.ok()) Fault(outcome, "taken one way round only");
  if (!diff.ok()) {
    CountRefusal(diff.status(), "NOT_A_PLAN", outcome);
    return outcome;
  }
  ++outcome.taken;
  if (!outcome.fault.empty()) return outcome;
  if (!AreTurned(diff->pairings, turned->pairings) ||
      !AreTurned(diff->matches, turned->matches) ||
      !AreTurned(diff->unmet, turned->unmet) ||
      !AreOpposite(diff->total_value().difference(),
                   turned->total_value().difference())) {
    Fault(outcome, "not the opposite when it is turned round");
  }
  const std::string json = client::PlanDiffJson(*diff);
  if (nlohmann::json::parse(json, nullptr, false).is_discarded()) {
    Fault(outcome, "its JSON is none");
  }
  return outcome;
}

}  // namespace twinaid::fuzz
