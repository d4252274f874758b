// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/planning/pool_stage.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "matcher/check_pool.h"
#include "service/model/status_macros.h"
#include "service/planning/engine_instance.h"
#include "service/planning/fairness.h"
#include "service/planning/plan_errors.h"

namespace twinaid::planning {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

std::vector<std::string> TextsOf(const matcher::PoolValue& value) {
  std::vector<std::string> texts;
  for (const matcher::Int128 points : value.digits) {
    texts.push_back(ToText(points));
  }
  return texts;
}

// What remains when the goods of the result have gone.
Remaining After(const EngineInstance& engine, const matcher::PoolResult& result,
                Remaining remaining) {
  for (const matcher::Flow& flow : result.flows) {
    remaining.needs[At(engine.needs[At(flow.need)])] -= flow.base_units;
    remaining.offers[At(engine.offers[At(flow.offer)])] -= flow.base_units;
  }
  return remaining;
}

void AddMatches(const Records& records, const Outlook& outlook,
                const EngineInstance& engine, const matcher::PoolResult& result,
                Plan& plan) {
  std::map<Ends, int> rung_of;
  for (const PlaceTie& tie : outlook.ties()) {
    rung_of[{tie.donor, tie.recipient}] = tie.rung;
  }
  for (const matcher::Flow& flow : result.flows) {
    const auto& need = records.needs[At(engine.needs[At(flow.need)])];
    const auto& offer = records.offers[At(engine.offers[At(flow.offer)])];
    PlannedMatch match;
    match.need = need.row->name;
    match.offer = offer.row->name;
    match.need_item = need.row->item;
    match.offer_item = offer.row->item;
    match.quality_percent = flow.quality;
    match.quantity = model::BaseUnits(flow.base_units);
    match.rung = rung_of.at({offer.place, need.place});
    match.pooled = true;
    plan.matches.push_back(std::move(match));
  }
}

}  // namespace

absl::Status RunPool(const Task& task, const Outlook& outlook,
                     Remaining& remaining, Plan& plan) {
  const PlanInput& input = task.input;
  const Records& records = task.records;
  if (input.policy.pool == model::Pool::kNone) return absl::OkStatus();
  TWINAID_ASSIGN_OR_RETURN(const EngineInstance engine,
                           ToEngine(input, records, outlook.ties(), remaining));
  model::StageCertificate proof;
  proof.kind = model::StageKind::kPool;
  proof.rung = input.policy.rungs;
  proof.edges_checked = static_cast<std::int64_t>(outlook.ties().size());
  Remaining after = remaining;
  for (const auto& [pool, order] :
       {std::make_pair(model::Pool::kByValue, matcher::PoolOrder::kByValue),
        std::make_pair(model::Pool::kFair, matcher::PoolOrder::kFair)}) {
    const absl::Duration begin = task.Elapsed();
    const auto result =
        task.solvers.pool(engine.instance, order, std::max(1, input.threads));
    if (!result.ok()) return Explain(result.status());
    const absl::Duration solved = task.Elapsed();
    const absl::Status proven =
        matcher::CheckPool(engine.instance, order, *result);
    proof.check_time += task.Elapsed() - solved;
    proof.solve_time += solved - begin;
    if (!proven.ok()) return StageNotProven(proof, proven.message());
    const Remaining left = After(engine, *result, remaining);
    auto& figures = pool == model::Pool::kFair ? plan.fairness.fair
                                               : plan.fairness.by_value;
    figures = FiguresOf(records, outlook.instance(), left);
    if (pool != input.policy.pool) continue;
    proof.primal = TextsOf(result->shipped);
    proof.dual = TextsOf(result->relaxed);
    AddMatches(records, outlook, engine, *result, plan);
    after = left;
  }
  proof.verified = true;
  plan.certificate.push_back(std::move(proof));
  remaining = std::move(after);
  return absl::OkStatus();
}

}  // namespace twinaid::planning
