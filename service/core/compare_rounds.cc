// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <map>
#include <utility>

#include "service/core/answers.h"
#include "service/core/rows.h"
#include "service/model/common_errors.h"
#include "service/model/round_errors.h"

namespace twinaid::core {
namespace {

using Places = std::pair<model::PlaceId, model::PlaceId>;  // donor, recipient

absl::StatusOr<model::Round> Result(const View& v,
                                    const model::RoundName& name) {
  TWINAID_ASSIGN_OR_RETURN(model::Round round, Require(v.tx.rounds(), name));
  if (round.state != model::RoundState::kSucceeded) {
    return model::RoundWithoutResult(name);
  }
  return round;
}

// The last that succeeded before `round`.
absl::StatusOr<std::optional<model::Round>> Before(const View& v,
                                                   const model::Round& round) {
  store::RoundQuery query;
  query.scheme = round.name.parent;
  query.state = model::RoundState::kSucceeded;
  TWINAID_ASSIGN_OR_RETURN(std::vector<model::Round> rounds,
                           v.tx.rounds().List(query, std::nullopt, 0));
  std::optional<model::Round> last;
  for (model::Round& other : rounds) {
    if (other.name == round.name ||
        other.meta.create_time >= round.meta.create_time) {
      continue;
    }
    if (!last || other.meta.create_time > last->meta.create_time) {
      last = std::move(other);
    }
  }
  return last;
}

// Whether the pairing stood when the round ended.
bool StoodAtTheEnd(const model::Pairing& pairing, const model::Round& round) {
  const absl::Time end = round.finish_time.value_or(round.meta.create_time);
  if (pairing.round == round.name) return true;
  if (pairing.meta.create_time > round.meta.create_time) return false;
  return pairing.state != model::PairingState::kEnded ||
         pairing.meta.update_time > end;
}

// The pairings at the end of a round with what it gave them.
absl::StatusOr<std::map<Places, model::TierPoints>> PairingsOf(
    const View& v, const model::Round& round) {
  store::PairingQuery of_scheme;
  of_scheme.scheme = round.name.parent;
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Pairing> pairings,
                           v.tx.pairings().List(of_scheme, std::nullopt, 0));
  std::map<Places, model::TierPoints> values;
  for (const model::Pairing& pairing : pairings) {
    if (StoodAtTheEnd(pairing, round)) {
      values[{pairing.donor, pairing.recipient}] = {};
    }
  }
  store::RoundEdgeQuery of_round;
  of_round.round = round.name;
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::RoundEdge> edges,
                           v.tx.round_edges().List(of_round, std::nullopt, 0));
  for (const model::RoundEdge& edge : edges) {
    const auto at = values.find({edge.donor, edge.recipient});
    if (edge.paired && at != values.end()) at->second = edge.value;
  }
  return values;
}

absl::StatusOr<std::map<model::NeedName, model::UnmetNeed>> UnmetOf(
    const View& v, const model::RoundName& round) {
  store::UnmetNeedQuery query;
  query.round = round;
  TWINAID_ASSIGN_OR_RETURN(std::vector<model::UnmetNeed> rows,
                           v.tx.unmet_needs().List(query, std::nullopt, 0));
  std::map<model::NeedName, model::UnmetNeed> unmet;
  for (model::UnmetNeed& row : rows) unmet.emplace(row.need, std::move(row));
  return unmet;
}

void ComparePairings(const std::map<Places, model::TierPoints>& before,
                     const std::map<Places, model::TierPoints>& after,
                     RoundComparison& to) {
  for (const auto& [places, value] : after) {
    const auto old = before.find(places);
    if (old == before.end()) {
      to.gained.push_back({places.first, places.second, std::nullopt, value});
    } else if (old->second != value) {
      to.changed.push_back({places.first, places.second, old->second, value});
    }
  }
  for (const auto& [places, value] : before) {
    if (after.contains(places)) continue;
    to.lost.push_back({places.first, places.second, value, std::nullopt});
  }
}

void CompareUnmet(const std::map<model::NeedName, model::UnmetNeed>& before,
                  const std::map<model::NeedName, model::UnmetNeed>& after,
                  RoundComparison& to) {
  for (const auto& [need, row] : after) {
    const auto old = before.find(need);
    if (old == before.end()) {
      to.unmet_gained.push_back({need, {}, row.quantity, row.reason});
    } else if (old->second.quantity != row.quantity) {
      to.unmet_changed.push_back(
          {need, old->second.quantity, row.quantity, row.reason});
    }
  }
  for (const auto& [need, row] : before) {
    if (after.contains(need)) continue;
    to.unmet_lost.push_back({need, row.quantity, {}, std::nullopt});
  }
}

}  // namespace

absl::StatusOr<RoundComparison> CompareRounds(
    const View& v, const model::RoundName& round,
    const std::optional<model::RoundName>& base) {
  if (base && base->parent != round.parent) {
    return model::InvalidValue("base", base->ToString(),
                               "a round of the same scheme", "同一方案的轮次");
  }
  RoundComparison compared;
  TWINAID_ASSIGN_OR_RETURN(compared.round, Result(v, round));
  if (base) {
    TWINAID_ASSIGN_OR_RETURN(compared.base, Result(v, *base));
  } else {
    TWINAID_ASSIGN_OR_RETURN(compared.base, Before(v, compared.round));
  }
  std::map<Places, model::TierPoints> pairings;
  std::map<model::NeedName, model::UnmetNeed> unmet;
  if (compared.base) {
    TWINAID_ASSIGN_OR_RETURN(pairings, PairingsOf(v, *compared.base));
    TWINAID_ASSIGN_OR_RETURN(unmet, UnmetOf(v, compared.base->name));
  }
  TWINAID_ASSIGN_OR_RETURN(const auto pairings_now,
                           PairingsOf(v, compared.round));
  TWINAID_ASSIGN_OR_RETURN(const auto unmet_now, UnmetOf(v, round));
  ComparePairings(pairings, pairings_now, compared);
  CompareUnmet(unmet, unmet_now, compared);
  return compared;
}

}  // namespace twinaid::core
