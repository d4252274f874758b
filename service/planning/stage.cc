// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/planning/stage.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <utility>

#include "matcher/certificate_check.h"
#include "matcher/points.h"
#include "service/model/status_macros.h"
#include "service/planning/engine_instance.h"
#include "service/planning/plan_errors.h"

namespace twinaid::planning {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

Ends Turned(const Ends& ends) { return {ends.second, ends.first}; }

matcher::PairShape ShapeOf(const model::Policy& policy, model::StageKind kind) {
  if (kind != model::StageKind::kMutual) {
    return matcher::PairShape::kCounterpart;
  }
  return policy.allow_one_way ? matcher::PairShape::kMutualOneWay
                              : matcher::PairShape::kMutual;
}

// One solved stage on its way into the plan.
class Writer {
 public:
  Writer(const PlanInput& input, const Records& records, const StageOf& what,
         const std::vector<PlaceTie>& ties, const EngineInstance& engine,
         const matcher::Solution& solution, Remaining& remaining, Plan& plan)
      : input_(input),
        records_(records),
        what_(what),
        ties_(ties),
        engine_(engine),
        solution_(solution),
        remaining_(remaining),
        plan_(plan) {
    for (const matcher::Pair& pair : solution.pairs) {
      tie_of_[{pair.donor, pair.recipient}] = &ties[At(pair.tie)];
    }
    for (const matcher::Flow& flow : solution.flows) {
      shipping_.insert(EndsOf(flow));
    }
  }

  // Edges, pairings, matches; slots and goods; what minimum lots undid.
  void Write(Reasons& reasons) {
    AddEdges();
    AddPairings();
    AddMatches(reasons);
  }

 private:
  bool mutual() const { return what_.kind == model::StageKind::kMutual; }

  Ends EndsOf(const matcher::Flow& flow) const {
    return {engine_.instance.offers[At(flow.offer)].place,
            engine_.instance.needs[At(flow.need)].place};
  }

  // Whether the pair stands after minimum lots have taken their part.
  bool Made(const Ends& ends) const {
    const bool there = shipping_.contains(ends);
    if (!mutual()) return there;
    const bool back = shipping_.contains(Turned(ends));
    return input_.policy.allow_one_way ? there || back : there && back;
  }

  void AddEdges() {
    const matcher::Certificate& proof = solution_.certificate;
    for (const matcher::Edge& from : solution_.edges) {
      const PlaceTie& tie = ties_[At(from.tie)];
      model::RoundEdge edge;
      edge.stage = static_cast<int>(plan_.certificate.size()) - 1;
      edge.donor = records_.places[At(from.donor)]->id;
      edge.recipient = records_.places[At(from.recipient)]->id;
      edge.rung = tie.rung;
      if (tie.link != nullptr) edge.link = tie.link->id;
      const Ends ends{from.donor, from.recipient};
      edge.paired =
          tie_of_.contains(ends) && shipping_.contains(ends) && Made(ends);
      edge.value = from.value.digits;
      // Prices of mutual pairs are of both directions together and doubled:
      // they say nothing about one.
      if (!mutual()) {
        edge.donor_price = PointsOf(proof.donor_potential[At(from.donor)]);
        edge.recipient_price =
            PointsOf(proof.recipient_potential[At(from.recipient)]);
        edge.slack =
            PointsOf(matcher::ReducedCost(engine_.instance, solution_, from));
      }
      plan_.edges.push_back(std::move(edge));
    }
  }

  void AddPairings() {
    std::map<Ends, int> number_of;
    for (const PlannedPairing& pairing : plan_.pairings) {
      last_pair_ = std::max(last_pair_, pairing.pair);
    }
    for (const matcher::Pair& pair : solution_.pairs) {
      const Ends ends{pair.donor, pair.recipient};
      if (!Made(ends)) continue;
      int number = 0;
      if (mutual()) {
        const auto [it, is_new] =
            number_of.try_emplace(std::minmax(ends.first, ends.second), 0);
        if (is_new) {
          it->second = ++last_pair_;
          TakeSlots(ends);
          TakeSlots(Turned(ends));
        }
        number = it->second;
      } else if (what_.kind == model::StageKind::kCounterpart) {
        TakeSlots(ends);
      }
      if (shipping_.contains(ends)) AddPairing(pair, number);
    }
  }

  void TakeSlots(const Ends& ends) {
    --remaining_.donor_slots[At(ends.first)];
    --remaining_.recipient_slots[At(ends.second)];
  }

