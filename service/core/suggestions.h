// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The best offers for a need and the best needs for an offer, with reasons, as
// the rows are now and without a round.
#ifndef TWINAID_SERVICE_CORE_SUGGESTIONS_H_
#define TWINAID_SERVICE_CORE_SUGGESTIONS_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "service/core/context.h"
#include "service/model/ids.h"
#include "service/model/match_errors.h"
#include "service/model/need.h"
#include "service/model/offer.h"

namespace twinaid::core {

inline constexpr int kDefaultSuggestions = 10;
inline constexpr int kMaxSuggestions = 100;

struct SuggestionQuery {
  // Whose participants, third places, rungs and patience count, and whose
  // declines; schemes/default if empty. Waiting days of rungs are not asked: a
  // person may look further than a round does today.
  model::SchemeId scheme;
  int limit = kDefaultSuggestions;  // 1 to kMaxSuggestions
};

// A match that CreateMatch would make by hand, and a round of the scheme might.
struct Suggestion {
  model::Need need;
  model::Offer offer;
  // Of what is open and what is available the lesser; no less than a lot.
  model::BaseUnits quantity;
  // The nearest tie of the two places, as planning/ties.h has it: its rung, 1
  // to 4, the link it comes from (empty on rung 4) and the days on the way.
  int rung = 4;
  model::SisterLinkId link;
  int transit_days = 0;
  int quality_percent = 100;
  bool substitute = false;  // another item than the one that is needed
  bool covers_all = false;  // of what is open of the need
  // Unset on rung 4, where no link says how long the way is; there only the day
  // on which the goods can leave is held against the days of the two.
  std::optional<absl::CivilDay> arrives;
};

// Why nothing can be suggested for the row that was asked for.
enum class Barred {
  kNo = 0,
  kClosed,       // withdrawn or expired
  kNothingLeft,  // all is covered, promised or proposed
  kRests,        // until its place confirms it
  kOutside       // the scheme does not have its place on this side
};

// How many that were looked at do not fit, for this reason.
struct ClosedOut {
  model::Misfit why = model::Misfit::kItem;
  std::int64_t count = 0;
  friend bool operator==(const ClosedOut&, const ClosedOut&) = default;
};

struct Suggestions {
  std::vector<Suggestion> rows;  // the best first
  Barred barred = Barred::kNo;   // else nothing was looked at
  // The needs or offers, with something left, that were judged. Each is a row,
  // or counted once below, or good but behind the last row. One that could only
  // stand behind the last row need not be judged.
  std::int64_t looked_at = 0;
  std::vector<ClosedOut> closed_out;   // by reason, each once
  std::int64_t resting = 0;            // not confirmed in time
  std::int64_t below_minimum_lot = 0;  // the offer's lot is above what is open
  // The look ended before everything was seen: others may fit as well.
  bool more_may_exist = false;
};

// Offers for a need: by rung; the item itself before substitutes, the better
// quality first; those that cover all that is open first; the earlier arrival
// (rung 4: the day they can leave); the larger quantity; the name.
//
// Rung by rung, until the limit is met. Rungs 1 to 3 are seen in full; of rung
// 4 each item's largest offers, until there are enough to choose from. All of
// it within kMostRows rows and, of a rung, 500 tied places.
//
// NOT_FOUND         no such need, or scheme
// INVALID_ARGUMENT  OUT_OF_RANGE_VALUE: the limit
//
// Deterministic: equal rows give equal suggestions. Time O((t + r) log n) for t
// places tied to this one, times the items that may serve, r rows judged, and n
// rows in the store.
absl::StatusOr<Suggestions> SuggestOffers(const View& v,
                                          const model::NeedName& need,
                                          const SuggestionQuery& query);

// Needs for an offer: by urgency; rung; the earlier day it is needed by, those
// without one last; the larger quantity; the name. Rungs 1 to 3 are seen in
// full; of rung 4 the most urgent needs of each item. The rest as above.
absl::StatusOr<Suggestions> SuggestNeeds(const View& v,
                                         const model::OfferName& offer,
                                         const SuggestionQuery& query);

// The most rows that one question reads.
inline constexpr int kMostRows = 2000;

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_SUGGESTIONS_H_
