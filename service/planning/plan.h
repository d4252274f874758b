// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// From what places need and offer to pairings, matches and their proof: domain
// values in, domain values out; no store.
#ifndef TWINAID_SERVICE_PLANNING_PLAN_H_
#define TWINAID_SERVICE_PLANNING_PLAN_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "service/model/clock.h"
#include "service/model/item.h"
#include "service/model/names.h"
#include "service/model/need.h"
#include "service/model/offer.h"
#include "service/model/place.h"
#include "service/model/quantity.h"
#include "service/model/round.h"
#include "service/model/scheme.h"
#include "service/model/sister_link.h"

namespace twinaid::planning {

// A need and an offer that were declined together.
struct DeclinedPair {
  model::NeedName need;
  model::OfferName offer;
};

// Two places that are not put together, either way round.
struct PlacesApart {
  model::PlaceId one;
  model::PlaceId other;
};

// One place received something from another before.
struct HelpReceived {
  model::PlaceId from;
  model::PlaceId by;
};

// A pairing that stands: its two places keep the slots they take.
struct StandingPairing {
  model::PlaceId donor;
  model::PlaceId recipient;
  int rung = 1;
  model::SisterLinkId link;  // may be empty
  // ACTIVE: more goods are allocated on it, before anything else. Otherwise
  // its live proposals wait for an answer and it only holds its slots.
  bool active = true;
};

// Everything a plan depends on. The vectors may come in any order.
struct PlanInput {
  std::vector<model::Place> places;
  std::vector<model::SisterLink> links;
  std::vector<model::Item> items;
  std::vector<model::Need> needs;    // those with nothing open are passed over
  std::vector<model::Offer> offers;  // those with nothing left likewise
  std::vector<model::PlaceId> participants;  // empty: every place
  // They only receive, the others only give; they take part whether
  // participants names them or not. Empty: everybody does both.
  std::vector<model::PlaceId> third_places;
  // Looked at only where the policy prefers to return help.
  std::vector<HelpReceived> help;
  std::vector<DeclinedPair> declined;
  std::vector<PlacesApart> apart;
  std::vector<StandingPairing> standing;
  model::Policy policy;
  std::int64_t seed = 0;
  absl::CivilDay as_of;  // "today"
  // Days without a word of their place after which needs and offers rest, and
  // take no part. None: nobody rests.
  std::optional<int> confirm_days;
  int threads = 1;  // at most; the result is the same for any number
  // Measures the stages; none: nobody does. No part of what is planned.
  model::Stopwatch stopwatch;
};

struct PlannedPairing {
  model::PlaceId donor;
  model::PlaceId recipient;
  int rung = 1;
  model::SisterLinkId link;
  model::TierPoints value{};  // critical, high, medium, low
  bool standing = false;
  int stage = 0;  // position in Plan::certificate
  // The policy prefers to return help, and the recipient had helped the donor.
  bool returns_help = false;
  // Mutual pairs: the same number from 1 on both directions; otherwise 0.
  int pair = 0;
};

struct PlannedMatch {
  model::NeedName need;
  model::OfferName offer;
  model::ItemId need_item;
  model::ItemId offer_item;   // differs for a substitute
  int quality_percent = 100;  // of the substitute
  model::BaseUnits quantity;
  int rung = 1;
  bool pooled = false;  // from the pool: it belongs to no pairing
};

struct PlannedUnmet {
  model::NeedName need;
  model::BaseUnits quantity;  // left open
  model::UnmetReason reason = model::UnmetReason::kNoTie;
  std::vector<model::ClosedOffer> closed;  // as at model::UnmetNeed
  std::int64_t closed_offers = 0;
};

struct Plan {
  std::vector<PlannedPairing> pairings;  // by donor, then recipient
  std::vector<PlannedMatch> matches;     // by need, then offer
  std::vector<PlannedUnmet> unmet;       // by need
  // Every pair with value, stage by stage; `round` is left empty.
  std::vector<model::RoundEdge> edges;
  std::vector<model::StageCertificate> certificate;  // one a stage
  model::Coverage coverage;
  model::Fairness fairness;
  model::ExtraCapacity extra_capacity;
  std::int64_t donors = 0;  // places that give in at least one match
  std::string input_hash;   // SHA-256, hex, over everything in the input

  // True when every stage was proven by the checker.
  bool verified() const;
};

// Plans: first the active standing pairings, then rung by rung the places that
// are still free on a side, over the active links of that rung, with what is
// left of needs and offers. Each stage is solved and its certificate checked:
// where one does not hold, there is no plan.
//
// Equal input gives equal output, for any order of the vectors, but for the
// times of the stages.
//
// INVALID_ARGUMENT    the policy is not served, or a record names a place,
//                     item or link that is not in the input
// RESOURCE_EXHAUSTED  the instance is too big (INSTANCE_TOO_BIG)
// INTERNAL            the proof of a stage does not hold (STAGE_NOT_PROVEN)
//
// Thread-safe. Complexity: that of matcher::Solve and CheckCertificate for each
// stage, and O(n log n) for n records.
absl::StatusOr<Plan> MakePlan(const PlanInput& input);

}  // namespace twinaid::planning

#endif  // TWINAID_SERVICE_PLANNING_PLAN_H_
