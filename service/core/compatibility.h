// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Whether an offer may serve a need, by the rows as they are now.
#ifndef TWINAID_SERVICE_CORE_COMPATIBILITY_H_
#define TWINAID_SERVICE_CORE_COMPATIBILITY_H_

#include <optional>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "service/core/context.h"
#include "service/model/item.h"
#include "service/model/match_errors.h"
#include "service/model/need.h"
#include "service/model/offer.h"

namespace twinaid::core {

// What is checked beside item, quality, currency and direction.
enum class Days { kCheck, kIgnore };

// Whether the need takes this other item in the place of its own; whether the
// item can stand in is not asked.
bool Accepts(const model::Need& need, const model::ItemId& substitute);

// How an offer would serve a need.
struct Fit {
  std::optional<model::Misfit> misfit;  // the first that applies; unset: it may
  int quality_percent = 100;
  absl::CivilDay arrival;  // with Days::kCheck
};

// `needed` is the item of the need; the goods are `transit_days` on their way.
// Reads nothing.
Fit JudgeFit(const model::Need& need, const model::Item& needed,
             const model::Offer& offer, int transit_days, absl::CivilDay today,
             Days days);

// Returns the quality in percent at which the offer serves the need. Goods
// travel over the fastest active link between the two places, in no time where
// there is none. INVALID_ARGUMENT (ITEM_NOT_ACCEPTED and the like).
absl::StatusOr<int> CheckFit(const View& v, const model::Need& need,
                             const model::Offer& offer, absl::CivilDay today,
                             Days days);

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_COMPATIBILITY_H_
