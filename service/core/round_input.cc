// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <utility>

#include "service/core/rounds.h"
#include "service/core/rows.h"

namespace twinaid::core {
namespace {

template <typename R>
absl::StatusOr<std::vector<R>> All(const store::ReadTable<R>& table,
                                   const store::QueryOf<R>& query = {}) {
  return table.List(query, std::nullopt, 0);
}

absl::StatusOr<std::vector<planning::DeclinedPair>> DeclinedPairs(
    const View& v) {
  store::MatchQuery query;
  query.state = model::MatchState::kDeclined;
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Match> matches,
                           All(v.tx.matches(), query));
  std::vector<planning::DeclinedPair> pairs;
  pairs.reserve(matches.size());
  for (const model::Match& match : matches) {
    pairs.push_back({match.need, match.offer});
  }
  return pairs;
}

// ACTIVE pairings get more; PROPOSED ones hold their slots until answered.
absl::StatusOr<std::vector<planning::StandingPairing>> StandingPairings(
    const View& v, const model::SchemeId& scheme) {
  store::PairingQuery query;
  query.scheme = scheme;
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Pairing> pairings,
                           All(v.tx.pairings(), query));
  std::vector<planning::StandingPairing> standing;
  standing.reserve(pairings.size());
  for (const model::Pairing& pairing : pairings) {
    if (pairing.state == model::PairingState::kEnded) continue;
    standing.push_back({pairing.donor, pairing.recipient, pairing.rung,
                        pairing.link,
                        pairing.state == model::PairingState::kActive});
  }
  return standing;
}

}  // namespace

absl::StatusOr<planning::PlanInput> SnapshotForRound(
    const View& v, const model::Scheme& scheme, const NewRound& round) {
  planning::PlanInput input;
  TWINAID_ASSIGN_OR_RETURN(input.places, All(v.tx.places()));
  TWINAID_ASSIGN_OR_RETURN(input.links, All(v.tx.sister_links()));
  TWINAID_ASSIGN_OR_RETURN(input.items, All(v.tx.items()));
  TWINAID_ASSIGN_OR_RETURN(input.needs, All(v.tx.needs()));
  TWINAID_ASSIGN_OR_RETURN(input.offers, All(v.tx.offers()));
  input.participants = scheme.participants;
  TWINAID_ASSIGN_OR_RETURN(input.declined, DeclinedPairs(v));
  TWINAID_ASSIGN_OR_RETURN(input.standing, StandingPairings(v, scheme.id));
  input.policy = scheme.policy;
  input.seed = round.seed;
  input.as_of = round.as_of;
  return input;
}

}  // namespace twinaid::core
