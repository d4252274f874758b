// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <utility>

#include "service/core/answers.h"
#include "service/core/rows.h"
#include "service/planning/forced_cost.h"

namespace twinaid::core {
namespace {

// Costs first, in their order; then slacks.
bool Cheaper(const Candidate& a, const Candidate& b) {
  if (a.cost.has_value() != b.cost.has_value()) return a.cost.has_value();
  if (a.cost && *a.cost != *b.cost) return *a.cost < *b.cost;
  return a.edge.slack < b.edge.slack;
}

// Mutual pairs have no costs: those that could be made first, then by what both
// directions are worth.
class ByPairValue {
 public:
  ByPairValue(const std::vector<model::RoundEdge>& edges,
              const model::Policy& policy)
      : policy_(policy) {
    for (const model::RoundEdge& edge : edges) {
      value_[{edge.donor, edge.recipient}] = edge.value;
    }
  }

  bool operator()(const Candidate& a, const Candidate& b) const {
    return Key(a.edge) > Key(b.edge);
  }

 private:
  std::pair<bool, model::TierPoints> Key(const model::RoundEdge& edge) const {
    model::TierPoints sum = edge.value;
    const auto back = value_.find({edge.recipient, edge.donor});
    const bool both = back != value_.end();
    for (std::size_t i = 0; both && i < sum.size(); ++i) {
      sum[i] += back->second[i];
    }
    if (policy_.tiers == model::Tiers::kWeighted) {
      sum = {1000 * sum[0] + 100 * sum[1] + 10 * sum[2] + sum[3]};
    }
    return {both || policy_.allow_one_way, sum};
  }

  const model::Policy& policy_;
  std::map<std::pair<model::PlaceId, model::PlaceId>, model::TierPoints> value_;
};

bool SamePair(const model::RoundEdge& a, const model::RoundEdge& b) {
  return a.donor == b.donor && a.recipient == b.recipient;
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

  const auto candidate = [&](const model::RoundEdge& edge) {
    return Candidate{edge, proof.kind, proof.pass, std::nullopt};
  };
  why.chosen = candidate(*made);
  for (const model::RoundEdge& edge : edges) {
    if (SamePair(edge, *made)) continue;
    if (edge.donor == made->donor) {
      why.donor_alternatives.push_back(candidate(edge));
    } else if (edge.recipient == made->recipient) {
      why.recipient_alternatives.push_back(candidate(edge));
    }
  }
  if (proof.kind == model::StageKind::kCounterpart) {
    planning::ForcedCost costs(edges, round.policy.tiers);
    why.chosen.cost = costs.Without(made->donor, made->recipient);
    for (auto* list : {&why.donor_alternatives, &why.recipient_alternatives}) {
      for (Candidate& other : *list) {
        other.cost = costs.With(other.edge.donor, other.edge.recipient);
      }
    }
  }
  const bool mutual = proof.kind == model::StageKind::kMutual;
  const ByPairValue by_pair_value(
      mutual ? edges : std::vector<model::RoundEdge>{}, round.policy);
  for (auto* list : {&why.donor_alternatives, &why.recipient_alternatives}) {
    if (mutual) {
      std::stable_sort(list->begin(), list->end(), std::cref(by_pair_value));
    } else {
      std::stable_sort(list->begin(), list->end(), Cheaper);
    }
  }
  return why;
}

}  // namespace twinaid::core
