// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/try_plan_folder.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "client/plan/plan_diff.h"
#include "service/model/errors.h"
#include "tests/fuzz/texts_of_bytes.h"

namespace twinaid::fuzz {
namespace {

constexpr std::size_t kMostRows = 40;

void SetNumber(const std::string& word, int value, model::Policy& policy) {
  if (word == "gives") policy.donor_capacity = value;
  if (word == "takes") policy.recipient_capacity = value;
  if (word == "rungs") policy.rungs = value;
}

model::Policy PolicyOf(absl::string_view text) {
  model::Policy policy;
  std::string before;
  for (const absl::string_view word :
       absl::StrSplit(text, absl::ByAnyChar(" \n"), absl::SkipEmpty())) {
    int value = 0;
    if (absl::SimpleAtoi(word, &value)) SetNumber(before, value, policy);
    if (word == "mutual") policy.shape = model::Shape::kMutual;
    if (word == "one-way") policy.allow_one_way = true;
    if (word == "weighted") policy.tiers = model::Tiers::kWeighted;
    if (word == "pool") policy.pool = model::Pool::kByValue;
    if (word == "fair") policy.pool = model::Pool::kFair;
    before = std::string(word);
  }
  return policy;
}

template <typename Row>
void Limit(std::vector<Row>& rows) {
  if (rows.size() > kMostRows) rows.resize(kMostRows);
}

client::Folder Turned(client::Folder folder) {
  std::reverse(folder.places.begin(), folder.places.end());
  std::reverse(folder.links.begin(), folder.links.end());
  std::reverse(folder.items.begin(), folder.items.end());
  std::reverse(folder.needs.begin(), folder.needs.end());
  std::reverse(folder.offers.begin(), folder.offers.end());
  return folder;
}

bool Empty(const client::PlanDiff& diff) {
  const auto none = [](const auto& changes) {
    return changes.gained.empty() && changes.lost.empty() &&
           changes.changed.empty();
  };
  return none(diff.pairings) && none(diff.matches) && none(diff.unmet) &&
         diff.total_value().difference() == client::TierTotal{};
}

}  // namespace

Outcome TryPlanFolder(absl::string_view bytes) {
  return TryPlanFolder(bytes, client::PlanFolder);
}

Outcome TryPlanFolder(absl::string_view bytes, const FolderPlanner& plan) {
  Outcome outcome;
  const client::FileTexts texts = TextsOfBytes(bytes);
  client::Folder folder = client::ReadTexts(texts).folder;
  // Needs and offers alone: what they refer to stays.
  Limit(folder.needs);
  Limit(folder.offers);
  client::PlanOptions options;
  options.as_of = absl::CivilDay(2020, 2, 10);
  const auto policy = texts.find("policy");
  if (policy != texts.end()) options.policy = PolicyOf(policy->second);

  const auto made = plan(folder, options);
  if (!made.ok()) {
    CountRefusal(made.status(), model::ReasonOf(made.status()), outcome);
    return outcome;
  }
  ++outcome.taken;
  if (!made->verified()) Fault(outcome, "the plan is not proven");
  const std::string json = client::PlanJson(folder, *made);
  const auto turned = plan(Turned(folder), options);
  if (!turned.ok() || client::PlanJson(folder, *turned) != json) {
    Fault(outcome, "another order of the rows gives another plan");
  }
  const auto diff = client::DiffPlans({"a", json}, {"b", json});
  if (!diff.ok()) {
    Fault(outcome, absl::StrCat("no plan: ", diff.status().ToString()));
  } else if (!Empty(*diff)) {
    Fault(outcome, "a plan differs from itself");
  }
  return outcome;
}

}  // namespace twinaid::fuzz
