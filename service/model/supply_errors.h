// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Errors that needs and offers share. Quantities are in base units.
#ifndef TWINAID_SERVICE_MODEL_SUPPLY_ERRORS_H_
#define TWINAID_SERVICE_MODEL_SUPPLY_ERRORS_H_

#include "absl/status/status.h"
#include "service/model/need.h"
#include "service/model/offer.h"

namespace twinaid::model {

// FAILED_PRECONDITION NEED_CLOSED: fulfilled, withdrawn or expired.
absl::Status NeedClosed(const Need& need);
// FAILED_PRECONDITION OFFER_CLOSED: exhausted, withdrawn or expired.
absl::Status OfferClosed(const Offer& offer);
// FAILED_PRECONDITION NEED_UNDER_WAY: something is committed or on its way.
absl::Status NeedUnderWay(const Need& need);
// FAILED_PRECONDITION OFFER_UNDER_WAY: something is committed.
absl::Status OfferUnderWay(const Offer& offer);
// FAILED_PRECONDITION QUANTITY_BELOW_COVERED.
absl::Status QuantityBelowCovered(const Need& need, BaseUnits given);
// FAILED_PRECONDITION QUANTITY_BELOW_PROMISED.
absl::Status QuantityBelowPromised(const Offer& offer, BaseUnits given);
// FAILED_PRECONDITION SUM_TOO_LARGE: of a report, beyond 64 bits.
absl::Status SumTooLarge(const ItemId& item);
// INVALID_ARGUMENT ITEM_IMMUTABLE: a need or offer keeps its item.
absl::Status ItemImmutable(absl::string_view name, const ItemId& item);

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_SUPPLY_ERRORS_H_
