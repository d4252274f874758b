// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Whether an offer may serve a need, by the rows as they are now.
#ifndef TWINAID_SERVICE_CORE_COMPATIBILITY_H_
#define TWINAID_SERVICE_CORE_COMPATIBILITY_H_

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "service/core/context.h"
#include "service/model/need.h"
#include "service/model/offer.h"

namespace twinaid::core {

// What is checked beside item, quality, currency and direction.
enum class Days { kCheck, kIgnore };

// Returns the quality in percent at which the offer serves the need. Goods
// travel over the fastest active link between the two places, in no time where
// there is none. INVALID_ARGUMENT (ITEM_NOT_ACCEPTED and the like).
absl::StatusOr<int> CheckFit(const View& v, const model::Need& need,
                             const model::Offer& offer, absl::CivilDay today,
                             Days days);

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_COMPATIBILITY_H_
