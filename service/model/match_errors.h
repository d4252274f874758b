// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Errors of matches. Quantities are in base units.
#ifndef TWINAID_SERVICE_MODEL_MATCH_ERRORS_H_
#define TWINAID_SERVICE_MODEL_MATCH_ERRORS_H_

#include "absl/status/status.h"
#include "service/model/match.h"
#include "service/model/names.h"
#include "service/model/quantity.h"

namespace twinaid::model {

// Why an offer may not serve a need.
enum class Misfit {
  kSamePlace = 1,   // SAME_PLACE
  kItem,            // ITEM_NOT_ACCEPTED
  kQuality,         // QUALITY_TOO_LOW
  kCurrency,        // CURRENCY_DIFFERS
  kDirected,        // DIRECTED_ELSEWHERE
  kUnavailable,     // NOT_AVAILABLE_IN_TIME
  kTooLate,         // ARRIVES_TOO_LATE
  kGoodsExpired,    // GOODS_EXPIRED
  kDeclinedBefore,  // DECLINED_BEFORE
  kNoTie            // NO_ACTIVE_TIE
};

// INVALID_ARGUMENT with the reason of the misfit.
absl::Status DoesNotFit(const OfferName& offer, const NeedName& need,
                        Misfit misfit);
// The reason of that error: "CURRENCY_DIFFERS".
absl::string_view ReasonOf(Misfit misfit);
// FAILED_PRECONDITION MATCH_WRONG_STATE: `wanted` is a state in which the call
// is allowed.
absl::Status MatchWrongState(const Match& match, MatchState wanted);
// FAILED_PRECONDITION NOT_DECLINED_BY_SIDE: `declined` is who did decline it.
absl::Status NotDeclinedBySide(const Match& match, Side given, Side declined);
// FAILED_PRECONDITION NOT_ENOUGH_AVAILABLE.
absl::Status NotEnoughAvailable(const OfferName& offer, BaseUnits available,
                                BaseUnits wanted);
// FAILED_PRECONDITION NOT_ENOUGH_OPEN.
absl::Status NotEnoughOpen(const NeedName& need, BaseUnits open,
                           BaseUnits wanted);
// FAILED_PRECONDITION BELOW_MINIMUM_LOT.
absl::Status BelowMinimumLot(const OfferName& offer, BaseUnits lot,
                             BaseUnits wanted);
// FAILED_PRECONDITION DISPATCH_TOO_MUCH.
absl::Status DispatchTooMuch(const MatchId& match, BaseUnits left,
                             BaseUnits given);
// FAILED_PRECONDITION RECEIVE_TOO_MUCH.
absl::Status ReceiveTooMuch(const MatchId& match, BaseUnits in_transit,
                            BaseUnits given);

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_MATCH_ERRORS_H_
