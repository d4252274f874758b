// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/near_ties.h"

#include <optional>
#include <utility>
#include <vector>

#include "service/core/rows.h"

namespace twinaid::core {
namespace {

constexpr int kRungOfParents = 3;

bool Before(const NearTie& a, const NearTie& b) {
  const auto friendly = [](const NearTie& tie) {
    return tie.kind == model::LinkKind::kFriendlyExchange;
  };
  if (a.rung != b.rung) return a.rung < b.rung;
  if (a.transit_days != b.transit_days) return a.transit_days < b.transit_days;
  if (friendly(a) != friendly(b)) return friendly(b);
  return a.link < b.link;
}

// Keeps the better of what is there and `tie`.
void Improve(NearTies& ties, const model::PlaceId& to, const NearTie& tie) {
  const auto [at, fresh] = ties.emplace(to, tie);
  if (!fresh && Before(tie, at->second)) at->second = tie;
}

// The other ends of the active links of a place, one for each link.
absl::StatusOr<std::vector<std::pair<model::PlaceId, NearTie>>> LinkedWith(
    const View& v, const model::PlaceId& place) {
  store::SisterLinkQuery query;
  query.place = place;
  query.state = model::LinkState::kActive;
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::SisterLink> links,
                           v.tx.sister_links().List(query, std::nullopt, 0));
  std::vector<std::pair<model::PlaceId, NearTie>> ends;
  for (const model::SisterLink& link : links) {
    ends.emplace_back(link.place_a == place ? link.place_b : link.place_a,
                      NearTie{model::RungOf(link.kind), link.transit_days,
                              link.kind, link.id});
  }
  return ends;
}

NearTie ByParents(NearTie tie) {
  tie.rung = kRungOfParents;
  return tie;
}

}  // namespace

absl::StatusOr<NearTies> TiesOf(const View& v, const model::PlaceId& place,
                                int rungs) {
  TWINAID_ASSIGN_OR_RETURN(const model::Place row,
                           Require(v.tx.places(), place));
  TWINAID_ASSIGN_OR_RETURN(const auto linked, LinkedWith(v, place));
  NearTies ties;
  for (const auto& [to, tie] : linked) {
    if (tie.rung <= rungs) Improve(ties, to, tie);
  }
  if (rungs < kRungOfParents) return ties;

  // A link of the place reaches the children of its other end; one of the
  // parent reaches the other end as well.
  NearTies ends;
  for (const auto& [to, tie] : linked) Improve(ends, to, ByParents(tie));
  if (!row.parent.empty()) {
    TWINAID_ASSIGN_OR_RETURN(const auto of_parent, LinkedWith(v, row.parent));
    for (const auto& [to, tie] : of_parent) {
      Improve(ends, to, ByParents(tie));
      Improve(ties, to, ByParents(tie));
    }
  }
  for (const auto& [end, tie] : ends) {
    TWINAID_ASSIGN_OR_RETURN(const std::vector<model::PlaceId> children,
                             v.tx.shortlists().ChildrenOf(end));
    for (const model::PlaceId& child : children) Improve(ties, child, tie);
  }
  ties.erase(place);
  return ties;
}

}  // namespace twinaid::core
