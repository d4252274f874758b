// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// One run of the engine for a scheme, its result and its proof.
#ifndef TWINAID_SERVICE_MODEL_ROUND_H_
#define TWINAID_SERVICE_MODEL_ROUND_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "service/model/failure.h"
#include "service/model/ids.h"
#include "service/model/meta.h"
#include "service/model/names.h"
#include "service/model/quantity.h"
#include "service/model/scheme.h"

namespace twinaid::model {

enum class RoundState { kRunning = 1, kSucceeded, kFailed };

// Points by tier: critical, high, medium, low.
using TierPoints = std::array<std::int64_t, 4>;

// What a stage of a round did.
enum class StageKind {
  kStanding = 1,  // more goods for pairings that stand
  kCounterpart,   // paired donors and recipients over the ties of one rung
  kMutual,        // paired places with each other over the ties of one rung
  kPool           // served what pairing left over, over all allowed ties
};

// What was proven of one stage.
struct StageCertificate {
  StageKind kind = StageKind::kCounterpart;
  int rung = 0;  // 0: standing pairings; of the pool: the last allowed one
  int pass = 1;  // capacities above one are filled by passes over what is left
  std::int64_t pairs = 0;
  std::int64_t edges_checked = 0;
  // Digits of the primal and of the dual sum, most significant first, as
  // decimal text of up to 128 bits: equal when proven.
  std::vector<std::string> primal;
  std::vector<std::string> dual;
  bool verified = false;
  // What it took to solve the stage and to check the proof; zero where nobody
  // measured. In whole nanoseconds.
  absl::Duration solve_time;
  absl::Duration check_time;
  friend bool operator==(const StageCertificate&,
                         const StageCertificate&) = default;
};

// Coverage, counted over all needs that took part.
struct Coverage {
  std::int64_t needs = 0;
  std::int64_t needs_fully = 0;
  std::int64_t needs_partly = 0;
  BaseUnits needed;    // open to matching before the round
  BaseUnits proposed;  // by this round
  std::int64_t places = 0;
  // Share of its needed units a place was proposed, in permille, each need of
  // a place counted by its own share.
  std::int64_t min_place_permille = 0;
  std::int64_t median_place_permille = 0;
  friend bool operator==(const Coverage&, const Coverage&) = default;
};

// How far one unit (a word of items.csv, or an ISO 4217 code) was covered.
struct UnitCoverage {
  std::string unit;
  std::int64_t needed = 0;    // in this unit, rounded down from base units
  std::int64_t proposed = 0;  // likewise
  friend bool operator==(const UnitCoverage&, const UnitCoverage&) = default;
};

// How evenly a result falls. Points are decimal text of up to 128 bits, by
// tier.
struct OrderFigures {
  std::vector<std::string> points;
  std::int64_t needs_fully = 0;
  std::int64_t needs_without = 0;  // nothing at all
  std::int64_t min_place_permille = 0;
  std::int64_t median_place_permille = 0;
  friend bool operator==(const OrderFigures&, const OrderFigures&) = default;
};
struct Fairness {
  std::int64_t critical_needs = 0;
  std::int64_t critical_without = 0;  // of them, those proposed nothing
  std::vector<UnitCoverage> units;    // by unit
  std::int64_t most_matches_of_a_donor = 0;
  std::int64_t matches_per_donor_permille = 0;  // mean, rounded down
  // The price of fairness: the same round with its pool by value and fair.
  // Both are empty where the policy has no pool.
  std::optional<OrderFigures> by_value;
  std::optional<OrderFigures> fair;
  friend bool operator==(const Fairness&, const Fairness&) = default;
};

// Who stays uncovered where every place has one partner, and what would help.
struct ExtraCapacity {
  struct More {
    PlaceId donor;
    std::int64_t recipients = 0;  // that it would have to take on besides
    friend bool operator==(const More&, const More&) = default;
  };
  std::int64_t recipients = 0;      // places that some donor could help
  std::int64_t most_coverable = 0;  // by any one-to-one pairing; proven
  std::vector<PlaceId> uncovered;   // by this round's pairings, ascending
  // The least capacity of donors that would cover every one of `recipients`:
  // recipients - most_coverable, and at which donors.
  std::int64_t extra = 0;
  std::vector<More> more;  // by donor
  friend bool operator==(const ExtraCapacity&, const ExtraCapacity&) = default;
};

// A proposal that could not be written because the world had moved on.
struct StaleProposal {
  NeedName need;
  OfferName offer;
  BaseUnits quantity;
  std::string why;  // the reason of the refusing error
  friend bool operator==(const StaleProposal&, const StaleProposal&) = default;
};

struct Round {
  using Key = RoundName;

