// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <set>
#include <utility>

#include "service/core/apart.h"
#include "service/core/rounds.h"
#include "service/core/rows.h"

namespace twinaid::core {
namespace {

template <typename R>
absl::StatusOr<std::vector<R>> All(const store::ReadTable<R>& table,
                                   const store::QueryOf<R>& query = {}) {
  return table.List(query, std::nullopt, 0);
}

// A substitute that a need refused is declined from everybody.
void RefuseItem(const model::Match& match, planning::PlanInput& input) {
  for (const model::Offer& offer : input.offers) {
    if (offer.item != match.offer_item) continue;
    input.declined.push_back({match.need, offer.name});
  }
}

// What earlier matches keep apart, in a round of the scheme.
absl::Status TakeApart(const View& v, const model::SchemeId& scheme,
                       planning::PlanInput& input) {
  for (const model::Apart apart :
       {model::Apart::kNeedAndOffer, model::Apart::kPlaces}) {
    store::MatchQuery query;
    query.keeps_apart = apart;
    TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Match> matches,
                             All(v.tx.matches(), query));
    for (const model::Match& match : matches) {
      input.declined.push_back({match.need, match.offer});
      if (match.substitute_refused) RefuseItem(match, input);
      if (KeepsPlacesApart(match, scheme)) {
        input.apart.push_back({match.donor_place(), match.recipient_place()});
      }
    }
  }
  return absl::OkStatus();
}

// Who received what arrived so far from whom.
absl::StatusOr<std::vector<planning::HelpReceived>> HelpSoFar(const View& v) {
  std::set<std::pair<model::PlaceId, model::PlaceId>> pairs;
  for (const model::MatchState state :
       {model::MatchState::kDispatched, model::MatchState::kReceived}) {
    store::MatchQuery query;
    query.state = state;
    TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Match> matches,
                             All(v.tx.matches(), query));
    for (const model::Match& match : matches) {
      if (match.received().value() == 0) continue;
      pairs.emplace(match.donor_place(), match.recipient_place());
    }
  }
  std::vector<planning::HelpReceived> help;
  help.reserve(pairs.size());
  for (const auto& [from, by] : pairs) help.push_back({from, by});
  return help;
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
  TWINAID_RETURN_IF_ERROR(TakeApart(v, scheme.id, input));
  TWINAID_ASSIGN_OR_RETURN(input.standing, StandingPairings(v, scheme.id));
  input.policy = scheme.policy;
  input.third_places = scheme.third_places;
  if (scheme.policy.prefer_return) {
    TWINAID_ASSIGN_OR_RETURN(input.help, HelpSoFar(v));
  }
  input.confirm_days = scheme.confirm_days;
  input.seed = round.seed;
  input.as_of = round.as_of;
  return input;
}

}  // namespace twinaid::core
