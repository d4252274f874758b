// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <utility>

#include "service/core/proposals.h"
#include "service/core/rounds.h"
#include "service/core/rows.h"
#include "service/core/steps.h"
#include "service/model/enum_names.h"
#include "service/model/round_errors.h"
#include "service/model/text.h"

namespace twinaid::core {
namespace {

// The other candidates, the runner-up first.
absl::StatusOr<std::vector<model::RoundEdge>> Alternatives(
    const View& v, const store::RoundEdgeQuery& query,
    const model::RoundEdge& edge) {
  TWINAID_ASSIGN_OR_RETURN(std::vector<model::RoundEdge> edges,
                           v.tx.round_edges().List(query, std::nullopt, 0));
  edges.erase(std::remove_if(edges.begin(), edges.end(),
                             [&](const model::RoundEdge& other) {
                               return other.key() == edge.key();
                             }),
              edges.end());
  std::stable_sort(edges.begin(), edges.end(),
                   [](const model::RoundEdge& a, const model::RoundEdge& b) {
                     return a.slack < b.slack;
                   });
  return edges;
}

}  // namespace

absl::StatusOr<model::Pairing> GetPairing(const View& v,
                                          const model::PairingName& name) {
  return Require(v.tx.pairings(), name);
}

absl::StatusOr<model::Pairing> EndPairing(Mutation& m,
                                          const model::PairingName& name,
                                          absl::string_view etag,
                                          model::Reason reason,
                                          absl::string_view note) {
  TWINAID_RETURN_IF_ERROR(model::CheckText(note, "note", model::kMaxNoteBytes));
  TWINAID_ASSIGN_OR_RETURN(model::Pairing pairing,
                           RequireFresh(m.tx.pairings(), name, etag));
  if (pairing.state == model::PairingState::kEnded) {
    return model::PairingEnded(name);
  }
  // Ended first: withdrawing its proposals then has nothing to settle.
  TWINAID_RETURN_IF_ERROR(
      MovePairing(m, pairing, model::PairingState::kEnded,
                  {{"reason", std::string(model::WordOf(reason))}}, note));
  TWINAID_RETURN_IF_ERROR(WithdrawAll(m, ProposalsOf(name), "pairing_ended"));
  return pairing;
}

absl::StatusOr<PairingExplanation> ExplainPairing(
    const View& v, const model::PairingName& name) {
  PairingExplanation why;
  TWINAID_ASSIGN_OR_RETURN(why.pairing, Require(v.tx.pairings(), name));
  store::RoundEdgeQuery of_pair;
  of_pair.round = why.pairing.round;
  of_pair.donor = why.pairing.donor;
  of_pair.recipient = why.pairing.recipient;
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::RoundEdge> edges,
                           v.tx.round_edges().List(of_pair, std::nullopt, 0));
  const auto edge =
      std::find_if(edges.begin(), edges.end(),
                   [](const model::RoundEdge& e) { return e.paired; });
  if (edge == edges.end()) {
    return model::BrokenInvariant(name.ToString(),
                                  "a pairing has a candidate in its round");
  }
  why.edge = *edge;
  store::RoundEdgeQuery of_donor;
  of_donor.round = why.pairing.round;
  of_donor.donor = why.pairing.donor;
  TWINAID_ASSIGN_OR_RETURN(why.donor_alternatives,
                           Alternatives(v, of_donor, *edge));
  store::RoundEdgeQuery of_recipient;
  of_recipient.round = why.pairing.round;
  of_recipient.recipient = why.pairing.recipient;
  TWINAID_ASSIGN_OR_RETURN(why.recipient_alternatives,
                           Alternatives(v, of_recipient, *edge));
  return why;
}

}  // namespace twinaid::core