  RoundName name;
  RoundState state = RoundState::kRunning;
  Policy policy;
  std::int64_t seed = 0;
  absl::CivilDay as_of;
  std::string input_hash;  // SHA-256 of the instance, hex; empty until planned
  std::int64_t pairings = 0;  // made by this round
  std::int64_t matches = 0;   // proposed by this round
  std::int64_t donors = 0;    // places with at least one match as donor
  Coverage coverage;
  Fairness fairness;
  ExtraCapacity extra_capacity;
  std::vector<StageCertificate> certificate;
  std::vector<StaleProposal> stale;
  Failure failure;  // FAILED: what happened
  std::optional<absl::Time> finish_time;
  Meta meta;

  const Key& key() const { return name; }
  friend bool operator==(const Round&, const Round&) = default;
};

// Why a need was not covered whole. Where several would do, the one nearest to
// being met, the last of this list first; the last two stand apart.
enum class UnmetReason {
  kNoTie = 1,              // the place has no tie on the rungs of the scheme
  kCounterpartPending,     // proposals of its counterpart wait for an answer
  kNoOffer,                // no tied place offers the item or a relative
  kSubstituteNotAccepted,  // only other items of the group are offered
  kCurrency,               // only other currencies are offered
  kQuality,                // below the quality asked for
  kDirectedElsewhere,      // meant for another place
  kDeclinedTogether,       // declined before
  kOfferWindow,            // cannot leave before it is withdrawn
  kTooLate,                // would arrive after the deadline
  kExpiresBeforeArrival,   // would not be good on arrival
  kMinimumLot,             // below the minimum lot of the offer
  kPlaceNotPaired,         // its ties lead to places that pair better elsewhere
  kStockUsedUp,            // the counterpart's stock serves what comes first
  kNotConfirmed,           // it rests until its place confirms it
  kWaitsForRung            // nothing on the rungs open to its place so far
};

// An offer that could serve an unmet need, directly or by way of another offer,
// and what its stock does instead in the same round.
struct ClosedOffer {
  struct Served {
    NeedName need;
    BaseUnits quantity;
    friend bool operator==(const Served&, const Served&) = default;
  };
  OfferName offer;
  BaseUnits available;         // before the round
  std::vector<Served> serves;  // by need
  friend bool operator==(const ClosedOffer&, const ClosedOffer&) = default;
};

inline constexpr int kMaxClosedOffers = 16;

// A need that a round did not cover whole.
struct UnmetNeed {
  struct Key {
    RoundName round;
    NeedName need;
    friend bool operator==(const Key&, const Key&) = default;
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  RoundName round;
  NeedName need;
  BaseUnits quantity;  // left open
  UnmetReason reason = UnmetReason::kNoTie;
  // kStockUsedUp: the offers of the closed set, at most kMaxClosedOffers.
  std::vector<ClosedOffer> closed;
  std::int64_t closed_offers = 0;  // how many the whole set has

  Key key() const { return {round, need}; }
  friend bool operator==(const UnmetNeed&, const UnmetNeed&) = default;
};

// A pair of places with value in a round: what "why this partner" is told
// from. slack = donor price + recipient price - weight, digit by digit, zero
// on the pairs that were made.
struct RoundEdge {
  struct Key {
    RoundName round;
    int stage = 0;
    PlaceId donor;
    PlaceId recipient;
    friend bool operator==(const Key&, const Key&) = default;
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  RoundName round;
  int stage = 0;  // position in Round::certificate
  PlaceId donor;
  PlaceId recipient;
  int rung = 0;
  SisterLinkId link;
  bool paired = false;
  // By tier. In mutual stages of this direction alone.
  TierPoints value{};
  // Prices of the two places at the optimum and the slack, by tier.
  TierPoints donor_price{};
  TierPoints recipient_price{};
  TierPoints slack{};

  Key key() const { return {round, stage, donor, recipient}; }
  friend bool operator==(const RoundEdge&, const RoundEdge&) = default;
};

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_ROUND_H_
