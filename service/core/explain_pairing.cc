// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cstddef>

#include "service/core/answers.h"
#include "service/core/mutual_alternatives.h"
#include "service/core/rows.h"
#include "service/planning/forced_cost.h"
#include "service/planning/mutual_forced_cost.h"

namespace twinaid::core {
namespace {

// Partners of a side whose cost is told: each takes a solve of the stage.
constexpr std::size_t kCostedPartners = 8;

// Costs first, in their order; then slacks, which are of one direction and say
// nothing of mutual pairs.
bool Cheaper(const Candidate& a, const Candidate& b) {
  if (a.cost.has_value() != b.cost.has_value()) return a.cost.has_value();
  if (a.cost && *a.cost != *b.cost) return *a.cost < *b.cost;
  return !a.pair_value && a.edge.slack < b.edge.slack;
}

bool SamePair(const model::RoundEdge& a, const model::RoundEdge& b) {
  return a.donor == b.donor && a.recipient == b.recipient;
}

void AddCounterparts(const std::vector<model::RoundEdge>& edges,
                     const model::Policy& policy,
                     const model::StageCertificate& stage,
                     PairingExplanation& why) {
  const model::RoundEdge& made = why.chosen.edge;
  for (const model::RoundEdge& edge : edges) {
    if (SamePair(edge, made)) continue;
    const Candidate other{edge, stage.kind, stage.pass, {}, {}};
    if (edge.donor == made.donor) {
      why.donor_alternatives.push_back(other);
    } else if (edge.recipient == made.recipient) {
      why.recipient_alternatives.push_back(other);
    }
  }
  if (stage.kind == model::StageKind::kCounterpart) {
    planning::ForcedCost costs(edges, policy.tiers);
    why.chosen.cost = costs.Without(made.donor, made.recipient);
    for (auto* list : {&why.donor_alternatives, &why.recipient_alternatives}) {
      for (Candidate& other : *list) {
        other.cost = costs.With(other.edge.donor, other.edge.recipient);
      }
    }
  }
  for (auto* list : {&why.donor_alternatives, &why.recipient_alternatives}) {
    std::stable_sort(list->begin(), list->end(), Cheaper);
  }
}

void AddPartners(const std::vector<model::RoundEdge>& edges,
                 const model::Policy& policy,
                 const model::StageCertificate& stage,
                 PairingExplanation& why) {
  const model::RoundEdge& made = why.chosen.edge;
  why.chosen.pair_value = PairValue(edges, made.donor, made.recipient);
  why.donor_alternatives = MutualAlternatives(edges, policy, stage, made.donor,
                                              made.recipient, Gives::kPlace);
  why.recipient_alternatives = MutualAlternatives(
      edges, policy, stage, made.recipient, made.donor, Gives::kOther);
  planning::MutualForcedCost costs(edges, policy);
  why.chosen.cost = costs.Without(made.donor, made.recipient);
  for (auto* list : {&why.donor_alternatives, &why.recipient_alternatives}) {
    const std::size_t most = std::min(list->size(), kCostedPartners);
    for (std::size_t i = 0; i < most; ++i) {
      Candidate& other = (*list)[i];
      other.cost = costs.With(other.edge.donor, other.edge.recipient);
    }
    std::stable_sort(list->begin(), list->end(), Cheaper);
  }
}

}  // namespace

absl::StatusOr<PairingExplanation> ExplainPairing(
    const View& v, const model::PairingName& name) {
  PairingExplanation why;
  TWINAID_ASSIGN_OR_RETURN(why.pairing, Require(v.tx.pairings(), name));
  store::RoundEdgeQuery of_pair;
  of_pair.round = why.pairing.round;
  of_pair.donor = why.pairing.donor;
  of_pair.recipient = why.pairing.recipient;
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::RoundEdge> stages,
                           v.tx.round_edges().List(of_pair, std::nullopt, 0));
  const auto made =
      std::find_if(stages.begin(), stages.end(),
                   [](const model::RoundEdge& edge) { return edge.paired; });
  if (made == stages.end()) {
    return model::BrokenInvariant(name.ToString(),
                                  "a pairing has a candidate in its round");
  }
  TWINAID_ASSIGN_OR_RETURN(const model::Round round,
                           Require(v.tx.rounds(), why.pairing.round));
  const auto stage = static_cast<std::size_t>(made->stage);
  if (stage >= round.certificate.size()) {
    return model::BrokenInvariant(name.ToString(),
                                  "a candidate is of a stage of its round");
  }
  const model::StageCertificate& proof = round.certificate[stage];
  store::RoundEdgeQuery of_stage;
  of_stage.round = round.name;
  of_stage.stage = made->stage;
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::RoundEdge> edges,
                           v.tx.round_edges().List(of_stage, std::nullopt, 0));

  why.chosen = {*made, proof.kind, proof.pass, {}, {}};
  if (proof.kind == model::StageKind::kMutual) {
    AddPartners(edges, round.policy, proof, why);
  } else {
    AddCounterparts(edges, round.policy, proof, why);
  }
  return why;
}

}  // namespace twinaid::core