  void AddPairing(const matcher::Pair& pair, int number) {
    const PlaceTie& tie = ties_[At(pair.tie)];
    PlannedPairing pairing;
    pairing.donor = records_.places[At(pair.donor)]->id;
    pairing.recipient = records_.places[At(pair.recipient)]->id;
    pairing.rung = tie.rung;
    if (tie.link != nullptr) pairing.link = tie.link->id;
    pairing.value = pair.value.digits;
    pairing.returns_help = tie.returns_help;
    pairing.standing = what_.kind == model::StageKind::kStanding || tie.keep;
    pairing.stage = static_cast<int>(plan_.certificate.size()) - 1;
    pairing.pair = number;
    plan_.pairings.push_back(std::move(pairing));
  }

  void AddMatches(Reasons& reasons) {
    for (const matcher::Flow& flow : solution_.flows) {
      const std::int32_t n = engine_.needs[At(flow.need)];
      const std::int32_t o = engine_.offers[At(flow.offer)];
      const Ends ends = EndsOf(flow);
      if (!Made(ends)) {
        // The other direction of its mutual pair ships nothing.
        reasons[At(n)] =
            std::max(reasons[At(n)], model::UnmetReason::kMinimumLot);
        continue;
      }
      const auto& need = records_.needs[At(n)];
      const auto& offer = records_.offers[At(o)];
      PlannedMatch match;
      match.need = need.row->name;
      match.offer = offer.row->name;
      match.need_item = need.row->item;
      match.offer_item = offer.row->item;
      match.quality_percent = flow.quality;
      match.quantity = model::BaseUnits(flow.base_units);
      match.rung = tie_of_.at(ends)->rung;
      plan_.matches.push_back(std::move(match));
      remaining_.needs[At(n)] -= flow.base_units;
      remaining_.offers[At(o)] -= flow.base_units;
    }
  }

  const PlanInput& input_;
  const Records& records_;
  const StageOf& what_;
  const std::vector<PlaceTie>& ties_;
  const EngineInstance& engine_;
  const matcher::Solution& solution_;
  Remaining& remaining_;
  Plan& plan_;
  std::map<Ends, const PlaceTie*> tie_of_;  // of the pairs chosen
  std::set<Ends> shipping_;                 // something flows
  int last_pair_ = 0;
};

model::StageCertificate Proof(const StageOf& what,
                              const matcher::Solution& solution) {
  model::StageCertificate proof;
  proof.kind = what.kind;
  proof.rung = what.rung;
  proof.pass = what.pass;
  proof.pairs = static_cast<std::int64_t>(solution.pairs.size());
  proof.edges_checked = static_cast<std::int64_t>(solution.edges.size());
  proof.primal = ToTexts(solution.certificate.pairs_total);
  proof.dual = ToTexts(solution.certificate.potentials_total);
  return proof;
}

}  // namespace

absl::StatusOr<std::vector<Ends>> RunStage(const Task& task,
                                           const StageOf& what,
                                           const std::vector<PlaceTie>& ties,
                                           Remaining& remaining,
                                           Reasons& reasons, Plan& plan) {
  TWINAID_ASSIGN_OR_RETURN(EngineInstance engine,
                           ToEngine(task.input, task.records, ties, remaining));
  engine.instance.shape = ShapeOf(task.input.policy, what.kind);
  const absl::Duration begin = task.Elapsed();
  const auto solution =
      task.solvers.pairs(engine.instance, {std::max(1, task.input.threads)});
  if (!solution.ok()) return Explain(solution.status());
  const absl::Duration solved = task.Elapsed();
  const absl::Status proven =
      matcher::CheckCertificate(engine.instance, *solution);
  const absl::Duration checked = task.Elapsed();
  model::StageCertificate proof = Proof(what, *solution);
  if (!proven.ok()) return StageNotProven(proof, proven.message());
  proof.verified = true;
  proof.solve_time = solved - begin;
  proof.check_time = checked - solved;

  for (const matcher::Unmet& unmet : solution->unmet) {
    model::UnmetReason& reason = reasons[At(engine.needs[At(unmet.need)])];
    reason = std::max(reason, ToModel(unmet.reason));
  }
  std::vector<Ends> chosen;
  if (what.pass > 1 && solution->edges.empty()) return chosen;
  plan.certificate.push_back(std::move(proof));
  Writer(task.input, task.records, what, ties, engine, *solution, remaining,
         plan)
      .Write(reasons);
  for (const matcher::Pair& pair : solution->pairs) {
    chosen.emplace_back(pair.donor, pair.recipient);
    if (what.kind == model::StageKind::kMutual) {
      chosen.emplace_back(pair.recipient, pair.donor);
    }
  }
  return chosen;
}

}  // namespace twinaid::planning
