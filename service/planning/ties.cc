// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/planning/ties.h"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/model/common_errors.h"
#include "service/model/sha256.h"
#include "service/model/status_macros.h"

namespace twinaid::planning {
namespace {

std::int64_t AffinityOf(model::LinkKind kind) {
  return kind == model::LinkKind::kFriendlyExchange ? 1 : 2;
}

// The ends of a link; both are in the records.
std::pair<std::int32_t, std::int32_t> EndsOf(const Records& records,
                                             const model::SisterLink& link) {
  return {records.PlaceAt(link.place_a, "").value(),
          records.PlaceAt(link.place_b, "").value()};
}

PlaceTie TieOver(const model::SisterLink& link, std::int32_t donor,
                 std::int32_t recipient) {
  PlaceTie tie;
  tie.donor = donor;
  tie.recipient = recipient;
  tie.rung = model::RungOf(link.kind);
  tie.transit_days = link.transit_days;
  tie.affinity = AffinityOf(link.kind);
  tie.link = &link;
  return tie;
}

// Ordered so that the best tie between two places comes first.
bool Before(const PlaceTie& a, const PlaceTie& b) {
  return std::tie(a.donor, a.recipient, a.transit_days, b.affinity,
                  a.link->id) <
         std::tie(b.donor, b.recipient, b.transit_days, a.affinity, b.link->id);
}

}  // namespace

std::vector<PlaceTie> TiesOfRung(const Records& records,
                                 const Remaining& remaining, int rung) {
  std::vector<PlaceTie> ties;
  const auto add = [&](const model::SisterLink& link, std::int32_t donor,
                       std::int32_t recipient) {
    if (remaining.donor_free[static_cast<std::size_t>(donor)] &&
        remaining.recipient_free[static_cast<std::size_t>(recipient)]) {
      ties.push_back(TieOver(link, donor, recipient));
    }
  };
  for (const model::SisterLink* link : records.links) {
    if (model::RungOf(link->kind) != rung) continue;
    const auto [a, b] = EndsOf(records, *link);
    add(*link, a, b);
    add(*link, b, a);
  }
  std::sort(ties.begin(), ties.end(), Before);
  const auto same_places = [](const PlaceTie& a, const PlaceTie& b) {
    return a.donor == b.donor && a.recipient == b.recipient;
  };
  ties.erase(std::unique(ties.begin(), ties.end(), same_places), ties.end());
  return ties;
}

absl::StatusOr<std::vector<PlaceTie>> TiesOfStanding(const PlanInput& input,
                                                     const Records& records) {
  std::vector<PlaceTie> ties;
  for (const StandingPairing& standing : input.standing) {
    PlaceTie tie;
    TWINAID_ASSIGN_OR_RETURN(tie.donor,
                             records.PlaceAt(standing.donor, "standing.donor"));
    TWINAID_ASSIGN_OR_RETURN(
        tie.recipient,
        records.PlaceAt(standing.recipient, "standing.recipient"));
    tie.rung = standing.rung;
    if (!standing.active) continue;
    if (!standing.link.empty()) {
      const auto link = std::find_if(
          input.links.begin(), input.links.end(),
          [&](const model::SisterLink& l) { return l.id == standing.link; });
      if (link == input.links.end()) {
        return model::ReferenceNotFound("standing.link", "sister link",
                                        model::ToName(standing.link));
      }
      if (link->state != model::LinkState::kActive) continue;
      tie.transit_days = link->transit_days;
      tie.affinity = AffinityOf(link->kind);
      tie.link = &*link;
    }
    ties.push_back(tie);
  }
  std::sort(ties.begin(), ties.end(), [](const PlaceTie& a, const PlaceTie& b) {
    return std::tie(a.donor, a.recipient) < std::tie(b.donor, b.recipient);
  });
  return ties;
}

std::vector<bool> TiedPlaces(const Records& records, int rungs) {
  std::vector<bool> tied(records.places.size(), false);
  for (const model::SisterLink* link : records.links) {
    if (model::RungOf(link->kind) > rungs) continue;
    const auto [a, b] = EndsOf(records, *link);
    const auto ia = static_cast<std::size_t>(a);
    const auto ib = static_cast<std::size_t>(b);
    if (!records.participates[ia] || !records.participates[ib]) continue;
    tied[ia] = tied[ib] = true;
  }
  return tied;
}

std::int64_t TieDigit(std::int64_t seed, const model::PlaceId& donor,
                      const model::PlaceId& recipient) {
  // Ids hold no line feed, so the text is unambiguous.
  const auto hash = model::Sha256(
      absl::StrCat(seed, "\n", donor.value(), "\n", recipient.value()));
  std::int64_t digit = 0;
  for (std::size_t i = 0; i < 5; ++i) digit = digit * 256 + hash[i];
  return digit;
}

}  // namespace twinaid::planning
